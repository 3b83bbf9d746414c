using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Csv;

/// <summary>
/// Writes the lines as they were understood, one row each in document order: what reviewers compare when the bill of materials
/// itself is a workbook that no tool can compare.
/// </summary>
public sealed class LinesCsvWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "lines-csv";

    /// <inheritdoc/>
    public string FileSuffix => ".lines.csv";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        string[] regimes = [.. report.Summary.Regimes.Select(summary => summary.Regime.Id)];
        using var table = new CsvTable(output,
        [
            "file", "sheet", "row", "level", "part number", "description", "quantity", "manufacturer", "supplier", "path",
            "origin", "countries", "certainty", "relation", "materials", "other substances",
            .. regimes.Select(regime => "verdict " + regime), .. regimes.Select(regime => "rolled up " + regime), "exemptions",
        ]);
        foreach (LineReport line in report.Files.SelectMany(file => file.Lines))
        {
            OriginSummary origin = OriginSummary.From(line.Origins);
            table.Text(line.Row.File).Text(line.Row.Sheet).Number(line.Row.Row).Number(line.Level).Text(line.PartNumber).Text(line.Description)
                .Number(line.Quantity).Text(line.Manufacturer).Text(line.Supplier).Text(string.Join(" > ", line.Path))
                .Text(origin.Raw).Texts(origin.Countries.Select(country => country.Code)).Text(ReportTokens.Format(origin.Certainty))
                .Text(ReportTokens.Format(origin.Relation))
                .Texts(line.Materials.Select(material => $"{material.Material} ({ReportTokens.Format(material.Presence)})"))
                .Texts(line.OtherSubstances.Select(substance => $"{substance.Id} ({ReportTokens.Format(substance.Kind)})"));
            foreach (string regime in regimes)
            {
                table.Text(GetVerdict(line.Verdicts, regime));
            }

            foreach (string regime in regimes)
            {
                table.Text(GetVerdict(line.RolledUp, regime));
            }

            table.Texts(line.Determinations.Where(determination => determination.Verdict == Verdict.Exempt)
                .Select(determination => determination.Basis).Distinct(StringComparer.Ordinal));
            table.End();
        }
    }

    private static string GetVerdict(IEnumerable<RegimeVerdict> verdicts, string regime) =>
        verdicts.FirstOrDefault(verdict => verdict.Regime == regime) is { } verdict ? ReportTokens.Format(verdict.Verdict) : "";
}
