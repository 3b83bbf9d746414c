using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Files;

/// <summary>Lists that folders and globs leave out. A file that is named outright is always checked.</summary>
/// <param name="Folder">The folder that the patterns start from.</param>
/// <param name="Patterns">Patterns over paths from that folder: <c>old/*</c>, <c>*-draft.csv</c>. <c>*</c> stands for any characters, folders too.</param>
public sealed record Exclusion(string Folder, ImmutableArray<string> Patterns)
{
    /// <summary>Nothing is left out.</summary>
    public static Exclusion None { get; } = new(".", []);

    /// <summary>The pattern that leaves a path out; null = none does.</summary>
    /// <param name="path">Path of a file or folder.</param>
    public string? GetPattern(string path)
    {
        if (Patterns.IsEmpty)
        {
            return null;
        }

        string relative = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        return Patterns.FirstOrDefault(pattern => Glob.Matches(pattern, relative)
            || (pattern.StartsWith("**/", StringComparison.Ordinal) && Glob.Matches(pattern[3..], relative)));
    }

    /// <summary>The files without those that are left out.</summary>
    /// <param name="named">The paths of the command line.</param>
    /// <param name="files">The files that they stand for.</param>
    /// <param name="diagnostics">Told of the files left out, so that none is missed in silence.</param>
    public IReadOnlyList<string> Without(ImmutableArray<string> named, IReadOnlyList<string> files, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (Patterns.IsEmpty)
        {
            return files;
        }

        HashSet<string> outright = [.. named.Select(path => path.Replace('\\', '/'))];
        var kept = new List<string>();
        foreach (string file in files)
        {
            string? pattern = outright.Contains(file) ? null : GetPattern(file);
            if (pattern is null)
            {
                kept.Add(file);
            }
            else
            {
                diagnostics.Note(DiagnosticIds.FileExcluded, CellRef.ForFile(file), $"The file is excluded by the pattern \"{pattern}\".");
            }
        }

        return kept;
    }
}
