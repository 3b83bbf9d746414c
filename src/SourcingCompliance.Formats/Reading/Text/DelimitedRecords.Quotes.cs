using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Text;

/// <content>How quoted cells are read, also damaged ones.</content>
internal sealed partial class DelimitedRecords
{
    // Every place below is an offset from the window's position, because looking ahead may move the window.

    /// <summary>Finds where a quoted cell ends, and closes up its doubled quotation marks in place.</summary>
    private bool TryReadQuoted(int column, out int contentEnd, out bool hasMore, out int next)
    {
        int at = 1;
        int further = 0;
        while (true)
        {
            int found = _window.From(_window.Position + at).IndexOfAny('"', '\n');
            if (found < 0)
            {
                at = _window.End - _window.Position;
                if (at > limits.MaximumCellCharacters || !_window.Grow())
                {
                    return Unclosed(out contentEnd, out hasMore, out next);
                }

                continue;
            }

            at += found + 1;
            if (_window.From(_window.Position + at - 1)[0] == '\n')
            {
                if (++further > MaximumLinesInCell)
                {
                    return Unclosed(out contentEnd, out hasMore, out next);
                }

                continue;
            }

            if (QuotationMarks.AreEscaped(_window, layout, at - 1, 1))
            {
                continue;
            }

            int after = Peek(at);
            if (after == '"')
            {
                at++;
                continue;
            }

            if (after == -1 || after == _delimiter || after is '\r' or '\n')
            {
                if (further > 0 && QuotationMarks.SwallowRecords(_window, layout, column, at))
                {
                    return Unclosed(out contentEnd, out hasMore, out next);
                }

                hasMore = after == _delimiter;
                next = hasMore ? at + 1 : AfterLineEnd(at);
                contentEnd = QuotationMarks.CloseUp(_window, layout, at - 1);
                _further += further;
                return true;
            }

            if (further > 0)
            {
                // The mark that seems to close belongs to another line: the one at the start was a stray inch sign.
                return Unclosed(out contentEnd, out hasMore, out next);
            }

            return JunkAfterQuote(at, out contentEnd, out hasMore, out next);
        }
    }

    /// <summary><c>"3/8" bolt</c>: the mark in the middle is an inch sign, the cell goes on to its delimiter.</summary>
    private bool JunkAfterQuote(int at, out int contentEnd, out bool hasMore, out int next)
    {
        bool isBlank = true;
        while (true)
        {
            int character = Peek(at);
            if (character == -1 || character == _delimiter || character is '\r' or '\n')
            {
                break;
            }

            isBlank &= character is ' ' or '\t';
            at++;
        }

        hasMore = Peek(at) == _delimiter;
        next = hasMore ? at + 1 : AfterLineEnd(at);
        Span<char> cell = _window.Between(_window.Position, _window.Position + at);
        if (isBlank)
        {
            contentEnd = QuotationMarks.CloseUp(_window, layout, cell.LastIndexOf('"'));
            return true;
        }

        Damage = Damage < RecordDamage.StrayQuote ? RecordDamage.StrayQuote : Damage;
        contentEnd = cell[^1] == '"' ? at - 1 : at;
        return true;
    }

    private bool Unclosed(out int contentEnd, out bool hasMore, out int next)
    {
        Damage = RecordDamage.UnclosedQuote;
        (contentEnd, hasMore, next) = (0, false, 0);
        return false;
    }
}
