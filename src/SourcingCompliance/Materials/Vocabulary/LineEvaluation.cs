using SourcingCompliance.Boms;

namespace SourcingCompliance.Materials.Vocabulary;

/// <summary>A rule that holds for a line, with the words that made it hold.</summary>
/// <param name="Rule">The rule and what it belongs to.</param>
/// <param name="Words">The words that it asked for, with their columns.</param>
/// <param name="Ceiling">The most that the places of the words allow: what stands in a remark is only possible.</param>
internal sealed record Finding(OwnedRule Rule, List<(MappedColumn Column, ReadWord Word)> Words, Presence Ceiling);

/// <summary>Gathers the words of one line over its fields and applies the rules to them. Used again for each line.</summary>
internal sealed class LineEvaluation(CompiledVocabulary vocabulary)
{
    private readonly (MappedColumn Column, ReadWord Word)?[] _present = new (MappedColumn, ReadWord)?[vocabulary.Ideas.Length];
    private readonly List<int> _ideas = [];
    private readonly bool[] _tried = new bool[vocabulary.RuleCount];
    private readonly List<int> _triedRules = [];

    /// <summary>Families that the line negates.</summary>
    public HashSet<string> NegatedFamilies { get; } = new(StringComparer.Ordinal);

    /// <summary>Named magnet materials that only belong to an accessory's description: "NdFeB magnet bracket".</summary>
    public List<(MappedColumn Column, ReadWord Word)> Demoted { get; } = [];

    /// <summary>Whether the line speaks of a magnet as the thing itself.</summary>
    public bool MagnetIsHead { get; private set; }

    /// <summary>Whether description or name say that the line is a belonging or another part: a connector, a resistor.</summary>
    public bool NamesOtherThing { get; private set; }

    /// <summary>Whether a column other than notes names a magnet.</summary>
    public bool NamesMagnet { get; private set; }

    /// <summary>Forgets the line before.</summary>
    public void Clear()
    {
        foreach (int idea in _ideas)
        {
            _present[idea] = null;
        }

        foreach (int rule in _triedRules)
        {
            _tried[rule] = false;
        }

        _ideas.Clear();
        _triedRules.Clear();
        NegatedFamilies.Clear();
        Demoted.Clear();
        MagnetIsHead = false;
        NamesOtherThing = false;
        NamesMagnet = false;
    }

    /// <summary>Adds what one column says. Value and notes are to be added last.</summary>
    public void Add(MappedColumn column, TextReading reading)
    {
        BomField field = column.Field;
        MagnetIsHead |= reading.MagnetIsHead && field is not (BomField.Manufacturer or BomField.Value or BomField.Category or BomField.Notes);
        foreach (ReadWord word in reading.Words)
        {
            if ((field == BomField.Manufacturer && word.Idea.Role != IdeaRole.Maker) || IsChanceInNumber(field, word) || SpeaksOfOtherThing(field, word))
            {
                continue;
            }

            switch (word.State)
            {
                case WordState.Active:
                    AddActive(column, word);
                    break;
                case WordState.Negated:
                    if (word.Idea.Family is string family)
                    {
                        NegatedFamilies.Add(family);
                    }

                    break;
                case WordState.Swallowed when field == BomField.Material:
                    // The column lists what the part is made of: in "case, board, servo motor" no word belongs to another.
                    AddActive(column, word);
                    break;
                case WordState.Swallowed:
                    if (word.Idea.Role == IdeaRole.Thing && word.Idea.Family is not null)
                    {
                        Demoted.Add((column, word));
                    }

                    break;
                case WordState.Use:
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        NamesOtherThing |= field is not (BomField.Notes or BomField.Manufacturer) && Array.Exists(reading.Words, word => IsOtherThing(field, word));
    }

    // In a part number only what is surely one of another part counts.
    private bool IsOtherThing(BomField field, ReadWord word) => word.State == WordState.Active && (word.Idea == vocabulary.OtherThing
        || (field is BomField.Description or BomField.Name && word.Idea.Role.MayBelong()));

    private void AddActive(MappedColumn column, ReadWord word)
    {
        Mark(column, word, word.Idea);
        NamesMagnet |= word.Idea.Role == IdeaRole.Magnet && column.Field != BomField.Notes;
        if (column.Field is BomField.Grade or BomField.Material && word.Idea.Family is not null)
        {
            Mark(column, word with { Idea = vocabulary.GradeColumn }, vocabulary.GradeColumn);
        }
    }

    // A remark says what a screw is for, a value on a connector which net it serves, a category what else is sold on the same shelf: components
    // named there are other things.
    private bool SpeaksOfOtherThing(BomField field, ReadWord word)
    {
        bool isComponent = word.Idea.Role == IdeaRole.Component || (word.Idea.Role == IdeaRole.Thing && word.Idea.Family is null);
        return field switch
        {
            BomField.Notes => isComponent || word.Idea.Role.MayBelong(),
            BomField.Value or BomField.Category => NamesOtherThing && (isComponent || word.Idea.Role == IdeaRole.Magnet) && !word.Text.AsSpan().ContainsAnyInRange('0', '9'),
            _ => false,
        };
    }

    // Two or three letters of a part number ("TA-1204", "469-1004-ND", "VCM-7") mean nothing by themselves, nor does a letter with a digit: the
    // magnet whose number is C8 is not of ceramic 8.
    private static bool IsChanceInNumber(BomField field, ReadWord word) =>
        field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber
        && (word.Text.Length <= 2 || (word.Text.Length == 3 && !word.Text.AsSpan().ContainsAnyInRange('0', '9'))) && word.Text[0] < 128;

    /// <summary>Adds that nothing but maker and number says what the line is.</summary>
    /// <param name="column">The column that says so: the maker's.</param>
    public void AddUndescribed(MappedColumn column) => Mark(column, new ReadWord(vocabulary.Undescribed, 0, 0) { Text = "" }, vocabulary.Undescribed);

    /// <summary>Adds the meaning of a tariff code.</summary>
    public void AddTariffCode(MappedColumn column, string code)
    {
        if (vocabulary.TariffCodes.Find(code) is Idea idea)
        {
            Mark(column, new ReadWord(idea, 0, code.Length) { Text = code }, idea);
        }
    }

    /// <summary>Every rule that holds, in the order of the vocabulary.</summary>
    public List<Finding> Apply()
    {
        var findings = new List<Finding>();
        for (int i = 0; i < _ideas.Count; i++)
        {
            foreach (OwnedRule rule in vocabulary.RulesOf(vocabulary.Ideas[_ideas[i]]))
            {
                if (_tried[rule.Index])
                {
                    continue;
                }

                _tried[rule.Index] = true;
                _triedRules.Add(rule.Index);
                if (Holds(rule.Rule) && Weigh(rule, WordsOf(rule.Rule)) is Finding finding)
                {
                    findings.Add(finding);
                }
            }
        }

        findings.Sort(static (a, b) => a.Rule.Index.CompareTo(b.Rule.Index));
        return findings;
    }

    private void Mark(MappedColumn column, ReadWord word, Idea idea)
    {
        if (_present[idea.Index] is null)
        {
            _present[idea.Index] = (column, word);
            _ideas.Add(idea.Index);
        }
    }

    // In notes only a material named by strong words counts; it is possible, unless the note says that the line holds it or another
    // column names the magnet or material. What stands only in the column of categories is possible, as is a component in that of materials.
    private Finding? Weigh(OwnedRule rule, List<(MappedColumn Column, ReadWord Word)> words)
    {
        var remarks = words.FindAll(found => found.Column.Field == BomField.Notes);
        if (remarks.Count == 0 || rule.Substance is { Kind: not null })
        {
            bool isMaterialColumn = rule.Component is not null && words.TrueForAll(found => found.Column.Field is BomField.Material or BomField.Grade);
            bool isOnlyCategory = words.TrueForAll(found => found.Column.Field == BomField.Category);
            return new Finding(rule, words, isMaterialColumn || isOnlyCategory ? Presence.Possible : Presence.Is);
        }

        var strong = remarks.FindAll(found => IsStrong(found.Word.Idea, remarks.Count < words.Count));
        bool isNamedElsewhere = (NamesMagnet && rule.Substance is { Family: OccurrenceBuilder.MagnetFamily })
            || words.Exists(found => found.Column.Field != BomField.Notes && found.Word.Idea.Family is not null);
        bool isSettled = isNamedElsewhere || strong.Exists(found => found.Word.IsHeld);
        return strong.Count == 0 ? null : new Finding(rule, words, isSettled ? Presence.Is : Presence.Possible);
    }

    private bool IsStrong(Idea idea, bool isSupported) => idea.Weight >= 3 || idea == vocabulary.HeavyDensity
        || (idea.Family is not null && idea.Role != IdeaRole.Magnet && (idea.Weight >= 2 || isSupported));

    private bool Holds(RecognitionRule rule)
    {
        foreach (int[] alternatives in rule.All)
        {
            if (FirstPresent(alternatives) is null)
            {
                return false;
            }
        }

        return FirstPresent(rule.None) is null;
    }

    private List<(MappedColumn Column, ReadWord Word)> WordsOf(RecognitionRule rule)
    {
        var words = new List<(MappedColumn, ReadWord)>(rule.All.Length);
        foreach (int[] alternatives in rule.All)
        {
            if (FirstPresent(alternatives) is (MappedColumn, ReadWord) word && !words.Contains(word))
            {
                words.Add(word);
            }
        }

        return words;
    }

    private (MappedColumn Column, ReadWord Word)? FirstPresent(int[] ideas)
    {
        foreach (int idea in ideas)
        {
            if (_present[idea] is (MappedColumn, ReadWord) present)
            {
                return present;
            }
        }

        return null;
    }
}
