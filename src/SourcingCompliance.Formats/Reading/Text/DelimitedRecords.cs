using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// Parses delimited text record by record (RFC 4180), forgiving what people's tools write: stray quotation marks stay text,
/// and a quotation mark that is never closed does not swallow the lines after it.
/// </summary>
/// <param name="text">The text; closed with the records.</param>
/// <param name="layout">How the cells of the text are separated.</param>
/// <param name="limits">What a file may cost at the most.</param>
/// <param name="lines">Learns which records go on over several lines.</param>
/// <param name="expectedCharacters">Characters of the whole text at the most.</param>
internal sealed partial class DelimitedRecords(TextReader text, TextLayout layout, ReadLimits limits, RecordLines lines, long expectedCharacters) : IDisposable
{
    /// <summary>A quoted cell with more lines than this was never meant: its quotation mark is not closed.</summary>
    private const int MaximumLinesInCell = 500;

    private readonly char _delimiter = layout.Delimiter;
    private readonly bool _isPlain = !layout.HasBackslashEscapes && !layout.HasBlanksBeforeQuotes;
    private readonly CharacterWindow _window = new(text, layout.Delimiter, limits.MaximumCellCharacters, expectedCharacters);
    private int _record;
    private int _further;

    /// <summary>What the csv rules did not allow in the record read last.</summary>
    public RecordDamage Damage { get; private set; }

    /// <summary>Whether the record read last holds a NUL character.</summary>
    public bool HasNul { get; private set; }

    /// <summary>Whether the text ended in the record read last, without a line end.</summary>
    public bool IsWithoutEnd { get; private set; }

    /// <summary>Fills the row with the next record, blank ones included; false at the end of the text.</summary>
    /// <exception cref="ReadingStoppedException">A limit was reached.</exception>
    public bool Read(BomRow row)
    {
        if (_window.Position == _window.End && !_window.Grow())
        {
            return false;
        }

        _window.BeginRecord();
        _record++;
        row.Reset(_record);
        Damage = RecordDamage.None;
        HasNul = false;
        _further = 0;
        int column = 0;
        while (!(_isPlain && ReadPlainCells(row, ref column)) && ReadCell(row, Next(ref column)))
        {
        }

        // Looking further may move the window, so it comes before the row holds it.
        IsWithoutEnd = _window.Position == _window.End && Peek(0) == -1 && _window.Characters[_window.Position - 1] is not ('\n' or '\r');
        row.Hold(_window.Characters, _window.RecordStart, _window.Position - _window.RecordStart);
        if (_further > 0)
        {
            lines.Add(_record, _further);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _window.Dispose();

    // Nearly every cell is not quoted and ends within the window: takes those up to the first that must be looked at. True when the record ends.
    private bool ReadPlainCells(BomRow row, ref int column)
    {
        ReadOnlySpan<char> characters = _window.Between(0, _window.End);
        int start = _window.Position;
        foreach (int end in _window.HasNul ? [] : _window.CellEnds())
        {
            if (end + 1 >= characters.Length || characters[start] is '"' or '=')
            {
                break;
            }

            row.SetHeld(Next(ref column), characters[start..end], start - _window.RecordStart);
            start = end + 1;
            if (characters[end] is '\n' or '\r')
            {
                _window.Position = characters[end] == '\r' && characters[start] == '\n' ? start + 1 : start;
                return true;
            }
        }

        _window.Position = start;
        return false;
    }

    private int Next(ref int column) =>
        ++column <= limits.MaximumColumns ? column : throw Stop.AtLimit("columns", limits.MaximumColumns, nameof(ReadLimits.MaximumColumns));

    private void SkipBlanksBeforeQuote()
    {
        int at = 0;
        while (Peek(at) == ' ' && _delimiter != ' ')
        {
            at++;
        }

        _window.Position += Peek(at) == '"' ? at : 0;
    }

    /// <summary>Reads one cell; false when it was the last of its record.</summary>
    private bool ReadCell(BomRow row, int column)
    {
        if (layout.HasBlanksBeforeQuotes)
        {
            SkipBlanksBeforeQuote();
        }

        bool isQuoted = Peek(0) == '"';
        if (isQuoted && TryReadQuoted(column, out int contentEnd, out bool hasMore, out int next))
        {
            Set(row, column, 1, contentEnd);
            _window.Position += next;
            return hasMore;
        }

        return ReadPlain(row, column);
    }

    private bool ReadPlain(BomRow row, int column)
    {
        int scanned = 0;
        while (true)
        {
            int found = _window.From(_window.Position + scanned).IndexOfAny(_delimiter, '\n', '\r');
            if (found >= 0)
            {
                int end = scanned + found;
                bool hasMore = Peek(end) == _delimiter;
                if (hasMore && QuotationMarks.AreEscaped(_window, layout, end, 0))
                {
                    scanned = end + 1;
                    continue;
                }

                SetPlain(row, column, end);
                int next = hasMore ? end + 1 : AfterLineEnd(end);
                _window.Position += next;
                return hasMore;
            }

            scanned = _window.End - _window.Position;
            if (!_window.Grow())
            {
                SetPlain(row, column, scanned);
                _window.Position = _window.End;
                return false;
            }
        }
    }

    private void SetPlain(BomRow row, int column, int end) =>
        Set(row, column, 0, layout.HasBackslashEscapes ? QuotationMarks.WithoutEscapes(_window, layout, 0, end, closesQuotes: false) : end);

    private void Set(BomRow row, int column, int start, int end)
    {
        Span<char> cell = _window.Between(_window.Position + start, _window.Position + end);
        start += _window.Position - _window.RecordStart;
        if (_window.HasNul && cell.Contains('\0'))
        {
            HasNul = true;
            cell.Replace('\0', ' ');
        }

        // ="00123" is how a csv keeps Excel from eating leading zeros.
        if (cell.Length > 3 && cell[0] == '=' && cell[1] == '"' && cell[^1] == '"')
        {
            cell = cell[2..^1];
            start += 2;
        }

        row.SetHeld(column, cell, start);
    }

    /// <summary>The offset of what follows the line end at an offset.</summary>
    private int AfterLineEnd(int offset) => Peek(offset) switch
    {
        -1 => offset,
        '\r' when Peek(offset + 1) == '\n' => offset + 2,
        _ => offset + 1,
    };

    private int Peek(int offset) => _window.Peek(offset);
}
