using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Folders;

/// <summary>The folder that a baseline was written for, so that it holds for a copy of that folder elsewhere.</summary>
public static class BaselineRoot
{
    /// <summary>The folder that a run checks, as a baseline records it: from the folder of the baseline, with forward slashes.</summary>
    /// <param name="baselinePath">Path of the baseline file.</param>
    /// <param name="named">The paths of the command line.</param>
    public static string Find(string baselinePath, IEnumerable<string> named) => JobInputs.RelativePath(baselinePath, GetFolder(named));

    /// <summary>
    /// The folder that a run checks, when it is a copy of the baseline's: neither lies in the other. Null = the baseline's own paths apply. Files that
    /// are named one by one are never taken for those of another folder, since nothing says where in it they would lie.
    /// </summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="named">The paths of the command line.</param>
    /// <param name="diagnostics">Receives SC9060.</param>
    internal static string? Moved(Baseline baseline, IReadOnlyCollection<string> named, DiagnosticBag diagnostics)
    {
        if (baseline.Root is not { } root || named.Count == 0 || named.Any(File.Exists))
        {
            return null;
        }

        string was = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(baseline.Path)) ?? ".", root));
        string now = GetFolder(named);
        if (ReportNames.Below(was, now) is not null || ReportNames.Below(now, was) is not null)
        {
            return null;
        }

        diagnostics.Warn(DiagnosticIds.BaselineOfOtherFolder, CellRef.ForFile(baseline.Path),
            $"The baseline was written for the folder '{root}', and this run checks {string.Join(", ", named.Select(path => $"'{path.Replace('\\', '/')}'"))}"
                + $". Findings are compared by their paths below either folder.",
            "If this is not a copy of that folder, write a baseline of its own.");
        return now;
    }

    /// <summary>The path of a list as the baseline would have it.</summary>
    internal static string GetPath(Baseline baseline, string folder, string file)
    {
        string below = Path.GetRelativePath(folder, Path.GetFullPath(file)).Replace('\\', '/');
        return baseline.Root is null or "." ? below : $"{baseline.Root.TrimEnd('/')}/{below}";
    }

    private static string GetFolder(IEnumerable<string> named) =>
        ReportNames.CommonFolder([.. named.Select(path => ReportNames.GetFolder(Path.GetFullPath(path)))]);
}
