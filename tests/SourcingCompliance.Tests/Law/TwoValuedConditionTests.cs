using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Law;

public class TwoValuedConditionTests
{
    private static readonly ConditionScope Scope = new(
        [KeyValuePair.Create("coveredCountries", System.Collections.Immutable.ImmutableArray.Create(new Country("CN"), new Country("RU")))],
        [],
        [KeyValuePair.Create("thresholds.cotsFraction", 0.5m)]);

    [Fact]
    public void A_comparison_asks_first_whether_its_fact_is_known()
    {
        TwoValuedCondition spelt = Spell("material.id == \"tantalum\"");

        spelt.Established.ShouldBe("(material.id != null && material.id == \"tantalum\")");
        spelt.Excluded.ShouldBe("(material.id != null && material.id != \"tantalum\")");
    }

    [Fact]
    public void An_origin_that_is_only_possible_is_neither_established_nor_excluded()
    {
        TwoValuedCondition spelt = Spell("coveredCountries.Contains(stage.country)");

        spelt.Established.ShouldContain("stage.country.isDefinite");
        spelt.Established.ShouldContain("All(country => coveredCountries.Contains(country))");
        spelt.Excluded.ShouldContain("!stage.country.possible.Any(country => coveredCountries.Contains(country))");
        spelt.Definitions.ShouldBe([new NamedExpression("coveredCountries", "new [] { \"CN\", \"RU\" }")]);
    }

    [Theory]
    [InlineData("item.isCots && item.isMillProduct", "((item.isCots == false) || (item.isMillProduct == false))")]
    [InlineData("item.isCots || item.isMillProduct", "((item.isCots == false) && (item.isMillProduct == false))")]
    [InlineData("!item.isCots", "(item.isCots == true)")]
    [InlineData("item.tungstenFraction < thresholds.cotsFraction", "(item.tungstenFraction != null && item.tungstenFraction >= thresholds.cotsFraction)")]
    [InlineData("delivery.date >= \"2027-01-01\"", "(delivery.date != null && delivery.date < DateTime(2027, 1, 1))")]
    public void What_is_excluded_follows_the_tables_of_three_values(string condition, string excluded) =>
        Spell(condition).Excluded.ShouldBe(excluded);

    private static TwoValuedCondition Spell(string text) => ConditionParser.Parse(text, Scope).Condition.ShouldNotBeNull().InTwoValues();
}
