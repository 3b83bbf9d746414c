using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Tests.Recognition.Materials.Vocabulary;

public sealed class CompositionScannerTests
{
    [Theory]
    [InlineData("90W-7Ni-3Fe")]
    [InlineData("W90Ni6Fe4")]
    [InlineData("95W-3.5Ni-1.5Fe")]
    [InlineData("97W 2Ni 1Fe bar")]
    [InlineData("W-Ni-Cu block")]
    [InlineData("WNiFe")]
    [InlineData("90% W 7% Ni 3% Fe")]
    [InlineData("W90Cu10")]
    [InlineData("WCu 90/10")]
    [InlineData("tungsten part 17.6 g/cm³")]
    public void At_least_ninety_percent_tungsten_in_other_metals_is_heavy_alloy(string text) =>
        ShippedVocabulary.Classify(text).Materials.ShouldContain(found => found.Material == MaterialIds.TungstenHeavyAlloy && found.Presence == Presence.Is);

    [Theory]
    [InlineData("89W-8Ni-3Fe")]
    [InlineData("W80Cu20")]
    [InlineData("WCu 85/15")]
    [InlineData("WCu")]
    [InlineData("W-Ni-Fe 15.9 g/cc")]
    [InlineData("LED 5W Ni Cu")]
    [InlineData("90W Ni housing")]
    [InlineData("20 W 7 Ni 3 Fe")]
    [InlineData("Ni-Cu-Ni")]
    public void Anything_below_the_limits_is_not(string text) =>
        ShippedVocabulary.Classify(text).Materials.ShouldNotContain(found => found.Material == MaterialIds.TungstenHeavyAlloy && found.Presence == Presence.Is);

    [Theory]
    [InlineData("Ta-10W", "is")]
    [InlineData("Ta10W", "is")]
    [InlineData("97.5Ta-2.5W", "is")]
    [InlineData("60Ta-40Nb", "is")]
    [InlineData("RES TA 10W 5%", "none")]
    [InlineData("Nb-10Ta", "none")]
    public void A_tantalum_alloy_is_named_by_its_composition(string text, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(text)).ShouldBe(verdict);
}
