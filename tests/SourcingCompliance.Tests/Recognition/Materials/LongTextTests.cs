using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Recognition.Materials;

/// <summary>What a long cell says is read to its end; that it costs as much as it is long is measured by the benchmark of recognition.</summary>
public sealed class LongTextTests
{
    [Fact]
    public void A_material_at_the_end_of_a_long_cell_is_found()
    {
        string text = string.Concat(Enumerable.Repeat("steel washer, zinc plated; ", 1000)) + "magnet NdFeB N42";

        ShippedVocabulary.Classify(text).Materials.ShouldContain(occurrence => occurrence.Material == MaterialIds.NdFeB);
    }

    [Fact]
    public void What_one_clause_of_a_long_cell_excludes_stays_excluded()
    {
        string text = string.Concat(Enumerable.Repeat("magnet wire 24 AWG; motor mount; ", 500));

        ShippedVocabulary.Classify(text).Materials.ShouldBeEmpty();
    }
}
