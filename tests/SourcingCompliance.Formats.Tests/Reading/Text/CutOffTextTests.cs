using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Reading.Text;

public class CutOffTextTests
{
    private const string Sound = "Part,Description,Country\nA-1,Bolt,US\nA-2,Nut,DE\n";

    [Fact]
    public void A_text_that_ends_in_a_row_shorter_than_all_others_was_cut_off()
    {
        ReadFile file = ReadFile.Text(Sound + "A-3,Magn");

        file.Ids.ShouldBe([DiagnosticIds.TextCutOff]);
        file.Rows[^1].Damage.ShouldNotBeNull().ShouldContain("2 of at least 3 cells");
    }

    [Fact]
    public void A_text_that_ends_inside_a_quoted_cell_is_told() => ReadFile.Text(Sound + "A-3,\"Magnet, N4").Ids.ShouldContain(DiagnosticIds.QuoteStray);

    [Theory]
    [InlineData("A-3,Magnet,CN")]
    [InlineData("A-3,Magnet\n")]
    [InlineData("Total,2\nA-3,Magnet,CN\nEnd,1")]
    [InlineData("\n")]
    [InlineData("  ")]
    public void Neither_a_missing_line_end_nor_a_short_row_alone_is_damage(string end) => ReadFile.Text(Sound + end).Diagnostics.Items.ShouldBeEmpty();
}
