using SourcingCompliance.Reports.Explanations;

namespace SourcingCompliance.Tests.Reports.Explanations;

public sealed class LineAddressTests
{
    [Theory]
    [InlineData("bom.csv", null, null)]
    [InlineData("bom.csv!F42", null, 42)]
    [InlineData("bom.csv!42", null, 42)]
    [InlineData("bom.csv!row 42", null, 42)]
    [InlineData("bom.csv!Parts", "Parts", null)]
    [InlineData("bom.csv!Parts!AB7", "Parts", 7)]
    [InlineData("bom.csv!Rev!B!F3", "Rev!B", 3)]
    [InlineData("bom.csv!Sheet1!Sheet1", "Sheet1!Sheet1", null)]
    public void A_file_a_sheet_and_a_cell_are_told_apart(string text, string? sheet, int? row) =>
        LineAddress.Parse(text, path => path == "bom.csv").ShouldBe(new LineAddress("bom.csv", sheet, row));

    [Fact]
    public void A_mark_in_the_name_of_the_file_stays_in_it() =>
        LineAddress.Parse("new!.csv!F2", path => path == "new!.csv").ShouldBe(new LineAddress("new!.csv", null, 2));
}
