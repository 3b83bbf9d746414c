using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The BOMs of a run over several, the worst first, each in one row.</summary>
internal static class BomsTable
{
    // More BOMs without findings than these are one row; "Files read" names each.
    private const int MostClean = 5;

    /// <summary>The table.</summary>
    public static Table Get(ReportSetting setting)
    {
        ImmutableArray<IndexedFile> files = BatchIndex.From(setting.Report).Files;
        IndexedFile[] clean = [.. files.Where(IsClean)];
        bool isShort = clean.Length > MostClean;
        return new Table(
            [new TableColumn(5.2), Numbers(1.4), Numbers(1.35), Numbers(1.35), Numbers(1.35), Numbers(1.35)],
            [Table.HeadRow("BOM", "Line items", "Violation", "Suspect", "Open", "Exempt, pass")],
            [
                .. files.Where(file => !isShort || !IsClean(file)).Select(file => GetRow(file, setting)),
                .. isShort ? [GetRow(clean)] : Array.Empty<TableRow>(),
            ])
        {
            Summary = "BOMs, worst first, with the number of line items of each verdict",
            Style = ReportSetting.Row,
            Padding = 2.2,
        };
    }

    private static bool IsClean(IndexedFile file) => (file.Worst is Verdict.Exempt or Verdict.Pass or Verdict.NotCovered) && file.Report.Findings.IsEmpty
        && file.Report.Unaccounted == 0;

    private static TableRow GetRow(IndexedFile[] clean) => new(
        new TableCell(new Paragraph($"{Wording.FormatCount(clean.Length, "BOM")} without findings, named under Files read")) { IsRowHead = true },
        Wording.GetNumber(clean.Sum(file => file.Report.LineCount)), Cell(0, Verdict.Violation), Cell(0, Verdict.Suspect), Cell(0, Verdict.Open),
        GetCleared(clean.Sum(CountCleared)));

    private static int CountCleared(IndexedFile file) => (file.Counts?.Exempt ?? 0) + (file.Counts?.Pass ?? 0);

    private static TableCell GetCleared(int count) => new(new Paragraph(Run.Muted(count == 0 ? "–" : Wording.GetNumber(count))));

    private static TableRow GetRow(IndexedFile file, ReportSetting setting) => new(
        new TableCell(new Paragraph(
            Run.Strong(setting.Words(setting.Names.Get(file.Report.Path))),
            file.IsUnreadable ? new Run(" not read in full") { Color = VerdictPrint.From(Verdict.Violation).Color }
                : Run.Muted(file.Report.Identity.Name.Length > 0 ? $" {setting.Words(file.Report.Identity.Name)}" : "")))
        { IsRowHead = true },
        Wording.GetNumber(file.Report.LineCount),
        Cell(file.Counts?.Violation ?? 0, Verdict.Violation), Cell(file.Counts?.Suspect ?? 0, Verdict.Suspect), Cell(file.Counts?.Open ?? 0, Verdict.Open),
        GetCleared(CountCleared(file)));

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
