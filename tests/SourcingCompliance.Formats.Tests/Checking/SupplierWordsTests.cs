using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>Magnets, capacitors and weights as suppliers describe them, without the word that names the material.</summary>
public sealed class SupplierWordsTests
{
    [Theory]
    [InlineData("\"N52 disc, Ni-Cu-Ni, made in China\"", Verdict.Violation)]
    [InlineData("\"Arc segment, 33SH\"", Verdict.Open)]
    [InlineData("\"Ring, Br>=1.28T, Hcj>=20kOe, sintered\"", Verdict.Open)]
    [InlineData("\"Ring, axially magnetized\"", Verdict.Open)]
    [InlineData("Halbach array", Verdict.Open)]
    [InlineData("BLDC 24 V", Verdict.Open)]
    [InlineData("\"EMI filter feedthrough, Ta anode 10uF\"", Verdict.Open)]
    [InlineData("\"Slug, 17 g/cc\"", Verdict.Open)]
    public void What_a_supplier_writes_is_recognized(string description, Verdict verdict) =>
        CheckedList.OfRows("Part Number,Description,Qty", $"M-1,{description},1", "S-1,Screw,1").VerdictOf("M-1").ShouldBe(verdict);

    [Theory]
    [InlineData("BLDC driver IC")]
    [InlineData("N35 ring terminal")]
    [InlineData("Coating 18 g/m2")]
    [InlineData("Battery LiMn2O4 MnO2 cell")]
    public void Other_parts_with_like_words_are_not_suspected(string description) =>
        CheckedList.OfRows("Part Number,Description,Qty", $"M-1,{description},1", "S-1,Screw,1").VerdictOf("M-1").ShouldBe(Verdict.NotCovered);

    [Fact]
    public void A_grade_of_discs_in_a_remark_counts() =>
        CheckedList.OfRows("Part Number,Description,Qty,Remarks", "R-1,Coupler half,2,w/ embedded N50 discs (x6) ex Shenzhen", "R-2,Coupler cap,2,")
            .VerdictOf("R-1").ShouldBe(Verdict.Open);

    [Fact]
    public void Headers_with_their_table_in_front_are_read() =>
        CheckedList.OfRows("BOM.Item Number,BOM.Item Description,BOM.Qty,Page Two.COO", "M-1,NdFeB magnet N42,2,China", "S-1,Screw,4,USA")
            .VerdictOf("M-1").ShouldBe(Verdict.Violation);
}
