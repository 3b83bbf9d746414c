using System.IO.Compression;
using System.Text;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Reading.Packages;

/// <summary>An archive states each entry's name twice, its length and its checksum: none of it may be wrong without a word.</summary>
public class ArchiveDamageTests
{
    private const string Rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Part</v></c><c r=\"B1\" t=\"str\"><v>Country</v></c></row><row r=\"2\">"
        + "<c r=\"A2\" t=\"str\"><v>A-1</v></c><c r=\"B2\" t=\"str\"><v>China</v></c></row>";

    private const string Table = "<table:table table:name=\"BOM\"><table:table-row><table:table-cell office:value-type=\"string\">"
        + "<text:p>Part</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type=\"string\">"
            + "<text:p>China</text:p></table:table-cell></table:table-row></table:table>";

    [Fact]
    public void A_cell_changed_under_its_old_checksum_is_damage()
    {
        byte[] content = Changed(WorkbookFile.Sheet(Rows).Bytes(CompressionLevel.NoCompression), "China", "Chile");

        ReadFile.Of(content, "bom.xlsx").Ids.ShouldContain(DiagnosticIds.FileDamaged);
    }

    [Fact]
    public void A_cell_of_a_spreadsheet_changed_under_its_old_checksum_is_damage()
    {
        byte[] content = Changed(WorkbookFile.Ods(Table).Bytes(CompressionLevel.NoCompression), "China", "Chile");

        ReadFile.Of(content, "bom.ods").Ids.ShouldContain(DiagnosticIds.FileDamaged);
    }

    [Fact]
    public void A_large_part_that_is_read_ahead_is_held_to_its_checksum_too()
    {
        string many = Rows + string.Concat(Enumerable.Range(3, 60_000)
            .Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" t=\"str\"><v>Screw M3 without any covered material</v></c></row>"));
        byte[] content = Changed(WorkbookFile.Sheet(many).Bytes(CompressionLevel.NoCompression), "China", "Chile");

        ReadFile.OnDisk(content, "bom.xlsx").Ids.ShouldContain(DiagnosticIds.FileDamaged);
    }

    [Fact]
    public void A_part_under_another_name_than_its_own_is_damage()
    {
        byte[] content = WorkbookFile.Sheet(Rows).Bytes();
        int last = content.AsSpan().LastIndexOf("xl/styles.xml"u8);
        content[last + 4] = (byte)'x';

        ReadFile.Of(content, "bom.xlsx").Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }

    [Theory]
    [InlineData("<row r=\"2\">", "<sow r=\"2\">")]
    [InlineData("<c r=\"A2\" t=\"str\"><v>A-1</v></c>", "<b r=\"A2\" t=\"str\"><v>A-1</v></b>")]
    [InlineData("<v>China</v>", "<w>China</w>")]
    [InlineData("<v>China</v></c>", "<v>China</v></d>")]
    [InlineData("<c r=\"B2\" t=\"str\">", "<c r=\"B2\" t=\"stq\">")]
    public void A_misspelled_element_of_a_sheet_is_damage(string sound, string damaged)
    {
        byte[] content = WorkbookFile.Sheet(Rows.Replace(sound, damaged, StringComparison.Ordinal)).Bytes();

        ReadFile.Of(content, "bom.xlsx").Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }

    [Theory]
    [InlineData("<si><t>Part</t></si>", "<sj><t>Part</t></sj>")]
    [InlineData("<t>Part</t>", "<u>Part</u>")]
    [InlineData("<t>Part</t>", "<t>Part</u>")]
    public void A_misspelled_element_among_the_shared_texts_is_damage(string sound, string damaged)
    {
        WorkbookFile book = WorkbookFile.Sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
            "<si><t>Part</t></si>".Replace(sound, damaged, StringComparison.Ordinal));

        ReadFile.Of(book.Bytes(), "bom.xlsx").Ids.ShouldContain(DiagnosticIds.FileDamaged);
    }

    [Theory]
    [InlineData("table:table-row", "table:table-sow")]
    [InlineData("table:table-cell", "table:table-dell")]
    [InlineData("text:p", "text:q")]
    [InlineData("</text:p>", "</text:q>")]
    public void A_misspelled_element_of_a_spreadsheet_is_damage(string sound, string damaged)
    {
        byte[] content = WorkbookFile.Ods(Table.Replace(sound, damaged, StringComparison.Ordinal)).Bytes();

        ReadFile.Of(content, "bom.ods").Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }

    [Fact]
    public void What_a_format_lets_programs_add_is_passed_over()
    {
        byte[] content = WorkbookFile.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v><extLst><ext><x>1</x></ext></extLst></c><extLst><ext/></extLst></row>",
            "<si><r><rPr><b/><sz val=\"8\"/></rPr><t>Part</t></r><rPh sb=\"0\" eb=\"1\"><t>p</t></rPh><phoneticPr fontId=\"1\"/></si><extLst><ext/></extLst>")
            .Bytes();

        ReadFile file = ReadFile.Of(content, "bom.xlsx");

        file.Lines.ShouldBe(["1: Part"]);
        file.Diagnostics.Items.ShouldBeEmpty();
    }

    private static byte[] Changed(byte[] content, string old, string replacement)
    {
        int at = content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(old));
        Encoding.UTF8.GetBytes(replacement).CopyTo(content, at);
        return content;
    }
}
