using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Files;

/// <summary>Goes through folders at any depth, each real folder and file once, and reports what it cannot go into. Never waits, never runs in a
/// circle.</summary>
/// <param name="excluded">What the user does not want to hear of; its folders may be unreadable.</param>
/// <param name="diagnostics">Receives SC9025 for links, SC9026 for folders that cannot be read, SC9027 for pipes, sockets and devices, SC9101 for broken
/// links.</param>
internal sealed class FolderWalk(Exclusion excluded, DiagnosticBag diagnostics)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>How many folders with a name that begins with a dot were left out.</summary>
    public int HiddenFolders { get; private set; }

    /// <summary>Takes note of a file that is checked already; false when it was before, under this path or another.</summary>
    public bool Take(string path) => _files.Add(OrdinaryFile.GetRealPath(path));

    /// <summary>The ordinary files below a folder, in ordinal order of their paths, with forward slashes; each real file once.</summary>
    /// <param name="folder">Path of the folder, as given.</param>
    /// <param name="isLeftOut">Whether a folder, by its full path, is left out.</param>
    public IReadOnlyList<string> FilesBelow(string folder, Func<string, bool> isLeftOut)
    {
        var found = new List<string>();
        Walk(folder, OrdinaryFile.GetRealPath(folder), isLeftOut, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private void Walk(string shown, string real, Func<string, bool> isLeftOut, List<string> found)
    {
        if (!_folders.Add(real))
        {
            return;
        }

        FileSystemInfo[] entries;
        try
        {
            entries = [.. new DirectoryInfo(shown).EnumerateFileSystemInfos("*", Everything).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (excluded.GetPattern(shown) is not null || excluded.GetPattern(shown + "/x") is not null)
            {
                return;
            }

            diagnostics.Error(DiagnosticIds.FolderNotReadable, At(shown),
                $"The folder cannot be read: {FileTrouble.GetWords(problem)}. No list in it was checked.", "Correct its permissions, or exclude it.");
            return;
        }

        // Links come last: what they lead to is shown under its own path when the walk comes there.
        foreach (FileSystemInfo entry in entries.OrderBy(entry => entry.LinkTarget is not null))
        {
            string path = Path.Combine(shown, entry.Name);
            if (entry.LinkTarget is not null)
            {
                FollowLink(path, entry, real, isLeftOut, found);
            }
            else if (entry is DirectoryInfo)
            {
                Enter(path, Path.Combine(real, entry.Name), isLeftOut, found);
            }
            else
            {
                AddFile(path, Path.Combine(real, entry.Name), found);
            }
        }
    }

    private void Enter(string path, string real, Func<string, bool> isLeftOut, List<string> found)
    {
        if (Path.GetFileName(path).StartsWith('.'))
        {
            HiddenFolders++;
        }
        else if (!isLeftOut(Path.GetFullPath(path)))
        {
            Walk(path, real, isLeftOut, found);
        }
    }

    private void FollowLink(string path, FileSystemInfo link, string realFolder, Func<string, bool> isLeftOut, List<string> found)
    {
        FileSystemInfo? target;
        try
        {
            target = link.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Warn(DiagnosticIds.LinkNotFollowed, At(path),
                "The link cannot be followed: it leads in a circle, or through a folder that cannot be read.", "Remove the link, or name its target.");
            return;
        }

        if (target is not { Exists: true })
        {
            diagnostics.Error(DiagnosticIds.FileNotReadable, At(path), "The link leads to nothing; what it should lead to was not checked.",
                "Repair or remove the link.");
            return;
        }

        string real = OrdinaryFile.GetRealPath(target.FullName);
        if (target is not DirectoryInfo)
        {
            AddFile(path, real, found);
        }
        else if ((realFolder + '/').Replace('\\', '/').StartsWith(real.Replace('\\', '/').TrimEnd('/') + '/', StringComparison.Ordinal))
        {
            diagnostics.Warn(DiagnosticIds.LinkNotFollowed, At(path), "The link leads back to a folder above it; it was not followed.", "Remove the link.");
        }
        else
        {
            Enter(path, real, isLeftOut, found);
        }
    }

    private void AddFile(string path, string real, List<string> found)
    {
        bool isSpecial;
        try
        {
            isSpecial = OrdinaryFile.IsSpecial(path, real);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(DiagnosticIds.FileNotReadable, At(path), $"The file cannot be opened: {FileTrouble.GetWords(problem)}.",
                "Check the permissions.");
            return;
        }

        if (isSpecial)
        {
            diagnostics.Warn(DiagnosticIds.SpecialFile, At(path), "This is a pipe, a socket or a device and no ordinary file; it was not opened.",
                "Save its content as a file if it is a list.");
        }
        else if (_files.Add(real))
        {
            found.Add(Slashed(path));
        }
    }

    /// <summary>What is wrong with a file that is named outright, as a sentence: it is no ordinary file, or a link that leads nowhere; null =
    /// nothing.</summary>
    /// <param name="path">Path of the file.</param>
    public static string? GetObstacle(string path)
    {
        if (OrdinaryFile.IsSpecial(path))
        {
            return "This is a pipe, a socket or a device and no ordinary file; it was not opened.";
        }

        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { Exists: false } ? "The link leads to nothing." : null;
        }
        catch (IOException)
        {
            return "The link cannot be followed: it leads in a circle, or through a folder that cannot be read.";
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static CellRef At(string path) => CellRef.ForFile(Slashed(path));

    private static string Slashed(string path) => path.Replace('\\', '/');
}
