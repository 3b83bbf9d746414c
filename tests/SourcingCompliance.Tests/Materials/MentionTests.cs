using SourcingCompliance.Materials;

namespace SourcingCompliance.Tests.Materials;

public sealed class MentionTests
{
    private readonly MaterialClassifier _classifier = new(ShippedVocabulary.Vocabulary);

    [Theory]
    [InlineData("MAGNET NDFEB N42 10x5x2", MaterialIds.NdFeB, Presence.Is, "NDFEB")]
    [InlineData("Motor, BLDC, 48 V", MaterialIds.RareEarthMagnet, Presence.Contains, "BLDC")]
    [InlineData("tantalum sheet 0.5 mm", MaterialIds.Tantalum, Presence.Is, "tantalum")]
    [InlineData("see the loose magnet", MaterialIds.RareEarthMagnet, Presence.Possible, "magnet")]
    public void A_text_that_names_a_material_by_itself_is_a_mention(string text, string material, Presence presence, string words)
    {
        Mention mention = _classifier.FindMention(text).ShouldNotBeNull();

        mention.Materials.ShouldContain(material);
        mention.Strongest.ShouldBe(presence);
        mention.Words.ShouldBe(words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("M3 screw")]
    [InlineData("magnet wire 24 AWG")]
    [InlineData("no magnets included")]
    [InlineData("tungsten carbide insert")]
    [InlineData("TIG electrode WT20")]
    [InlineData("motor mount")]
    public void A_text_whose_own_words_say_that_it_is_none_is_no_mention(string text)
    {
        _classifier.FindMention(text).ShouldBeNull();
    }

    [Fact]
    public void A_text_that_comes_again_is_weighed_once()
    {
        Mention first = _classifier.FindMention("SmCo ring 10x5").ShouldNotBeNull();

        _classifier.FindMention("SmCo ring 10x5").ShouldBeSameAs(first);
    }

    [Fact]
    public void Looking_for_mentions_changes_nothing_of_what_a_line_is()
    {
        var line = ShippedVocabulary.Line("BLDC motor 24 V");
        Classification before = _classifier.Classify(line);

        _classifier.FindMention("tantalum sheet").ShouldNotBeNull();

        _classifier.Classify(line).Materials.ShouldBe(before.Materials);
    }
}
