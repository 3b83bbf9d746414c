using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Findings;

public sealed class ReportWordsTests
{
    private static readonly RegimeReference First = new("melted-or-produced", "melted or produced", null, new DateOnly(2026, 12, 31));
    private static readonly RegimeReference Second = new("mined-to-produced", "mined to produced", new DateOnly(2027, 1, 1), null);

    [Fact]
    public void Deliveries_are_told_with_the_dates_of_their_regimes()
    {
        ReportWords.GetDeliveries([First]).ShouldBe("deliveries through December 31, 2026");
        ReportWords.GetDeliveries([Second]).ShouldBe("deliveries from January 1, 2027");
        ReportWords.GetDeliveries([First, Second]).ShouldBe("deliveries before, on, and after January 1, 2027");
    }

    [Fact]
    public void The_earlier_rule_is_the_current_one_until_the_later_one_begins()
    {
        ReportWords.GetRules([First, Second], new DateOnly(2026, 12, 31)).ShouldBe("under both the current and the 2027 rule");
        ReportWords.GetRules([First, Second], new DateOnly(2027, 1, 1)).ShouldBe("for deliveries before, on, and after January 1, 2027");
        ReportWords.GetRules([Second], new DateOnly(2026, 12, 31)).ShouldBe("for deliveries from January 1, 2027");
    }

    [Fact]
    public void A_share_is_rounded_down_so_that_coverage_is_never_overstated()
    {
        Wording.GetShare(0.999m).ShouldBe("99%");
        Wording.GetShare(null).ShouldBe("none needed");
    }

    [Fact]
    public void Lists_read_as_sentences()
    {
        Wording.GetList(["melted", "pressed", "sintered"]).ShouldBe("melted, pressed and sintered");
        Wording.GetList(["China", "Viet Nam"], "or").ShouldBe("China or Viet Nam");
    }
}
