using System.Globalization;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
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
        IndexedFile[] files = [.. BatchIndex.From(report).Files];
        IndexedFile[] bad = [.. files.Where(file => file.IsUnreadable || file.Worst is Verdict.Violation or Verdict.Suspect or Verdict.Open)];
        screen.Line();
        screen.Line(BatchWords.GetSentence(files));
        foreach (IndexedFile file in bad.Take(MostShown))
        {
            (string? color, string mark) = file.Worst is { } worst && !(file.IsUnreadable && worst != Verdict.Violation)
                ? (ConsoleScreen.GetColor(worst), $"  {VerdictLook.From(worst).Shape} ")
                : ((string?)"red", "  ! ");
            screen.Line(color, mark, $"{GetPath(file)}: {BatchWords.GetCounts(file)}", "      ");
        }

        if (bad.Length > MostShown)
        {
            screen.Line(null, "  ", $"… and {Number(bad.Length - MostShown)} more.", "");
        }

        if (overview is not null)
        {
            screen.Line($"All {Wording.FormatCount(files.Length, "BOM")}: {overview}", "      ");
        }
    }

    private static string GetPath(IndexedFile file) => file.Report.Path.StartsWith("./", StringComparison.Ordinal) ? file.Report.Path[2..] : file.Report.Path;

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
