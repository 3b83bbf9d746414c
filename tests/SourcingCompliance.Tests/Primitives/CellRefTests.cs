using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Primitives;

public sealed class CellRefTests
{
    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16384, "XFD")]
    public void Columns_have_letters(int column, string letters) => CellRef.GetLetters(column).ShouldBe(letters);

    [Fact]
    public void An_address_leaves_out_what_it_does_not_know()
    {
        new CellRef("a/bom.xlsx", "Parts", 42, 6).ToString().ShouldBe("a/bom.xlsx!Parts!F42");
        new CellRef("bom.csv", "", 42, 6).ToString().ShouldBe("bom.csv!F42");
        new CellRef("bom.csv", "", 42, 0).ToString().ShouldBe("bom.csv!row 42");
        CellRef.ForFile("bom.csv").ToString().ShouldBe("bom.csv");
    }
}
