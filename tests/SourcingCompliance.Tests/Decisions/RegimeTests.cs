using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

public sealed class RegimeTests
{
    private static readonly DateOnly First = new(2027, 1, 1);
    private static readonly DateOnly Last = new(2027, 12, 31);

    [Theory]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-01", true)]
    [InlineData("2027-12-31", true)]
    [InlineData("2028-01-01", false)]
    public void A_period_governs_from_its_first_day_through_its_last(string day, bool governs) =>
        new Regime("r", "R", First, Last, First)
            .Governs(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(governs);

    [Fact]
    public void A_period_without_a_first_day_governs_from_the_beginning()
    {
        new Regime("r", "R", null, Last, First).Governs(DateOnly.MinValue).ShouldBeTrue();
        new Regime("r", "R", null, Last, First).Governs(Last.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void A_period_without_a_last_day_has_no_end()
    {
        new Regime("r", "R", First, null, First).Governs(DateOnly.MaxValue).ShouldBeTrue();
        new Regime("r", "R", First, null, First).Governs(First.AddDays(-1)).ShouldBeFalse();
    }

    [Fact]
    public void The_newest_clause_has_a_period_through_2026_and_one_from_2027() =>
        Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag()).Select(regime => (regime.Id, regime.From, regime.To))
            .ShouldBe([("melted-or-produced", null, new DateOnly(2026, 12, 31)), ("mined-to-produced", First, null)]);
}
