using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Gathers the words of one line over its fields and applies the rules to them. Used again for each line.</summary>
internal sealed partial class LineEvaluation(CompiledVocabulary vocabulary)
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
    private bool NamesOtherThing { get; set; }

    /// <summary>Whether a column other than notes names a magnet.</summary>
    public bool NamesMagnet { get; private set; }

    /// <summary>Whether any text but those of numbers and makers says what the line is, known words or not.</summary>
    public bool IsDescribed { get; private set; }

    /// <summary>Reads a line in place of the one before.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="isDescribed">Whether any text but those of numbers and makers says what the line is, known words or not.</param>
    /// <param name="isNamed">Whether any text says what the line is.</param>
    /// <param name="maker">The column of the maker, whose name may say what the line is; null = none has it.</param>
    public void Read(ReadOnlySpan<EvaluatedCell> cells, bool isDescribed, bool isNamed, MappedColumn? maker)
    {
        Clear();
        IsDescribed = isDescribed;

        // A value is read in the light of what all cells say.
        foreach (EvaluatedCell cell in cells)
        {
            if (cell.Reading is { } reading)
            {
                Survey(cell.Column, reading);
            }
        }

        foreach (EvaluatedCell cell in cells)
        {
            if (cell.Reading is { } reading)
            {
                Add(cell.Column, reading);
            }
            else
            {
                AddTariffCode(cell.Column, cell.TariffCode ?? "");
            }
        }

        if (maker is not null)
        {
            AddMaker(maker, isNamed);
        }
    }

    private void Clear()
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

    private void Survey(MappedColumn column, TextReading reading)
    {
        BomField field = column.Field;
        NamesOtherThing |= field switch
        {
            BomField.Notes => Array.Exists(reading.Words, word => word.Idea == vocabulary.ConnectorFootprint),
            BomField.Manufacturer or BomField.Value or BomField.Category => false,
            _ => Array.Exists(reading.Words, word => IsOtherThing(field, word)),
        };
    }

    private void Add(MappedColumn column, TextReading reading)
    {
        BomField field = column.Field;
        ulong cell = _words.NextCell();
        _makerCell |= field == BomField.Manufacturer ? cell : 0;
        _remarks |= field == BomField.Notes ? cell : 0;
        _tellingNumbers |= field.IsNumber() && reading.Length >= LeastTellingNumber ? cell : 0;
        MagnetIsHead |= reading.MagnetIsHead && field is not (BomField.Manufacturer or BomField.Value or BomField.Category or BomField.Notes);
        foreach (ReadWord word in reading.Words)
        {
            if ((field == BomField.Manufacturer && word.Idea.Role != IdeaRole.Maker && !word.Idea.IsNumber)
                || word.IsChanceIn(field, IsDescribed) || SpeaksOfOtherThing(field, word))
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
        && (word.Idea == vocabulary.UnrelatedThing || (IsOtherThing(field, word) && (!word.Idea.Role.Trails() || word.Start == 0)));

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
            BomField.Value or BomField.Category => NamesOtherThing && (isComponent || word.Idea.Role == IdeaRole.Magnet)
                && !word.Text.AsSpan().ContainsAnyInRange('0', '9'),
            _ => false,
        };
    }

    // The line may well be what its maker makes: nothing but maker and number says what it is, or what says so names no other thing.
    private void AddMaker(MappedColumn column, bool isNamed)
    {
        if (!isNamed || (_otherThings.Count == 0 && !_holdsDecoy))
        {
            // In the maker's cell: that a line is what its maker makes is said by no maker that a description names, as "LDO" names one.
            _words.Add(column, new ReadWord(isNamed ? vocabulary.Unexplained : vocabulary.Undescribed, 0, 0) { Text = "" }, _makerCell);
        }
    }

    /// <summary>Whether a text is a magnet grade and nothing else.</summary>
    public bool IsLoneGrade(TextReading reading) => Array.Exists(reading.Words, word => word.Idea == vocabulary.LoneGrade);

    private void AddTariffCode(MappedColumn column, string code)
    {
        foreach (Idea idea in vocabulary.TariffCodes.FindAll(code))
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
            foreach (OwnedRule rule in vocabulary.GetRules(vocabulary.Ideas[idea]))
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
}
