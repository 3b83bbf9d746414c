using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Materials.Vocabulary;

namespace SourcingCompliance.Materials;

/// <summary>
/// Recognises covered materials, their look-alikes and the components that hold them on a line. It remembers what it worked out, so
/// that a text costs once; not safe for use from several threads: give each file a classifier of its own over one vocabulary.
/// </summary>
public sealed class MaterialClassifier
{
    /// <summary>How many distinct texts are remembered before the memory starts anew.</summary>
    public const int MaximumRemembered = 65_536;

    /// <summary>The fields in which materials are looked for, the most telling first.</summary>
    public static readonly ImmutableArray<BomField> Fields =
    [
        BomField.Description, BomField.Name, BomField.Value, BomField.Material, BomField.Grade, BomField.Notes,
        BomField.ManufacturerPartNumber, BomField.PartNumber, BomField.SupplierPartNumber, BomField.Manufacturer, BomField.HtsCode,
    ];

    private readonly TextRecognizer _reader;
    private readonly LineEvaluation _evaluation;
    private readonly OccurrenceBuilder _builder;
    private readonly Dictionary<string, TextReading> _readings = new(StringComparer.Ordinal);
    private readonly Dictionary<LineKey, Classification> _lines = [];
    private ColumnMap? _map;
    private ImmutableArray<BomField> _fields = [];

    /// <summary>Makes a classifier over a vocabulary.</summary>
    public MaterialClassifier(MaterialVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _reader = new TextRecognizer(vocabulary.Compiled);
        _evaluation = new LineEvaluation(vocabulary.Compiled);
        _builder = new OccurrenceBuilder(vocabulary.Compiled);
    }

    /// <summary>What a line is, contains or may contain. Never throws for what a cell holds.</summary>
    public Classification Classify(BomLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!ReferenceEquals(line.Map, _map))
        {
            _map = line.Map;
            _fields = [.. Fields.Where(field => line.Map[field] is not null)];
        }

        LineKey key = default;
        string tariffCode = "";
        foreach (BomField field in _fields)
        {
            string text = line[field];
            if (text.Length == 0)
            {
                continue;
            }

            if (field == BomField.HtsCode)
            {
                tariffCode = text;
            }
            else if (Read(field, text) is { Number: > 0 } reading)
            {
                key = key.With(field, reading);
            }
        }

        if (key.IsEmpty && tariffCode.Length == 0)
        {
            return Classification.Nothing;
        }

        key = key with { TariffCode = tariffCode };
        if (!_lines.TryGetValue(key, out Classification? classification))
        {
            classification = Evaluate(line, tariffCode);
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

    private Classification Evaluate(BomLine line, string tariffCode)
    {
        _evaluation.Clear();
        foreach (BomField field in _fields)
        {
            string text = line[field];
            if (field != BomField.HtsCode && text.Length > 0)
            {
                _evaluation.Add(field, Read(field, text));
            }
        }

        if (tariffCode.Length > 0)
        {
            _evaluation.AddTariffCode(tariffCode);
        }

        return _builder.Build(_evaluation);
    }

    private TextReading Read(BomField field, string text)
    {
        if (!_readings.TryGetValue(text, out TextReading? reading))
        {
            reading = _reader.Read(text);
            // Almost every part number comes once and says nothing: remembering them would only push out what comes again.
            if (reading.Number == 0 && field is (BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber))
            {
                return reading;
            }

            if (_readings.Count >= MaximumRemembered)
            {
                _readings.Clear();
            }

            _readings.Add(text, reading);
        }

        return reading;
    }

    // Up to four readings with their fields; a line with more words than that is worked out each time.
    private readonly record struct LineKey(long First, long Second, long Third, long Fourth, string? TariffCode, int Count)
    {
        public bool IsEmpty => Count == 0;

        public bool IsComplete => Count <= 4;

        public LineKey With(BomField field, TextReading reading)
        {
            long part = ((long)reading.Number << 8) | (long)field;
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
