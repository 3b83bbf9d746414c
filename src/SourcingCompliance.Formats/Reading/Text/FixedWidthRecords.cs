using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>Cuts the lines of a text table at its columns; a line that does not keep to them is one cell.</summary>
/// <param name="text">The text; closed with the records.</param>
/// <param name="columns">Its columns.</param>
/// <param name="limits">What a file may cost at the most.</param>
/// <param name="expectedCharacters">Characters of the whole text at the most.</param>
internal sealed class FixedWidthRecords(TextReader text, FixedWidthColumns columns, ReadLimits limits, long expectedCharacters) : IDisposable
{
    private readonly CharacterWindow _window = new(text, '\n', limits.MaximumCellCharacters, expectedCharacters);
    private int _line;

    /// <summary>Fills the row with the next line, blank ones included; false at the end of the text.</summary>
    /// <exception cref="ReadingStoppedException">A limit was reached.</exception>
    public bool Read(BomRow row)
    {
        if (ReadLine() is not string line)
        {
            return false;
        }

        _line++;
        row.Reset(_line);
        line = columns.Straighten(line).Replace('\0', ' ');
        if (line.Length > 0 && RuleLine.IsRule(line))
        {
            return true;
        }

        if (!columns.Holds(line))
        {
            Set(row, 1, line);
            return true;
        }

        for (int i = 0; i < columns.Starts.Count && columns.Starts[i] < line.Length; i++)
        {
            int end = i + 1 < columns.Starts.Count ? Math.Min(columns.Starts[i + 1], line.Length) : FirstLoose(line, 0, out _);
            Set(row, i + 1, line.AsSpan(columns.Starts[i], end - columns.Starts[i]).TrimEnd());
        }

        for (int from = FirstLoose(line, 0, out int column); from < line.Length;)
        {
            int end = FirstLoose(line, column + 1, out int next);
            Set(row, columns.Starts.Count + column + 1, line.AsSpan(from, end - from).TrimEnd());
            (from, column) = (end, next);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _window.Dispose();

    // The first loose column from a number on that the line keeps to, and where its piece begins; the line's end when there is none.
    private int FirstLoose(string line, int from, out int column)
    {
        for (column = from; column < columns.LooseStarts.Count; column++)
        {
            int start = FixedWidthColumns.PieceNear(line, columns.LooseStarts[column]);
            if (start > columns.Starts[^1])
            {
                return start;
            }
        }

        return line.Length;
    }

    private static void Set(BomRow row, int column, ReadOnlySpan<char> cell)
    {
        // Blanks before the first column's text may draw a tree; in the others they only align numbers.
        ReadOnlySpan<char> content = column == 1 ? cell : cell.TrimStart();
        if (!content.IsWhiteSpace())
        {
            row.Set(column, new BomCell(content.ToString(), CellKind.Text));
        }
    }

    private string? ReadLine()
    {
        int scanned = 0;
        _window.BeginRecord();
        while (true)
        {
            int found = _window.From(_window.Position + scanned).IndexOfAny('\n', '\r');
            if (found >= 0)
            {
                int length = scanned + found;
                bool isPair = _window.From(_window.Position + length)[0] == '\r' && HasLineFeedAt(length + 1);
                string line = new(_window.Between(_window.Position, _window.Position + length));
                _window.Position += length + (isPair ? 2 : 1);
                return line;
            }

            scanned = _window.End - _window.Position;
            if (!_window.Grow())
            {
                if (scanned == 0)
                {
                    return null;
                }

                string last = new(_window.From(_window.Position));
                _window.Position = _window.End;
                return last;
            }
        }
    }

    private bool HasLineFeedAt(int offset)
    {
        if (_window.Position + offset >= _window.End && !_window.Grow())
        {
            return false;
        }

        return _window.From(_window.Position + offset)[0] == '\n';
    }
}
