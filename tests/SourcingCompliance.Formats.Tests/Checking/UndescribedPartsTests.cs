using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>Lists that do not say what their parts are: what is unknown is no pass.</summary>
public sealed class UndescribedPartsTests
{
    [Fact]
    public void A_list_of_bare_numbers_is_not_cleared()
    {
        CheckedList list = CheckedList.OfRows("Part Number,Qty,Supplier", "P-1001,1,Acme", "P-1002,2,Bolt");

        list.IsGreen.ShouldBeFalse();
        list.Told(DiagnosticIds.NothingDescribesParts).ShouldHaveSingleItem();
        list.Report.Unaccounted.ShouldBe(1);
    }

    [Fact]
    public void A_column_that_many_parts_share_does_not_say_what_they_are()
    {
        CheckedList list = CheckedList.OfRows(
            ["part_id,platform,qty_per_unit", .. Enumerable.Range(1, 20).Select(i => $"P-{i},{(i % 2 == 0 ? "Avionics-DAU" : "Turbo-GT45")},1")]);

        list.IsGreen.ShouldBeFalse();
        list.Told(DiagnosticIds.NothingDescribesParts)
            .ShouldHaveSingleItem().Message.ShouldStartWith("No column says what the parts are: 'platform' has only 2 different texts");
    }

    [Fact]
    public void A_column_of_names_below_an_unknown_header_does()
    {
        CheckedList list = CheckedList.OfRows(["part_id,thing,qty_per_unit", .. Enumerable.Range(1, 20).Select(i => $"P-{i},Screw M{i},1")]);

        list.IsGreen.ShouldBeTrue();
        list.Told(DiagnosticIds.NothingDescribesParts).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_slipped_into_a_column_without_a_header_is_a_line()
    {
        CheckedList list = CheckedList.OfRows("Qty,Name,,Comments", "12,Screw M3,,steel", "3,,NEMA 17 Stepper Motor,", "4,Nut M3,,steel", "2,Washer,,steel");

        list.Verdicts.ShouldBe(["2 NotCovered NotCovered", "3 Open Open", "4 NotCovered NotCovered", "5 NotCovered NotCovered"]);
    }

    [Theory]
    [InlineData("CAP-3528")]
    [InlineData("C7343")]
    [InlineData("CASE-D_7343")]
    [InlineData("C_Pol_6032")]
    [InlineData("7343-31")]
    [InlineData("3528")]
    public void A_capacitor_in_a_package_of_tantalum_may_be_one(string package) =>
        CheckedList.OfRows("Comment,Footprint,Designator,Quantity", $"10uF,{package},C3,2",
            "10k,0603,R1,3").Verdicts.ShouldBe(["2 Open Open", "3 NotCovered NotCovered"]);

    [Theory]
    [InlineData("LED white,3528,D1")]
    [InlineData("12MHz,6032,Y1")]
    [InlineData("10uF X5R,C3216,C1")]
    public void Another_part_in_a_package_of_the_same_size_is_not(string row) =>
        CheckedList.OfRows("Comment,Footprint,Designator,Quantity", row + ",2",
            "10k,0603,R1,3").Verdicts.ShouldBe(["2 NotCovered NotCovered", "3 NotCovered NotCovered"]);
}
