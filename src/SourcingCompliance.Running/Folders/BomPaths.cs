using System.IO.Enumeration;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Files;

namespace SourcingCompliance.Running.Folders;

/// <summary>
/// Turns the paths of a command line (files, folders, globs) into the files to check, each real file once, in ordinal order. What a folder holds
/// besides is reported: files that may be lists one by one, all others as a count by type.
/// </summary>
public static class BomPaths
{
    /// <summary>The files that the paths name.</summary>
    /// <param name="paths">Files, folders or globs (<c>*</c>, <c>?</c>, <c>**</c> for any depth).</param>
    /// <param name="search">What is left out of folders and globs. A file that is named outright is always checked.</param>
    /// <param name="diagnostics">
    /// Receives SC9001 for paths that do not exist, SC9002 for folders without a list, SC9023 and SC9024 for files that are not read, SC9025 to SC9027 for
    /// links, folders and special files in folders that cannot be followed, read or opened, SC9101 for such files that are named.
    /// </param>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, FolderSearch search, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var walk = new FolderWalk(search.Excluded, diagnostics);
        var folders = new FolderFiles(search, walk, diagnostics);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        string[] all = [.. paths];

        // A file keeps the path under which it was named outright, whatever folder it lies in.
        foreach (string path in all.Where(File.Exists))
        {
            if (all.Length > 1 && folders.IsUsed(path))
            {
                // A shell expands *.csv to the approved alternates too.
                diagnostics.Note(DiagnosticIds.FileOfConfiguration, CellRef.ForFile(Slashed(path)),
                    "Not read as a bill of materials: the run uses this file for something else.");
            }
            else if (FolderWalk.GetObstacle(path) is { } obstacle)
            {
                diagnostics.Error(DiagnosticIds.FileNotReadable, CellRef.ForFile(Slashed(path)), obstacle, "Name an ordinary file.");
            }
            else if (walk.Take(path))
            {
                found.Add(Slashed(path));
            }
        }

        foreach (string path in all.Where(path => !File.Exists(path)))
        {
            int before = found.Count;
            if (Directory.Exists(path))
            {
                found.UnionWith(folders.Lists(path));
                if (found.Count == before)
                {
                    diagnostics.Error(DiagnosticIds.NoBomInFolder, CellRef.ForFile(Slashed(path)),
                        $"The folder contains no bill of materials ({string.Join(", ", DocumentKinds.Shipped.ListExtensions)}, or a text with a "
                            + $"known header).", "Name the files themselves, or another folder.");
                }
            }
            else if (path.AsSpan().IndexOfAny('*', '?') >= 0)
            {
                found.UnionWith(Matching(Slashed(path), walk, folders, search, diagnostics));
                if (found.Count == before)
                {
                    diagnostics.Error(DiagnosticIds.PathNotFound, CellRef.ForFile(Slashed(path)), "No file matches the pattern.",
                        "Check the pattern; ** stands for any depth of folders.");
                }
            }
            else
            {
                diagnostics.Error(DiagnosticIds.PathNotFound, CellRef.ForFile(Slashed(path)), "Not found.", "Check the path.");
            }
        }

        folders.Report();
        folders.ReportLedgers(found);
        return [.. found];
    }

    private static IEnumerable<string> Matching(string pattern, FolderWalk walk, FolderFiles folders, FolderSearch search, DiagnosticBag diagnostics)
    {
        string[] segments = pattern.Split('/');
        int wild = Array.FindIndex(segments, segment => segment.AsSpan().IndexOfAny('*', '?') >= 0);
        string root = wild == 0 ? "." : string.Join('/', segments[..wild]) is { Length: > 0 } start ? start : "/";
        if (!Directory.Exists(root))
        {
            return [];
        }

        // A pattern of one level looks into no other folder.
        string[] rest = segments[wild..];
        string top = Path.GetFullPath(root);
        return search.Excluded.Without([], [.. walk.FilesBelow(root, folder => rest.Length == 1 ? folder != top : folders.IsLeftOut(folder))
            .Where(file => !LockFiles.IsLockFile(file) && Matches(Slashed(Path.GetRelativePath(root, file)).Split('/'), rest)
                && !folders.IsUsed(file) && !folders.IsReport(file))
            .Select(file => Slashed(wild == 0 ? Path.GetRelativePath(root, file) : file))], diagnostics);
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

    private static string Slashed(string path) => path.Replace('\\', '/');
}
