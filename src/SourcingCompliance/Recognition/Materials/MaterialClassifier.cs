using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials.Vocabulary;

namespace SourcingCompliance.Recognition.Materials;

/// <summary>
/// Recognizes covered materials, their look-alikes and the components that hold them on a line. It remembers what it worked out, so
/// that a text costs once; not safe for use from several threads: give each file a classifier of its own over one vocabulary.
/// </summary>
public sealed partial class MaterialClassifier
{
    /// <summary>How many distinct lines are remembered before the memory starts anew.</summary>
    private const int MaximumRemembered = 65_536;

    /// <summary>How many characters of a cell are searched: as many as a cell of a worksheet can hold. The rest of a longer cell is told of as
    /// SC9280.</summary>
    public const int MostCharacters = 32_767;

    private static readonly MappedColumn MentionColumn = new(BomField.Description, 1, "", MappingBasis.ExactAlias, "");

    private readonly TextReadings _readings;
    private readonly LineEvaluation _evaluation;
    private readonly OccurrenceBuilder _builder;

    // A check takes 58 % more processor time without it on a real list of 50,000 lines, 6 to 17 % more on generated ones.
    private readonly Dictionary<LineKey, Classification> _lines = [];
    private readonly List<int> _filled = [];
    private bool[] _areSilent = [];
    private ColumnMap? _map;
    private ImmutableArray<ColumnChoice> _choices = [];
    private readonly List<EvaluatedCell> _cells = [];
    private ImmutableArray<(int At, BomField Field)> _columns = [];

    /// <summary>Makes a classifier over a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="cancellation">Ends the run, also in the middle of a line.</param>
    public MaterialClassifier(MaterialVocabulary vocabulary, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _readings = new TextReadings(new TextRecognizer(vocabulary.Compiled), cancellation);
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
        bool isSilent = true;
        foreach ((int at, BomField field) in _columns)
        {
            TextRemark remark = lines.RemarkAt(at);
            if (remark is not (TextRemark.Silent or TextRemark.Speaks))
            {
                remark = IsSilent(field, line.SpanAt(at)) ? TextRemark.Silent : TextRemark.Speaks;
                lines.Note(at, remark);
            }

            _areSilent[at] = remark == TextRemark.Silent;
            isSilent &= _areSilent[at];
        }

        return isSilent;
    }

    /// <summary>
    /// Whether <see cref="FindMention"/> would find nothing in a cell of the line that <see cref="IsSilent(BomLine, PackedLines)"/> looked at last; false =
    /// it must be asked. A capacitor is described in one cell, and the other fourteen need not be read again.
    /// </summary>
    internal bool IsSeenSilent(BomLine line, int at) => _areSilent[at] && TextReadings.ReadsAlike(line.Map.Columns[at].Field, line.SpanAt(at));

    /// <summary>
    /// What a text says by itself, read as a description after its own exclusions ("magnet wire", "not tantalum"). A text that comes
    /// again is looked up, and a text that says nothing allocates nothing.
    /// </summary>
    /// <param name="text">The text of any cell, read or not.</param>
    /// <returns>The covered materials that it names or may hold; null = none.</returns>
    internal Mention? FindMention(ReadOnlySpan<char> text)
    {
        TextReading reading = _readings.ReadAny(text);
        if (!reading.IsSilent && !reading.IsWeighed)
        {
            _evaluation.Read([new EvaluatedCell(MentionColumn, reading, null)], isDescribed: false, isNamed: true, maker: null);
            Mention? mention = Mention.From(_builder.Build(_evaluation));
            reading.Weigh(mention is null ? null : mention with { IsLoneGrade = _evaluation.IsLoneGrade(reading) });
        }

        return reading.Mention;
    }

    /// <summary>
    /// Whether a cell of a field may mention a covered material. A firm's name is no part, an origin is read as one, and the assembly that a
    /// part belongs to has a line of its own.
    /// </summary>
    internal static bool MayMention(BomField field) =>
        field is not (BomField.Manufacturer or BomField.Supplier or BomField.Parent or BomField.HtsCode or BomField.CountryOfOrigin)
            && StageIds.OfField(field) is null;

    private void Choose(ColumnMap map)
    {
        if (!ReferenceEquals(map, _map))
        {
            _map = map;
            _choices = ColumnChoice.From(map, MaterialFields.All);
            _columns = [.. _choices.SelectMany(choice => choice.Columns)
                .Concat(Enumerable.Range(0, map.Columns.Length).Where(at => MayMention(map.Columns[at].Field)).Select(at => (at, map.Columns[at].Field)))
                .Distinct()];
            _areSilent = new bool[map.Columns.Length];
            _lines.Clear();
        }
    }

    private bool IsSilent(BomField field, ReadOnlySpan<char> text) => text.IsEmpty || (field != BomField.HtsCode && _readings.Read(field, text).IsSilent);

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
        choice.Select(line, _filled);
        LineKey key = GetKey(line, out int maker);
        if (key.IsEmpty && key.TariffCode is null)
        {
            return Classification.Nothing;
        }

        if (!_lines.TryGetValue(key, out Classification? classification))
        {
            classification = Evaluate(line, key, maker);
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
}
