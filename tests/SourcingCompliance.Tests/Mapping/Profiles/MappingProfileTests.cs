using System.Text;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Tests.Mapping.Profiles;

public sealed class MappingProfileTests
{
    private static readonly string[] Tie = ["Part Number|Qty|Country of Origin|COO", "A-1|=2|China|US", "A-2|=4|US|US"];

    [Fact]
    public void A_profile_settles_a_tie_with_one_line()
    {
        SheetMapping mapping = Map("""{"columns": {"countryOfOrigin": "C"}}""", Tie);

        mapping.Columns().ShouldBe("partNumber=A quantity=B countryOfOrigin=C");
        mapping.Map[BomField.CountryOfOrigin].ShouldNotBeNull().Basis.ShouldBe(MappingBasis.Profile);
    }

    [Theory]
    [InlineData("D")]
    [InlineData("d")]
    [InlineData("COO")]
    [InlineData("c.o.o.")]
    public void A_column_is_named_by_letter_or_by_header(string column)
    {
        string[] rows = ["Part Number|Qty|Country of Origin|" + (column == "c.o.o." ? "C.O.O." : "COO"), .. Tie[1..]];

        Map("""{"columns": {"countryOfOrigin": "?"}}""".Replace("?", column, StringComparison.Ordinal), rows)
            .Columns().ShouldBe("partNumber=A quantity=B countryOfOrigin=D");
    }

    [Fact]
    public void A_field_can_be_declared_absent()
    {
        Map("""{"columns": {"countryOfOrigin": null}}""", Tie).Columns().ShouldBe("partNumber=A quantity=B");
    }

    [Fact]
    public void A_list_without_a_header_is_read_with_row_zero()
    {
        SheetMapping mapping = Map("""{"headerRow": 0, "columns": {"partNumber": "A", "quantity": "B"}}""", "A-1|=2", "A-2|=4");

        mapping.Map.HeaderRow.ShouldBe(0);
        BomTable table = Sheets.Table("BOM", "A-1|=2", "A-2|=4");
        new LineReader(Sheets.Vocabulary).Read(table, mapping, [], new DiagnosticBag()).Count().ShouldBe(2);
    }

    [Fact]
    public void A_written_profile_is_recognised_again_by_its_header()
    {
        SheetMapping first = Map("""{"columns": {"countryOfOrigin": "C", "originMinedNd": "D"}}""", Tie);
        using var file = new MemoryStream();
        MappingProfile.From(first, "first").Write(file);
        string json = Encoding.UTF8.GetString(file.ToArray());

        Map(json, [Tie[0], "B-9|=1|Japan|CN"]).Columns().ShouldBe(first.Columns());
        Map(json, ["Part Number|Qty|Country of Origin|Notes", "B-9|=1|Japan|x"]).Columns().ShouldBe("partNumber=A quantity=B countryOfOrigin=C notes=D");
    }

    [Fact]
    public void A_written_profile_names_no_column_that_is_only_read_as_remarks()
    {
        SheetMapping mapping = Sheets.Map("Part Number|Description|Foo|Bar|COO", "A-1|Ring|NdFeB|x y|CN", "A-2|Screw|Steel|z|US");
        using var file = new MemoryStream();

        MappingProfile.From(mapping, "list").Write(file);

        var diagnostics = new DiagnosticBag();
        MappingProfile.Parse(file.ToArray(), "profile.json", diagnostics).ShouldNotBeNull().Columns.Select(column => column.Name)
            .ShouldBe(["partNumber", "description", "countryOfOrigin"]);
        diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_profile_for_another_sheet_is_not_applied()
    {
        Map("""{"sheet": "Other", "columns": {"name": "B"}}""", "Part Number|Qty", "A-1|=2", "A-2|=4").Columns().ShouldBe("partNumber=A quantity=B");
    }

    [Fact]
    public void A_column_that_the_sheet_does_not_have_is_an_error()
    {
        var diagnostics = new DiagnosticBag();
        MappingProfile profile = Parse("""{"columns": {"countryOfOrigin": "Origin of goods"}}""", diagnostics).ShouldNotBeNull();

        new BomMapper(Sheets.Vocabulary, profile).Map(Sheets.Document(Sheets.Table("BOM", Tie)), diagnostics)[0].IsRefused.ShouldBeTrue();

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ProfileColumnMissing);
    }

    [Theory]
    [InlineData("no JSON", "{")]
    [InlineData("no columns", "{}")]
    [InlineData("an unknown field", """{"columns": {"colour": "A"}}""")]
    [InlineData("a number as column", """{"columns": {"name": 1}}""")]
    [InlineData("an unknown property", """{"colums": {}, "columns": {"name": "A"}}""")]
    [InlineData("a negative row", """{"headerRow": -1, "columns": {"name": "A"}}""")]
    [InlineData("a field twice", """{"columns": {"name": "A", "name": "B"}}""")]
    public void A_profile_with_a_mistake_is_refused(string what, string json)
    {
        var diagnostics = new DiagnosticBag();

        Parse(json, diagnostics).ShouldBeNull(what);

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ProfileInvalid);
    }

    private static SheetMapping Map(string json, params string[] rows)
    {
        var diagnostics = new DiagnosticBag();
        MappingProfile profile = Parse(json, diagnostics).ShouldNotBeNull();
        SheetMapping mapping = new BomMapper(Sheets.Vocabulary, profile).Map(Sheets.Document(Sheets.Table("BOM", rows)), diagnostics)[0];
        diagnostics.HasErrors.ShouldBeFalse();
        return mapping;
    }

    private static MappingProfile? Parse(string json, DiagnosticBag diagnostics) =>
        MappingProfile.Parse(Encoding.UTF8.GetBytes(json), "profile.json", diagnostics);
}
