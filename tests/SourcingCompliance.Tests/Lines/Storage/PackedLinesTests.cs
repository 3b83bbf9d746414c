using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Lines.Storage;

public sealed class PackedLinesTests
{
    private static readonly ColumnMap Map = new()
    {
        Sheet = CellRef.ForFile("bom.csv"),
        HeaderRow = 1,
        Columns =
        [
            new MappedColumn(BomField.Description, 1, "Description", MappingBasis.ExactAlias, ""),
            new MappedColumn(BomField.PartNumber, 2, "Part Number", MappingBasis.ExactAlias, ""),
            new MappedColumn(BomField.CountryOfOrigin, 3, "Country", MappingBasis.ExactAlias, ""),
        ],
    };

    // Short and long, of ASCII and not, on both sides of every border between the ways in which a text is packed.
    private static readonly string[] Texts =
    [
        "", "a", "A1", "A\0", "\0", "é", "éé", "abc", "é12345", "123456", "1234567", "шайба M6", "Hex bolt M6", "Hex bolt M8",
        new('x', 250), new('y', 251), new('z', 5000), new('ж', 300),
    ];

    [Fact]
    public void Every_text_comes_out_as_it_went_in() => Prop.ForAll(
        Gen.Choose(0, Texts.Length - 1).Select(at => Texts[at]).ArrayOf(3).ListOf().ToArbitrary(),
        rows =>
        {
            var packed = new PackedLines();
            foreach (string[] row in rows)
            {
                packed.Add(new BomLine(Map, packed.Count + 2, row));
            }

            return Enumerable.Range(0, packed.Count).All(at => Enumerable.Range(0, 3).All(column =>
                packed[at].TextAt(column) == rows[at][column] && packed.Detach(at).TextAt(column) == rows[at][column]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void More_distinct_texts_than_get_a_number_come_out_as_they_went_in()
    {
        string[] texts = [.. Enumerable.Range(0, 30_000).Select(number => $"Resistor, type {number % 12_000}, {(number % 2 == 0 ? "glass" : "чип")}")];
        var packed = new PackedLines();
        foreach (string text in texts)
        {
            packed.Add(new BomLine(Map, packed.Count + 2, [text, text, text]));
        }

        packed.Select(line => line.TextAt(0)).ShouldBe(texts);
        packed.Select(line => line.TextAt(1)).ShouldBe(texts);
    }

    [Fact]
    public void What_was_noted_of_a_text_is_known_when_it_comes_again_in_its_column()
    {
        var packed = new PackedLines();
        packed.Add(new BomLine(Map, 2, ["Hex bolt M6", "P1", "шайба"]));
        packed.Note(0, TextRemark.Silent);
        packed.Note(2, TextRemark.Gathered);

        packed.Add(new BomLine(Map, 3, ["шайба", "Hex bolt M6", "Hex bolt M6"]));
        TextRemark[] others = [packed.RemarkAt(0), packed.RemarkAt(1), packed.RemarkAt(2)];
        packed.Add(new BomLine(Map, 4, ["Hex bolt M6", "P2", "шайба"]));

        others.ShouldBe([TextRemark.None, TextRemark.None, TextRemark.None]);
        (packed.RemarkAt(0), packed.RemarkAt(2)).ShouldBe((TextRemark.Silent, TextRemark.Gathered));
    }
}
