using System.Diagnostics;
using SourcingCompliance.Materials;

namespace SourcingCompliance.Tests.Materials;

/// <summary>A cell costs as much as it is long, whatever it holds.</summary>
public sealed class LongTextTests
{
    [Theory]
    [InlineData("NdFeB ")]
    [InlineData("NdFeB")]
    [InlineData("magnet")]
    [InlineData("motor mount ")]
    [InlineData("for magnet ")]
    [InlineData("with motor, ")]
    [InlineData("no magnet ")]
    [InlineData("n42 10x5 ")]
    [InlineData("90W-7Ni-3Fe ")]
    [InlineData("电机支架")]
    [InlineData("drive, hard ")]
    public void A_cell_of_the_greatest_length_is_read_in_the_time_of_many_short_ones(string piece)
    {
        string whole = string.Concat(Enumerable.Repeat(piece, (MaterialClassifier.MostCharacters / piece.Length) + 1))[..MaterialClassifier.MostCharacters];
        string part = whole[..1000];
        TimeSpan ofParts = TimeOf(part, 32);

        TimeSpan ofWhole = TimeOf(whole, 1);

        // The parts hold as many characters as the whole; with the square of the length it would take 32 times as long.
        ofWhole.ShouldBeLessThan((8 * ofParts) + TimeSpan.FromMilliseconds(50));
    }

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

    private static TimeSpan TimeOf(string text, int times)
    {
        var classifier = new MaterialClassifier(ShippedVocabulary.Vocabulary);
        classifier.FindMention("warm up, magnet NdFeB");
        TimeSpan least = TimeSpan.MaxValue;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < times; i++)
            {
                // A text of its own, so that none is remembered.
                classifier.FindMention($"{text} {attempt}.{i}");
            }

            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            least = taken < least ? taken : least;
        }

        return least;
    }
}
