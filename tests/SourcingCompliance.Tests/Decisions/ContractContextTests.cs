using SourcingCompliance.Decisions;
using SourcingCompliance.Items;

namespace SourcingCompliance.Tests.Decisions;

public sealed class ContractContextTests
{
    private static readonly DateOnly Early = new(2026, 12, 1);
    private static readonly DateOnly Late = new(2027, 3, 1);
    private static readonly BomItem Top = new ItemBuilder("TOP").Build();
    private static readonly BomItem Part = new ItemBuilder("P-1").Under(Top).Build();

    private static ContractContext Contract(params ContractLineItem[] items) => new() { Path = "contract.json", LineItems = [.. items] };

    [Fact]
    public void A_line_item_that_names_the_part_says_when_it_is_delivered() =>
        Contract(new("0001", "P-1", Late), new("0002", "TOP", Early)).GetDeliveryDates(Part).ShouldBe([Late]);

    [Fact]
    public void Without_one_the_line_item_of_its_assembly_does() =>
        Contract(new("0001", "OTHER", Late), new("0002", "TOP", Early)).GetDeliveryDates(Part).ShouldBe([Early]);

    [Fact]
    public void A_line_item_without_a_day_leaves_the_question_to_that_of_the_assembly() =>
        Contract(new("0001", "P-1", null), new("0002", "TOP", Early)).GetDeliveryDates(Part).ShouldBe([Early]);

    [Fact]
    public void Several_line_items_of_one_part_are_several_deliveries_in_the_order_of_time() =>
        Contract(new("0001", "P-1", Late), new("0002", "P-1", Early), new("0003", "P-1", Late)).GetDeliveryDates(Part).ShouldBe([Early, Late]);

    [Fact]
    public void A_delivery_whose_day_is_not_stated_stays_among_those_that_are() =>
        Contract(new("0001", "P-1", Late), new("0002", "P-1", null)).GetDeliveryDates(Part).ShouldBe([null, Late]);

    [Fact]
    public void The_only_delivery_date_of_the_contract_is_that_of_every_part() =>
        Contract(new("0001", "OTHER", Late), new("0002", null, Late)).GetDeliveryDates(Part).ShouldBe([Late]);

    [Fact]
    public void Of_two_dates_for_other_parts_neither_is_that_of_this_one() =>
        Contract(new("0001", "OTHER", Late), new("0002", "ELSE", Early)).GetDeliveryDates(Part).ShouldBeEmpty();

    [Fact]
    public void Quantities_are_those_of_the_part_or_of_the_nearest_assembly()
    {
        Contract(new("0001", "P-1", null) { Quantity = 5 }, new("0002", "TOP", null) { Quantity = 7 }).GetQuantities(Part).ShouldBe([5]);
        Contract(new("0001", "OTHER", null) { Quantity = 5 }, new("0002", "TOP", null) { Quantity = 7 }).GetQuantities(Part).ShouldBe([7]);
        Contract(new("0001", "P-1", null), new("0002", "P-1", null) { Quantity = 7 }).GetQuantities(Part).ShouldBe([null, 7]);
        Contract(new ContractLineItem("0001", "OTHER", null) { Quantity = 5 }).GetQuantities(Part).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-01-15", "2026-01-15", 0)]
    [InlineData("2026-01-15", "2026-02-14", 1)]
    [InlineData("2026-01-15", "2026-02-15", 1)]
    [InlineData("2026-01-15", "2026-02-16", 2)]
    [InlineData("2026-01-15", "2029-01-15", 36)]
    [InlineData("2026-01-15", "2029-01-16", 37)]
    [InlineData("2026-01-31", "2026-02-28", 1)]
    [InlineData("2026-11-30", "2027-01-30", 2)]
    public void A_begun_month_counts_whole(string first, string last, int months) => ExceptionFacts.MonthsBetween(Day(first), Day(last)).ShouldBe(months);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
