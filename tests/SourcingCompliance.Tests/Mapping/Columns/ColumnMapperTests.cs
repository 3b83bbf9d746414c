using SourcingCompliance.Mapping;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Mapping.Columns;

public sealed class ColumnMapperTests
{
    [Theory]
    [InlineData("Part Number|Country of Origin|Qty", "A-1|China|=2", "partNumber=A countryOfOrigin=B quantity=C")]
    [InlineData("Part Number|HTS Code|Schedule B", "A-1|7318.15|7318.15", "partNumber=A htsCode=B htsCode_2=C")]
    [InlineData("Part Number|HTS Code|HTS Code 2", "A-1|7318.15|8505.11", "partNumber=A htsCode=B htsCode_2=C")]
    [InlineData("MPN|Manufacturer Country|Qty", "A-1|China|=2", "manufacturerPartNumber=A quantity=C")]
    [InlineData("Component Description|Part No|Qty", "Ring magnet|A-1|=2", "description=A partNumber=B quantity=C")]
    [InlineData("Part Number|Supplier Reference|Qty", "A-1|X-99|=2", "partNumber=A supplierPartNumber=B quantity=C")]
    [InlineData("Part Number|Original Qty|Qty", "A-1|=9|=2", "partNumber=A quantity=C")]
    [InlineData("Part Number|Coordinator|Cool Down|Qty|Name", "A-1|=7|yes|=2|Screw", "partNumber=A quantity=D name=E")]
    [InlineData("Part Number|Materials Cost|Qty", "A-1|=9.5|=2", "partNumber=A quantity=C")]
    [InlineData("Item Number|Description|Qty", "AB-100|Screw|=2", "partNumber=A description=B quantity=C")]
    [InlineData("Item Number|Description|Qty", "=1|Screw|=2", "findNumber=A description=B quantity=C")]
    public void Headers_that_contain_a_name_of_another_field_are_not_mistaken_for_it(string header, string row, string expected)
    {
        string second = row.Replace("A-1", "B-2", StringComparison.Ordinal).Replace("=1|", "=2|", StringComparison.Ordinal)
            .Replace("AB-100", "AB-200", StringComparison.Ordinal);

        Sheets.Map(header, row, second).Columns().ShouldBe(expected);
    }

    [Theory]
    [InlineData("en", "Part No.|Description|Manufacturer|Qty.|Country of Origin")]
    [InlineData("de", "Teile-Nr.|Bezeichnung|Hersteller|Menge|Ursprungsland")]
    [InlineData("fr", "Code article|Désignation|Fabricant|Qté|Pays d'origine")]
    [InlineData("es", "Número de parte|Descripción|Fabricante|Cantidad|País de origen")]
    [InlineData("it", "Codice articolo|Descrizione|Produttore|Quantità|Paese di origine")]
    [InlineData("pt", "Código da peça|Descrição|Fabricante|Quantidade|País de origem")]
    [InlineData("pl", "Numer części|Opis|Producent|Ilość|Kraj pochodzenia")]
    [InlineData("ru", "Артикул|Описание|Производитель|Кол-во|Страна происхождения")]
    [InlineData("zh", "物料编码|规格描述|制造商|数量|原产国")]
    [InlineData("ja", "部品番号|説明|メーカー|数量|原産国")]
    [InlineData("ko", "품번|설명|제조사|수량|원산지")]
    public void Headers_are_read_in_eleven_languages(string language, string header)
    {
        Sheets.Map(header, "A-1|Motor|Maker|=2|DE", "A-2|Screw|Maker|=4|CN").Columns()
            .ShouldBe("partNumber=A description=B manufacturer=C quantity=D countryOfOrigin=E", language);
    }

    [Theory]
    [InlineData("ＰＡＲＴ　ＮＯ．")]
    [InlineData("part_number")]
    [InlineData("PartNumber")]
    [InlineData("P/N")]
    [InlineData("Part Number (optional)")]
    [InlineData("Acme Part Number")]
    [InlineData("Number of the part")]
    public void Case_width_punctuation_and_brackets_do_not_matter(string header)
    {
        Sheets.Map($"{header}|Qty", "A-1|=2", "A-2|=4").Columns().ShouldBe("partNumber=A quantity=B");
    }

    [Theory]
    [InlineData("Mined in", "originMined")]
    [InlineData("Country of mining", "originMined")]
    [InlineData("Nd mined in", "originMinedNd")]
    [InlineData("Mined (Nd) country", "originMinedNd")]
    [InlineData("Sm refined country", "originRefinedSm")]
    [InlineData("Dy origin - separated", "originSeparatedDy")]
    [InlineData("Melt country", "originMelted")]
    [InlineData("Strip cast location", "originMelted")]
    [InlineData("Country of melt and pour", "originMelted")]
    [InlineData("Alloy sintered in", "originSintered")]
    [InlineData("Where magnetized", "originMagnetized")]
    [InlineData("COO (pressed)", "originPressed")]
    [InlineData("Tungsten calcined in", "originCalcinedW")]
    [InlineData("烧结国家", "originSintered")]
    [InlineData("原産国（焼結）", "originSintered")]
    [InlineData("Mined", "originMined")]
    [InlineData("Oxide", "originSeparated")]
    public void Columns_of_stages_are_mapped_with_their_element(string header, string expected)
    {
        Sheets.Map($"Part Number|Qty|{header}", "A-1|=2|China", "A-2|=4|Australia").Columns().ShouldBe($"partNumber=A quantity=B {expected}=C");
    }

    [Theory]
    [InlineData("Finish", "Zinc", "Black")]
    [InlineData("Assembly", "Mount", "Mount")]
    [InlineData("Powder", "yes", "no")]
    public void A_bare_word_of_a_stage_is_no_origin_unless_the_column_holds_countries(string header, string first, string second)
    {
        Sheets.Map($"Part Number|Qty|{header}", $"A-1|=2|{first}", $"A-2|=4|{second}").Columns()
            .ShouldBeOneOf("partNumber=A quantity=B", "partNumber=A quantity=B notes=C");
    }

    [Fact]
    public void One_column_may_speak_of_two_stages()
    {
        Sheets.Map("Part Number|Qty|Sintered and magnetized in", "A-1|=2|China", "A-2|=4|Japan").Columns()
            .ShouldBe("partNumber=A quantity=B originSintered=C originMagnetized=C");
    }

    [Fact]
    public void A_title_over_several_headers_lends_them_its_meaning()
    {
        Sheets.Map("||Country of origin", "Part Number|Qty|Mined|Refined", "A-1|=2|China|Japan", "A-2|=4||").Columns()
            .ShouldBe("partNumber=A quantity=B originMined=C originRefined=D");
    }

    [Theory]
    [InlineData("Part", "R1, R2", "C1-C4", "referenceDesignator")]
    [InlineData("Part", "Ring magnet", "Bearing", "name")]
    [InlineData("Reference", "R1", "C1,C2", "referenceDesignator")]
    [InlineData("Référence", "AX-1000", "AX-2000", "partNumber")]
    [InlineData("Item", "=1", "=2", "findNumber")]
    [InlineData("Item", "AX-1000", "AX-2000", "partNumber")]
    [InlineData("Item", "Ring magnet", "Bearing", "name")]
    [InlineData("Material", "=100234567", "=100234999", "partNumber")]
    [InlineData("Material", "NdFeB", "Steel", "material")]
    [InlineData("Country", "China", "US", "countryOfOrigin")]
    public void Unclear_headers_are_settled_by_what_the_column_holds(string header, string first, string second, string expected)
    {
        Sheets.Map($"{header}|Description|Qty", $"{first}|one|=2", $"{second}|two|=4").Columns().ShouldBe($"{expected}=A description=B quantity=C");
    }

    [Fact]
    public void A_quantity_for_a_batch_gives_way_to_the_quantity()
    {
        Sheets.Map("Item|Quantity|QTY 100|Part Number", "=1|=2|=200|A-1", "=2|=4|=400|A-2").Columns().ShouldBe("findNumber=A quantity=B partNumber=D");
    }

    [Theory]
    [InlineData("Part Number|Order Qty", "partNumber=A quantity=B")]
    [InlineData("Part Number|Total Qty|Qty", "partNumber=A quantity=C")]
    public void A_total_or_ordered_quantity_counts_only_where_there_is_no_other(string header, string expected)
    {
        Sheets.Map(header, "A-1|=20|=2", "A-2|=40|=4").Columns().ShouldBe(expected);
    }

    [Fact]
    public void Numbered_makers_are_alternates()
    {
        Sheets.Map("Qty|MFR 1|MPN 1|MFR 2|MPN 2", "=1|TDK|C1|Murata|G1", "=2|TDK|C2|Murata|G2").Columns()
            .ShouldBe("quantity=A manufacturer=B manufacturerPartNumber=C manufacturer_2=D manufacturerPartNumber_2=E");
    }

    [Theory]
    [InlineData("A-1|=2|China|US", "A-2|=4|US|US")]
    [InlineData("A-1|=2|China|CHINA", "A-2|=4|US|")]
    [InlineData("A-1|=2||", "A-2|=4||")]
    public void Two_columns_of_the_origin_are_two_sources_that_both_count(string first, string second)
    {
        var diagnostics = new DiagnosticBag();

        SheetMapping mapping = Sheets.Map(diagnostics, "Part Number|Qty|Country of Origin|COO", first, second);

        mapping.Columns().ShouldBe("partNumber=A quantity=B countryOfOrigin=C countryOfOrigin_2=D");
        diagnostics.GetCount(DiagnosticIds.ColumnTie).ShouldBe(0);
    }

    [Theory]
    [InlineData("Part Number|Qty|Machined In|Coated In", "partNumber=A quantity=B originFinished=C originFinished_2=D")]
    [InlineData("Part Number|Qty|Alloy Melted In|Strip Cast In", "partNumber=A quantity=B originMelted=C originMelted_2=D")]
    [InlineData("Part Number|Qty|Ground In|Plated In", "partNumber=A quantity=B originFinished=C originFinished_2=D")]
    public void Two_acts_of_one_stage_are_two_statements_and_no_tie(string header, string columns) =>
        Sheets.Map(header, "A-1|=2|Germany|China", "A-2|=4|US|US").Columns().ShouldBe(columns);

    [Fact]
    public void Two_plain_quantities_that_differ_are_refused()
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, "Part Number|Qty|Quantity", "A-1|=2|=3").IsRefused.ShouldBeTrue();

        diagnostics.GetCount(DiagnosticIds.ColumnTie).ShouldBe(1);
    }

    [Fact]
    public void The_country_of_a_supplier_is_no_origin_and_is_told_of()
    {
        var diagnostics = new DiagnosticBag();

        SheetMapping mapping = Sheets.Map(diagnostics, "Part Number|Name|Supplier Country", "A-1|Bolt|China", "A-2|Nut|Taiwan");

        mapping.Columns().ShouldBe("partNumber=A name=B");
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.CountryColumnUnclear);
    }

    [Fact]
    public void Texts_below_a_header_that_is_not_known_are_remarks()
    {
        SheetMapping mapping = Sheets.Map("Part Number|Description|Stuff|Zahl|Seen", "A-1|Ring|NdFeB|=4|yes", "A-2|Plate|Steel|=5|no");

        mapping.Columns().ShouldBe("partNumber=A description=B");
        mapping.Remarks().ShouldBe("C D E");
    }

    [Fact]
    public void The_header_of_something_else_hides_no_text()
    {
        Sheets.Map("Reference|Value|Footprint|Datasheet|Category", "C1|10u|Capacitor_Tantalum_SMD:CP_EIA-3216-18|https://x.example/1|Capacitors",
            "C2|1u|C_0603|https://x.example/2|Capacitors").Remarks()
            .ShouldBe("C D");
    }

    [Fact]
    public void A_text_between_known_columns_needs_no_header()
    {
        Sheets.Map("Part Number|Description||COO", "A-1|Ring|NdFeB|CN", "A-2|Plate|Steel|US").Remarks().ShouldBe("C");
    }

    [Fact]
    public void Where_no_header_says_what_the_parts_are_the_texts_that_differ_most_do()
    {
        var diagnostics = new DiagnosticBag();

        SheetMapping mapping = Sheets.Map(diagnostics, "Part Number|Zqx|Blah|COO", "A-1|bought|Neodymium magnet|CN",
            "A-2|bought|Screw|US", "A-3|made|Plate|US");

        mapping.Columns().ShouldBe("partNumber=A description=C countryOfOrigin=D");
        mapping.Remarks().ShouldBe("B");
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ColumnByContent);
    }

    [Fact]
    public void Quantities_that_happen_to_count_up_are_no_line_numbers()
    {
        Sheets.Map("Bezeichnung|Stück", "Haltemagnet|=5", "Schraube|=10").Columns().ShouldBe("description=A quantity=B");
    }

    [Fact]
    public void Remarks_are_no_description()
    {
        Sheets.Map("Part Number|Blah|Notes|COO", "A-1|Brushless motor|see drawing|CN", "A-2|Screw||US").Columns()
            .ShouldBe("partNumber=A description=B notes=C countryOfOrigin=D");
    }

    [Fact]
    public void A_list_in_which_nothing_says_what_the_parts_are_is_told_of()
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, "Part Number|COO", "A-1|CN", "A-2|US").Columns().ShouldBe("partNumber=A countryOfOrigin=B");

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.NothingDescribesParts);
    }

    [Theory]
    [InlineData("Mass (g)", "g")]
    [InlineData("weight_kg", "kg")]
    [InlineData("Unit Weight [lbs]", "lb")]
    [InlineData("Mass - g (each)", "g")]
    public void The_unit_of_a_mass_is_taken_from_its_header(string header, string unit)
    {
        SheetMapping mapping = Sheets.Map($"Part Number|{header}", "A-1|=2.5", "A-2|=4");

        mapping.Map[BomField.Mass].ShouldNotBeNull().Unit.ShouldBe(unit);
    }

    [Fact]
    public void The_mass_of_all_pieces_together_is_not_the_mass_of_one()
    {
        Sheets.Map("Part Number|Qty|Mass (total)|Total weight", "A-1|=2|=5|=5", "A-2|=4|=6|=6").Columns().ShouldBe("partNumber=A quantity=B");
    }

    [Fact]
    public void A_list_without_a_name_column_takes_the_column_of_distinct_texts()
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, "|menge|ep", "linear rail|=2|=40", "stepper motor|=4|=12", "belt|=1|=3").Columns().ShouldBe("name=A quantity=B unitCost=C");

        diagnostics.GetCount(DiagnosticIds.ColumnByContent).ShouldBe(1);
    }
}
