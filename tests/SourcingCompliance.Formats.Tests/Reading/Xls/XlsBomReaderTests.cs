using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Xls;

public class XlsBomReaderTests
{
    [Fact]
    public void Texts_and_numbers_of_an_old_workbook_are_read_and_merged_rows_repeat()
    {
        ReadFile file = ReadFile.Of(OldWorkbookFile.Workbook("Stückliste", ["China", "磁铁", 0.25], ["", "Größe", 12345678901234d]), "bom.xls");

        file.Document.ShouldNotBeNull().Tables[0].Name.ShouldBe("Stückliste");
        file.Lines.ShouldBe(["1: China|磁铁|0.25", "2: China|Größe|12345678901234"]);
        file.Rows[1].IsRepeated(1).ShouldBeTrue();
        file.Rows[0][3].Kind.ShouldBe(CellKind.Number);
        file.Diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_password_protected_workbook_is_refused_as_such()
    {
        ReadFile.Of(OldWorkbookFile.ProtectedWorkbook(), "bom.xls").Ids.ShouldBe([DiagnosticIds.FileProtected]);
    }

    [Fact]
    public void An_encrypted_modern_workbook_is_refused_as_such()
    {
        byte[] content = OldWorkbookFile.Compound(("EncryptionInfo", [4, 0, 4, 0]), ("EncryptedPackage", [1, 2, 3]));

        ReadFile.Of(content, "bom.xlsx").Ids.ShouldBe([DiagnosticIds.FileProtected]);
    }

    [Theory]
    [InlineData("WordDocument", "Word")]
    [InlineData("PowerPoint Document", "PowerPoint")]
    [InlineData("SwDocContentMgr", "compound file")]
    public void Other_compound_files_are_refused_by_name(string stream, string word)
    {
        ReadFile file = ReadFile.Of(OldWorkbookFile.Compound((stream, [1])), "bom.xls");

        file.Ids.ShouldBe([DiagnosticIds.FormatNotSupported]);
        file.Diagnostics.Items[0].Message.ShouldContain(word);
    }

    [Fact]
    public void A_sector_chain_that_loops_is_damage_and_ends()
    {
        byte[] content = OldWorkbookFile.Workbook("BOM", ["a"]);
        int table = BitConverter.ToInt32(content, 76);
        BitConverter.GetBytes(0).CopyTo(content, ((table + 1) * 512) + 4);

        ReadFile.Of(content, "bom.xls").Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }

    [Fact]
    public void An_old_workbook_that_is_cut_off_is_damage()
    {
        byte[] content = OldWorkbookFile.Workbook("BOM", ["a"]);

        ReadFile.Of(content[..900], "bom.xls").Ids.ShouldBe([DiagnosticIds.FileDamaged]);
    }
}
