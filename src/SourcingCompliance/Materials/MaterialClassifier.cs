using System.Buffers;
using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Normalization;
using SourcingCompliance.Materials.Vocabulary;

namespace SourcingCompliance.Materials;

/// <summary>
/// Recognises covered materials, their look-alikes and the components that hold them on a line. It remembers what it worked out, so
/// that a text costs once; not safe for use from several threads: give each file a classifier of its own over one vocabulary.
/// </summary>
public sealed class MaterialClassifier
{
    /// <summary>How many distinct lines are remembered before the memory starts anew.</summary>
    private const int MaximumRemembered = 65_536;

    private const int RememberedTextBits = 14;

    private const int LongestRemembered = 2048;

    /// <summary>How many characters of a cell are searched: as many as a cell of a worksheet can hold. The rest of a longer cell is told of as SC9280.</summary>
    public const int MostCharacters = 32_767;

    private static readonly MappedColumn MentionColumn = new(BomField.Description, 1, "", MappingBasis.ExactAlias, "");

    // Value, category and notes come last: what they say counts for less, so that any other column that says it too speaks for the line.
    /// <summary>The fields in which materials are looked for, the most telling first.</summary>
    public static readonly ImmutableArray<BomField> Fields =
    [
        BomField.Description, BomField.Name, BomField.Material, BomField.Grade, BomField.ManufacturerPartNumber, BomField.PartNumber,
        BomField.SupplierPartNumber, BomField.Nsn, BomField.SupplyClass, BomField.Manufacturer, BomField.HtsCode, BomField.Value, BomField.Category, BomField.Notes,
    ];

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,-+/:%# ");

    private readonly TextRecognizer _reader;
    private readonly LineEvaluation _evaluation;
    private readonly OccurrenceBuilder _builder;
    private readonly TextMemory<TextReading> _readings = new(RememberedTextBits);
    private readonly TextMemory<TextReading> _numbers = new(RememberedTextBits);
    private readonly TextMemory<TextReading> _stockNumbers = new(RememberedTextBits);
    private readonly TextMemory<TextReading> _supplyClasses = new(RememberedTextBits);
    private readonly Dictionary<LineKey, Classification> _lines = [];
    private readonly List<(MappedColumn Column, string Text)> _texts = [];
    private ColumnMap? _map;
    private ImmutableArray<ColumnChoice> _choices = [];
    private ImmutableArray<(int At, BomField Field)> _columns = [];

    /// <summary>Makes a classifier over a vocabulary.</summary>
    public MaterialClassifier(MaterialVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _reader = new TextRecognizer(vocabulary.Compiled);
        _evaluation = new LineEvaluation(vocabulary.Compiled);
        _builder = new OccurrenceBuilder(vocabulary.Compiled);
    }

    /// <summary>
    /// What a line is, contains or may contain. A material that only an alternate source brings (<c>MPN_2</c>) is possible, and its
    /// signals name the column. Never throws for what a cell holds.
    /// </summary>
    public Classification Classify(BomLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Choose(line.Map);
        Classification classification = IsSilent(line, _choices[0]) ? Classification.Nothing : Classify(line, _choices[0]);
        for (int i = 1; i < _choices.Length; i++)
        {
            if (_choices[i].SpeaksOn(line))
            {
                classification = OccurrenceBuilder.WithAlternate(classification, Classify(line, _choices[i]));
            }
        }

        return classification;
    }

    /// <summary>Whether a line names nothing that a rule asks for, so that nothing is found on it. False = it must be classified.</summary>
    /// <param name="line">The line.</param>
    /// <param name="lines">The lines to which it was added last; they remember what a text says that comes again.</param>
    internal bool IsSilent(BomLine line, PackedLines lines)
    {
        Choose(line.Map);
        foreach ((int at, BomField field) in _columns)
        {
            TextRemark remark = lines.RemarkAt(at);
            if (remark is not (TextRemark.Silent or TextRemark.Speaks))
            {
                remark = IsSilent(field, line.SpanAt(at)) ? TextRemark.Silent : TextRemark.Speaks;
                lines.Note(at, remark);
            }

            if (remark == TextRemark.Speaks)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// What a text says by itself, read as a description after its own exclusions ("magnet wire", "not tantalum"). A text that comes
    /// again is looked up, and a text that says nothing allocates nothing.
    /// </summary>
    /// <param name="text">The text of any cell, read or not.</param>
    /// <returns>The covered materials that it names or may hold; null = none.</returns>
    internal Mention? FindMention(ReadOnlySpan<char> text)
    {
        TextReading reading = ReadAny(text);
        if (!reading.IsSilent && !reading.IsWeighed)
        {
            _evaluation.Clear();
            _evaluation.Add(MentionColumn, reading);
            reading.Weigh(Mention.Of(_builder.Build(_evaluation)));
        }

        return reading.Mention;
    }

    private TextReading ReadAny(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return TextReading.Nothing;
        }

        if (_readings.TryGet(text, out TextReading? known))
        {
            return known;
        }

        // Cells of any column, most of them numbers that come once: what a glance sees through is not worth remembering.
        return text.IndexOfAny(' ', ',') < 0 && _reader.SeesNothing(text) ? TextReading.Nothing : Read(BomField.Description, text);
    }

    /// <summary>
    /// Whether a cell of a field may mention a covered material. A firm's name is no part, an origin is read as one, and the assembly that a
    /// part belongs to has a line of its own.
    /// </summary>
    internal static bool MayMention(BomField field) =>
        field is not (BomField.Manufacturer or BomField.Supplier or BomField.Parent or BomField.HtsCode or BomField.CountryOfOrigin) && StageIds.OfField(field) is null;

    private void Choose(ColumnMap map)
    {
        if (!ReferenceEquals(map, _map))
        {
            _map = map;
            _choices = ColumnChoice.Of(map, Fields);
            _columns = [.. _choices.SelectMany(choice => choice.Columns)
                .Concat(Enumerable.Range(0, map.Columns.Length).Where(at => MayMention(map.Columns[at].Field)).Select(at => (at, map.Columns[at].Field))).Distinct()];
            _lines.Clear();
        }
    }

    private bool IsSilent(BomField field, ReadOnlySpan<char> text) => text.IsEmpty || (field != BomField.HtsCode && Read(field, text).IsSilent);

    // Most lines are screws: that they say nothing is told by their texts one by one, without gathering them.
    private bool IsSilent(BomLine line, ColumnChoice choice)
    {
        foreach ((int at, BomField field) in choice.Columns)
        {
            if (!IsSilent(field, line.SpanAt(at)))
            {
                return false;
            }
        }

        return true;
    }

    private Classification Classify(BomLine line, ColumnChoice choice)
    {
        LineKey key = default;
        string tariffCode = "";
        choice.Gather(line, _texts);
        MappedColumn? maker = MakerColumn(out bool isNamed);
        foreach ((MappedColumn column, string text) in _texts)
        {
            if (column.Field == BomField.HtsCode)
            {
                tariffCode = tariffCode.Length == 0 ? text : tariffCode;
            }
            else if (Read(column.Field, text) is { Number: > 0 } reading)
            {
                key = key.With(column, reading);
            }
        }

        if (key.IsEmpty && tariffCode.Length == 0)
        {
            return Classification.Nothing;
        }

        bool isDescribed = IsDescribed();
        key = key with { TariffCode = tariffCode, IsNamed = isNamed, IsDescribed = isDescribed };
        if (!_lines.TryGetValue(key, out Classification? classification))
        {
            classification = Evaluate(tariffCode, maker, isNamed, isDescribed);
            if (_lines.Count >= MaximumRemembered)
            {
                _lines.Clear();
            }

            if (key.IsComplete)
            {
                _lines.Add(key, classification);
            }
        }

        return classification;
    }

    // The column of the maker, and whether any text says what the line is: "ITEM", or the part number once more, says nothing.
    private MappedColumn? MakerColumn(out bool isNamed)
    {
        MappedColumn? maker = null;
        isNamed = false;
        foreach ((MappedColumn column, string text) in _texts)
        {
            maker = column.Field == BomField.Manufacturer ? column : maker;
            isNamed |= column.Field == BomField.HtsCode || (IsNaming(column.Field) && !Read(column.Field, text).SaysNothing && !IsNumberAgain(text));
        }

        return maker;
    }

    private static bool IsNaming(BomField field) =>
        field is BomField.Description or BomField.Name or BomField.Value or BomField.Category or BomField.Material or BomField.Grade;

    private bool IsNumberAgain(string text)
    {
        foreach ((MappedColumn column, string other) in _texts)
        {
            if (column.Field.IsNumber() && other.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Whether a text says what the part is; a part's number that stands beside it says less.
    private bool IsDescribed() => _texts.Exists(cell => cell.Column.Field is BomField.Description or BomField.Name);

    private Classification Evaluate(string tariffCode, MappedColumn? maker, bool isNamed, bool isDescribed)
    {
        _evaluation.Clear();
        _evaluation.IsDescribed = isDescribed;

        foreach ((MappedColumn column, string text) in _texts.Where(cell => cell.Column.Field != BomField.HtsCode))
        {
            _evaluation.Survey(column, Read(column.Field, text));
        }

        foreach ((MappedColumn column, string text) in _texts)
        {
            if (column.Field == BomField.HtsCode)
            {
                _evaluation.AddTariffCode(column, tariffCode);
            }
            else
            {
                _evaluation.Add(column, Read(column.Field, text));
            }
        }

        if (maker is not null)
        {
            _evaluation.AddMaker(maker, isNamed);
        }

        return _builder.Build(_evaluation);
    }

    // Fields whose texts come again on many lines; in the others almost every text comes once.
    private static bool IsDescribing(BomField field) => field is BomField.Description or BomField.Name or BomField.Material or BomField.Grade
        or BomField.Value or BomField.Category or BomField.Notes or BomField.Manufacturer;

    private TextReading Read(BomField field, ReadOnlySpan<char> text)
    {
        if (text.Length > MostCharacters)
        {
            text = text[..MostCharacters];
        }

        if (field is BomField.Nsn or BomField.SupplyClass)
        {
            return ReadSupplyClass(field, text);
        }

        bool isNumber = !IsDescribing(field) || text.IndexOfAnyExcept(NumberCharacters) < 0;
        if (isNumber && _reader.SeesNothing(text))
        {
            return TextReading.Nothing;
        }

        TextMemory<TextReading> readings = isNumber ? _numbers : _readings;
        if (readings.TryGet(text, out TextReading? known))
        {
            return known;
        }

        TextReading reading = _reader.Read(text);
        // Almost every part number comes once and says nothing: remembering them would only push out what comes again. Long texts come once and are large.
        if ((reading.Number > 0 || !isNumber) && text.Length <= LongestRemembered)
        {
            readings.Add(text.ToString(), reading);
        }

        return reading;
    }

    // The column says what the digits are, so they are read as texts write them: "FSC 6105".
    private TextReading ReadSupplyClass(BomField field, ReadOnlySpan<char> text)
    {
        TextMemory<TextReading> readings = field == BomField.Nsn ? _stockNumbers : _supplyClasses;
        if (!readings.TryGet(text, out TextReading? reading))
        {
            reading = _reader.Read(string.Concat(field == BomField.Nsn ? "NSN " : "FSC ", text));
            readings.Add(text.ToString(), reading);
        }

        return reading;
    }

    // Up to four readings with their fields; a line with more words than that is worked out each time.
    private readonly record struct LineKey(long First, long Second, long Third, long Fourth, string? TariffCode, int Count)
    {
        public bool IsNamed { get; init; }

        public bool IsDescribed { get; init; }

        public bool IsEmpty => Count == 0;

        public bool IsComplete => Count <= 4;

        public LineKey With(MappedColumn column, TextReading reading)
        {
            long part = ((long)reading.Number << 16) | ((long)column.Field << 8) | (byte)column.Alternate;
            return Count switch
            {
                0 => this with { First = part, Count = 1 },
                1 => this with { Second = part, Count = 2 },
                2 => this with { Third = part, Count = 3 },
                3 => this with { Fourth = part, Count = 4 },
                _ => this with { Count = 5 },
            };
        }
    }
}
