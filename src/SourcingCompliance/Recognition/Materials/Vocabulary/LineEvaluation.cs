using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Gathers the words of one line over its fields and applies the rules to them. Used again for each line.</summary>
internal sealed class LineEvaluation(CompiledVocabulary vocabulary)
{
    // A part number of fewer characters is that of many things: X27, U8.
    private const int LeastTellingNumber = 7;

    private readonly LineWords _words = new(vocabulary.Ideas.Length);
    private readonly bool[] _tried = new bool[vocabulary.RuleCount];
    private readonly List<int> _triedRules = [];
    private readonly List<TextReading> _otherThings = [];
    private bool _holdsDecoy;
    private ulong _makerCell;
    private ulong _remarks;
    private ulong _tellingNumbers;
    private bool _describesOtherThing;
    private bool _hasSupport;

    /// <summary>Words that negate a family of materials, each in its cell.</summary>
    public List<CellWord> Negations { get; } = [];

    /// <summary>Named magnet materials that only belong to an accessory's description: "NdFeB magnet bracket".</summary>
    public List<CellWord> Demoted { get; } = [];

    /// <summary>Whether the line speaks of a magnet as the thing itself.</summary>
    public bool MagnetIsHead { get; private set; }

    /// <summary>Whether description or name say that the line is a belonging or another part: a connector, a resistor.</summary>
    public bool NamesOtherThing { get; private set; }

    /// <summary>Whether a column other than notes names a magnet.</summary>
    public bool NamesMagnet { get; private set; }

    /// <summary>Whether any text but those of numbers and makers says what the line is, known words or not.</summary>
    public bool IsDescribed { get; set; }

    /// <summary>Forgets the line before.</summary>
    public void Clear()
    {
        foreach (int rule in _triedRules)
        {
            _tried[rule] = false;
        }

        _words.Clear();
        _triedRules.Clear();
        Negations.Clear();
        Demoted.Clear();
        _otherThings.Clear();
        (_makerCell, _remarks, _tellingNumbers) = (0, 0, 0);
        (_holdsDecoy, _describesOtherThing, _hasSupport) = (false, false, false);
        (MagnetIsHead, NamesOtherThing, NamesMagnet, IsDescribed) = (false, false, false, false);
    }

    /// <summary>Looks for what says that the line is another part, before words are added: a value is read in its light.</summary>
    public void Survey(MappedColumn column, TextReading reading)
    {
        BomField field = column.Field;
        NamesOtherThing |= field switch
        {
            BomField.Notes => Array.Exists(reading.Words, word => word.Idea == vocabulary.ConnectorFootprint),
            BomField.Manufacturer or BomField.Value or BomField.Category => false,
            _ => Array.Exists(reading.Words, word => IsOtherThing(field, word)),
        };
    }

    /// <summary>Adds what one cell says, once all cells were surveyed.</summary>
    public void Add(MappedColumn column, TextReading reading)
    {
        BomField field = column.Field;
        ulong cell = _words.NextCell();
        _makerCell |= field == BomField.Manufacturer ? cell : 0;
        _remarks |= field == BomField.Notes ? cell : 0;
        _tellingNumbers |= field.IsNumber() && reading.Length >= LeastTellingNumber ? cell : 0;
        MagnetIsHead |= reading.MagnetIsHead && field is not (BomField.Manufacturer or BomField.Value or BomField.Category or BomField.Notes);
        foreach (ReadWord word in reading.Words)
        {
            if ((field == BomField.Manufacturer && word.Idea.Role != IdeaRole.Maker && !word.Idea.IsNumber) || word.IsChanceIn(field) || SpeaksOfOtherThing(field, word))
            {
                continue;
            }

            switch (word.State)
            {
                case WordState.Active:
                    AddActive(column, word, cell);
                    break;
                case WordState.Negated:
                    if (word.Idea.Family is not null)
                    {
                        Negations.Add(new CellWord(column, word, cell));
                    }

                    break;
                case WordState.Swallowed when field == BomField.Material:
                    // The column lists what the part is made of: in "case, board, servo motor" no word belongs to another.
                    AddActive(column, word, cell);
                    break;
                case WordState.Swallowed:
                    if (word.Idea.Role == IdeaRole.Thing && word.Idea.Family is not null)
                    {
                        Demoted.Add(new CellWord(column, word, cell));
                    }

                    break;
                case WordState.Use:
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        // "cap" is a cover and a capacitor, and a capacitor stands in a case.
        _describesOtherThing |= field is BomField.Description or BomField.Name
            && !Array.Exists(reading.Words, word => word.Idea == vocabulary.CapacitorWord || word.Idea == vocabulary.Capacitance)
            && Array.Exists(reading.Words, word => IsOtherThing(field, word));
        if (field is not (BomField.Notes or BomField.Manufacturer))
        {
            _holdsDecoy |= field is BomField.Description or BomField.Name && Array.Exists(reading.Words, word => word.Idea.Role == IdeaRole.Decoy);
            if (Array.Exists(reading.Words, word => !word.IsHeld && NamesUnrelatedThing(field, word)))
            {
                _otherThings.Add(reading);
            }
        }
    }

    // "B CASE" tells something of the thing; only at the head of the text does such a word name a thing of its own.
    private bool NamesUnrelatedThing(BomField field, ReadWord word) => word.State == WordState.Active
        && (word.Idea == vocabulary.UnrelatedThing || (IsOtherThing(field, word) && (word.Idea.Role != IdeaRole.TrailingAccessory || word.Start == 0)));

    // In a part number only what is surely one of another part counts.
    private bool IsOtherThing(BomField field, ReadWord word) => word.State == WordState.Active && (word.Idea == vocabulary.OtherThing
        || (field is BomField.Description or BomField.Name && word.Idea.Role.MayBelong()));

    private void AddActive(MappedColumn column, ReadWord word, ulong cell)
    {
        _words.Add(column, word, cell);
        NamesMagnet |= word.Idea.Role == IdeaRole.Magnet && column.Field != BomField.Notes;
        _hasSupport |= word.Idea.Role == IdeaRole.Maker || (word.Idea.Role.NamesThing() && !column.Field.IsNumber() && column.Field != BomField.Notes);
        if (column.Field is BomField.Grade or BomField.Material && word.Idea.Family is not null)
        {
            _words.Add(column, word with { Idea = vocabulary.GradeColumn }, cell);
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

    /// <summary>
    /// Adds that the line may well be what its maker makes: nothing but maker and number says what it is, or what says so names no other thing.
    /// To be called when all cells are added.
    /// </summary>
    /// <param name="column">The column of the maker.</param>
    /// <param name="isNamed">Whether any text says what the line is.</param>
    public void AddMaker(MappedColumn column, bool isNamed)
    {
        if (!isNamed || (_otherThings.Count == 0 && !_holdsDecoy))
        {
            // In the maker's cell: that a line is what its maker makes is said by no maker that a description names, as "LDO" names one.
            _words.Add(column, new ReadWord(isNamed ? vocabulary.Unexplained : vocabulary.Undescribed, 0, 0) { Text = "" }, _makerCell);
        }
    }

    /// <summary>Whether a text is a magnet grade and nothing else.</summary>
    public bool IsLoneGrade(TextReading reading) => Array.Exists(reading.Words, word => word.Idea == vocabulary.LoneGrade);

    /// <summary>Adds the meaning of a tariff code.</summary>
    public void AddTariffCode(MappedColumn column, string code)
    {
        if (vocabulary.TariffCodes.Find(code) is Idea idea)
        {
            _words.Add(column, new ReadWord(idea, 0, code.Length) { Text = code }, _words.NextCell());
        }
    }

    /// <summary>
    /// Every rule that holds, in the order of the vocabulary. What a rule excludes counts within a cell; in another cell it only specifies
    /// what generic words leave open, and else it is told beside the finding.
    /// </summary>
    public List<Finding> Apply()
    {
        var findings = new List<Finding>();
        foreach (int idea in _words.Present)
        {
            foreach (OwnedRule rule in vocabulary.RulesOf(vocabulary.Ideas[idea]))
            {
                if (_tried[rule.Index])
                {
                    continue;
                }

                _tried[rule.Index] = true;
                _triedRules.Add(rule.Index);
                if (Hold(rule) is Finding finding)
                {
                    findings.Add(finding);
                }
            }
        }

        findings.Sort(static (a, b) => a.Rule.Index.CompareTo(b.Rule.Index));
        return findings;
    }

    private Finding? Hold(OwnedRule rule)
    {
        ulong denying = _words.CellsOf(rule.Rule.None);
        if (_words.WordsOf(rule.Rule, denying, _remarks) is not List<CellWord> words)
        {
            return null;
        }

        var finding = new Finding(rule, words, denying == 0 ? [] : _words.AllOf(rule.Rule.None), Presence.Is);
        // "Tungsten" in a column of materials is the tungsten of "Wire, pure tungsten": a name that repeats the metal and says its form specifies it.
        bool isMetalColumn = finding.LeavesOpen && finding.Words.TrueForAll(word => word.Field == BomField.Material);
        bool isSpecified = finding.Denials.Exists(denial => (finding.IsGeneric && denial.IsSpecifying)
            || (isMetalColumn && denial.Field is BomField.Description or BomField.Name && _words.AllOf(rule.Rule.All[0]).Exists(word => word.Cell == denial.Cell)));
        return isSpecified ? null : Weigh(finding);
    }

    private Finding? Weigh(Finding finding)
    {
        if (RestsOnMakerElsewhere(finding))
        {
            return null;
        }

        if (IsContradicted(finding))
        {
            // Four digits within a longer number ("SCR-4206") are chance; the beginning of one is its series.
            bool isTelling = finding.Words is [{ Word: { Idea.Weight: >= 3 } number }]
                && (((finding.Cells & _tellingNumbers) != 0 && number.Start == 0) || number.Text.Length >= LeastTellingNumber);
            return isTelling ? finding with { Ceiling = Presence.Possible } : null;
        }

        if (!finding.HoldsNumber && finding.Rule.Component is not null && finding.IsOnlyNumber && IsDescribed)
        {
            // A pattern of part numbers beats no description: a short one is chance, and a long one a question where the description names another thing.
            bool isShort = (finding.Cells & _tellingNumbers) == 0;
            return isShort && (_describesOtherThing || !_hasSupport) ? null : finding with { Ceiling = _describesOtherThing ? Presence.Possible : Presence.Is };
        }

        return WeighRemarks(finding);
    }

    private bool RestsOnMakerElsewhere(Finding finding) =>
        finding.Words.Exists(found => found.Word.Idea == vocabulary.Undescribed || found.Word.Idea == vocabulary.Unexplained)
        && finding.Words.Exists(found => found.Cell != _makerCell);

    // A part number never outweighs a description that names another thing: "X2212" on a screw, a tantalum capacitor's number on a ceramic one.
    private bool IsContradicted(Finding finding)
    {
        ComponentEntry? component = finding.Rule.Component;
        bool isOtherKind = component is { OtherKinds.Length: > 0 } && _words.AllOf(component.OtherKinds).Exists(other => other.IsSpecifying);
        return finding.HoldsNumber && (isOtherKind || (finding.RestsOnNumber && _otherThings.Exists(other => component?.IsCalledIn(other) != true)));
    }

    // In notes only a material named by strong words counts; it is possible, unless the note says that the line holds it or another
    // column names the magnet or material. What stands only in the column of categories is possible, as is a component in that of materials.
    private Finding? WeighRemarks(Finding finding)
    {
        List<CellWord> words = finding.Words;
        var remarks = words.FindAll(found => found.Field == BomField.Notes);
        if (remarks.Count == 0 || finding.Rule.Substance is { Kind: not null })
        {
            bool isMaterialColumn = finding.Rule.Component is not null && words.TrueForAll(found => found.Field is BomField.Material or BomField.Grade);
            bool isOnlyCategory = words.TrueForAll(found => found.Field == BomField.Category);
            return finding with { Ceiling = isMaterialColumn || isOnlyCategory ? Presence.Possible : Presence.Is };
        }

        var strong = remarks.FindAll(found => IsStrong(found.Word.Idea, remarks.Count < words.Count));
        bool isNamedElsewhere = (NamesMagnet && finding.Rule.Substance is { Family: OccurrenceBuilder.MagnetFamily })
            || words.Exists(found => found.Field != BomField.Notes && found.Word.Idea.Family is not null);
        bool isSettled = isNamedElsewhere || strong.Exists(found => found.Word.IsHeld);
        return strong.Count == 0 ? null : finding with { Ceiling = isSettled ? Presence.Is : Presence.Possible };
    }

    private bool IsStrong(Idea idea, bool isSupported) => idea.Weight >= 3 || idea == vocabulary.HeavyDensity
        || (idea.Family is not null && idea.Role != IdeaRole.Magnet && (idea.Weight >= 2 || isSupported));
}
