using SourcingCompliance.Lines;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Mapping;

/// <summary>Which columns speak of an origin or of a stage, whatever their cells hold.</summary>
public sealed class OriginColumnTests
{
    [Theory]
    [InlineData("HERKL", "countryOfOrigin")]
    [InlineData("PartCountry", "countryOfOrigin")]
    [InlineData("Krajina pôvodu", "countryOfOrigin")]
    [InlineData("Nước xuất xứ", "countryOfOrigin")]
    [InlineData("ประเทศผู้ผลิต", "countryOfOrigin")]
    [InlineData("بلد المنشأ", "countryOfOrigin")]
    [InlineData("ארץ ייצור", "countryOfOrigin")]
    [InlineData("Negara asal", "countryOfOrigin")]
    [InlineData("Former country of origin", "countryOfOrigin")]
    [InlineData("Origin confirmed", "countryOfOrigin")]
    [InlineData("Country of Smelt (secondary)", "originRefined")]
    [InlineData("Primary Country of Smelt", "originRefined")]
    [InlineData("Country of Cast", "originMelted")]
    [InlineData("Country of Melt", "originMelted")]
    [InlineData("Thiêu kết tại", "originSintered")]
    [InlineData("Magnetized in (2nd source)", "originMagnetized")]
    [InlineData("Melted/Produced In", "originMelted")]
    [InlineData("Country Melted or Produced", "originMelted")]
    [InlineData("Foundry Location", "originMelted")]
    [InlineData("Oxide produced in", "originSeparated")]
    [InlineData("Factory Country", "countryOfOrigin")]
    [InlineData("Org Ctry", "countryOfOrigin")]
    [InlineData("CofO", "countryOfOrigin")]
    [InlineData("Magnet Origin", "countryOfOrigin")]
    [InlineData("Tungsten COO", "countryOfOrigin")]
    [InlineData("Fab Country", "countryOfOrigin")]
    [InlineData("Herstellland", "countryOfOrigin")]
    [InlineData("出产国", "countryOfOrigin")]
    [InlineData("Sourced From", "countryOfOrigin")]
    [InlineData("Mfg Location", "countryOfOrigin")]
    public void Headers_of_origin_and_stage_are_known(string header, string field)
    {
        Sheets.Map($"Part Number|Qty|{header}", "A-1|=2|China", "A-2|=4|Japan").Columns().ShouldBe($"partNumber=A quantity=B {field}=C");
    }

    [Theory]
    [InlineData("Country", "countryOfOrigin")]
    [InlineData("Factory", "countryOfOrigin")]
    [InlineData("Melt Source", "originMelted")]
    [InlineData("Mine", "originMined")]
    public void A_column_of_towns_is_one_of_origins_below_a_header_that_may_ask_for_them(string header, string field)
    {
        Sheets.Map($"Part Number|Qty|{header}", "A-1|=2|Ganzhou, Jiangxi", "A-2|=4|Osaka", "A-3|=4|Mountain Pass")
            .Columns().ShouldBe($"partNumber=A quantity=B {field}=C");
    }

    [Theory]
    [InlineData("Warehouse", "Dallas")]
    [InlineData("City", "Ningbo")]
    [InlineData("Factory", "Acme Works")]
    [InlineData("Sourced From", "Digi-Key")]
    public void Towns_of_other_columns_and_names_of_firms_are_no_origins(string header, string text)
    {
        Sheets.Map($"Part Number|Qty|{header}", $"A-1|=2|{text}", $"A-2|=4|{text}", $"A-3|=4|{text}").Columns().ShouldNotContain("rigin");
    }

    [Theory]
    [InlineData("Consignee country")]
    [InlineData("Country of sender")]
    [InlineData("Maker country")]
    [InlineData("Manufacturer address country")]
    [InlineData("Ship-to country")]
    [InlineData("Country of export")]
    public void The_country_of_somebodys_address_is_no_origin_and_is_told_of(string header)
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, $"Part Number|Qty|{header}", "A-1|=2|China", "A-2|=4|Japan").Columns().ShouldBe("partNumber=A quantity=B");

        diagnostics.GetCount(DiagnosticIds.CountryColumnUnclear).ShouldBe(1);
    }

    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("#N/A", "#N/A", "-")]
    [InlineData("8505.11.0070", "7318.15", "12")]
    [InlineData("", "", "")]
    public void A_column_of_origin_stays_one_when_other_cells_tell_nothing(string second, string third, string fourth)
    {
        Sheets.Map("Part Number|Qty|Country of Origin", "A-1|=1|China", $"A-2|=1|{second}", $"A-3|=1|{third}", $"A-4|=1|{fourth}").Columns()
            .ShouldBe("partNumber=A quantity=B countryOfOrigin=C");
    }

    [Theory]
    [InlineData("COO")]
    [InlineData("Origin")]
    [InlineData("Country")]
    [InlineData("M49")]
    public void Numbers_of_iso_are_countries(string header)
    {
        Sheets.Map($"Part Number|Qty|{header}", "A-1|=1|156", "A-2|=1|392", "A-3|=1|36", "A-4|=1|643")
            .Columns().ShouldBe("partNumber=A quantity=B countryOfOrigin=C");
    }

    [Theory]
    [InlineData("Origin", "1050", "2000", "3000")]
    [InlineData("Country", "China", "12.5", "8505")]
    public void A_column_without_any_country_is_none_of_origin(string header, string first, string second, string third)
    {
        Sheets.Map($"Part Number|Qty|{header}", $"A-1|=1|{first}", $"A-2|=1|{second}", $"A-3|=1|{third}").Columns().ShouldNotContain("countryOfOrigin");
    }

    [Theory]
    [InlineData("Sintered in 2")]
    [InlineData("Sintered in (alt)")]
    [InlineData("Sintered at")]
    [InlineData("Magnet sintered in, second source")]
    public void A_further_column_of_a_stage_counts_however_few_cells_it_has(string header)
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, $"Part Number|Qty|Sintered in|{header}", "A-1|=1|Japan|China", "A-2|=1|Japan|", "A-3|=1|Japan|").Columns()
            .ShouldBe("partNumber=A quantity=B originSintered=C originSintered_2=D");

        diagnostics.GetCount(DiagnosticIds.ColumnTie).ShouldBe(0);
    }

    [Fact]
    public void Two_columns_of_a_stage_are_read_both_though_they_are_empty_as_far_as_the_first_rows_go()
    {
        Sheets.Map("Part Number|Qty|Sintered in|Sintering country", "A-1|=1||", "A-2|=1||").Columns()
            .ShouldBe("partNumber=A quantity=B originSintered=C originSintered_2=D");
    }

    [Fact]
    public void A_bare_country_beside_the_origin_is_told_of_and_not_taken_for_another_source()
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, "Part Number|Qty|Country|Country of origin", "A-1|=1|China|Japan", "A-2|=1|Taiwan|Japan")
            .Columns().ShouldBe("partNumber=A quantity=B countryOfOrigin=D");

        diagnostics.GetCount(DiagnosticIds.CountryColumnUnclear).ShouldBe(1);
    }

    [Fact]
    public void A_row_that_numbers_the_columns_is_no_part()
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) = Sheets.Read("Part Number|Description|Qty", "1|2|3", "A-1|Screw|=1", "1|Screw|=1");

        lines.Count.ShouldBe(2);
        skipped.ShouldHaveSingleItem().Row.ShouldBe(2);
    }

    [Fact]
    public void The_numbers_of_countries_are_those_of_the_vocabulary_of_countries()
    {
        string rules = Path.Combine(Sheets.RepositoryRoot, "rules", "reference");
        using var columns = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(rules, "columns.json")));
        using var countries = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(rules, "countries.json")));

        string[] numbers = [.. countries.RootElement.GetProperty("countries").EnumerateArray()
            .Where(country => country.TryGetProperty("numeric", out _)).Select(country => country.GetProperty("numeric").GetString() ?? "")
            .Where(number => number != "000").Order(StringComparer.Ordinal)];

        columns.RootElement.GetProperty("content").GetProperty("countryNumbers").EnumerateArray().Select(number => number.GetString()).ShouldBe(numbers);
    }
}
