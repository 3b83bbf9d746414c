using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SourcingCompliance.Recognition.Materials.Vocabulary;
using Xunit;

namespace SourcingCompliance.Tests.Recognition.Materials.Vocabulary;

public class WordAutomatonTests
{
    private static readonly string[] Words = ["magnet", "magnet wire", "n##", "ta", "t491*", "*motor",
        "12 v", ".5 t", "1.5 t", "w/co", "mag_drive", "@##x", "smco#:##"];
    private static readonly string[] Pieces = [.. Words.Select(word => word.Trim('*')), "PN-000014-02", "MPN", "1",
        "2", "42", ".", "5", "x", " ", "-", ",", "é", "µ", "磁", "motors", "s"];

    [Theory]
    [InlineData("a magnet", true)]
    [InlineData("magnet2", true)]
    [InlineData("magnets", false)]
    [InlineData("ta", true)]
    [InlineData("tap", false)]
    [InlineData("t491a106", true)]
    [InlineData("gearmotor", true)]
    [InlineData("n42", true)]
    [InlineData("n425", false)]
    [InlineData("12 v", true)]
    [InlineData("0.12 v", false)]
    [InlineData("", false)]
    public void It_sees_a_word_where_the_trie_finds_one(string folded, bool holds) => new WordAutomaton(Trie()).MayHold(folded).ShouldBe(holds);

    [Fact]
    public void A_text_beyond_ascii_is_left_to_the_trie() => new WordAutomaton(Trie()).MayHold("磁石").ShouldBeTrue();

    [Fact]
    public void It_agrees_with_the_trie_on_every_text()
    {
        var automaton = new WordAutomaton(Trie());
        Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces => IsExact(automaton, Trie(), string.Concat(pieces)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void It_agrees_with_the_trie_of_the_shipped_words()
    {
        WordTrie words = ShippedVocabulary.Vocabulary.Compiled.Words;
        var automaton = new WordAutomaton(words);
        string[] pieces = [.. Pieces, "neodymium", "capacitor", "470uF", "10k", "BLDC", "Ta", "sm2co17",
            "tungsten", "carbide", "relay", "35SH", "1/4", "24 VDC"];
        Prop.ForAll(Gen.Elements(pieces).ListOf().ToArbitrary(), parts => Look(automaton, words, string.Concat(parts)) is var (sees, finds, _)
            && (sees || !finds)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [InlineData("PN-000014-02", true)]
    [InlineData("MPN13X", true)]
    [InlineData("GEARMOTOR 7", false)]
    [InlineData("a-magnet", false)]
    [InlineData("1.5", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("é", false)]
    [InlineData("KW1", false)]
    public void A_text_is_seen_to_hold_no_word_without_folding_it_where_its_neighbours_do_not_matter(string text, bool none) =>
        new WordAutomaton(Trie(), unseen: AsciiSet.From("w")).HoldsNone(text).ShouldBe(none);

    [Fact]
    public void What_is_seen_to_hold_none_holds_none_when_it_is_folded()
    {
        WordTrie words = ShippedVocabulary.Vocabulary.Compiled.Words;
        var automaton = new WordAutomaton(words);
        var random = new Random(11);
        int none = 0;
        for (int round = 0; round < 20_000; round++)
        {
            string text = string.Create(8, random, static (span, source) => source.GetItems("ABCKMNPQRSabcn0123456789-_ .", span));
            bool holdsNone = automaton.HoldsNone(text);
            none += holdsNone ? 1 : 0;
            (holdsNone && Look(automaton, words, text).Finds).ShouldBeFalse(text);
        }

        none.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Many_texts_do_not_fill_the_memory_and_are_still_seen()
    {
        WordTrie words = ShippedVocabulary.Vocabulary.Compiled.Words;
        var automaton = new WordAutomaton(words);
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++)
        {
            string text = string.Create(24, random, static (span, source) => source.GetItems("abcdefghijklmnopqrstuvwxyz0123456789 ./-%", span));
            (bool sees, bool finds, _) = Look(automaton, words, text);
            (sees || !finds).ShouldBeTrue(text);
        }
    }

    private static bool IsExact(WordAutomaton automaton, WordTrie words, string text) =>
        Look(automaton, words, text) is var (sees, finds, isAscii) && (isAscii ? sees == finds : sees);

    private static (bool Sees, bool Finds, bool IsAscii) Look(WordAutomaton automaton, WordTrie words, string text)
    {
        char[] characters = new char[text.Length * TextFolding.MaximumExpansion];
        ReadOnlySpan<char> folded = characters.AsSpan(0, TextFolding.Fold(text, characters, new int[characters.Length]));
        var hits = new List<WordHit>();
        words.Find(folded, hits, []);
        return (automaton.MayHold(folded), hits.Count > 0, System.Text.Ascii.IsValid(folded));
    }

    private static WordTrie Trie()
    {
        var builder = new WordTrieBuilder();
        for (int idea = 0; idea < Words.Length; idea++)
        {
            foreach (WordSpelling spelling in WordNotation.Expand(Words[idea]) ?? [])
            {
                builder.Add(spelling, idea);
            }
        }

        return builder.Build();
    }
}
