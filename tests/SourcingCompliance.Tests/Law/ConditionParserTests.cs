using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Law;

public sealed class ConditionParserTests
{
    private static readonly ConditionScope Scope = new(
        [KeyValuePair.Create("coveredCountries", System.Collections.Immutable.ImmutableArray.Create(new Country("CN"), new Country("RU")))],
        [KeyValuePair.Create("magnets", System.Collections.Immutable.ImmutableArray.Create("smco-magnet", "ndfeb-magnet"))],
        [KeyValuePair.Create("thresholds.limit", 350_000m)]);

    private static Truth Evaluate(string text, Action<FactFrame>? set = null)
    {
        var frame = new FactFrame();
        set?.Invoke(frame);
        ConditionParse parse = ConditionParser.Parse(text, Scope);
        parse.Error.ShouldBeNull();
        return parse.Condition.ShouldNotBeNull().Evaluate(frame).Truth;
    }

    [Theory]
    [InlineData("true", Truth.True)]
    [InlineData("!true", Truth.False)]
    [InlineData("true && false || true", Truth.True)]
    [InlineData("true && (false || false)", Truth.False)]
    [InlineData("1 < 2 && 2 <= 2 && 3 > 2 && 2 >= 2 && 1 != 2 && 2 == 2.0", Truth.True)]
    [InlineData("\"a\" == \"A\"", Truth.False)]
    [InlineData("-1 < 0", Truth.True)]
    public void Literals_need_no_facts(string text, Truth truth) => Evaluate(text).ShouldBe(truth);

    // Kleene: the unknown operand is item.isCots.
    [Theory]
    [InlineData("item.isCots && false", Truth.False)]
    [InlineData("false && item.isCots", Truth.False)]
    [InlineData("item.isCots && true", Truth.Unknown)]
    [InlineData("item.isCots || true", Truth.True)]
    [InlineData("true || item.isCots", Truth.True)]
    [InlineData("item.isCots || false", Truth.Unknown)]
    [InlineData("!item.isCots", Truth.Unknown)]
    [InlineData("item.isCots == true", Truth.Unknown)]
    [InlineData("item.isCots != item.isCots", Truth.Unknown)]
    public void An_unknown_fact_stays_unknown_unless_the_other_side_decides(string text, Truth truth) => Evaluate(text).ShouldBe(truth);

    [Fact]
    public void Unknown_names_the_facts_that_made_it_so()
    {
        var frame = new FactFrame();
        frame.Set(Vocabulary.IsCots, true);
        Condition condition = ConditionParser.Parse("item.isCots && contract.value <= thresholds.limit && item.tungstenFraction < 0.5",
            Scope).Condition.ShouldNotBeNull();

        condition.Evaluate(frame).Unknowns().Select(fact => fact.Name).ShouldBe(["item.tungstenFraction", "contract.value"], ignoreOrder: true);
    }

    [Fact]
    public void Facts_that_do_not_matter_are_not_named()
    {
        Condition condition = ConditionParser.Parse("item.isCots && (false && contract.value > 1 || true)", Scope).Condition.ShouldNotBeNull();

        condition.Evaluate(new FactFrame()).Unknowns().Select(fact => fact.Name).ShouldBe(["item.isCots"]);
    }

    [Theory]
    [InlineData("CN", OriginCertainty.Definite, Truth.True)]
    [InlineData("CN|RU", OriginCertainty.Definite, Truth.True)]
    [InlineData("CN", OriginCertainty.Ambiguous, Truth.Unknown)]
    [InlineData("CN|VN", OriginCertainty.Definite, Truth.Unknown)]
    [InlineData("VN", OriginCertainty.Definite, Truth.False)]
    [InlineData("VN", OriginCertainty.Ambiguous, Truth.False)]
    [InlineData("", OriginCertainty.Unknown, Truth.Unknown)]
    public void A_set_contains_an_origin_only_when_all_of_it_is_inside_for_certain(string codes, OriginCertainty certainty, Truth truth) =>
        Evaluate("coveredCountries.Contains(stage.country)", frame => frame.Set(
            Vocabulary.StageCountry, [.. codes.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code => new Country(code))], certainty))
            .ShouldBe(truth);

    [Fact]
    public void A_text_literal_beside_a_date_is_a_date() =>
        Evaluate("delivery.date >= \"2027-01-01\"", frame => frame.Set(Vocabulary.DeliveryDate, new DateOnly(2026, 12, 31))).ShouldBe(Truth.False);

    [Fact]
    public void A_set_of_ids_contains_a_text() =>
        Evaluate("magnets.Contains(material.id)", frame => frame.Set(Vocabulary.Material, "ndfeb-magnet")).ShouldBe(Truth.True);

    [Theory]
    [InlineData("", 1, "expected a value")]
    [InlineData("item.isCot", 1, "neither a declared fact nor a definition")]
    [InlineData("item.isCots &&", 15, "found the end")]
    [InlineData("item.isCots item.isCots", 13, "expected '&&'")]
    [InlineData("(item.isCots", 13, "expected ')'")]
    [InlineData("contract.value", 1, "alone is not true or false")]
    [InlineData("contract.value == \"x\"", 16, "cannot be compared")]
    [InlineData("material.id < \"x\"", 13, "has no order")]
    [InlineData("material.id == \"x", 16, "no closing")]
    [InlineData("magnets.Contains(stage.country)", 1, "cannot contain")]
    [InlineData("delivery.date > \"yesterday\"", 15, "cannot be compared")]
    [InlineData("1.2.3 < 4", 1, "is not a number")]
    [InlineData("System.IO.File.Delete(\"x\")", 1, "neither a declared fact")]
    public void An_error_says_what_and_where(string text, int position, string message)
    {
        ConditionParse parse = ConditionParser.Parse(text, Scope);

        parse.Condition.ShouldBeNull();
        parse.Error.ShouldNotBeNull().ShouldContain(message);
        parse.Position.ShouldBe(position);
    }

    [Fact]
    public void Nesting_has_an_end() =>
        ConditionParser.Parse(new string('!', 100_000) + "true", Scope).Error.ShouldNotBeNull().ShouldContain("nested deeper");

    [Fact]
    public void An_explanation_tells_each_part_with_its_facts()
    {
        var frame = new FactFrame();
        frame.Set(Vocabulary.IsCots, true);
        Condition condition = ConditionParser.Parse("item.isCots && item.tungstenFraction < 0.5", Scope).Condition.ShouldNotBeNull();

        condition.Explain("SC2003", frame).Select(trace => $"{trace.Condition}: {trace.Truth} ({string.Join(", ", trace.Facts)})")
            .ShouldBe(["item.isCots: True (item.isCots = true)", "item.tungstenFraction < 0.5: Unknown (item.tungstenFraction = unknown)"]);
    }
}
