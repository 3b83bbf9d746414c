using System.Buffers;
using System.Text;
using SourcingCompliance.Tables.Storage;

namespace SourcingCompliance.Tables;

/// <content>How a reader fills a row.</content>
public sealed partial class BomRow
{
    /// <summary>Empties the row for its next use by a reader.</summary>
    public void Reset(int number)
    {
        Number = number;
        Width = 0;
        (IsHidden, Indent, Damage, UnreadCell) = (false, -1, null, null);
        (_used, _inStrings, MayHoldErrors, MayHoldLostText) = (0, 0, false, false);
        _repeated?.Clear();
        _formulas?.Clear();
    }

    /// <summary>Sets the cell of a 1-based column; columns skipped over become empty.</summary>
    public void Set(int column, BomCell cell)
    {
        var place = new CellPlace(cell.Text, 0, cell.Kind);
        MayHoldErrors |= place.MayBeError(cell.Text);
        Place(column, cell.Text, place);
        _inStrings += cell.Text.Length;
    }

    /// <summary>
    /// Sets the cell of a 1-based column to a text among the characters that <see cref="Hold"/> is going to name; an empty text makes an
    /// empty cell. Columns skipped over become empty.
    /// </summary>
    /// <param name="column">1-based column.</param>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it stands, 0-based from the row's first character.</param>
    public void SetHeld(int column, ReadOnlySpan<char> text, int start)
    {
        CellPlace place = CellPlace.OfText(text, start);
        MayHoldErrors |= place.MayBeError(text);
        if (column == Width + 1 && column <= _places.Length && _strings[Width] is null)
        {
            // Nearly every cell of a list follows the one before.
            _places[Width++] = place;
            return;
        }

        Place(column, null, place);
    }

    /// <summary>Sets the cell of a 1-based column to a text that is not empty, which the row copies. Columns skipped over become empty.</summary>
    /// <param name="column">1-based column.</param>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="kind">What kind of value it is.</param>
    public void SetUtf8(int column, ReadOnlySpan<byte> utf8, CellKind kind)
    {
        if (utf8.Length > _own.Length - _used)
        {
            Array.Resize(ref _own, Math.Max(_used + utf8.Length, Math.Max(LeastOwn, _own.Length * 2)));
        }

        Span<char> room = _own.AsSpan(_used);
        int length = Ascii.ToUtf16(utf8, room, out int widened) == OperationStatus.Done ? widened : Encoding.UTF8.GetChars(utf8, room);
        var place = new CellPlace(room[..length], _used, kind);
        MayHoldErrors |= place.MayBeError(room);
        Place(column, null, place);
        Hold(_own, 0, _used + length);
    }

    /// <summary>Names the characters among which the texts of <see cref="SetHeld"/> stand. The reader leaves them alone as long as the row is valid.</summary>
    /// <param name="characters">The characters of the row and others.</param>
    /// <param name="start">Where the row's first character stands.</param>
    /// <param name="length">How many characters are the row's.</param>
    public void Hold(char[] characters, int start, int length) => (_characters, _start, _used) = (characters, start, length);

    /// <summary>Sets a cell to the value of the vertical merge that it belongs to; the value itself stands in a row above.</summary>
    public void SetRepeated(int column, BomCell cell)
    {
        Set(column, cell);
        (_repeated ??= []).Add(column);
    }

    /// <summary>A copy that stays valid after the enumeration has moved on.</summary>
    public BomRow Detach()
    {
        var copy = new BomRow(new CellPlace[Width], new string?[Width]) { _own = new char[_used] };
        CopyTo(copy);
        return copy;
    }

    private void Place(int column, string? text, CellPlace place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        if (column > _places.Length)
        {
            int length = Math.Max(column, _places.Length * 2);
            Array.Resize(ref _places, length);
            Array.Resize(ref _strings, length);
        }

        if (column > Width)
        {
            if (column > Width + 1)
            {
                _places.AsSpan(Width, column - Width).Clear();
                _strings.AsSpan(Width, column - Width).Fill("");
            }

            Width = column;
        }

        _places[column - 1] = place;
        ref string? known = ref _strings[column - 1];
        if (text is not null || known is not null)
        {
            known = text;
        }
    }
}
