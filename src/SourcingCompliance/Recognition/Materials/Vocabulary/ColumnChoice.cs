using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// The columns that are read together: those of the first choice, or those of one alternate source with the first choice's columns
/// where the alternate has none of its own.
/// </summary>
internal sealed class ColumnChoice
{
    private readonly (int Own, int Fallback)[] _columns;

    private ColumnChoice(ColumnMap map, (int Own, int Fallback)[] columns)
    {
        _columns = columns;
        Columns = [.. columns.SelectMany<(int Own, int Fallback), int>(column => [column.Own, column.Fallback]).Where(at => at >= 0).Distinct()
            .Select(at => (at, map.Columns[at].Field))];
    }

    /// <summary>All columns that the choice may read: 0-based place and field.</summary>
    public ImmutableArray<(int At, BomField Field)> Columns { get; }

    /// <summary>The choices that a sheet offers, the first choice first.</summary>
    /// <param name="map">The sheet's columns.</param>
    /// <param name="fields">The fields that are read, in the order of reading.</param>
    public static ImmutableArray<ColumnChoice> From(ColumnMap map, IReadOnlyList<BomField> fields)
    {
        var columns = new List<(int Index, BomField Field, int Alternate)>();
        foreach (BomField field in fields)
        {
            for (int i = 0; i < map.Columns.Length; i++)
            {
                if (map.Columns[i].Field == field)
                {
                    columns.Add((i, field, map.Columns[i].Alternate));
                }
            }
        }

        var choices = ImmutableArray.CreateBuilder<ColumnChoice>();
        choices.Add(new ColumnChoice(map, [.. columns.Where(column => column.Alternate <= 1).Select(column => (column.Index, -1))]));
        foreach (int alternate in columns.Select(column => column.Alternate).Where(number => number > 1).Distinct().Order())
        {
            choices.Add(new ColumnChoice(map, [.. columns.Where(column => column.Alternate <= 1 || column.Alternate == alternate)
                .Select(column => column.Alternate == alternate
                    ? (column.Index, -1)
                    : (columns.Find(other => other.Field == column.Field && other.Alternate == alternate) is (var own, _, > 1) ? own : -1, column.Index))]));
        }

        return choices.ToImmutable();
    }

    /// <summary>Whether a line holds anything in the columns of this choice itself.</summary>
    public bool SpeaksOn(BomLine line) => Array.Exists(_columns, column => column.Fallback < 0 && line.SpanAt(column.Own).Length > 0);

    /// <summary>Puts the places of the columns that hold text on a line into a list, in the order of reading.</summary>
    public void Select(BomLine line, List<int> filled)
    {
        filled.Clear();
        foreach ((int own, int fallback) in _columns)
        {
            bool standsAside = fallback >= 0 && own >= 0 && line.SpanAt(own).Length > 0;
            int at = fallback >= 0 ? fallback : own;
            if (!standsAside && line.SpanAt(at).Length > 0)
            {
                filled.Add(at);
            }
        }
    }
}
