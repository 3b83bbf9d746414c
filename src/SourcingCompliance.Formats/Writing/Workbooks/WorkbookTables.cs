using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>One table of a workbook: heads with widths in characters, and rows of text with a verdict for the tint.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Heads">Heads with their column widths.</param>
/// <param name="Rows">The rows; a verdict tints the first cell, null tints none.</param>
internal sealed record WorkbookTable(string Name, IReadOnlyList<(string Head, double Width)> Heads, IReadOnlyList<(Verdict? Verdict, string[] Cells)> Rows)
{
    private const double PointsPerLine = 14.5;
    private const double TallestRow = 400;

    /// <summary>Height in points that a row needs when its texts wrap in their columns. Programs that open the file do not work it out.</summary>
    public double HeightOf(string[] cells)
    {
        int lines = 1;
        for (int column = 0; column < cells.Length; column++)
        {
            int own = cells[column].Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / Math.Max(1, Heads[column].Width - 2))));
            lines = Math.Max(lines, own);
        }

        return Math.Min(TallestRow, lines * PointsPerLine);
    }
}

/// <summary>The tables that every workbook gets, the same whether it is the user's own or a new one.</summary>
internal static class WorkbookTables
{
    /// <summary>The findings, worst first.</summary>
    public static WorkbookTable Findings(FileReport file) => new("Sourcing findings",
        [("Verdict", 15), ("Part number", 22), ("Description", 36), ("Cell", 16), ("What and why", 90), ("Paragraph", 24), ("Material", 20), ("Supplier", 24), ("Assembly", 36), ("Questions", 70), ("Finding", 14)],
        [.. file.Findings.Select(finding => ((Verdict?)finding.Verdict, new[]
        {
            VerdictCell.Of(finding.Verdict).Text, finding.PartNumber, finding.Description,
            finding.Cell.Sheet.Length > 0 ? $"{finding.Cell.Sheet}!{finding.Cell.Address}" : finding.Cell.Address,
            finding.Message, finding.Citation, finding.Material ?? "", finding.Supplier, string.Join(" / ", finding.Path),
            string.Join("\n", finding.Missing.Select(fact => fact.Question)), finding.Id,
        }))]);

    /// <summary>The plan, in order of the latest start.</summary>
    public static WorkbookTable Plan(ComplianceReport report, FileReport file)
    {
        HashSet<string> mine = [.. file.Findings.Select(finding => finding.Id)];
        return new("Sourcing plan",
            [("Start by", 13), ("Done by", 13), ("Overdue (days)", 14), ("What", 60), ("Owner", 22), ("Supplier", 24), ("Parts", 36), ("Detail", 80), ("Lead time (business days)", 24), ("Where the lead time comes from", 30), ("Findings", 30)],
            [.. report.Actions.Where(action => action.Findings.Any(mine.Contains)).Select(action => ((Verdict?)null, new[]
            {
                Day(action.StartBy), Day(action.DueBy), action.OverdueDays > 0 ? action.OverdueDays.ToString(CultureInfo.InvariantCulture) : "",
                action.Title, action.Owner, action.Supplier ?? "", string.Join(", ", action.Parts), action.Detail,
                string.Create(CultureInfo.InvariantCulture, $"{action.LeadBusinessDays} ({action.LeadRange.Least} to {action.LeadRange.Most})"), action.LeadSource,
                string.Join(", ", action.Findings.Where(mine.Contains)),
            }))]);
    }

    /// <summary>What advisories say of the file's lines: one table, or none.</summary>
    public static IEnumerable<WorkbookTable> Advisories(ComplianceReport report, FileReport file)
    {
        (Verdict?, string[])[] rows = [.. report.Advisories.Select(advisory => (Advisory: advisory, Lines: advisory.Lines.Where(line => line.Row.File == file.Path).ToArray()))
            .Where(told => told.Lines.Length > 0).Select(told => ((Verdict?)null, new[]
            {
                told.Advisory.Title, told.Advisory.Substance,
                string.Join("\n", told.Advisory.Figures.Select(figure => $"{figure.Text} ({figure.AsOf}; {figure.Reference})")),
                string.Join(", ", told.Lines.Select(line => line.PartNumber).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)),
                told.Advisory.Citation, $"{told.Advisory.Rule}, {told.Advisory.Pack}",
            }))];
        return rows.Length == 0
            ? []
            : [new WorkbookTable("Worth knowing, no verdict",
                [("What", 50), ("Substance", 20), ("Figures with date and source", 90), ("Parts", 40), ("Where it comes from", 50), ("Rule", 36)], rows)];
    }

    /// <summary>The file's lines that do not meet a policy of the company: one table, or none.</summary>
    public static IEnumerable<WorkbookTable> Policies(ComplianceReport report, FileReport file) => file.PolicyFindings.IsEmpty
        ? []
        : [new WorkbookTable("Company policies, no verdict", [("Severity", 12), ("Row", 16), ("Part number", 22), ("Description", 36), ("What and why", 80), ("Policy", 36), ("Link", 50)],
            [.. file.PolicyFindings.Select(finding => ((Verdict?)null, new[]
            {
                ReportTokens.Of(finding.Severity) + (ExitCodes.IsGated(report.Run, finding) ? ", fails the run" : ""), (finding.Row with { File = "" }).ToString(), finding.PartNumber,
                finding.Description, finding.Message, $"{finding.Workflow}/{finding.Rule}", finding.Link ?? "",
            }))])];

    /// <summary>The answer, the counts and the limits.</summary>
    public static WorkbookTable Summary(ComplianceReport report, FileReport file) => new("Sourcing summary",
        [("What", 34), ("Answer", 110)],
        [
            (null, ["File", file.Path]),
            (null, ["Answer", Answer.Of(report)]),
            (null, ["First step", Answer.FirstStep(report) ?? "Nothing is to be done."]),
            (null, ["Checked as of", Day(report.Run.AsOf)]),
            .. file.Regimes.SelectMany(regime => Enum.GetValues<Verdict>().Select(verdict =>
                ((Verdict?)verdict, new[] { VerdictCell.Of(verdict).Text, string.Create(CultureInfo.InvariantCulture, $"{regime[verdict]} lines, {ReportWords.DeliveriesOf([regime.Regime])}") }))),
            .. report.Packs.Select(pack => ((Verdict?)null, new[] { "Law applied", $"{pack.Title}, edition {pack.Edition}, {pack.Status}{(pack.VerifyBy is { } day ? $", to be verified by {Day(day)}" : "")}, sha256 {pack.Sha256}" })),
            (null, ["Limits", "No violation found is said of the evidence supplied, not of the product. Not legal advice."]),
        ]);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
