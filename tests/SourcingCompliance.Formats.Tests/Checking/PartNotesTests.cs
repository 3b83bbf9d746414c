using System.Security;
using SourcingCompliance.Formats.Tests.Reading;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>Sheets of notes beside a list.</summary>
public sealed class PartNotesTests
{
    [Theory]
    [InlineData("MAG-22: powder from China since October")]
    [InlineData("Since October the powder of mag-22 comes from China.")]
    [InlineData("All parts: made in China")]
    public void A_note_that_names_a_part_and_a_covered_country_is_reported(string note)
    {
        CheckedList list = WithNotes(note);

        list.Told(DiagnosticIds.OriginOutsideLines).ShouldHaveSingleItem().Message.ShouldContain(note);
        list.IsGreen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("MAG-22: bought in Japan", "Japan is no covered country")]
    [InlineData("SCR-1: bought in China", "the screw holds nothing that is covered")]
    [InlineData("MAG-220: bought in China", "the list has no such part")]
    [InlineData("Our buyer in Shenzhen, China, is Mr. Li", "it names no part")]
    [InlineData("MAG-22: we use no material from China", "it is denied")]
    public void A_note_that_says_nothing_of_a_covered_part_is_not(string note, string because)
    {
        CheckedList list = WithNotes(note);

        list.Told(DiagnosticIds.OriginOutsideLines).ShouldBeEmpty(because);
        list.IsGreen.ShouldBeTrue(because);
    }

    [Fact]
    public void A_note_is_found_in_the_cell_beside_the_part()
    {
        string notes = Sheet("Notes", ["Talk of May 4"], ["MAG-22", "powder is bought in China"]);

        CheckedList list = CheckedList.Of(WorkbookFile.Ods(notes + List).Bytes(), "bom.ods");

        list.Told(DiagnosticIds.OriginOutsideLines).ShouldHaveSingleItem().Cell.Address.ShouldBe("B2");
    }

    [Fact]
    public void A_note_is_found_at_the_end_of_a_long_text()
    {
        string talk = string.Concat(Enumerable.Repeat("We spoke of the delivery of the first units and of their packing. ", 20));

        CheckedList list = WithNotes(talk + "MAG-22: powder from China since October");

        list.Told(DiagnosticIds.OriginOutsideLines).ShouldHaveSingleItem();
    }

    private static CheckedList WithNotes(string note) => CheckedList.Of(WorkbookFile.Ods(List + Sheet("Notes", ["Talk of May 4"], [note])).Bytes(), "bom.ods");

    private static string List => Sheet("BOM",
        ["Part Number", "Description", "Qty", "Country of Origin", "Mined in", "Refined in", "Separated in", "Reduced in", "Melted in", "Powder made in",
            "Pressed in", "Sintered in", "Magnetized in", "Finished in"],
        ["MAG-22", "NdFeB magnet N42", "2", .. Enumerable.Repeat("Japan", 11)],
        ["SCR-1", "Screw M3", "4", "US"]);

    private static string Sheet(string name, params string[][] rows) =>
        $"<table:table table:name=\"{name}\">{string.Concat(rows.Select(Row))}</table:table>";

    private static string Row(string[] cells) => $"<table:table-row>{string.Concat(cells.Select(Cell))}</table:table-row>";

    private static string Cell(string text) =>
        $"<table:table-cell office:value-type=\"string\"><text:p>{SecurityElement.Escape(text)}</text:p></table:table-cell>";
}
