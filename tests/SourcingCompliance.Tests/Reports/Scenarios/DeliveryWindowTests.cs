using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports.Scenarios;

namespace SourcingCompliance.Tests.Reports.Scenarios;

public sealed class DeliveryWindowTests
{
    private static readonly RegimeReference Before = new("a", "a", null, new DateOnly(2026, 12, 31));
    private static readonly RegimeReference After = new("b", "b", new DateOnly(2027, 1, 1), null);

    [Theory]
    [InlineData(Verdict.Pass, Verdict.Violation, "may be delivered through December 31, 2026; not from January 1, 2027")]
    [InlineData(Verdict.Pass, Verdict.Open, "may be delivered through December 31, 2026; not decided from January 1, 2027")]
    [InlineData(Verdict.Open, Verdict.Violation, "not decided through December 31, 2026; not from January 1, 2027")]
    [InlineData(Verdict.Violation, Verdict.Violation, "may not be delivered")]
    [InlineData(Verdict.Exempt, Verdict.Pass, "no end known")]
    [InlineData(Verdict.Suspect, Verdict.Open, "not decided")]
    [InlineData(Verdict.Violation, Verdict.Pass, "not through December 31, 2026; may be delivered from January 1, 2027, no end known")]
    public void The_words_follow_the_verdicts_in_time(Verdict first, Verdict second, string expected) =>
        DeliveryWindow.Describe([(Before, first), (After, second)]).ShouldBe(expected);

    [Fact]
    public void Without_a_regime_nothing_is_decided() => DeliveryWindow.Describe([]).ShouldBe("not decided");
}
