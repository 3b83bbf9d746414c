using SourcingCompliance.Boms;

namespace SourcingCompliance.Materials.Vocabulary;

/// <summary>A rule that holds for a line, with the words that made it hold.</summary>
/// <param name="Rule">The rule and what it belongs to.</param>
/// <param name="Words">The words that it asked for, with their fields.</param>
internal sealed record Finding(OwnedRule Rule, List<(BomField Field, ReadWord Word)> Words);

/// <summary>Gathers the words of one line over its fields and applies the rules to them. Used again for each line.</summary>
internal sealed class LineEvaluation(CompiledVocabulary vocabulary)
{
    private readonly (BomField Field, ReadWord Word)?[] _present = new (BomField, ReadWord)?[vocabulary.Ideas.Length];
    private readonly List<int> _ideas = [];
    private readonly bool[] _tried = new bool[vocabulary.RuleCount];
    private readonly List<int> _triedRules = [];

    /// <summary>Families that the line negates.</summary>
    public HashSet<string> NegatedFamilies { get; } = new(StringComparer.Ordinal);

    /// <summary>Named magnet materials that only belong to an accessory's description: "NdFeB magnet bracket".</summary>
    public List<(BomField Field, ReadWord Word)> Demoted { get; } = [];

    /// <summary>Whether the line speaks of a magnet as the thing itself.</summary>
    public bool MagnetIsHead { get; private set; }

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
    }

    /// <summary>Adds what one field says.</summary>
    public void Add(BomField field, TextReading reading)
    {
        MagnetIsHead |= reading.MagnetIsHead && field != BomField.Manufacturer;
        foreach (ReadWord word in reading.Words)
        {
            if ((field == BomField.Manufacturer && word.Idea.Role != IdeaRole.Maker) || IsChanceInNumber(field, word))
            {
                continue;
            }

            switch (word.State)
            {
                case WordState.Active:
                    Mark(field, word, word.Idea);
                    if (field is BomField.Grade or BomField.Material && word.Idea.Family is not null)
                    {
                        Mark(field, word with { Idea = vocabulary.GradeColumn }, vocabulary.GradeColumn);
                    }

                    break;
                case WordState.Negated:
                    if (word.Idea.Family is string family)
                    {
                        NegatedFamilies.Add(family);
                    }

                    break;
                case WordState.Swallowed:
                    if (word.Idea.Role == IdeaRole.Thing && word.Idea.Family is not null)
                    {
                        Demoted.Add((field, word));
                    }

                    break;
                case WordState.Use:
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    // Two or three letters of a part number ("TA-1204", "469-1004-ND", "VCM-7") mean nothing by themselves.
    private static bool IsChanceInNumber(BomField field, ReadWord word) =>
        field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber
        && word.Text.Length <= 3 && !word.Text.AsSpan().ContainsAnyInRange('0', '9') && word.Text[0] < 128;

    /// <summary>Adds the meaning of a tariff code.</summary>
    public void AddTariffCode(string code)
    {
        if (vocabulary.TariffCodes.Find(code) is Idea idea)
        {
            Mark(BomField.HtsCode, new ReadWord(idea, 0, code.Length) { Text = code }, idea);
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
                if (Holds(rule.Rule))
                {
                    findings.Add(new Finding(rule, WordsOf(rule.Rule)));
                }
            }
        }

        findings.Sort(static (a, b) => a.Rule.Index.CompareTo(b.Rule.Index));
        return findings;
    }

    private void Mark(BomField field, ReadWord word, Idea idea)
    {
        if (_present[idea.Index] is null)
        {
            _present[idea.Index] = (field, word);
            _ideas.Add(idea.Index);
        }
    }

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

    private List<(BomField Field, ReadWord Word)> WordsOf(RecognitionRule rule)
    {
        var words = new List<(BomField, ReadWord)>(rule.All.Length);
        foreach (int[] alternatives in rule.All)
        {
            if (FirstPresent(alternatives) is (BomField, ReadWord) word && !words.Contains(word))
            {
                words.Add(word);
            }
        }

        return words;
    }

    private (BomField Field, ReadWord Word)? FirstPresent(int[] ideas)
    {
        foreach (int idea in ideas)
        {
            if (_present[idea] is (BomField, ReadWord) present)
            {
                return present;
            }
        }

        return null;
    }
}
