using System.Collections.Immutable;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>A rule with what it belongs to.</summary>
/// <param name="Index">Its place among all rules.</param>
/// <param name="Rule">The condition.</param>
/// <param name="Substance">The substance it finds; null for a component's rule.</param>
/// <param name="Component">The component it finds; null for a substance's rule.</param>
internal sealed record OwnedRule(int Index, RecognitionRule Rule, SubstanceEntry? Substance, ComponentEntry? Component);

/// <summary>The vocabulary in the form that reading needs: words in a trie, rules by the ideas that call them up.</summary>
internal sealed class CompiledVocabulary
{
    private readonly List<OwnedRule>?[] _rulesByIdea;
    private readonly Lazy<MisspeltWords> _misspelt;

    /// <summary>Compiles what was read from the rules' data.</summary>
    public CompiledVocabulary(VocabularyDraft draft)
    {
        HeavyComposition = draft.GetIdea("tungsten-heavy-composition");
        LightComposition = draft.GetIdea("tungsten-light-composition");
        TantalumComposition = draft.GetIdea("tantalum-composition");
        HeavyDensity = draft.GetIdea("heavy-density");
        LightDensity = draft.GetIdea("light-density");
        PlainGrade = draft.GetIdea("ndfeb-plain-grade");
        CobaltGrade = draft.GetIdea("smco-plain-grade");
        LoneGrade = draft.GetIdea("lone-grade");
        LoneGrade.IsNumber = true;
        GradeColumn = draft.GetIdea("grade-column");
        SizedGrade = draft.GetIdea("sized-grade");
        MagnetShape = draft.GetIdea("magnet-shape");
        MagnetFinish = draft.GetIdea("magnet-finish");
        OtherThing = draft.GetIdea("other-thing");
        Undescribed = draft.GetIdea("undescribed");
        PinCount = draft.GetIdea("pin-count");
        ConnectorFootprint = draft.GetIdea("connector-footprint");
        Unexplained = draft.GetIdea("unexplained");
        Filler = draft.GetIdea("filler");
        UnrelatedThing = draft.GetIdea("unrelated-thing");
        CapacitorWord = draft.GetIdea("capacitor-word");
        Capacitance = draft.GetIdea("capacitance");
        Ideas = [.. draft.Ideas];
        Words = draft.Words.Build();
        TariffCodes = draft.TariffCodes;
        Substances = draft.Substances;
        Components = draft.Components;
        Examples = [.. draft.Examples];
        FamilyByMaterial = draft.Substances.Values.Where(entry => entry.Family is not null)
            .ToDictionary(entry => entry.Id, entry => entry.Family ?? "", StringComparer.Ordinal);
        _misspelt = new Lazy<MisspeltWords>(() => new MisspeltWords(this));
        _rulesByIdea = new List<OwnedRule>?[Ideas.Length];
        foreach (SubstanceEntry substance in draft.Substances.Values)
        {
            substance.Rules.ForEach(rule => Register(new OwnedRule(RuleCount++, rule, substance, null)));
        }

        foreach (ComponentEntry component in draft.Components.Values)
        {
            component.Rules.ForEach(rule => Register(new OwnedRule(RuleCount++, rule, null, component)));
        }

    }

    /// <summary>All ideas by their index.</summary>
    public ImmutableArray<Idea> Ideas { get; }

    /// <summary>All words.</summary>
    public WordTrie Words { get; }

    /// <summary>Long words with a letter wrong.</summary>
    public MisspeltWords Misspelt => _misspelt.Value;

    /// <summary>A number of pins.</summary>
    public Idea PinCount { get; }

    /// <summary>A footprint of a connector.</summary>
    public Idea ConnectorFootprint { get; }

    /// <summary>Ideas that tariff codes stand for.</summary>
    public TariffCodes TariffCodes { get; }

    /// <summary>Substances by id.</summary>
    public IReadOnlyDictionary<string, SubstanceEntry> Substances { get; }

    /// <summary>Components by id.</summary>
    public IReadOnlyDictionary<string, ComponentEntry> Components { get; }

    /// <summary>Examples that the entries carry.</summary>
    public ImmutableArray<VocabularyExample> Examples { get; }

    /// <summary>The family of each substance's id.</summary>
    public IReadOnlyDictionary<string, string> FamilyByMaterial { get; }

    /// <summary>How many rules there are.</summary>
    public int RuleCount { get; private set; }

    /// <summary>A composition of tungsten heavy alloy.</summary>
    public Idea HeavyComposition { get; }

    /// <summary>A composition with tungsten below the limit.</summary>
    public Idea LightComposition { get; }

    /// <summary>A composition of a tantalum alloy.</summary>
    public Idea TantalumComposition { get; }

    /// <summary>A density of at least 16.5 g/cm3.</summary>
    public Idea HeavyDensity { get; }

    /// <summary>A density below 16.5 g/cm3.</summary>
    public Idea LightDensity { get; }

    /// <summary>A magnet grade that other things are also called.</summary>
    public Idea PlainGrade { get; }

    /// <summary>A grade of samarium-cobalt magnets that other things are also called.</summary>
    public Idea CobaltGrade { get; }

    /// <summary>Such a grade with nothing beside it.</summary>
    public Idea LoneGrade { get; }

    /// <summary>That a word stands in the column of materials or grades.</summary>
    public Idea GradeColumn { get; }

    /// <summary>Such a grade with nothing but a size and a finish beside it: "N52 12x5x3mm".</summary>
    public Idea SizedGrade { get; }

    /// <summary>A shape that magnets have.</summary>
    public Idea MagnetShape { get; }

    /// <summary>A coating that magnets have, or a count of pieces.</summary>
    public Idea MagnetFinish { get; }

    /// <summary>A part that holds no covered material and that a net or a remark may be named for: a header, a test point.</summary>
    public Idea OtherThing { get; }

    /// <summary>That no column says what the line is: maker and part number stand alone.</summary>
    public Idea Undescribed { get; }

    /// <summary>A word for capacitors.</summary>
    public Idea CapacitorWord { get; }

    /// <summary>A capacitance or voltage.</summary>
    public Idea Capacitance { get; }

    /// <summary>That the words that say what the line is name nothing that is surely another thing.</summary>
    public Idea Unexplained { get; }

    /// <summary>A part that holds no covered material, against a part number or maker that alone speaks of one: a gearhead, a power supply.</summary>
    public Idea UnrelatedThing { get; }

    /// <summary>A word that says nothing of the thing: "item", "per drawing".</summary>
    public Idea Filler { get; }

    /// <summary>Whether the code gives an idea its meaning, so that it needs no words.</summary>
    public static bool IsBuiltIn(string idea) => idea is "tungsten-heavy-composition" or "tungsten-light-composition" or "tantalum-composition"
        or "heavy-density" or "light-density" or "ndfeb-plain-grade" or "lone-grade" or "sized-grade" or "other-thing"
            or "undescribed" or "unexplained" or "filler" or "unrelated-thing"
        or "magnet-shape" or "magnet-finish" or "grade-column" or "capacitor-word" or "capacitance" or "connector-footprint" or "pin-count";

    /// <summary>The rules that an idea calls up; empty = none. Every rule is called up by each idea of one of the groups that it asks for.</summary>
    public IReadOnlyList<OwnedRule> GetRules(Idea idea) => _rulesByIdea[idea.Index] ?? (IReadOnlyList<OwnedRule>)[];

    /// <summary>The phrases of several words that name something, each with its inverted orders: with a comma and without.</summary>
    public IEnumerable<(Idea Idea, string Phrase, string[] Inverted)> PhrasesInBothOrders()
    {
        foreach ((string text, int idea) in Words.Spellings())
        {
            int last = text.LastIndexOf(' ');
            bool isPhrase = last > 0 && IsNoun(text[..last]) && IsNoun(text[(last + 1)..]) && !text.Contains(',', StringComparison.Ordinal)
                && InvertedPhrases.MayInvert(Ideas[idea].Role);
            if (isPhrase)
            {
                string withComma = $"{text[(last + 1)..]}, {text[..last]}";
                yield return (Ideas[idea], text, InvertedPhrases.MayInvertWithoutComma(Ideas[idea].Role)
                    ? [withComma, $"{text[(last + 1)..]} {text[..last]}"] : [withComma]);
            }
        }
    }

    // "2 coil" and "o ring" have no order but their own.
    private static bool IsNoun(string text) => text.Count(char.IsLetter) >= 3;

    // A rule holds only where each of its groups does, so any group can call it up. Makers stand on many lines, and what stands on no text of a
    // line ("undescribed") would never call: a group without them makes the fewest lines worth a look.
    private void Register(OwnedRule rule)
    {
        int[] calling = Array.Find(rule.Rule.All, group => Array.TrueForAll(group, idea => Ideas[idea].Role != IdeaRole.Maker && IsWritten(Ideas[idea])))
            ?? rule.Rule.All[0];
        foreach (int idea in calling)
        {
            (_rulesByIdea[idea] ??= []).Add(rule);
        }
    }

    private bool IsWritten(Idea idea) => idea != Undescribed && idea != Unexplained && idea != GradeColumn;
}
