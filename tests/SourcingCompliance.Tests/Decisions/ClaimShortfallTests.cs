using SourcingCompliance.Decisions;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Decisions;

public sealed class ClaimShortfallTests
{
    private static ConditionTrace Step(string condition, Truth truth) => new("SC2001", condition, truth, []);

    [Theory]
    [InlineData("determination.isGranted", Truth.False, "it was not granted")]
    [InlineData("!item.isMaterialItself", Truth.True, "the part is the covered material itself")]
    [InlineData("determination.monthsAtDelivery <= 36", Truth.False, "the time that the statute allows has passed by the delivery")]
    [InlineData("determination.isGranted", Truth.True, "what is on file contradicts it")]
    [InlineData("determination.isGranted", Truth.Unknown, "what is on file contradicts it")]
    [InlineData("determination.isGrantedTwice", Truth.False, "what is on file contradicts it")]
    [InlineData("something.else", Truth.False, "what is on file contradicts it")]
    public void A_condition_that_rules_the_exception_out_says_why(string condition, Truth truth, string words) =>
        ClaimShortfall.Describe([Step(condition, truth)]).ShouldBe(words);

    [Theory]
    [InlineData(Truth.True, "it is a mill product that has not been incorporated")]
    [InlineData(Truth.False, "what is on file contradicts it")]
    [InlineData(Truth.Unknown, "what is on file contradicts it")]
    public void Only_a_mill_product_must_be_incorporated(Truth isMillProduct, string words) =>
        ClaimShortfall.Describe([Step("item.isMillProduct", isMillProduct), Step("item.isIncorporated", Truth.False)]).ShouldBe(words);

    [Fact]
    public void Several_reasons_are_all_said() =>
        ClaimShortfall.Describe([Step("determination.coversItem", Truth.False), Step("determination.coversMaterial", Truth.False)])
            .ShouldBe("it does not name this material and it names another end item");
}
