using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Csv;

/// <summary>Writes the findings as a table, one row each, worst first.</summary>
public sealed class FindingsCsvWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public string FileSuffix => ".findings.csv";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using var table = new CsvTable(output, "verdict", "file", "sheet", "cell", "part number", "description", "manufacturer", "supplier",
            "path", "material", "stage", "element", "countries", "cell text", "message", "questions", "citation", "rule",
            "regimes", "actions", "id", "waiver", "waived until", "baseline");
        foreach (Finding finding in report.Findings)
        {
            table.Text(ReportTokens.Format(finding.Verdict)).Text(finding.Cell.File).Text(finding.Cell.Sheet).Text(finding.Cell.Address)
                .Text(finding.PartNumber).Text(finding.Description).Text(finding.Manufacturer).Text(finding.Supplier)
                .Text(string.Join(" > ", finding.Path)).Text(finding.Material).Text(finding.Stage).Text(finding.Element).Texts(finding.Countries)
                .Text(finding.CellText).Text(finding.Message).Texts(finding.Missing.Select(fact => fact.Question)).Text(finding.Citation)
                .Text(finding.Rule).Texts(finding.Regimes).Texts(finding.Actions).Text(finding.Id)
                .Text(finding.Waiver?.Waiver.Id).Date(finding.Waiver?.Waiver.Expires)
                .Text(finding.Baseline is { } state ? ReportTokens.Format(state) : null).End();
        }

        // A policy finding is no verdict; its first cell says so, and a filter on verdicts does not show it.
        foreach (PolicyFinding finding in report.PolicyFindings)
        {
            table.Text($"policy {ReportTokens.Format(finding.Severity)}").Text(finding.Row.File).Text(finding.Row.Sheet).Text(finding.Row.Address)
                .Text(finding.PartNumber).Text(finding.Description).Text(null).Text(null).Text(string.Join(" > ", finding.Path))
                .Text(null).Text(null).Text(null).Text(null)
                .Text(null).Text(finding.Message).Text(null).Text(finding.Link).Text(finding.Id).Text(null)
                .Text(null).Text(null).Text(null).Date(null).Text(null).End();
        }
    }
}
