using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Lines;

/// <summary>The distinct texts of the origin and stage columns of the tables of a sheet, gathered while its lines are packed.</summary>
internal sealed class OriginTexts
{
    private readonly Dictionary<ColumnMap, (int At, HashSet<string> Texts)[]> _tables = new(ReferenceEqualityComparer.Instance);
    // A table that reads more columns from some row on still has the columns that it had.
    private readonly Dictionary<MappedColumn, HashSet<string>> _texts = new(ReferenceEqualityComparer.Instance);
    private (int At, HashSet<string> Texts)[] _columns = [];
    private ColumnMap? _map;

    /// <summary>Gathers the texts of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="lines">The lines to which it was added last.</param>
    public void Gather(BomLine line, PackedLines lines)
    {
        if (!ReferenceEquals(line.Map, _map))
        {
            _map = line.Map;
            _columns = Get(line.Map);
        }

        foreach ((int at, HashSet<string> texts) in _columns)
        {
            if (lines.RemarkAt(at) != TextRemark.Gathered && !line.SpanAt(at).IsEmpty)
            {
                texts.Add(line.TextAt(at));
                lines.Note(at, TextRemark.Gathered);
            }
        }
    }

    /// <summary>The origin and stage columns of a table, by their 0-based place, each with the texts met so far.</summary>
    public (int At, HashSet<string> Texts)[] Get(ColumnMap map)
    {
        if (!_tables.TryGetValue(map, out (int At, HashSet<string> Texts)[]? columns))
        {
            columns = [.. Enumerable.Range(0, map.Columns.Length).Where(at => IsOfOrigin(map.Columns[at].Field)).Select(at => (at, GetTexts(map.Columns[at])))];
            _tables.Add(map, columns);
        }

        return columns;
    }

    private HashSet<string> GetTexts(MappedColumn column)
    {
        if (!_texts.TryGetValue(column, out HashSet<string>? texts))
        {
            texts = new HashSet<string>(StringComparer.Ordinal);
            _texts.Add(column, texts);
        }

        return texts;
    }

    /// <summary>Whether a field states an origin or the place of a stage.</summary>
    public static bool IsOfOrigin(BomField field) => field == BomField.CountryOfOrigin || StageIds.OfField(field) is not null;
}
