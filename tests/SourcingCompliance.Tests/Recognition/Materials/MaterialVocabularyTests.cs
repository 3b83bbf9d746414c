using System.Text;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Tests.Recognition.Materials;

public sealed class MaterialVocabularyTests
{
    [Fact]
    public void The_shipped_vocabulary_loads_without_a_complaint()
    {
        _ = ShippedVocabulary.Vocabulary;

        ShippedVocabulary.Diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Every_example_of_the_shipped_vocabulary_comes_out_as_promised()
    {
        ShippedVocabulary.Vocabulary.VerifyExamples().Select(failure => failure.Message).ShouldBeEmpty();
    }

    [Fact]
    public void An_example_that_does_not_come_out_is_reported()
    {
        MaterialVocabulary vocabulary = Load("""{"substances":[{"id":"tantalum","kind":"covered","examples":{"match":["hex bolt"]}}]}""", out _);

        VocabularyExampleFailure failure = vocabulary.VerifyExamples().ShouldHaveSingleItem();

        failure.EntryId.ShouldBe("tantalum");
        failure.Text.ShouldBe("hex bolt");
    }

    [Fact]
    public void A_later_folder_adds_words_to_an_idea_of_the_first()
    {
        var own = FolderOf("""{"ideas":[{"id":"ndfeb-trade-name","words":{"en":["houseblend"]}}]}""");
        MaterialVocabulary vocabulary = MaterialVocabulary.Load([ShippedVocabulary.Folder(), own], new DiagnosticBag());

        Classification found = new MaterialClassifier(vocabulary).Classify(ShippedVocabulary.Line("HOUSEBLEND ring 20x10"));

        found.Materials.ShouldContain(occurrence => occurrence.Material == MaterialIds.NdFeB && occurrence.Presence == Presence.Is);
    }

    [Fact]
    public void A_file_that_is_no_json_is_an_error_that_names_the_file()
    {
        Load("{ this is no json", out DiagnosticBag diagnostics);

        Diagnostic error = diagnostics.Items.First(diagnostic => diagnostic.Id == DiagnosticIds.MaterialVocabularyUnreadable);
        error.Cell.File.ShouldBe("own/reference/materials.json");
    }

    [Fact]
    public void A_missing_file_is_an_error()
    {
        MaterialVocabulary.Load(new RuleFolder("empty", []), Bag(out DiagnosticBag diagnostics));

        diagnostics.GetCount(DiagnosticIds.VocabularyMissing).ShouldBe(4);
    }

    [Theory]
    [InlineData("""{"ideas":[{"says":"no id"}]}""")]
    [InlineData("""{"ideas":[{"id":"a","role":"wizard"}]}""")]
    [InlineData("""{"ideas":[{"id":"a","words":{"en":["open(bracket"]}}]}""")]
    [InlineData("""{"substances":[{"id":"a","kind":"covered","rules":[{"all":["tungsten-heavy-composition"]}]}]}""")]
    [InlineData("""{"substances":[{"id":"a","kind":"covered","rules":[{"all":["nothing-defines-this"],"presence":"is"}]}]}""")]
    [InlineData("""{"components":[{"id":"a","likelihood":"perhaps"}]}""")]
    [InlineData("[1, 2]")]
    public void An_entry_that_cannot_be_used_is_an_error_and_left_out(string json)
    {
        Load(json, out DiagnosticBag diagnostics);

        diagnostics.GetCount(DiagnosticIds.VocabularyEntryRejected).ShouldBeGreaterThan(0);
    }

    private static MaterialVocabulary Load(string materials, out DiagnosticBag diagnostics) =>
        MaterialVocabulary.Load(FolderOf(materials), Bag(out diagnostics));

    private static DiagnosticBag Bag(out DiagnosticBag diagnostics) => diagnostics = new DiagnosticBag();

    private static RuleFolder FolderOf(string materials) =>
        new("own", [KeyValuePair.Create("reference/materials.json", (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(materials))]);

    [Fact]
    public void Every_phrase_is_known_in_both_orders_with_and_without_a_comma()
    {
        ShippedVocabulary.Vocabulary.PhraseCount.ShouldBeGreaterThan(500);
        ShippedVocabulary.Vocabulary.VerifyOrders().Select(failure => failure.Message).ShouldBeEmpty();
    }
}
