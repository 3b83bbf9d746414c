using SourcingCompliance.Decisions;

namespace SourcingCompliance.Tests.Decisions;

public sealed class ClauseDateTests
{
    [Theory]
    [InlineData("MAY 2024", "2024-05-01", null)]
    [InlineData("(May 2024)", "2024-05-01", null)]
    [InlineData("2024-05", "2024-05-01", null)]
    [InlineData("2024-05-17", "2024-05-01", null)]
    [InlineData("AUGUST 2022", "2022-08-01", null)]
    [InlineData("MAY 2024 (DEVIATION 2026-O0041)", "2024-05-01", "2026-O0041")]
    [InlineData("MAY 2024 (DEVIATION No. 2026-o0041)", "2024-05-01", "2026-O0041")]
    [InlineData("(DEVIATION 2026-O0041) (MAY 2024)", "2024-05-01", "2026-O0041")]
    [InlineData("DEVIATION: 2026-O0041", null, "2026-O0041")]
    [InlineData("MAY 2024 (DEVIATION 2026-00041)", "2024-05-01", "2026-O0041")]
    [InlineData("MAY 2024 deviation # 2026-o0041", "2024-05-01", "2026-O0041")]
    [InlineData("MAY 2024, DEVIATION 2026-O0041", "2024-05-01", "2026-O0041")]
    [InlineData("DEVIATION 2026-O0041, MAY 2024", "2024-05-01", "2026-O0041")]
    [InlineData("DEVIATION 2026-O0041; MAY 2024.", "2024-05-01", "2026-O0041")]
    [InlineData("DEVIATION 2026-O0041 MAY 2024", "2024-05-01", "2026-O0041")]
    [InlineData("MAY  2024", "2024-05-01", null)]
    public void A_clause_date_is_read_as_contracts_write_it(string text, string? month, string? deviation)
    {
        ClauseDate date = ClauseDate.Parse(text).ShouldNotBeNull();

        (date.Month?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), date.Deviation).ShouldBe((month, deviation));
        date.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2024")]
    [InlineData("MAY 2024 (DEVIATION)")]
    [InlineData("MAY 2024 (DEVIATION 41)")]
    [InlineData("MAY 2024 (DEVIATION 2026-X0041)")]
    [InlineData("MAY 2024 (DEVIATION 2026_O0041)")]
    [InlineData("MAY 2024 (DEVIATION 2O26-O0041)")]
    [InlineData("MAY 2024 (DEVIATION 2026-O004A)")]
    [InlineData("MAY 2024 (DEVIATION 2026-O00411)")]
    [InlineData("soon (DEVIATION 2026-O0041)")]
    public void What_is_no_clause_date_is_refused(string text) => ClauseDate.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData(" MAY 2024 ", "MAY 2024")]
    [InlineData(" DEVIATION 2026-O0041 ", "DEVIATION 2026-O0041")]
    public void The_text_of_a_clause_date_is_kept_without_outer_white_space(string text, string kept) =>
        ClauseDate.Parse(text).ShouldNotBeNull().Text.ShouldBe(kept);
}
