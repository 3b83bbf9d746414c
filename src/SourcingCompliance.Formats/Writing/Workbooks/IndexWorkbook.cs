using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Writes the workbook over all files of a run: how many BOMs have violations, files worst first, parts and where they are used, what to replace
/// first.</summary>
public static class IndexWorkbook
{
    private const int PlacesOfRow = 25;
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    /// <summary>Writes the workbook.</summary>
    /// <param name="report">The report over all files.</param>
    /// <param name="output">Receives the workbook.</param>
    public static void Write(ComplianceReport report, Stream output)
    {
        var index = BatchIndex.From(report);
        using WorkbookPackage package =
            WorkbookPackage.Create(report, new[] { Summary(report, index), Files(index), Parts(index), Fixes(report) }.Concat(PlanTables.All(report, null))
                .Concat(WorkbookTables.Evidence(report.Summary.Coverage.Evidence)).Concat(Policies(report)).Select(table => table.ToFrame()));
        package.Save(output);
    }

    private static WorkbookTable Summary(ComplianceReport report, BatchIndex index) => new("Sourcing summary",
        [new("", 26), new("", 74)],
        [
            .. SummaryTable.Begin(report, Wording.FormatCount(index.Files.Length, "BOM"), BatchWords.GetSentence(index.Files)),
            .. report.Summary.Regimes.SelectMany(regime => SummaryTable.GetCounts(report, regime)),
            .. SummaryTable.End(report),
        ])
    {
        IsPortrait = true,
    };

    private static WorkbookTable Files(BatchIndex index) => new("Files",
        [new("Worst", 15), new("File", 56), .. Verdicts.Select(verdict => new TableColumn(VerdictCell.From(verdict).Text, 13)), new("Lines", 10)],
        [.. index.Files.Select(file => new TableRow(file.Worst,
        [
            file.Worst is { } worst ? VerdictCell.From(worst).Text : "Not read", file.Report.Path,
            .. Verdicts.Select(verdict => (object)(file.Counts?[verdict] ?? 0)), file.Report.LineCount,
        ]))]);

    private static WorkbookTable Parts(BatchIndex index) => new("Where used",
        [new("Worst", 15), new("Part", 28), new("Manufacturer", 28), new("Findings", 11), new("Files", 9), new("Used in", 78)],
        [.. index.Parts.SelectMany(part => GetPlaces(part.Files).Select((places, at) => new TableRow(
            part.Worst, VerdictCell.From(part.Worst).Text, part.PartNumber, part.Manufacturer, at == 0
                ? part.Findings : "", at == 0 ? part.Files.Length : "", places)))]);

    private static WorkbookTable Fixes(ComplianceReport report) => new("What to replace first",
        [new("Part", 28), new("Manufacturer", 28), new("Clears violations", 13), new("With those above", 13), new("Used in", 78)],
        [.. (report.Plan?.Fixes.Parts ?? []).SelectMany(fix => GetPlaces(fix.UsedIn.Select(place => $"{place.File}: {place.Path}"))
            .Select((places, at) => new TableRow(
            null, fix.PartNumber, fix.Manufacturer, at == 0 ? fix.Violations : "", at == 0 ? fix.ClearedSoFar : "", places)))]);

    private static IEnumerable<WorkbookTable> Policies(ComplianceReport report)
    {
        TableRow[] rows = [.. report.PolicyFindings.Select(finding => new TableRow(
            null, ReportTokens.Format(finding.Severity), finding.Row.ToString(), finding.PartNumber, finding.Message, $"{finding.Workflow}/{finding.Rule}"))];
        return rows.Length == 0
            ? []
            : [new WorkbookTable("Company policies", [new("Severity", 12), new("Row", 50), new("Part", 24), new("What and why", 60), new("Policy", 30)], rows)];
    }

    // A part that a thousand BOMs use goes on in further rows of its own: no row shows more lines than these, and a cell holds only so many
    // characters. Its numbers are in the first row only, so that they can be summed.
    private static IEnumerable<string> GetPlaces(IEnumerable<string> places) => places.Chunk(PlacesOfRow)
        .Select(some => string.Join("\n", some)).DefaultIfEmpty("");
}
