using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials.Vocabulary;

namespace SourcingCompliance.Recognition.Materials;

/// <content>What the filled columns of a line say together.</content>
public sealed partial class MaterialClassifier
{
    // What the filled columns say, without a string of any text; maker = place of the maker's column, -1 = none.
    private LineKey GetKey(BomLine line, out int maker)
    {
        LineKey key = default;
        maker = -1;
        foreach (int at in _filled)
        {
            MappedColumn column = line.Map.Columns[at];
            if (column.Field == BomField.HtsCode)
            {
                key = key with { TariffCode = key.TariffCode is { } other ? $"{other}\n{line.TextAt(at)}" : line.TextAt(at), IsNamed = true };
                continue;
            }

            TextReading reading = _readings.Read(column.Field, line.SpanAt(at));
            key = reading.Number > 0 ? key.With(column, reading) : key;
            maker = column.Field == BomField.Manufacturer ? at : maker;
            // "ITEM", or the part number once more, says nothing; a part's number beside a description says less.
            key = key with
            {
                IsNamed = key.IsNamed || (IsNaming(column.Field) && !reading.SaysNothing && !IsNumberAgain(line, at)),
                IsDescribed = key.IsDescribed || column.Field is BomField.Description or BomField.Name,
            };
        }

        return key;
    }

    private static bool IsNaming(BomField field) =>
        field is BomField.Description or BomField.Name or BomField.Value or BomField.Category or BomField.Material or BomField.Grade;

    private bool IsNumberAgain(BomLine line, int naming)
    {
        foreach (int at in _filled)
        {
            if (line.Map.Columns[at].Field.IsNumber() && line.SpanAt(at).Equals(line.SpanAt(naming), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private Classification Evaluate(BomLine line, LineKey key, int maker)
    {
        _cells.Clear();
        foreach (int at in _filled)
        {
            MappedColumn column = line.Map.Columns[at];
            _cells.Add(column.Field == BomField.HtsCode
                ? new EvaluatedCell(column, null, line.TextAt(at))
                : new EvaluatedCell(column, _readings.Read(column.Field, line.SpanAt(at)), null));
        }

        _evaluation.Read(CollectionsMarshal.AsSpan(_cells), key.IsDescribed, key.IsNamed, maker >= 0 ? line.Map.Columns[maker] : null);
        return _builder.Build(_evaluation);
    }
}
