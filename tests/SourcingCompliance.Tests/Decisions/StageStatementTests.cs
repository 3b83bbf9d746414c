using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

public sealed class StageStatementTests
{
    private static readonly Country China = new("CN");
    private static readonly Country Japan = new("JP");
    private static readonly CountrySet Covered =
        MainPack.Pack.On(new DateOnly(2027, 1, 1), PackSettings.Default, new DiagnosticBag()).CoveredCountries;

    private static OriginStatement Cell(string? stage, RecognizedOrigin origin) =>
        ItemBuilder.Statement(stage, "CN|JP", OriginCertainty.Definite) with { Origin = origin };

    private static StageStatement[] Read(OriginStatement cell) => [.. StageStatement.From(new ItemBuilder().With(cell).Build())];

    [Fact]
    public void A_country_of_origin_speaks_of_the_part_as_bought()
    {
        StageStatement statement = Read(ItemBuilder.Statement(null, "CN", OriginCertainty.Definite)).ShouldHaveSingleItem();

        (statement.Stage, statement.IsOfPart, statement.Certainty).ShouldBe((StageIds.Produced, true, OriginCertainty.Definite));
    }

    [Fact]
    public void A_stage_column_speaks_of_its_stage_and_not_of_the_part()
    {
        StageStatement statement = Read(ItemBuilder.Statement(StageIds.Melted, "CN", OriginCertainty.Definite, "Nd")).ShouldHaveSingleItem();

        (statement.Stage, statement.Element, statement.IsOfPart).ShouldBe((StageIds.Melted, "Nd", false));
    }

    [Fact]
    public void A_statement_that_excludes_countries_says_where_it_was_not() =>
        Read(Cell(null, new RecognizedOrigin { Countries = [China], Certainty = OriginCertainty.Definite, Relation = OriginRelation.Exclude })).ShouldBeEmpty();

    [Fact]
    public void A_statement_without_a_country_says_nothing() => Read(ItemBuilder.Statement(null, "", OriginCertainty.Unknown)).ShouldBeEmpty();

    [Fact]
    public void What_was_not_understood_is_kept_next_to_what_was()
    {
        OriginStatement cell = ItemBuilder.Statement(StageIds.Melted, "JP", OriginCertainty.Ambiguous);

        StageStatement[] read = Read(cell with { Origin = cell.Origin with { Unread = "Zzyzx" } });

        read.Select(statement => statement.IsUnread).ShouldBe([false, true]);
        (read[1].Stage, read[1].IsOfPart, read[1].Certainty).ShouldBe((StageIds.Melted, false, OriginCertainty.Unknown));
    }

    [Fact]
    public void An_unread_country_of_origin_is_unread_for_the_part() =>
        Read(ItemBuilder.Statement(null, "", OriginCertainty.Unknown) is var cell ? cell with { Origin = cell.Origin with { Unread = "Zzyzx" } } : cell)
            .ShouldHaveSingleItem().IsOfPart.ShouldBeTrue();

    [Fact]
    public void A_country_without_a_role_next_to_one_with_a_role_is_in_doubt()
    {
        StageStatement[] read = Read(Cell(null, new RecognizedOrigin
        {
            Countries = [China, Japan], Certainty = OriginCertainty.Definite, Relation = OriginRelation.All,
            Stages = [new StagePart(StageIds.Sintered, null, [China], OriginCertainty.Definite, "sintered CN")],
        }));

        read.Select(statement => (statement.Stage, statement.Certainty, statement.IsEach))
            .ShouldBe([(StageIds.Sintered, OriginCertainty.Definite, false), (StageIds.Produced, OriginCertainty.Ambiguous, false)]);
        read[1].Countries.ShouldBe([Japan]);
    }

    [Fact]
    public void Assembled_in_china_hints_at_the_origin_of_the_part_and_does_not_settle_it()
    {
        StageStatement[] read = Read(Cell(null, Assembled));

        read.Select(statement => (statement.Stage, statement.IsOfPart, statement.Certainty))
            .ShouldBe([(StageIds.Assembled, false, OriginCertainty.Definite), (StageIds.Produced, true, OriginCertainty.Ambiguous)]);
    }

    [Fact]
    public void In_a_column_of_a_stage_assembled_in_china_says_nothing_of_the_part() =>
        Read(Cell(StageIds.Melted, Assembled)).ShouldHaveSingleItem().Stage.ShouldBe(StageIds.Assembled);

    [Fact]
    public void A_role_without_a_country_is_left_out() => Read(Cell(null, new RecognizedOrigin
    {
        Countries = [], Certainty = OriginCertainty.Unknown, Relation = OriginRelation.None,
        Stages = [new StagePart(StageIds.Sintered, null, [], OriginCertainty.Unknown, "sintered")],
    })).ShouldBeEmpty();

    [Fact]
    public void A_role_names_the_element_of_its_column_where_it_names_none()
    {
        OriginStatement cell = ItemBuilder.Statement(StageIds.Separated, "CN", OriginCertainty.Definite, "Dy") with
        {
            Origin = new RecognizedOrigin
            {
                Countries = [China], Certainty = OriginCertainty.Definite, Relation = OriginRelation.Single,
                Stages = [new StagePart(StageIds.Separated, null, [China], OriginCertainty.Definite, "separated CN")],
            },
        };

        Read(cell).ShouldHaveSingleItem().Element.ShouldBe("Dy");
    }

    [Theory]
    [InlineData(true, OriginCertainty.Definite)]
    [InlineData(false, OriginCertainty.Ambiguous)]
    public void Only_a_plain_choice_proves_what_holds_for_each_country_of_it(bool isChoice, OriginCertainty certainty)
    {
        StageStatement statement = Read(ItemBuilder.Statement(null, "CN|RU", OriginCertainty.Ambiguous, isChoice: isChoice)).ShouldHaveSingleItem();

        statement.CertaintyOfSet.ShouldBe(certainty);
    }

    [Theory]
    [InlineData(OriginRelation.All, OriginCertainty.Definite, "CN|JP", "CN")]
    [InlineData(OriginRelation.All, OriginCertainty.Definite, "CN|RU", "CN|RU")]
    [InlineData(OriginRelation.All, OriginCertainty.Definite, "JP|US", "JP|US")]
    [InlineData(OriginRelation.All, OriginCertainty.Definite, "CN", "CN")]
    [InlineData(OriginRelation.All, OriginCertainty.Ambiguous, "CN|JP", "CN|JP")]
    [InlineData(OriginRelation.Any, OriginCertainty.Definite, "CN|JP", "CN|JP")]
    public void What_happened_in_each_of_several_countries_counts_in_the_covered_ones(
        OriginRelation relation, OriginCertainty certainty, string countries, string expected)
    {
        RecognizedOrigin origin = ItemBuilder.Statement(null, countries, certainty).Origin with { Relation = relation };

        string.Join('|', Read(Cell(null, origin)).ShouldHaveSingleItem().GetWorst(Covered).Countries.Select(country => country.Code)).ShouldBe(expected);
    }

    [Fact]
    public void Only_a_text_that_was_not_understood_is_quoted_in_a_question()
    {
        OriginStatement cell = ItemBuilder.Statement(StageIds.Melted, "", OriginCertainty.Unknown) with { Raw = "Zzyzx" };
        StageStatement unread = Read(cell with { Origin = cell.Origin with { Unread = "Zzyzx" } })[0];

        StageStatement.UnreadText(unread).ShouldBe(" The list says \"Zzyzx\" (cell E2), which was not understood.");
        StageStatement.UnreadText(null).ShouldBe("");
        StageStatement.UnreadText(Read(ItemBuilder.Statement(null, "CN", OriginCertainty.Definite))[0]).ShouldBe("");
    }

    private static RecognizedOrigin Assembled => new()
    {
        Countries = [China], Certainty = OriginCertainty.Definite, Relation = OriginRelation.Single,
        Stages = [new StagePart(StageIds.Assembled, null, [China], OriginCertainty.Definite, "assembled in CN")],
    };
}
