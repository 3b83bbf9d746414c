using System.Globalization;
using ClosedXML.Excel;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Writes the workbook over all files of a run: files worst first, parts and where they are used, what to replace first.</summary>
public static class IndexWorkbook
{
    private const int PlacesOfRow = 25;

    /// <summary>Writes the workbook.</summary>
    public static void Write(ComplianceReport report, Stream output)
    {
        var index = BatchIndex.Of(report);
        using var workbook = new XLWorkbook();
        workbook.Properties.Author = report.Tool.Name;
        workbook.Properties.Created = report.Run.AsOf.ToDateTime(TimeOnly.MinValue);
        workbook.Properties.Modified = report.Run.AsOf.ToDateTime(TimeOnly.MinValue);
        NewWorkbook.Fill(workbook, Files(index));
        NewWorkbook.Fill(workbook, Parts(index));
        NewWorkbook.Fill(workbook, Fixes(report));
        using var buffer = new MemoryStream();
        workbook.SaveAs(buffer);
        StableZip.Copy(buffer, output, report.Run.AsOf);
    }

    private static WorkbookTable Files(BatchIndex index) => new("Files",
        [("Worst", 16), ("File", 60), .. Enum.GetValues<Verdict>().Select(verdict => (VerdictCell.Of(verdict).Text, 12d)), ("Lines", 12)],
        [.. index.Files.Select(file => (file.Worst, new[] { file.Worst is { } worst ? VerdictCell.Of(worst).Text : "Not read", file.Report.Path }
            .Concat(Enum.GetValues<Verdict>().Select(verdict => NumberOf(file.Counts?[verdict] ?? 0))).Append(NumberOf(file.Report.LineCount)).ToArray()))]);

    private static WorkbookTable Parts(BatchIndex index) => new("Where used",
        [("Worst", 16), ("Part", 28), ("Manufacturer", 28), ("Findings", 12), ("Files", 10), ("Used in", 90)],
        [.. index.Parts.SelectMany(part => PlacesOf(part.Files).Select((places, at) => ((Verdict?)part.Worst, new[]
        {
            VerdictCell.Of(part.Worst).Text, part.PartNumber, part.Manufacturer,
            at == 0 ? NumberOf(part.Findings) : "", at == 0 ? NumberOf(part.Files.Length) : "", places,
        })))]);

    private static WorkbookTable Fixes(ComplianceReport report) => new("What to replace first",
        [("Part", 28), ("Manufacturer", 28), ("Clears violations", 18), ("With those above", 18), ("Used in", 90)],
        [.. (report.Plan?.Fixes.Parts ?? []).SelectMany(fix => PlacesOf(fix.UsedIn.Select(place => $"{place.File}: {place.Path}")).Select((places, at) => ((Verdict?)null, new[]
        {
            fix.PartNumber, fix.Manufacturer, at == 0 ? NumberOf(fix.Violations) : "", at == 0 ? NumberOf(fix.ClearedSoFar) : "", places,
        })))]);

    // A part that a thousand lists use goes on in further rows of its own: no row shows more lines than these, and a cell holds only so many
    // characters. Its numbers stand in the first row only, so that they can be summed.
    private static IEnumerable<string> PlacesOf(IEnumerable<string> places) => places.Chunk(PlacesOfRow).Select(some => string.Join("\n", some)).DefaultIfEmpty("");

    private static string NumberOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
