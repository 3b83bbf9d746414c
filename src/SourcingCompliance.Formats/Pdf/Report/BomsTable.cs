using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The BOMs of a run over several, the worst first, each in one row.</summary>
internal static class BomsTable
{
    /// <summary>The table.</summary>
    public static Table Get(ReportSetting setting) => new(
        [new TableColumn(5.2), Numbers(1.4), Numbers(1.35), Numbers(1.35), Numbers(1.35), Numbers(1.35)],
        [Table.HeadRow("BOM", "Line items", "Violation", "Suspect", "Open", "Exempt, pass")],
        [.. BatchIndex.From(setting.Report).Files.Select(file => GetRow(file, setting))])
    {
        Summary = "BOMs, worst first, with the number of line items of each verdict",
        Style = ReportSetting.Row,
        Padding = 2.2,
    };

    private static TableRow GetRow(IndexedFile file, ReportSetting setting) => new(
        new TableCell(new Paragraph(
            Run.Strong(setting.Words(setting.Names.Get(file.Report.Path))),
            file.IsUnreadable ? new Run(" not read in full") { Color = VerdictPrint.From(Verdict.Violation).Color }
                : Run.Muted(file.Report.Identity.Name.Length > 0 ? $" {setting.Words(file.Report.Identity.Name)}" : "")))
        { IsRowHead = true },
        Wording.GetNumber(file.Report.LineCount),
        Cell(file.Counts?.Violation ?? 0, Verdict.Violation), Cell(file.Counts?.Suspect ?? 0, Verdict.Suspect), Cell(file.Counts?.Open ?? 0, Verdict.Open),
        new TableCell(new Paragraph(Run.Muted(Wording.GetNumber((file.Counts?.Exempt ?? 0) + (file.Counts?.Pass ?? 0))))));

    private static TableCell Cell(int count, Verdict verdict)
    {
        var look = VerdictPrint.From(verdict);
        return count == 0
            ? new TableCell(new Paragraph(Run.Muted("–")))
            : new TableCell(new Paragraph(
                new Run(count.ToString("N0", CultureInfo.InvariantCulture)) { Mark = look.Mark, Color = look.Color, IsStrong = true }))
            { Tint = look.Tint };
    }

    private static TableColumn Numbers(double parts) => new(parts) { Alignment = Alignment.Right };
}
