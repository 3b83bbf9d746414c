using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Materials;

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

    [Theory]
    [InlineData("Neodymium", "ndfeb-magnet")]
    [InlineData("neodym 3x4", "ndfeb-magnet")]
    [InlineData("Neo disc 10x2", "ndfeb-magnet")]
    [InlineData("Nd disk", "ndfeb-magnet")]
    [InlineData("rare earth disc", "rare-earth-magnet")]
    [InlineData("XG30", "rare-earth-magnet")]
    [InlineData("D84PC-RB", "rare-earth-magnet")]
    public void A_magnet_that_is_named_without_the_word_is_a_mention(string text, string material) =>
        _classifier.FindMention(text).ShouldNotBeNull().Materials.ShouldContain(material);

    [Theory]
    [InlineData("Neodymium metal ingot")]
    [InlineData("Nd:YAG rod")]
    [InlineData("ND filter 52 mm")]
    public void Neodymium_that_is_no_magnet_is_no_mention(string text) => _classifier.FindMention(text).ShouldBeNull();

    [Theory]
    [InlineData("N35", true)]
    [InlineData("Magnet N35", false)]
    public void A_grade_and_nothing_else_is_told_apart(string text, bool isLoneGrade) =>
        _classifier.FindMention(text).ShouldNotBeNull().IsLoneGrade.ShouldBe(isLoneGrade);

    [Theory]
    [InlineData("PULLEY 20T", false)]
    [InlineData("Disc 10x3", true)]
    public void A_grade_as_part_number_is_weighed_against_the_description(string description, bool isReported)
    {
        BomLine line = ShippedVocabulary.Line(description, mpn: "N35");
        var reported = new List<CellMention>();

        Classification found = new MentionAuditor(_classifier,
            new OriginRecognizer(CountryVocabulary.Load(ShippedVocabulary.Folder(), new DiagnosticBag()), OriginSettings.Default), _ => false)
            .AddMentions(line, _classifier.Classify(line), reported);

        found.Materials.IsEmpty.ShouldBe(!isReported);
        reported.ShouldBeEmpty();
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
