using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Layout;

namespace SourcingCompliance.Formats.Tests.Pdf.Layout;

public class DocumentLayoutTests
{
    private static readonly string LongText = string.Join(' ', Enumerable.Range(0, 60).Select(index => $"word{index}"));

    [Fact]
    public void A_table_repeats_its_head_on_every_page()
    {
        LaidOutDocument laid = Documents.Lay(Documents.Of(Documents.Numbered(120)));

        laid.Pages.Count.ShouldBeGreaterThan(2);
        laid.Pages.ShouldAllBe(page => Lines(page)[0] == "Head 0Head 1Head 2");
    }

    [Fact]
    public void A_repeated_head_is_decoration_and_the_first_one_is_not()
    {
        LaidOutDocument laid = Documents.Lay(Documents.Of(Documents.Numbered(120)));

        Text(laid.Pages[0], "Head").Node.ShouldNotBeNull().Role.ShouldBe("TH");
        Text(laid.Pages[1], "Head").Node.ShouldBeNull();
    }

    [Fact]
    public void Inside_a_group_the_row_that_heads_it_is_repeated()
    {
        Table table = Documents.Numbered(80);
        var group = new TableRow(new TableCell(new Paragraph("In ASM-1")) { Span = 3 }) { IsGroupHead = true };

        LaidOutDocument laid = Documents.Lay(Documents.Of(table with { Rows = table.Rows.Insert(0, group) }));

        Lines(laid.Pages[1])[1].ShouldBe("In ASM-1");
    }

    [Fact]
    public void A_row_stands_on_one_page()
    {
        Table table = Documents.Numbered(0);
        ImmutableArray<TableRow> rows = [.. Enumerable.Range(0, 30)
            .Select(row => new TableRow($"row{row}first", new TableCell(new Paragraph(LongText)), $"row{row}last"))];

        LaidOutDocument laid = Documents.Lay(Documents.Of(table with { Rows = rows }));

        laid.Pages.Count.ShouldBeGreaterThan(2);
        for (int row = 0; row < 30; row++)
        {
            Page page = laid.Pages.Single(page => Words(page).Contains($"row{row}first"));
            Words(page).ShouldContain($"row{row}last");
        }

        laid.Pages.Sum(page => Words(page).Count(word => word == "word59")).ShouldBe(30);
    }

    [Fact]
    public void A_row_higher_than_a_page_is_divided_and_nothing_is_lost()
    {
        Table table = Documents.Numbered(0);
        string text = string.Join(' ', Enumerable.Range(0, 3000).Select(index => $"w{index}"));

        LaidOutDocument laid = Documents.Lay(Documents.Of(table with { Rows = [new TableRow("a", new TableCell(new Paragraph(text)), "b")] }));

        laid.Pages.Count.ShouldBeGreaterThan(1);
        HashSet<string> words = [.. laid.Pages.SelectMany(Words)];
        Enumerable.Range(0, 3000).ShouldAllBe(index => words.Contains($"w{index}"));
        laid.Pages.ShouldAllBe(page => Texts(page).All(text => text.Baseline < laid.Source.Page.Height - laid.Source.Page.FootHeight + 1));
    }

    [Theory]
    [InlineData("MAG-22-0001-A/B REV 4")]
    [InlineData("NdFeB_N42SH-ARC-SEGMENT-120x40x12-NI-CU-NI")]
    public void A_part_number_is_never_broken(string part)
    {
        Table table = Documents.Numbered(0, columns: 6);
        var row = new TableRow([new TableCell(new Paragraph(Run.Code(part))), .. Enumerable.Range(0, 5).Select(_ => new TableCell(new Paragraph(LongText)))]);

        LaidOutDocument laid = Documents.Lay(Documents.Of(table with { Rows = [row] }));

        PlacedText placed = Text(laid.Pages[0], part);
        placed.Piece.Text.ShouldBe(part);
        (placed.X + placed.Width).ShouldBeLessThan(laid.Source.Page.Width - laid.Source.Page.Margin);
    }

    [Fact]
    public void A_word_wider_than_its_column_is_divided_and_stays_inside()
    {
        Table table = Documents.Numbered(0, columns: 6);
        string path = string.Join('/', Enumerable.Range(0, 40).Select(index => $"folder{index}"));
        var row = new TableRow([.. Enumerable.Range(0, 6).Select(_ => new TableCell(new Paragraph(path)))]);

        LaidOutDocument laid = Documents.Lay(Documents.Of(table with { Rows = [row] }));

        PlacedText[] texts = [.. Texts(laid.Pages[0])];
        texts.ShouldAllBe(text => text.X + text.Width < laid.Source.Page.Width - laid.Source.Page.Margin + 0.1);
        string.Concat(texts.Where(text => text.X < 130).Select(text => text.Piece.Text)).ShouldEndWith(path);
    }

    [Fact]
    public void Lines_end_at_words()
    {
        LaidOutDocument laid = Documents.Lay(Documents.Of(new Paragraph(LongText)));

        Lines(laid.Pages[0]).Count.ShouldBeGreaterThan(3);
        Lines(laid.Pages[0]).ShouldAllBe(line => line.Trim().Split(' ').All(word => word.StartsWith("word", StringComparison.Ordinal)));
        string.Concat(Lines(laid.Pages[0])).ShouldBe(LongText);
    }

    [Fact]
    public void No_line_of_a_paragraph_stands_alone_on_a_page()
    {
        for (int filling = 0; filling < 60; filling++)
        {
            LaidOutDocument laid = Documents.Lay(
                Documents.Of(new Paragraph("top"), new Space((filling * 3.5) + 500), new Paragraph("above"), new Paragraph(LongText + " " + LongText)));
            int before = Lines(laid.Pages[0]).Count(line => line.Contains("word", StringComparison.Ordinal));
            int after = laid.Pages.Count == 1 ? 0 : Lines(laid.Pages[1]).Count(line => line.Contains("word", StringComparison.Ordinal));

            before.ShouldNotBe(1);
            after.ShouldNotBe(1);
        }
    }

    [Fact]
    public void A_heading_stands_with_what_it_heads()
    {
        for (int filling = 0; filling < 40; filling++)
        {
            LaidOutDocument laid =
                Documents.Lay(Documents.Of(new Paragraph("top"), new Space((filling * 5) + 480), new Heading(1, "Title"), Documents.Numbered(40)));
            Page page = laid.Pages.Single(page => Lines(page).Contains("Title"));

            Lines(page).ShouldContain("Row 0 cell 0Row 0 cell 1Row 0 cell 2");
        }
    }

    [Fact]
    public void The_last_row_of_a_table_is_not_alone_under_its_head()
    {
        for (int rows = 30; rows < 44; rows++)
        {
            LaidOutDocument laid = Documents.Lay(Documents.Of(Documents.Numbered(rows)));

            Lines(laid.Pages[^1]).Count.ShouldBeGreaterThan(2);
        }
    }

    [Fact]
    public void Blocks_kept_together_stand_on_one_page()
    {
        LaidOutDocument laid = Documents.Lay(
            Documents.Of(new Paragraph("top"), new Space(630), new KeepTogether(new Paragraph("first"), new Paragraph(LongText), new Paragraph("last"))));

        laid.Pages.Count.ShouldBe(2);
        Lines(laid.Pages[1])[0].ShouldBe("first");
        Lines(laid.Pages[1])[^1].ShouldBe("last");
    }

    [Fact]
    public void A_note_stands_on_the_page_that_mentions_it_first_and_has_one_number()
    {
        var note = new Footnote("The note itself");
        LaidOutDocument laid = Documents.Lay(Documents.Of(
            new Paragraph("opening"), new PageBreak(), new Paragraph(new Run("claim") { Note = note }), new Paragraph(new Run("again") { Note = note })));

        Lines(laid.Pages[0]).ShouldBe(["opening"]);
        Lines(laid.Pages[1]).ShouldBe(["claim1", "again1", "1The note itself"], ignoreOrder: true);
    }

    [Fact]
    public void Text_and_notes_do_not_overlap()
    {
        ImmutableArray<Block> blocks = [.. Enumerable.Range(0, 60)
            .Select(index => new Paragraph(new Run($"claim{index}") { Note = new Footnote($"Note {index}. " + LongText) }))];
        LaidOutDocument laid = Documents.Lay(Documents.Of(blocks.AsSpan()));

        foreach (Page page in laid.Pages)
        {
            double lastClaim = Texts(page).Where(text => text.Piece.Text.StartsWith("claim", StringComparison.Ordinal)).Max(text => text.Baseline);
            double firstNote = Texts(page).Where(text => text.Piece.Text == "Note").Min(text => text.Baseline);
            firstNote.ShouldBeGreaterThan(lastClaim + 5);
        }
    }

    [Fact]
    public void Numbers_stand_at_the_right_of_their_column()
    {
        Table table = Documents.Numbered(0) with
        {
            Columns = [new TableColumn(6), new TableColumn(3) { Alignment = Alignment.Right }, new TableColumn(3)],
            Rows = [new TableRow("a", "7", "b"), new TableRow("a", "1,234", "b")],
        };

        LaidOutDocument laid = Documents.Lay(Documents.Of(table));

        PlacedText small = Text(laid.Pages[0], "7");
        PlacedText large = Text(laid.Pages[0], "1,234");
        (small.X + small.Width).ShouldBe(large.X + large.Width, 0.01);
    }

    [Fact]
    public void Figures_of_a_table_are_of_one_width()
    {
        LaidOutDocument laid = Documents.Lay(Documents.Of(Documents.Numbered(0) with { Rows = [new TableRow("1111", "0000", "x")] }));

        Text(laid.Pages[0], "1111").Width.ShouldBe(Text(laid.Pages[0], "0000").Width, 0.001);
    }

    [Fact]
    public void Nothing_stands_outside_of_the_margins()
    {
        foreach (PageFormat format in new[] { PageFormat.A4, PageFormat.Letter })
        {
            LaidOutDocument laid = Documents.Lay(Documents.Everything() with { Page = format });
            foreach (PlacedText text in laid.Pages.SelectMany(Texts))
            {
                text.X.ShouldBeGreaterThanOrEqualTo(format.Margin - 0.01);
                (text.X + text.Width).ShouldBeLessThanOrEqualTo(format.Width - format.Margin + 4);
                text.Baseline.ShouldBeInRange(format.Margin, format.Height - format.FootHeight);
            }
        }
    }

    [Fact]
    public void The_foot_stands_on_every_page_with_its_number()
    {
        LaidOutDocument laid = Documents.Lay(Documents.Of(new Paragraph("a"), new PageBreak(), new Paragraph("b")));

        laid.Pages.Select(page => string.Concat(page.Foot.OfType<PlacedText>().Select(text => text.Piece.Text)))
            .ShouldBe(["pump.csv · checked on November 22, 2026Page 1 of 2Not legal advice", "pump.csv · checked on November 22, 2026Page 2 of 2Not "
                + "legal advice"]);
    }

    [Fact]
    public void A_second_line_of_the_foot_that_is_too_long_is_wrapped_and_not_cut()
    {
        string text = "Not legal advice · " + string.Join(' ', Enumerable.Range(0, 26).Select(index => $"word{index}"));
        Document document = Documents.Of(new Paragraph("a")) with { Foot = new RunningFoot("a", text) };

        PlacedText[] foot = [.. Documents.Lay(document).Pages[0].Foot.OfType<PlacedText>()];

        string.Concat(foot.Select(placed => placed.Piece.Text)).ShouldEndWith(text);
        foot.Select(placed => placed.Baseline).Distinct().Count().ShouldBe(3);
        foot.ShouldAllBe(placed => placed.X + placed.Width < document.Page.Width - document.Page.Margin + 3);
    }

    [Fact]
    public void A_foot_that_is_too_long_is_shortened()
    {
        Document document = Documents.Of(new Paragraph("a")) with { Foot = new RunningFoot(LongText, LongText) };

        PlacedText[] foot = [.. Documents.Lay(document).Pages[0].Foot.OfType<PlacedText>()];

        foot[0].Piece.Text.ShouldEndWith("…");
        (foot[0].X + foot[0].Width).ShouldBeLessThan(foot[1].X);
    }

    private static IEnumerable<PlacedText> Texts(Page page) => page.Contents.OfType<PlacedText>();

    private static PlacedText Text(Page page, string text) => Texts(page)
        .First(placed => placed.Piece.Text == text || (text == "Head" && placed.Piece.Text == "Head"));

    private static IEnumerable<string> Words(Page page) => Texts(page).Select(text => text.Piece.Text);

    // Raised numbers of notes belong to the line below them.
    private static List<string> Lines(Page page) =>
        [.. Texts(page).GroupBy(text => Math.Round((text.Baseline + (text.Size < 7 ? 3.1 : 0)) / 3)).OrderBy(line => line.Key)
            .Select(line => string.Concat(line.Select(text => text.Piece.Text)))];
}
