using System.IO.Enumeration;
using SourcingCompliance.Boms;
using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Formats.Checking;

/// <summary>Turns the paths of a command line (files, folders, globs) into the files to check, each once, in ordinal order.</summary>
public static class BomPaths
{
    // Folders are searched for what people keep lists in; a file named outright is opened whatever its name.
    private static readonly string[] Extensions = [".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".bom"];

    /// <summary>The files that the paths name.</summary>
    /// <param name="paths">Files, folders or globs (<c>*</c>, <c>?</c>, <c>**</c> for any depth).</param>
    /// <param name="excludedFolder">A folder to leave out, where the reports of an earlier run lie; null = none.</param>
    /// <param name="diagnostics">Told of paths that do not exist and folders without a list.</param>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, string? excludedFolder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(diagnostics);
        string? excluded = excludedFolder is null ? null : Path.GetFullPath(excludedFolder) + Path.DirectorySeparatorChar;
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            int before = found.Count;
            if (File.Exists(path))
            {
                found.Add(Slashed(path));
            }
            else if (Directory.Exists(path))
            {
                found.UnionWith(InFolder(path).Where(file => excluded is null || !Path.GetFullPath(file).StartsWith(excluded, StringComparison.Ordinal)));
                if (found.Count == before)
                {
                    diagnostics.Error(DiagnosticIds.NoBomInFolder, CellRef.ForFile(Slashed(path)),
                        $"The folder holds no bill of materials ({string.Join(", ", Extensions)}).", "Name the files themselves, or another folder.");
                }
            }
            else if (path.AsSpan().IndexOfAny('*', '?') >= 0)
            {
                found.UnionWith(Matching(Slashed(path)));
                if (found.Count == before)
                {
                    diagnostics.Error(DiagnosticIds.PathNotFound, CellRef.ForFile(Slashed(path)), "No file matches the pattern.", "Check the pattern; ** stands for any depth of folders.");
                }
            }
            else
            {
                diagnostics.Error(DiagnosticIds.PathNotFound, CellRef.ForFile(Slashed(path)), "There is no such file or folder.", "Check the path.");
            }
        }

        return [.. found];
    }

    private static IEnumerable<string> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && !IsLockFile(file))
            .Select(Slashed);

    private static IEnumerable<string> Matching(string pattern)
    {
        string[] segments = pattern.Split('/');
        int wild = Array.FindIndex(segments, segment => segment.AsSpan().IndexOfAny('*', '?') >= 0);
        string root = wild == 0 ? "." : string.Join('/', segments[..wild]) is { Length: > 0 } start ? start : "/";
        if (!Directory.Exists(root))
        {
            return [];
        }

        string[] rest = segments[wild..];
        return Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = rest.Length > 1, IgnoreInaccessible = true })
            .Where(file => !IsLockFile(file) && Matches(Slashed(Path.GetRelativePath(root, file)).Split('/'), rest))
            .Select(file => Slashed(wild == 0 ? Path.GetRelativePath(root, file) : file));
    }

    private static bool Matches(ReadOnlySpan<string> segments, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty)
        {
            return segments.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            return Matches(segments, pattern[1..]) || (!segments.IsEmpty && Matches(segments[1..], pattern));
        }

        return !segments.IsEmpty && FileSystemName.MatchesSimpleExpression(pattern[0], segments[0], ignoreCase: false) && Matches(segments[1..], pattern[1..]);
    }

    // Excel's lock file beside an open workbook, and what macOS leaves beside every file of a share.
    private static bool IsLockFile(string path) =>
        Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("._", StringComparison.Ordinal)
        || Path.GetFileName(path).StartsWith(".~lock", StringComparison.Ordinal);

    private static string Slashed(string path) => path.Replace('\\', '/');
}
