using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Identity;
using SourcingCompliance.Mapping;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;
using SourcingCompliance.Tests.Mapping;

namespace SourcingCompliance.Tests.Findings.Identity;

public sealed class BomIdentityReaderTests
{
    private static readonly string[] Parts = ["Part Number | Description | Qty | Manufacturer",
        "MAG-1 | NdFeB magnet | 2 | CUI", "CAP-1 | Capacitor | 4 | Kemet"];

    [Fact]
    public void Number_revision_title_and_marking_are_read_above_the_header() =>
        Read("CUI//SP-EXPT", "BOM No: 123-456 Rev C", "Gimbal drive").ShouldBe(new BomIdentity("123-456", "C", "CUI//SP-EXPT") { Title = "Gimbal drive" });

    [Fact]
    public void Fields_are_read_next_to_their_labels() =>
        Read("Assembly Number | GSA-4410 | Revision | B", "Title | Guidance unit | Date | 2026-01-02")
            .ShouldBe(new BomIdentity("GSA-4410", "B", "") { Title = "Guidance unit" });

    [Fact]
    public void A_maker_and_a_no_are_no_marking() => Read("Supplier | CUI", "ITAR controlled | No", "CUI | N/A").Marking.ShouldBeEmpty();

    [Fact]
    public void A_part_is_no_marking() => Read().ShouldBe(BomIdentity.None);

    [Fact]
    public void A_page_header_and_a_document_property_are_read()
    {
        var document = new BomDocument("a.xlsx", "xlsx", [], owner: null) { Properties = [new BomAside("document property", 0, 0, "Acme Confidential")] };

        Read(document, [new BomAside("page header", 0, 0, "Acme\nCUI\nPage 1 of 2")], "", out _).Marking.ShouldBe("CUI · Acme Confidential");
    }

    [Fact]
    public void A_marking_that_the_stated_one_lacks_is_said()
    {
        Read(null, [], "PROPRIETARY", out DiagnosticBag diagnostics, "CUI//SP-EXPT").Marking.ShouldBe("CUI//SP-EXPT");

        diagnostics.Items.ShouldHaveSingleItem().Message.ShouldStartWith("The file is marked 'CUI//SP-EXPT'");
    }

    [Fact]
    public void A_stated_marking_that_contains_that_of_the_file_is_no_difference()
    {
        Read(null, [], "CUI//SP-EXPT", out DiagnosticBag diagnostics, "CUI");

        diagnostics.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CUI//SP-CTI")]
    [InlineData("ACME PROPRIETARY")]
    public void A_marking_below_the_parts_is_read(string text)
    {
        var books = new SourcingCompliance.Mapping.Accounting.SheetBooks();
        SheetMapping sheet = Sheets.Map(Parts);

        foreach (BomRow row in Sheets.Table("BOM", text).Rows)
        {
            books.Skip(row, sheet.Map, "is a note");
        }

        books.Markings.ShouldHaveSingleItem().Marking.Text.ShouldBe(text);
    }

    private static BomIdentity Read(params string[] titles) => Read(null, [], "", out _, titles);

    private static BomIdentity Read(BomDocument? document, BomAside[] asides, string stated, out DiagnosticBag diagnostics, params string[] titles)
    {
        var reader = new BomIdentityReader();
        if (document is not null)
        {
            reader.AddProperties(document);
        }

        diagnostics = new DiagnosticBag();
        reader.Add(Sheets.Map([.. titles, .. Parts]), asides);
        return reader.ToIdentity(stated, diagnostics);
    }
}
