using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Files;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;

namespace SourcingCompliance.Formats.Tests.Pdf;

/// <summary>Builds the documents of the tests.</summary>
internal static class Documents
{
    public static Document Of(params ReadOnlySpan<Block> blocks) => new()
    {
        Title = "A document (with brackets) – and a dash",
        Subject = "For tests",
        Producer = "tests 1.0",
        Date = new DateOnly(2026, 11, 22),
        Foot = new RunningFoot("pump.csv · checked on November 22, 2026", "Not legal advice"),
        Blocks = [.. blocks],
    };

    public static Table Numbered(int rows, int columns = 3) => new(
        [.. Enumerable.Range(0, columns).Select(_ => new TableColumn(12.0 / columns))],
        [Table.HeadRow([.. Enumerable.Range(0, columns).Select(column => $"Head {column}")])],
        [.. Enumerable.Range(0, rows)
            .Select(row => new TableRow([.. Enumerable.Range(0, columns).Select(column => new TableCell(new Paragraph($"Row {row} cell {column}")))]))])
    {
        Summary = "Numbered rows",
    };

    public static Document Everything()
    {
        var note = new Footnote("DFARS 252.225-7052(b)(1), Restriction on the Acquisition of Certain Magnets",
            "https://www.acquisition.gov/dfars/252.225-7052");
        return Of(
            new Paragraph("CHECKED ON 22 NOVEMBER 2026") { Style = TextStyle.Eyebrow },
            new Heading(1, "Heading of the first level"),
            new Paragraph("12 of 214 lines violate the rule for deliveries from January 1, 2027.") { Style = TextStyle.Lead },
            new Heading(2, "Second level"),
            new Paragraph(
                "Some ", Run.Strong("strong"), " words, some ", Run.Muted("muted"), ", a part ", Run.Code("MAG-22-0001"), ", a ",
                new Run("link to the table") { Anchor = "table" }, ", a ", new Run("link to the web") { Uri = "https://example.com/a b" },
                " and a note", new Run(".") { Note = note },
                " More words follow so that the paragraph has several lines and the lines end at words, never inside of them, as they ought to."),
            new ItemList(new Paragraph("First item"), new Paragraph("Second item, which is long enough to need a second line when it is set in the column "
                + "of a page in portrait format, or so one hopes.")),
            new ItemList(new Paragraph("First step"), new Paragraph("Second step")) { IsNumbered = true },
            new Heading(3, "Third level") { Anchor = "table" },
            Numbered(60),
            new Picture(300, 40,
                [new Box(0, 0, 120, 20, Ink.Hex(0xFCE8E8)), new MarkShape(4, 4, 9, Mark.Triangle, Ink.Hex(0x9A4B00)), new Label(20, 14, "12 lines")])
            {
                AlternateText = "A bar of 12 lines",
            },
            new Paragraph(new Run("Violation") { Mark = Mark.Square }, " ", new Run("Suspect") { Mark = Mark.Triangle },
                " ", new Run("Open") { Mark = Mark.Question }, " ",
                new Run("Exempt") { Mark = Mark.Diamond }, " ", new Run("Pass") { Mark = Mark.Check }, " ", new Run("Not covered") { Mark = Mark.Dot })) with
        {
            Attachments = [new Attachment("report.json", "application/json", AttachmentRelationship.Data,
                "The report as data", output => output.Write("{}"u8))],
        };
    }

    public static LaidOutDocument Lay(Document document) => DocumentLayout.Lay(document, new FontSet(new SystemFonts([])));

    public static byte[] Write(Document document, FontSet? fonts = null)
    {
        using var output = new MemoryStream();
        PdfFileWriter.Write(DocumentLayout.Lay(document, fonts ?? new FontSet(new SystemFonts([]))), output);
        return output.ToArray();
    }
}
