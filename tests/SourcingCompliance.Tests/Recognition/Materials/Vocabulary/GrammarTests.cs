using SourcingCompliance.Recognition.Materials.Vocabulary;

namespace SourcingCompliance.Tests.Recognition.Materials.Vocabulary;

/// <summary>What the words of a text make of each other, over a dozen words whose roles are known. Words that are not among them say nothing.</summary>
public sealed class GrammarTests
{
    private static readonly Idea Filler = new(0, "filler") { Weight = 0 };

    private static readonly (string Word, Idea Idea)[] Lexicon =
    [
        .. new (string Word, IdeaRole Role, string? Family)[]
        {
            ("motor", IdeaRole.Component, null), ("rotor", IdeaRole.Thing, null), ("magnet", IdeaRole.Magnet, "magnet"), ("neo", IdeaRole.Thing, "magnet"),
            ("tantalum", IdeaRole.Thing, "tantalum"), ("cap", IdeaRole.Accessory, null), ("mount", IdeaRole.Accessory, null),
            ("filter", IdeaRole.TrailingAccessory, null), ("eje", IdeaRole.LeadingAccessory, null), ("connector", IdeaRole.JoiningAccessory, null),
            ("for", IdeaRole.Use, null), ("with", IdeaRole.Content, null), ("of", IdeaRole.Genitive, null), ("included", IdeaRole.ContentBehind, null),
            ("and", IdeaRole.Conjunction, null), ("without", IdeaRole.NegatesNext, null), ("no", IdeaRole.NegatesNextMaterial, null),
            ("free", IdeaRole.NegatesPrevious, null), ("not supplied", IdeaRole.NegatesPrevious, null), ("magnetless", IdeaRole.Negation, "magnet"),
        }.Select((entry, at) => (entry.Word, new Idea(at + 1, entry.Word) { Role = entry.Role, Family = entry.Family })),
        ("cap", new Idea(90, "capacitor") { Role = IdeaRole.Plain }),
        ("item", Filler),
    ];

    private static List<ReadWord> Find(string text)
    {
        var words = new List<ReadWord>();
        for (int at = 0; at < text.Length; at++)
        {
            foreach ((string word, Idea idea) in Lexicon)
            {
                int end = at + word.Length;
                if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && (at == 0 || !char.IsLetter(text[at - 1]))
                    && (end == text.Length || !char.IsLetter(text[end])))
                {
                    words.Add(new ReadWord(idea, at, end) { Text = word });
                }
            }
        }

        return words;
    }

    private static string Show(IEnumerable<ReadWord> words, WordState state) =>
        string.Join(' ', words.Where(word => word.State == state && word.Idea.Role.NamesThing()).Select(word => word.Text));

    private static string Negated(string text)
    {
        List<ReadWord> words = Find(text);
        NegationGrammar.Apply(words, text);
        return Show(words, WordState.Negated);
    }

    private static List<ReadWord> Read(string text)
    {
        List<ReadWord> words = Find(text);
        ClauseGrammar.Apply(words, text, Filler);
        return words;
    }

    [Theory]
    [InlineData("without magnet", "magnet")]
    [InlineData("motor without magnet", "magnet")]
    [InlineData("without neo magnet", "neo magnet")]
    [InlineData("without strong magnet", "magnet")]
    [InlineData("without very strong magnet", "")]
    [InlineData("without neo strong magnet", "neo")]
    [InlineData("without magnet, motor", "magnet")]
    [InlineData("without, magnet", "")]
    [InlineData("without magnet for motor", "magnet")]
    [InlineData("without magnet with motor", "magnet")]
    [InlineData("without magnet and motor", "magnet")]
    [InlineData("without magnet mount", "")]
    [InlineData("magnet without mount", "")]
    public void Without_denies_what_follows_it_in_its_clause(string text, string negated) => Negated(text).ShouldBe(negated);

    [Theory]
    [InlineData("no magnet", "magnet")]
    [InlineData("no motor", "")]
    [InlineData("no motor magnet", "magnet")]
    [InlineData("no strong magnet", "")]
    [InlineData("no tantalum cap", "tantalum")]
    [InlineData("no magnet mount", "")]
    public void No_denies_the_material_that_follows_it_and_nothing_else(string text, string negated) => Negated(text).ShouldBe(negated);

    [Theory]
    [InlineData("magnet free", "magnet")]
    [InlineData("magnet  free", "magnet")]
    [InlineData("magnet, free", "")]
    [InlineData("magnet strong free", "")]
    [InlineData("neo magnet free", "neo magnet")]
    [InlineData("motor and magnet free", "magnet")]
    [InlineData("free magnet", "")]
    [InlineData("magnet not supplied", "magnet")]
    [InlineData("magnet, not supplied", "magnet")]
    [InlineData("magnet: not supplied", "magnet")]
    [InlineData("neo, magnet, not supplied", "magnet")]
    public void Free_denies_what_stands_right_before_it_and_a_phrase_also_across_a_comma(string text, string negated) => Negated(text).ShouldBe(negated);

    [Fact]
    public void A_word_that_denies_by_itself_is_denied()
    {
        List<ReadWord> words = Find("magnetless motor");

        NegationGrammar.Apply(words, "magnetless motor");

        words.Select(word => word.State).ShouldBe([WordState.Negated, WordState.Active]);
    }

    [Theory]
    [InlineData("cable for motor", "motor")]
    [InlineData("for motor", "")]
    [InlineData("item for motor", "")]
    [InlineData("item cable for motor", "motor")]
    [InlineData("cable for motor, magnet", "motor")]
    [InlineData("cable for motor with magnet", "motor")]
    [InlineData("motor, cable for magnet", "magnet")]
    public void What_something_else_is_meant_for_is_not_the_thing(string text, string used) => Show(Read(text), WordState.Use).ShouldBe(used);

    [Theory]
    [InlineData("motor with magnet", "magnet")]
    [InlineData("motor with magnet, neo", "magnet")]
    [InlineData("magnet motor", "")]
    [InlineData("with neo magnet", "neo magnet")]
    public void What_stands_behind_with_in_its_clause_is_held(string text, string held) =>
        string.Join(' ', Read(text).Where(word => word.IsHeld).Select(word => word.Text)).ShouldBe(held);

    [Theory]
    [InlineData("motor mount", "motor")]
    [InlineData("motor strong mount", "motor")]
    [InlineData("motor very strong mount", "motor")]
    [InlineData("motor of very strong mount", "")]
    [InlineData("motor quite very strong mount", "")]
    [InlineData("motor, mount", "")]
    [InlineData("motor with mount", "")]
    [InlineData("motor for mount", "")]
    [InlineData("motor and mount", "")]
    [InlineData("rotor and motor mount", "rotor motor")]
    [InlineData("motor mount included", "")]
    [InlineData("motor mount included, black", "")]
    [InlineData("motor mount included circuit", "motor")]
    [InlineData("neo magnet mount", "neo magnet")]
    [InlineData("magnet connector", "")]
    [InlineData("motor connector", "motor")]
    [InlineData("motor filter", "motor")]
    [InlineData("filter motor", "")]
    [InlineData("filter, motor", "motor")]
    [InlineData("filter of motor", "motor")]
    [InlineData("motor eje", "")]
    [InlineData("eje, motor", "motor")]
    [InlineData("mount, motor", "motor")]
    [InlineData("mount, neo", "")]
    [InlineData("mount motor", "motor")]
    [InlineData("black mount motor", "")]
    [InlineData("m3 mount, motor", "motor")]
    [InlineData("5 mm mount, motor", "")]
    [InlineData("black, mount, motor", "")]
    [InlineData("mount with motor", "")]
    [InlineData("mount and motor", "")]
    [InlineData("mount and black motor", "motor")]
    public void A_belonging_takes_the_part_of_the_thing_that_it_belongs_to(string text, string swallowed) =>
        Show(Read(text), WordState.Swallowed).ShouldBe(swallowed);

    [Theory]
    [InlineData("magnet", true)]
    [InlineData("motor", false)]
    [InlineData("rotor magnet", true)]
    [InlineData("motor strong magnet", true)]
    [InlineData("motor very strong magnet", false)]
    [InlineData("motor, magnet", false)]
    [InlineData("motor rotor magnet", true)]
    [InlineData("magnet motor", false)]
    [InlineData("magnet, motor", true)]
    [InlineData("motor with magnet", false)]
    [InlineData("neo magnet", true)]
    public void A_magnet_is_the_thing_where_a_component_beside_it_only_says_whose(string text, bool isHead) =>
        ClauseGrammar.MagnetIsHead(Find(text), text).ShouldBe(isHead);

    [Theory]
    [InlineData("", true)]
    [InlineData("item", true)]
    [InlineData("item, - item", true)]
    [InlineData("item x", false)]
    [InlineData("x item", false)]
    [InlineData("motor", false)]
    public void A_text_of_fillers_says_nothing(string text, bool isNothing) => ClauseGrammar.SaysNothing(Find(text), text, Filler).ShouldBe(isNothing);

    [Theory]
    [InlineData("a  b", 0)]
    [InlineData("a x b", 1)]
    [InlineData("a x-y b", 2)]
    [InlineData("a x, b", -1)]
    [InlineData("a + b", -1)]
    [InlineData("a / b", -1)]
    [InlineData("a : b", -1)]
    [InlineData("a & b", -1)]
    [InlineData("a 12 b", -1)]
    [InlineData("a 3d b", 1)]
    public void Words_between_two_places_are_counted_unless_something_parts_them(string text, int words) =>
        ClauseGrammar.Between(text, 1, text.Length - 1).ShouldBe(words);
}
