using System.Collections;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Lines.Storage;

/// <summary>The lines of a sheet, packed: a line is unpacked each time that it is asked for. A million lines take about 100 MB.</summary>
internal sealed class PackedLines : IPlacedLines
{
    private readonly List<(int First, ColumnMap Map, PackedTexts Texts)> _tables = [];
    private readonly ChunkedList<PlacedLine> _lines = new();
    private readonly HashSet<int> _alternates = [];
    private readonly Dictionary<int, string> _damages = [];
    private readonly Dictionary<int, string> _unreadCells = [];

    /// <inheritdoc/>
    public int Count => _lines.Count;

    /// <summary>The tables of the sheet: index of the first and of the last line, and the columns.</summary>
    public IEnumerable<(int First, int Last, ColumnMap Map)> Tables =>
        _tables.Select((table, at) => (table.First, (at + 1 < _tables.Count ? _tables[at + 1].First : Count) - 1, table.Map));

    /// <inheritdoc/>
    public BomLine this[int index]
    {
        get
        {
            (_, ColumnMap map, PackedTexts texts) = GetTable(index);
            PlacedLine line = _lines[index];
            return new BomLine(map, line.Row, texts, line.Place)
            {
                Damage = _damages.Count == 0 ? null : _damages.GetValueOrDefault(index),
                UnreadCell = _unreadCells.Count == 0 ? null : _unreadCells.GetValueOrDefault(index),
                Indent = line.Indent,
                IsAlternate = IsAlternate(index),
            };
        }
    }

    /// <summary>A line with texts of its own: it holds on to none of the others.</summary>
    public BomLine Detach(int index)
    {
        ColumnMap map = GetMap(index);
        return new BomLine(map, _lines[index].Row, [.. Enumerable.Range(0, map.Columns.Length).Select(column => TextAt(index, column))])
        {
            Damage = _damages.GetValueOrDefault(index),
            UnreadCell = _unreadCells.GetValueOrDefault(index),
            Indent = _lines[index].Indent,
            IsAlternate = IsAlternate(index),
        };
    }

    /// <inheritdoc/>
    public ColumnMap GetMap(int index) => GetTable(index).Map;

    /// <inheritdoc/>
    public bool IsAlternate(int index) => _alternates.Count > 0 && _alternates.Contains(index);

    /// <inheritdoc/>
    public string TextAt(int index, int column) => GetTable(index).Texts.TextAt(_lines[index].Place, column);

    /// <inheritdoc/>
    public ReadOnlySpan<char> SpanAt(int index, int column, Span<char> room) => GetTable(index).Texts.SpanAt(_lines[index].Place, column, room);

    /// <summary>What is known of the text that a mapped column has in the line added last.</summary>
    public TextRemark RemarkAt(int column) => _tables[^1].Texts.RemarkAt(column);

    /// <summary>Notes what was found out of the text that a mapped column has in the line added last.</summary>
    public void Note(int column, TextRemark remark) => _tables[^1].Texts.Note(column, remark);

    /// <summary>Packs a line behind the others.</summary>
    public void Add(BomLine line)
    {
        if (_tables.Count == 0 || !ReferenceEquals(_tables[^1].Map, line.Map))
        {
            _tables.Add((Count, line.Map, new PackedTexts([.. line.Map.Columns.Select(column => IsRemarked(column.Field))])));
        }

        if (line.IsAlternate)
        {
            _alternates.Add(Count);
        }

        if (line.Damage is { } damage)
        {
            _damages.Add(Count, damage);
        }

        if (line.UnreadCell is { } unreadCell)
        {
            _unreadCells.Add(Count, unreadCell);
        }

        // Deeper than a short counts is no indentation that anybody could see.
        _lines.Add(new PlacedLine(_tables[^1].Texts.Add(line), line.Row, (short)Math.Min(line.Indent, short.MaxValue)));
    }

    /// <inheritdoc/>
    public IEnumerator<BomLine> GetEnumerator()
    {
        for (int at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    // What is read for materials and origins is read once for each text that comes again.
    private static bool IsRemarked(BomField field) => MaterialFields.All.Contains(field) || OriginTexts.IsOfOrigin(field);

    private (int First, ColumnMap Map, PackedTexts Texts) GetTable(int index)
    {
        int table = _tables.Count - 1;
        while (_tables[table].First > index)
        {
            table--;
        }

        return _tables[table];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
