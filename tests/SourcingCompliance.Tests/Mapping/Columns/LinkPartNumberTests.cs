using SourcingCompliance.Lines;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Mapping.Columns;

public sealed class LinkPartNumberTests
{
    [Theory]
    [InlineData("https://www.digikey.com/en/products/detail/yageo/RC0603FR-0710KL/726880", "RC0603FR-0710KL")]
    [InlineData("http://www.digikey.com/product-detail/en/vishay-sprague/TR3D106K035C0135/718-1533-1-ND/1860008", "TR3D106K035C0135")]
    [InlineData("https://www.digikey.com/products/en?keywords=TR3D106K035C0135", "TR3D106K035C0135")]
    [InlineData("https://www.mouser.com/ProductDetail/KEMET/T491A106K016AT?qs=%2Fha2pyFadu", "T491A106K016AT")]
    [InlineData("https://www.mouser.de/ProductDetail/80-T491A106K016AT", "80-T491A106K016AT")]
    [InlineData("https://de.farnell.com/avx/tajb106k016rnj/kondensator-10uf-16v/dp/498762", "tajb106k016rnj")]
    [InlineData("https://www.lcsc.com/product-detail/Tantalum-Capacitors_AVX-TAJA106K016RNJ_C7171.html", "C7171")]
    [InlineData("https://lcsc.com/search?q=C15850", "C15850")]
    [InlineData("https://www.mcmaster.com/91239A426/", "91239A426")]
    [InlineData("https://www.mcmaster.com/#91239a426", "91239a426")]
    [InlineData("https://www.tme.eu/en/details/tajb106k016/smd-tantalum-capacitors/avx/", "tajb106k016")]
    [InlineData("https://www.arrow.com/en/products/lm358dr/texas-instruments", "lm358dr")]
    [InlineData("https://www.amazon.com/dp/B08N5WRWNW", "B08N5WRWNW")]
    [InlineData("https://www.amazon.com/Neodymium-Magnets-Strong/dp/B08N5WRWNW/ref=sr_1_3", "B08N5WRWNW")]
    [InlineData("https://uk.rs-online.com/web/p/tantalum-capacitors/4641234", "4641234")]
    [InlineData("https://www.adafruit.com/product/1234", "1234")]
    [InlineData("www.ti.com/product/LM317MDT%2FNOPB", "LM317MDT/NOPB")]
    [InlineData("https://octopart.com/search?q=T491A106K016AT&currency=USD", "T491A106K016AT")]
    public void The_part_number_of_a_product_page_is_found(string address, string expected)
    {
        ReadOnlySpan<char> part = LinkPartNumber.Get(address);
        Span<char> plain = stackalloc char[LinkPartNumber.LongestPart];

        plain[..LinkPartNumber.Unescape(part, plain)].ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("https://www.ti.com/lit/ds/symlink/lm317.pdf")]
    [InlineData("https://www.digikey.com/en/products/filter/tantalum-capacitors/59")]
    [InlineData("https://www.digikey.com/product-search/en/capacitors/tantalum-capacitors/131083")]
    [InlineData("https://www.supermagnete.de/eng/block-magnets-neodymium")]
    [InlineData("https://www.example.com/")]
    [InlineData("https://jp.misumi-ec.com/vona2/")]
    [InlineData("https://x.example/fe346626-4863-4dc2-ad11-fcd5fb5439d2")]
    [InlineData("https://www.amazon.com/dp/BRUSHLESS-neodymium-magnet-N52")]
    [InlineData("https://amzn.to/4qNI9fs")]
    [InlineData("https://github.com/someone/board-rev2A/blob/main/X100-20")]
    [InlineData("TR3D106K035C0135")]
    public void A_page_without_a_part_number_names_none(string address)
    {
        LinkPartNumber.Get(address).ToString().ShouldBe("");
    }

    [Fact]
    public void Links_give_the_part_number_where_no_column_does()
    {
        (List<BomLine> lines, _, DiagnosticBag diagnostics) = Sheets.Read(
            "Reference|Qty|Value|Link",
            "C1|=1|10u|https://www.mouser.com/ProductDetail/KEMET/T491A106K016AT",
            "C2|=2|1u|https://www.example.com/",
            "C3|=2|1u|https://www.mouser.com/ProductDetail/AVX/TAJA105K016");

        lines.Select(line => line.PartNumber).ShouldBe(["T491A106K016AT", "1u", "TAJA105K016"]);
        lines[0].Texts.ShouldContain(text => text.Column.Field == BomField.Notes && text.Text.Contains("KEMET", StringComparison.Ordinal));
        diagnostics.GetCount(DiagnosticIds.PartNumbersInLinks).ShouldBe(1);
    }

    [Fact]
    public void Links_next_to_part_numbers_are_remarks()
    {
        SheetMapping mapping = Sheets.Map("MPN|Qty|Value|Link", "T491A106|=1|10u|https://www.mouser.com/ProductDetail/KEMET/T491A106K016AT",
            "TAJA105|=2|1u|https://www.mouser.com/ProductDetail/AVX/TAJA105K016");

        mapping.Columns().ShouldBe("manufacturerPartNumber=A quantity=B value=C");
        mapping.Remarks().ShouldBe("D");
    }

    [Fact]
    public void A_link_among_part_numbers_is_read_as_its_part_number_and_as_a_remark()
    {
        (List<BomLine> lines, _, _) = Sheets.Read("Name|Part # or Link|Qty", "Motor|91306A673|=1", "Magnet|https://www.kjmagnetics.com/products/D42-N52|=2");

        lines.Select(line => line.PartNumber).ShouldBe(["91306A673", "D42-N52"]);
    }
}
