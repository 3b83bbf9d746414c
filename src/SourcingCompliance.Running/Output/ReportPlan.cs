using System.Collections.Immutable;
using SourcingCompliance.Formats;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Output;

/// <summary>Which reports a run writes, and under which names. It rests on the command line and the lists, so it is known before anything is checked.</summary>
public sealed class ReportPlan
{
    // What a pipeline reads, it reads once for the run, and looks for it in no folder below.
    private static readonly string[] FormatsOfRuns = ["sarif", "sarif-strict", "junit", "gitlab", "github", "github-summary", "github-output", "azure"];
    private static readonly string[] WorkbookSuffixes = [".checked.xlsx", ".checked.xlsm"];

    private readonly ImmutableArray<string> _searched;

    private ReportPlan(CheckJob job, IReadOnlyList<CheckInput> lists)
    {
        Lists = [.. lists];
        _searched = [.. job.Paths.Where(path => !File.Exists(path)).Select(path => ReportNames.GetFolder(Path.GetFullPath(path)))];
    }

    /// <summary>The lists, in the order of the report.</summary>
    public ImmutableArray<CheckInput> Lists { get; }

    /// <summary>Whether the run was asked for one list by name, so that the list's reports are the run's.</summary>
    public bool IsOfOneList { get; private init; }

    /// <summary>The reports over all lists, in the order of the formats; empty when a single list has its own.</summary>
    internal ImmutableArray<ReportTarget> OfRun { get; private init; } = [];

    /// <summary>The reports of each list, in the order of <see cref="Lists"/>.</summary>
    internal ImmutableArray<ImmutableArray<ReportTarget>> OfLists { get; private init; } = [];

    /// <summary>The overview: a page, and with the format xlsx a workbook; empty for a single list.</summary>
    internal ImmutableArray<ReportTarget> Overview { get; private init; } = [];

    /// <summary>All of them.</summary>
    internal IReadOnlyCollection<ReportTarget> All => [.. OfRun, .. OfLists.SelectMany(targets => targets), .. Overview];

    /// <summary>The plan of a run.</summary>
    /// <param name="job">What was asked.</param>
    /// <param name="lists">The lists to check.</param>
    /// <param name="formats">Names of formats as in <see cref="ReportFiles.Formats"/>.</param>
    /// <param name="perFile">Whether each list of a run over a folder or several paths gets reports of its own, and all together an overview.</param>
    public static ReportPlan From(CheckJob job, IReadOnlyList<CheckInput> lists, IReadOnlyList<string> formats, bool perFile)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(lists);
        if (lists.Select(list => list.Name).Distinct(StringComparer.Ordinal).Count() < lists.Count)
        {
            throw new OutputRefusedException($"--name {job.Inputs[0].Name} is the path of another list of this run. Give the list of standard input "
                + $"another name.");
        }

        string[] wanted = [.. formats.Distinct(StringComparer.OrdinalIgnoreCase)];
        IReadOnlyList<string> names = ReportNames.Get(lists, job.Paths, [.. wanted.SelectMany(GetSuffixes)]);
        if (NamesOneList(job, lists))
        {
            return new ReportPlan(job, lists)
            {
                IsOfOneList = true,
                OfLists = [
                    [.. wanted.Select(format => GetTarget(format, IsOfRun(format) ? names[0][(names[0].LastIndexOf('/') + 1)..] : names[0], lists[0]))]]
            };
        }

        // A workbook belongs to one list, and bears the name of its other reports.
        string[] ofRun = [.. wanted.Where(format => format != WorkbookFiles.Format)];
        string[] ofEach = perFile ? [.. wanted.Where(format => !IsOfRun(format))] : [.. wanted.Where(format => format == WorkbookFiles.Format)];
        return new ReportPlan(job, lists)
        {
            OfRun = [.. ofRun.Select(format => new ReportTarget(ReportNames.OfRun + GetSuffixes(format)[0], format, null))],
            OfLists = [.. lists.Select((list, at) => ofEach.Select(format => GetTarget(format, names[at], list)).ToImmutableArray())],
            Overview = perFile ? [.. GetOverview(wanted)] : [],
        };
    }

    /// <summary>Whether the run looked for lists at a full path, because a folder above it or a pattern was named. A list that is not there is gone.</summary>
    internal bool Searches(string full) => _searched.Any(folder => ReportNames.Below(folder, full) is not null);

    /// <summary>Whether a report could have the name of this file.</summary>
    internal static bool IsReportName(string path) => GetSuffix(path).Length > 0 || Path.GetFileName(path) == ReportNames.OfOverview + ".xlsx";

    /// <summary>The end of a report's name that its format gives it; empty for a name that no format gives.</summary>
    internal static string GetSuffix(string name) =>
        ReportFiles.Formats.SelectMany(GetSuffixes).Where(suffix => name.EndsWith(suffix, StringComparison.Ordinal)).MaxBy(suffix => suffix.Length) ?? "";

    // One list that was named itself. A folder that holds one list today holds two tomorrow, and the names of its reports must not change with that.
    private static bool NamesOneList(CheckJob job, IReadOnlyList<CheckInput> lists) =>
        lists.Count == 1 && job.Paths.Length + job.Inputs.Length == 1 && (job.Paths.IsEmpty || lists[0].Name == job.Paths[0].Replace('\\', '/'));

    private static bool IsOfRun(string format) => FormatsOfRuns.Contains(format, StringComparer.OrdinalIgnoreCase);

    private static ReportTarget GetTarget(string format, string name, CheckInput list) =>
        new(name + (format == WorkbookFiles.Format ? WorkbookSuffixes[WorkbookFiles.KeepsMacros(list) ? 1 : 0] : GetSuffixes(format)[0]), format, list.Name);

    private static IEnumerable<ReportTarget> GetOverview(string[] formats)
    {
        yield return new ReportTarget(ReportNames.OfOverview + ".html", "html", null);
        if (formats.Contains(WorkbookFiles.Format, StringComparer.Ordinal))
        {
            yield return new ReportTarget(ReportNames.OfOverview + ".xlsx", WorkbookFiles.Format, null);
        }
    }

    private static string[] GetSuffixes(string format) => format == WorkbookFiles.Format ? WorkbookSuffixes
        : [ReportWriters.Find(format)?.FileSuffix ?? throw new ArgumentException($"Unknown report format '{format}'.", nameof(format))];
}
