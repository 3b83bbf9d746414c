using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using static SourcingCompliance.Formats.Writing.Markdown.MarkdownText;

namespace SourcingCompliance.Formats.Writing.Markdown;

/// <content>The rows of the tables.</content>
public sealed partial class MarkdownReportWriter
{
    private static string GetVerdicts(IEnumerable<Finding> findings) =>
        $" ({string.Join(", ", findings.GroupBy(finding => finding.Verdict).OrderBy(group => group.Key).Select(group => $"{Number(group.Count())} {VerdictLook.From(group.Key).Name}"))})";

    private static string FindingRow(Finding finding)
    {
        VerdictLook look = VerdictLook.From(finding.Verdict);
        return $"| {look.Shape} {look.Name} | {Escape(finding.Cell.ToString())} | {Escape(finding.PartNumber)} | "
            + $"{Escape(finding.Message)}{GetMarks(finding)} |\n";
    }

    private static string ExemptRow((LineReport Line, Determination Determination) entry)
    {
        VerdictLook look = VerdictLook.From(Verdict.Exempt);
        return $"| {look.Shape} {Escape(entry.Line.Row.ToString())} | {Escape(entry.Line.PartNumber)} | {Escape(entry.Determination.Basis)} | "
            + $"{Escape(string.Join(" ", entry.Determination.Notes))} |\n";
    }

    private static string GetMarks(Finding finding) =>
        (finding.Waiver is { } waiver ? $" **{Escape(WaiverWords.Format(waiver))}**" : "")
            + (finding.Baseline is { } state ? $" ({ReportTokens.Format(state)})" : "");

    private static string WaiverRow(WaiverUse use) =>
        $"| {Escape(use.Waiver.Id)} | {WaiverWords.Format(use.State)} | {LegalBases.GetWord(use.Waiver.Basis)} | "
            + $"{Escape(WaiverWords.Format(use.Waiver.Match))} | {ReportTokens.Format(use.Waiver.Expires)} | {Escape(use.Waiver.ApprovedBy)} | "
                + $"{Number(use.Findings.Length)} |\n";

    private static string ActionRow(RemediationAction action)
    {
        string start = ReportTokens.Format(action.StartBy) + (action.IsLate || action.OverdueDays > 0 ? ", **late**" : "");
        string what = (action.IsCritical ? $"**{Escape(action.Title)}**" : Escape(action.Title)) + (action.IsFallback ? " (backup plan)" : "");
        return $"| {start} | {ReportTokens.Format(action.DueBy)} | {what} | {Escape(action.Owner)} | "
            + $"{Escape(string.Join(", ", action.Parts.Take(MostParts)))}{(action.Parts.Length > MostParts ? $" and {Number(action.Parts.Length - MostParts)} more" : "")} |\n";
    }

    private static string TaskRow(TodayTask task) =>
        $"| {Escape(task.Title)} | {Escape(task.Owner)} | {Wording.FormatDate(task.NeededBy)}{(task.IsLate ? ", **late**" : "")} | "
            + $"{(task.Settles.Total > 0 ? task.Settles.Words : "")} |\n";

    private static string LateRow(LatePart part, bool isCertain) =>
        $"| {Escape(part.PartNumber)} | {(isCertain ? "in any case" : "if the answer is bad")} | {Escape(part.Fix)} | "
            + $"{Wording.FormatDate(part.EarliestCompletion)} |\n";

    private static string PolicyRow(PolicyFinding finding) =>
        $"| {ReportTokens.Format(finding.Severity)} | {Escape(finding.Row.ToString())} | {Escape(finding.PartNumber)} | {Escape(finding.Message)} | "
            + $"{Escape($"{finding.Workflow}/{finding.Rule}")}{(finding.Link is { } link ? $" ({Escape(link)})" : "")} |\n";

    private static string AdvisoryRow(AdvisoryGroup group) =>
        $"| {Escape(group.Advisory.Title)} ({group.Advisory.Rule}, {string.Join(", ", group.Substances)}; {Escape(group.Advisory.Citation)}) | "
            + $"{string.Join("<br>", group.Advisory.Figures.Select(figure => Escape($"{figure.Text} ({figure.AsOf}; {figure.Reference})")))} | "
                + $"{Number(group.Lines.Length)} |\n";

    private static string DiagnosticRow(Diagnostic diagnostic) =>
        $"| {ReportTokens.Format(diagnostic.Severity)} {diagnostic.Id} | {Escape(diagnostic.Cell.ToString())} | "
            + $"{Escape(diagnostic.Hint is null ? diagnostic.Message : $"{diagnostic.Message} {diagnostic.Hint}")} |\n";

    private static string FileRow(FileReport file)
    {
        IEnumerable<string> sheets = file.Sheets.Select(sheet =>
            (sheet.Name.Length > 0 ? Escape(sheet.Name) + ": " : "") + (sheet.HeaderRow is { } row
                ? string.Create(CultureInfo.InvariantCulture, $"header in row {row}; ")
                    + string.Join(", ", sheet.Columns.Select(column => $"{CellRef.GetLetters(column.Column)} = {ReportTokens.Format(column.Field)}"))
                : "no BOM was found"));
        return $"| {Escape(file.Path)} | {Number(file.LineCount)} | {(file.Sheets.IsEmpty ? "not read" : string.Join("; ", sheets))} |\n";
    }
}
