using System.Globalization;
using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;
using SourcingCompliance.Tests.Mapping;

namespace SourcingCompliance.Tests.Lines.Storage;

public sealed class LineBlocksTests
{
    private const int Rows = 20_000;
    private const string Header = "Item|Part Number|Description|Qty|Manufacturer|MPN|Country of Origin";

    [Fact]
    public void Lines_read_ahead_say_what_they_say_although_their_blocks_go_round() =>
        Said((lines, blocks) => ReadAhead.Start(lines, blocks, CancellationToken.None)).ShouldBe(Said((lines, _) => lines));

    [Fact]
    public void Lines_say_what_they_say_although_their_blocks_are_filled_again() =>
        Said((lines, blocks) => blocks.Recycle(lines)).ShouldBe(Said((lines, _) => lines));

    [Fact]
    public void Packed_lines_come_out_as_they_went_in()
    {
        var packed = new PackedLines();
        foreach (BomLine line in Read(new LineBlocks()))
        {
            packed.Add(line);
        }

        packed.Select(Say).ShouldBe(Said((lines, _) => lines));
        Enumerable.Range(0, packed.Count).Select(packed.Detach).Select(Say).ShouldBe(Said((lines, _) => lines));
    }

    [Fact]
    public void A_block_that_came_back_is_given_again()
    {
        var blocks = new LineBlocks();
        LineBlock first = blocks.Take(10, 2);
        first.Add(first.Copy("text"), 4);
        blocks.Return(first);

        LineBlock again = blocks.Take(10, 2);

        again.ShouldBeSameAs(first);
        again.Count.ShouldBe(0);
        blocks.Take(10, 2).ShouldNotBeSameAs(first);
    }

    [Fact]
    public void A_line_of_a_block_that_is_filled_again_says_nothing_of_the_row_before()
    {
        var map = new ColumnMap { Sheet = CellRef.ForFile("bom.csv"), HeaderRow = 1, Columns = [] };
        var block = new LineBlock(10, 2);
        BomLine line = block.NextLine(map).Fill(map, 2, new LineTexts(block, 0), "cut off", indent: 3, isAlternate: true);
        block.Clear();

        BomLine again = block.NextLine(map).Fill(map, 9, new LineTexts(block, 0), damage: null, indent: -1, isAlternate: false);

        again.ShouldBeSameAs(line);
        (again.Row, again.Damage, again.Indent, again.IsAlternate).ShouldBe((9, null, -1, false));
        block.NextLine(map).ShouldNotBeSameAs(line);
    }

    [Fact]
    public void Sources_of_one_item_stay_its_sources_although_its_block_was_filled_again()
    {
        string[] rows = [Header, .. Enumerable.Range(1, 300).Select(RowOf), .. Enumerable.Range(1, Rows).Select(number => $"300|||3|Kemet|M{number}|DE")];
        var blocks = new LineBlocks();

        blocks.Recycle(Read(rows, blocks)).Count(line => line.IsAlternate).ShouldBe(Rows);
    }

    private static string[] Said(Func<IEnumerable<BomLine>, LineBlocks, IEnumerable<BomLine>> how)
    {
        var blocks = new LineBlocks();
        return [.. how(Read(blocks), blocks).Select(Say)];
    }

    private static string Say(BomLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.Row} {line.IsAlternate} {string.Join('|', line.Map.Columns.Select((_, at) => line.TextAt(at)))}");

    private static IEnumerable<BomLine> Read(LineBlocks blocks)
    {
        string[] rows = [Header, .. Enumerable.Range(1, Rows).Select(RowOf)];
        return Read(rows, blocks);
    }

    private static IEnumerable<BomLine> Read(string[] rows, LineBlocks blocks)
    {
        var diagnostics = new DiagnosticBag();
        BomTable table = Sheets.Table("BOM", rows);
        SheetMapping mapping = new BomMapper(Sheets.Vocabulary).Map(Sheets.Document(table), diagnostics).ShouldHaveSingleItem();
        return new LineReader(Sheets.Vocabulary).Read(table, mapping, blocks, new SheetBooks(), diagnostics);
    }

    private static string RowOf(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{number}|PN-{number:000000}|{(number % 7 == 0 ? "шайба" : "Resistor 10k")} {number % 311}|{number % 9}|{(number % 5 == 0 ? "" : "Würth")}|MPN"
            + $"{number * 13}|{(number % 3 == 0 ? "DE" : "Germany")}");
}
