using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>The sheets that every workbook gets, the same whether it is the user's own or a new one.</summary>
internal static class WorkbookTables
{
    /// <summary>All of them: summary, findings, plan, evidence, statements, and what does not change the result.</summary>
    public static IEnumerable<WorkbookTable> All(ComplianceReport report, FileReport file) =>
        [SummaryTable.Create(report, file), Findings(report, file), .. PlanTables.All(report, file), .. Evidence(report.Summary.Coverage.Evidence),
            .. StatementTable.All(report, file), .. Policies(report, file), .. Advisories(report, file)];

    /// <summary>The findings, worst first. What one reads is printed; what one filters by stands on its right.</summary>
    private static WorkbookTable Findings(ComplianceReport report, FileReport file) => new("Sourcing findings",
        [
            new("Verdict", 14), new("Part number", 20), new("Description", 30), new("What and why", 66), new("Supplier", 20), new("Cell", 14),
            new("Questions", 60), new("Material", 20), new("Assembly", 36), new("Paragraph", 24), new("Finding", 14),
        ],
        [.. FindingPeriod.From(report, file.Findings).SelectMany(period => (IEnumerable<TableRow>)
        [
            .. period.Title is { } title ? [new TableRow(null, "", "", "", title) { Look = RowLook.Strong }] : Array.Empty<TableRow>(),
            .. period.Findings.Select(GetRow),
        ])])
    {
        PrintedColumns = 6,
    };

    private static TableRow GetRow(Finding finding) => new(
            finding.Verdict, VerdictCell.From(finding.Verdict).Text, finding.PartNumber, finding.Description, finding.Message, finding.Supplier,
            finding.Cell.Sheet.Length > 0 ? $"{finding.Cell.Sheet}!{finding.Cell.Address}" : finding.Cell.Address,
            string.Join("\n", finding.Missing.Select(fact => fact.Question)), finding.Material ?? "",
            string.Join(" / ", finding.Path), finding.Citation, finding.Id);

    /// <summary>How well the required steps are supported, by supplier and by material: one table, or none.</summary>
    internal static IEnumerable<WorkbookTable> Evidence(EvidenceCoverage evidence) => evidence.Steps.Total == 0
        ? []
        : [new WorkbookTable("Evidence on file",
            [new("By", 14), new("Supplier or material", 44), new("Line items", 12), new("Documented", 14),
                new("Stated", 12), new("Expired", 12), new("Unknown", 12)],
            [
                .. evidence.BySupplier.Select(group => GetRow("supplier", group.Name.Length > 0 ? group.Name : "not stated", group)),
                .. evidence.ByMaterial.Select(group => GetRow("material", group.Name, group)),
            ])
        {
            IsPortrait = true,
        }];

    private static TableRow GetRow(string kind, string name, CoverageGroup group) =>
        new(null, kind, name, group.Lines, group.Steps.Documented, group.Steps.Stated, group.Steps.Expired, group.Steps.Unknown);

    /// <summary>What advisories say of the file's lines: one table, or none.</summary>
    private static IEnumerable<WorkbookTable> Advisories(ComplianceReport report, FileReport file)
    {
        TableRow[] rows = [.. AdvisoryGroup.From([.. report.Advisories.Select(advisory => advisory
            with { Lines = [.. advisory.Lines.Where(line => line.Row.File == file.Path)] }).Where(advisory => !advisory.Lines.IsEmpty)])
            .Select(group => new TableRow(
                null, group.Advisory.Title, string.Join(", ", group.Substances),
                string.Join("\n", group.Advisory.Figures.Select(figure => $"{figure.Text} ({figure.AsOf}; {figure.Reference})")),
                string.Join(", ", group.Lines.Select(line => line.PartNumber).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)),
                group.Advisory.Citation, $"{group.Advisory.Rule}, {group.Advisory.Pack}"))];
        return rows.Length == 0
            ? []
            : [new WorkbookTable("Related information",
                [new("What (does not affect the result)", 44), new("Substances", 20), new("Figures with date and source", 90), new("Parts", 60),
                    new("Source", 50), new("Rule", 36)], rows) { PrintedColumns = 3 }];
    }

    /// <summary>The file's lines that do not meet a policy of the company: one table, or none.</summary>
    private static IEnumerable<WorkbookTable> Policies(ComplianceReport report, FileReport file) => file.PolicyFindings.IsEmpty
        ? []
        : [new WorkbookTable("Company policies",
            [new("Severity", 14), new("Row", 16), new("Part number", 22), new("Description", 36), new("What and why", 70), new("Policy", 30), new("Link", 50)],
            [.. file.PolicyFindings.Select(finding => new TableRow(
                null, ReportTokens.Format(finding.Severity) + (ExitCodes.IsGated(report.Run, finding) ? ", fails the run" : ""),
                (finding.Row with { File = "" }).ToString(), finding.PartNumber,
                finding.Description, finding.Message, $"{finding.Workflow}/{finding.Rule}", finding.Link ?? ""))]) { PrintedColumns = 6 }];

    /// <summary>A day as it sorts.</summary>
    internal static string ToDay(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
