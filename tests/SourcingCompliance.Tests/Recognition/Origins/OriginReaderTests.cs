using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

public sealed class OriginReaderTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void A_country_of_origin_speaks_of_the_part_as_bought()
    {
        OriginStatement statement = Read((BomField.CountryOfOrigin, null, "Made in China")).ShouldHaveSingleItem();

        statement.Stage.ShouldBeNull();
        statement.Raw.ShouldBe("Made in China");
        statement.Cell.Address.ShouldBe("A7");
        statement.Origin.Countries.ShouldBe([new Country("CN")]);
    }

    [Fact]
    public void Stage_columns_follow_in_their_order_with_their_element()
    {
        ImmutableArray<OriginStatement> statements = Read(
            (BomField.OriginSintered, null, "JP"), (BomField.OriginMined, "Nd", "AU"), (BomField.CountryOfOrigin, null, "US"));

        statements.Select(statement => $"{statement.Stage ?? "bought"}/{statement.Element}={statement.Origin.Countries[0]}")
            .ShouldBe(["bought/=US", "sintered/=JP", "mined/Nd=AU"]);
    }

    [Fact]
    public void Stages_inside_an_origin_text_become_statements()
    {
        Read((BomField.CountryOfOrigin, null, "sintered CN, magnetized US"))
            .Select(statement => $"{statement.Stage ?? "bought"}={string.Join('|', statement.Origin.Countries)}")
            .ShouldBe(["bought=CN|US", "sintered=CN", "magnetized=US"]);
    }

    [Fact]
    public void A_description_counts_after_a_label_only()
    {
        Read((BomField.Description, null, "China marker"), (BomField.Notes, null, "see drawing, made in Russia"))
            .ShouldHaveSingleItem().Field.ShouldBe(BomField.Notes);
    }

    [Fact]
    public void A_stage_in_a_description_speaks_of_that_stage_alone()
    {
        Read((BomField.Description, null, "Magnet, sintered in China")).ShouldHaveSingleItem().Stage.ShouldBe(StageIds.Sintered);
    }

    [Fact]
    public void A_text_that_is_not_understood_is_unknown_and_told_with_a_suggestion()
    {
        OriginStatement statement = Read((BomField.CountryOfOrigin, null, "Gernamy")).ShouldHaveSingleItem();

        statement.Origin.Certainty.ShouldBe(OriginCertainty.Unknown);
        Diagnostic diagnostic = _diagnostics.Items.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe(DiagnosticIds.CountryNotRecognized);
        diagnostic.Message.ShouldBe("country 'Gernamy' not recognized; did you mean Germany (DE)? Treated as unknown.");
    }

    [Theory]
    [InlineData("USA, Zzyzxburg", DiagnosticIds.OriginPartlyRead, "Zzyzxburg")]
    [InlineData("Eastern Rare Earth Co.", DiagnosticIds.OriginNamesCompany, "Eastern Rare Earth Co.")]
    [InlineData("CHINAUSA", DiagnosticIds.CountryNotRecognized, "CHINAUSA")]
    public void What_nobody_could_read_is_told_with_its_cell(string text, string id, string quoted)
    {
        Read((BomField.OriginSintered, null, text)).ShouldHaveSingleItem().Origin.Unread.ShouldNotBeNull();

        Diagnostic diagnostic = _diagnostics.Items.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe(id);
        diagnostic.Cell.Address.ShouldBe("A7");
        diagnostic.Message.ShouldContain(quoted);
    }

    [Theory]
    [InlineData("TBD")]
    [InlineData("N/A")]
    [InlineData("see CoC")]
    [InlineData("not China")]
    [InlineData("China")]
    public void A_text_that_is_understood_is_not_told(string text)
    {
        Read((BomField.CountryOfOrigin, null, text)).ShouldHaveSingleItem();

        _diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_without_origins_has_no_statements()
    {
        Read((BomField.Description, null, "SCREW, PAN HEAD, M3 X 8"), (BomField.ReferenceDesignator, null, "CN1")).ShouldBeEmpty();
    }

    private ImmutableArray<OriginStatement> Read(params (BomField Field, string? Element, string Text)[] cells)
    {
        var map = new ColumnMap
        {
            Sheet = CellRef.ForFile("bom.csv"),
            HeaderRow = 1,
            Columns = [.. cells.Select((cell, index) =>
                new MappedColumn(cell.Field, index + 1, cell.Field.ToString(), MappingBasis.ExactAlias, "test") { Element = cell.Element })],
        };
        var line = new BomLine(map, 7, [.. cells.Select(cell => cell.Text)]);
        return new OriginReader(ShippedVocabulary.NewRecognizer()).Read(line, OriginCodeScheme.Iso, _diagnostics);
    }
}
