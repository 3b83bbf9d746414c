using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PublicHoliday;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

public sealed class BusinessCalendarTests
{
    [Theory]
    [InlineData("2026-11-27", "2026-11-27", "2026-11-27")]
    [InlineData("2026-11-28", "2026-11-27", "2026-11-30")]
    [InlineData("2026-11-26", "2026-11-25", "2026-11-27")]
    public void A_day_off_moves_to_the_business_day_before_or_after_it(string day, string before, string after)
    {
        BusinessCalendar.OnOrBefore(Day(day)).ShouldBe(Day(before));
        BusinessCalendar.OnOrAfter(Day(day)).ShouldBe(Day(after));
    }

    [Theory]
    [InlineData("2026-01-01", "New Year's Day")]
    [InlineData("2026-01-19", "Birthday of Martin Luther King, Jr.")]
    [InlineData("2026-02-16", "Washington's Birthday")]
    [InlineData("2026-05-25", "Memorial Day")]
    [InlineData("2026-06-19", "Juneteenth National Independence Day")]
    [InlineData("2026-07-03", "Independence Day")]
    [InlineData("2026-09-07", "Labor Day")]
    [InlineData("2026-10-12", "Columbus Day")]
    [InlineData("2026-11-11", "Veterans Day")]
    [InlineData("2026-11-26", "Thanksgiving Day")]
    [InlineData("2026-12-25", "Christmas Day")]
    [InlineData("2027-01-01", "New Year's Day")]
    [InlineData("2027-06-18", "Juneteenth National Independence Day")]
    [InlineData("2027-07-05", "Independence Day")]
    [InlineData("2027-12-24", "Christmas Day")]
    [InlineData("2027-12-31", "New Year's Day")]
    [InlineData("2023-11-10", "Veterans Day")]
    [InlineData("2022-12-26", "Christmas Day")]
    [InlineData("2021-06-18", "Juneteenth National Independence Day")]
    [InlineData("2021-05-31", "Memorial Day")]
    [InlineData("2024-10-14", "Columbus Day")]
    [InlineData("2024-11-28", "Thanksgiving Day")]
    public void A_federal_holiday_is_known_on_the_day_it_is_observed(string day, string name) =>
        BusinessCalendar.HolidayObservedOn(Day(day)).ShouldBe(name);

    [Theory]
    [InlineData("2026-07-04")]
    [InlineData("2026-11-27")]
    [InlineData("2027-01-18", true)]
    [InlineData("2020-06-19")]
    [InlineData("2025-01-20", true)]
    [InlineData("2026-05-18")]
    [InlineData("2026-11-19")]
    [InlineData("2021-05-24")]
    public void A_day_that_only_looks_like_one_is_no_holiday(string day, bool isHoliday = false) =>
        (BusinessCalendar.HolidayObservedOn(Day(day)) is not null).ShouldBe(isHoliday);

    [Fact]
    public void Every_year_has_eleven_holidays_and_a_new_years_day_on_a_saturday_moves_to_the_year_before()
    {
        int In(int year) => Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Count(offset => BusinessCalendar.HolidayObservedOn(new DateOnly(year, 1, 1).AddDays(offset)) is not null);

        In(2026).ShouldBe(11);
        In(2027).ShouldBe(12);
        In(2028).ShouldBe(10);
    }

    [Fact]
    public void A_library_that_knows_nothing_of_this_project_has_the_same_holidays()
    {
        var theirs = new USAPublicHoliday();
        // A New Year's Day on a Saturday is observed in the year before.
        DateOnly[] expected = [.. Enumerable.Range(2015, 47).SelectMany(theirs.PublicHolidays).Select(DateOnly.FromDateTime)
            .Where(day => day.Year <= 2060).Distinct().Order()];

        Enumerable.Range(0, 365 * 47).Select(offset => new DateOnly(2015, 1, 1).AddDays(offset))
            .Where(day => day.Year <= 2060 && BusinessCalendar.HolidayObservedOn(day) is not null)
            .ShouldBe(expected.Where(day => day.Year >= 2015));
    }

    [Theory]
    [InlineData("2026-12-24", 1, "2026-12-28")]
    [InlineData("2026-12-28", -1, "2026-12-24")]
    [InlineData("2026-11-22", 0, "2026-11-22")]
    [InlineData("2026-11-22", 1, "2026-11-23")]
    [InlineData("2026-11-25", 1, "2026-11-27")]
    [InlineData("2027-01-01", -20, "2026-12-03")]
    [InlineData("2026-12-31", 1, "2027-01-04")]
    public void Business_days_skip_weekends_and_holidays_in_both_directions(string from, int days, string expected) =>
        BusinessCalendar.AddBusinessDays(Day(from), days).ShouldBe(Day(expected));

    [Fact]
    public void The_count_between_two_days_is_the_inverse_of_adding() => Prop.ForAll(
        Days(), ArbMap.Default.ArbFor<int>().Generator.Select(number => number % 400).ToArbitrary(),
        (day, count) => BusinessCalendar.BusinessDaysBetween(day, BusinessCalendar.AddBusinessDays(day, count)) == count)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_there_and_back_ends_on_the_same_business_day() => Prop.ForAll(
        Days(), ArbMap.Default.ArbFor<int>().Generator.Select(number => number % 400).ToArbitrary(),
        (day, count) =>
        {
            DateOnly start = BusinessCalendar.OnOrAfter(day);
            return BusinessCalendar.AddBusinessDays(BusinessCalendar.AddBusinessDays(start, count), -count) == start;
        })
        .QuickCheckThrowOnFailure();

    private static Arbitrary<DateOnly> Days() =>
        Gen.Choose(0, 20_000).Select(offset => new DateOnly(2000, 1, 1).AddDays(offset)).ToArbitrary();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
