using System.Globalization;
using SourcingCompliance.Determinations;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Cli.Display;

/// <summary>What a run over several BOMs ends with: how many of them are affected, which are the worst, and where the rest is.</summary>
internal static class BatchEnding
{
    private const int MostShown = 10;

    /// <summary>Shows it.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="report">A report over a folder or several paths.</param>
    /// <param name="overview">Path of the report that lists all files; null = none was written.</param>
    public static void Show(ConsoleScreen screen, ComplianceReport report, string? overview)
    {
        IndexedFile[] files = [.. BatchIndex.Of(report).Files];
        IndexedFile[] bad = [.. files.Where(file => file.IsUnreadable || file.Worst is Verdict.Violation or Verdict.Suspect or Verdict.Open)];
        screen.Line();
        screen.Line(SentenceOf(files));
        foreach (IndexedFile file in bad.Take(MostShown))
        {
            (string? color, string mark) = file.Worst is { } worst && !(file.IsUnreadable && worst != Verdict.Violation)
                ? (ConsoleScreen.ColorOf(worst), $"  {VerdictLook.Of(worst).Shape} ")
                : ((string?)"red", "  ! ");
            screen.Line(color, mark, $"{PathOf(file)}: {CountsOf(file)}", "      ");
        }

        if (bad.Length > MostShown)
        {
            screen.Line(null, "  ", $"… and {Number(bad.Length - MostShown)} more.", "");
        }

        if (overview is not null)
        {
            screen.Line($"All {ReportWords.CountOf(files.Length, "BOM")}: {overview}", "      ");
        }
    }

    /// <summary>How many of the BOMs are affected, each counted once by its worst verdict.</summary>
    internal static string SentenceOf(IReadOnlyCollection<IndexedFile> files)
    {
        int violations = files.Count(file => file.Counts?.Violation > 0);
        int unreadable = files.Count(file => file.IsUnreadable && !(file.Counts?.Violation > 0));
        int suspects = files.Count(file => !file.IsUnreadable && file.Worst == Verdict.Suspect);
        int open = files.Count(file => !file.IsUnreadable && file.Worst == Verdict.Open);
        string[] others =
        [
            .. suspects > 0 ? [$"{Number(suspects)} more {(suspects == 1 ? "has" : "have")} suspects"] : Array.Empty<string>(),
            .. open > 0 ? [$"{Number(open)} more {(open == 1 ? "is" : "are")} open"] : Array.Empty<string>(),
            .. unreadable > 0 ? [$"{Number(unreadable)} could not be read in full"] : Array.Empty<string>(),
        ];
        string of = $"{Number(violations)} of {ReportWords.CountOf(files.Count, "BOM")} {(violations == 1 ? "has" : "have")} violations";
        return others.Length == 0 ? $"{of}." : $"{of}; {string.Join(", ", others)}.";
    }

    private static string PathOf(IndexedFile file) => file.Report.Path.StartsWith("./", StringComparison.Ordinal) ? file.Report.Path[2..] : file.Report.Path;

    private static string CountsOf(IndexedFile file)
    {
        string[] counts =
        [
            .. file.Counts is { Violation: > 0 and int violations } ? [ReportWords.CountOf(violations, "violation")] : Array.Empty<string>(),
            .. file.Counts is { Suspect: > 0 and int suspects } ? [ReportWords.CountOf(suspects, "suspect")] : Array.Empty<string>(),
            .. file.Counts is { Open: > 0 and int open } ? [$"{Number(open)} open"] : Array.Empty<string>(),
            .. file.IsUnreadable ? ["not read in full"] : Array.Empty<string>(),
        ];
        return string.Join(", ", counts);
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
