using SourcingCompliance.Lines;
using SourcingCompliance.Mapping;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Mapping.Columns;

/// <summary>A column is given a field for what it holds, not for its header alone.</summary>
public sealed class ColumnContentTests
{
    [Fact]
    public void A_guid_is_no_part_number()
    {
        Sheets.Map("Component Id|Number|Quantity", "fe346626-4863-4dc2-ad11-fcd5fb5439d2|M-2000|=1", "9bdd6eaa-168b-4ee0-bc82-ddfb1e0abff8|S-1001|=2").Columns()
            .ShouldBe("partNumber=B quantity=C");
    }

    [Theory]
    [InlineData("Trace Code")]
    [InlineData("Bar Code")]
    [InlineData("postal_code")]
    [InlineData("Some Code")]
    [InlineData("Customs value")]
    [InlineData("Lot number")]
    public void A_code_of_something_else_is_no_part_number(string header)
    {
        Sheets.Map($"{header}|Name|Qty", "T-1001|Ring|=2", "T-1002|Plate|=4").Columns().ShouldBe("name=B quantity=C");
    }

    [Fact]
    public void The_column_of_few_texts_gives_way_to_that_of_many()
    {
        string[] rows = [.. Enumerable.Range(1, 20).Select(row => $"KIT-{row % 2}|A-{1000 + row}|=1")];

        Sheets.Map(["Product Code|Component code|Qty", .. rows]).Columns().ShouldBe("partNumber_2=A partNumber=B quantity=C");
    }

    [Theory]
    [InlineData("Provenance", "Acheté", "Fabriqué")]
    [InlineData("Herkunft", "Kaufteil", "Eigenfertigung")]
    [InlineData("Origin", "bought", "made")]
    [InlineData("Bonding", "No", "No")]
    [InlineData("Bonding", "no", "yes")]
    public void What_is_no_country_is_no_origin(string header, string first, string second)
    {
        Sheets.Map($"Part Number|Name|{header}", $"A-1|Ring|{first}", $"A-2|Plate|{second}", $"A-3|Screw|{first}").Columns().ShouldBe("partNumber=A name=B");
    }

    [Fact]
    public void Words_of_procurement_name_no_supplier()
    {
        Sheets.Map("Part Number|Name|Source", "A-1|Ring|Made", "A-2|Plate|Bought").Columns().ShouldBe("partNumber=A name=B");
    }

    [Fact]
    public void An_empty_column_gives_way_to_a_full_one()
    {
        Sheets.Map("References|Index|Value|Qty", "|C1, C2|10u|=2", "|R1|10k|=1").Map[BomField.ReferenceDesignator].ShouldNotBeNull().Column.ShouldBe(2);
        Sheets.Map("Item|Qty|Order Qty", "Ring||=2", "Plate||=4").Map[BomField.Quantity].ShouldNotBeNull().Column.ShouldBe(3);
    }

    [Fact]
    public void An_empty_country_of_origin_is_not_answered_by_places_of_something_else()
    {
        MappedColumn origin = Sheets.Map("Part Number|Name|Country of Origin|Location", "A-1|Ring||US", "A-2|Plate||US").Map[BomField.CountryOfOrigin]
            .ShouldNotBeNull();

        origin.Column.ShouldBe(3);
    }

    [Theory]
    [InlineData("Qty (stock)")]
    [InlineData("Qty (on hand)")]
    public void Brackets_may_turn_the_meaning_of_a_header(string header)
    {
        Sheets.Map($"Part Number|Name|{header}", "A-1|Ring|=2", "A-2|Plate|=4").Columns().ShouldBe("partNumber=A name=B");
    }

    [Theory]
    [InlineData("Part Number (Supplier)", "supplierPartNumber=B")]
    [InlineData("Part Number (Mfr)", "manufacturerPartNumber=B")]
    [InlineData("MPN (2)", "manufacturerPartNumber=B")]
    public void Brackets_say_whose_number_it_is(string header, string expected)
    {
        Sheets.Map($"Name|{header}|Qty", "Ring|A-1000|=2", "Plate|A-2000|=4").Columns().ShouldBe($"name=A {expected} quantity=C");
    }

    [Fact]
    public void A_second_source_in_brackets_is_an_alternate()
    {
        Sheets.Map("Name|MPN|MPN (alt)|Manufacturer|Manufacturer (2nd source)", "Ring|A-1|B-1|TDK|JL", "Plate|A-2|B-2|TDK|JL").Columns()
            .ShouldBe("name=A manufacturerPartNumber=B manufacturerPartNumber_2=C manufacturer=D manufacturer_2=E");
    }

    [Fact]
    public void A_text_that_lost_its_field_is_read_as_a_remark()
    {
        SheetMapping mapping = Sheets.Map("Reference|Value|Val|Qty", "C1|10u|tantalum|=1", "C2|1u|ceramic|=2");

        mapping.Columns().ShouldBe("referenceDesignator=A value=B quantity=D");
        mapping.Remarks().ShouldBe("C");
    }

    [Fact]
    public void A_second_column_of_materials_is_read_though_its_first_rows_are_empty()
    {
        Sheets.Map("Part Number|Material|Raw Material", "A-1|steel|", "A-2|steel|").Columns().ShouldBe("partNumber=A material=B material_2=C");
    }

    [Fact]
    public void Many_unknown_columns_do_not_hide_a_header()
    {
        string unknown = string.Join('|', Enumerable.Range(1, 40).Select(column => $"Zz{column}x"));

        Sheets.Map($"Part Number|Description|{unknown}", "A-1|Ring", "A-2|Plate").Columns().ShouldBe("partNumber=A description=B");
    }

    [Fact]
    public void A_row_of_values_with_two_words_of_headers_is_no_header()
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, "part|=1|=2|=3|material|=5|=6|=7", "A|=1|=2|=3|B|=5|=6|=7").Map.HeaderRow.ShouldBeNull();

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.HeaderNotFound);
    }
}
