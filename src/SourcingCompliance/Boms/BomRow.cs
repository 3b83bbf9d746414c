namespace SourcingCompliance.Boms;

/// <summary>
/// One row of a sheet. A reader fills the same object again for the next row, so that a long file costs no memory:
/// a row is valid until the enumeration moves on, and <see cref="Detach"/> keeps it.
/// </summary>
public sealed class BomRow
{
    private BomCell[] _cells = new BomCell[16];
    private List<int>? _repeated;

    /// <summary>1-based number of the row in its sheet, for csv the 1-based record, blank ones counted.</summary>
    public int Number { get; private set; }

    /// <summary>Number of the last column that was set; columns beyond it are empty.</summary>
    public int Width { get; private set; }

    /// <summary>Whether the file hides the row.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Outline or indentation level that the file stores for the row, 0-based; -1 where it stores none.</summary>
    public int Indent { get; set; } = -1;

    /// <summary>Why the row could not be read; null for a sound row. A row with damage makes its line <c>Open</c>.</summary>
    public string? Damage { get; set; }

    /// <summary>The cell of a 1-based column; empty where the row has none.</summary>
    public BomCell this[int column] => column >= 1 && column <= Width ? _cells[column - 1] : BomCell.Empty;

    /// <summary>The cells from column 1 to <see cref="Width"/>.</summary>
    public ReadOnlySpan<BomCell> Cells => _cells.AsSpan(0, Width);

    /// <summary>Whether every cell is blank.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (ref readonly BomCell cell in Cells)
            {
                if (!cell.IsBlank)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Empties the row for its next use by a reader.</summary>
    public void Reset(int number)
    {
        Number = number;
        Width = 0;
        IsHidden = false;
        Indent = -1;
        Damage = null;
        _repeated?.Clear();
    }

    /// <summary>Sets the cell of a 1-based column; columns skipped over become empty.</summary>
    public void Set(int column, BomCell cell)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        if (column > _cells.Length)
        {
            Array.Resize(ref _cells, Math.Max(column, _cells.Length * 2));
        }

        if (column > Width)
        {
            if (column > Width + 1)
            {
                _cells.AsSpan(Width, column - Width).Fill(BomCell.Empty);
            }

            Width = column;
        }

        _cells[column - 1] = cell;
    }

    /// <summary>Sets a cell to the value of the vertical merge that it belongs to; the value itself stands in a row above.</summary>
    public void SetRepeated(int column, BomCell cell)
    {
        Set(column, cell);
        (_repeated ??= []).Add(column);
    }

    /// <summary>
    /// Whether the cell of a 1-based column only repeats the value of a merged cell that begins in a row above: the row shares the
    /// value with that row and says nothing new there.
    /// </summary>
    public bool IsRepeated(int column) => _repeated is not null && _repeated.Contains(column);

    /// <summary>A copy that stays valid after the enumeration has moved on.</summary>
    public BomRow Detach()
    {
        var copy = new BomRow { _cells = Cells.ToArray(), Number = Number, Width = Width, IsHidden = IsHidden, Indent = Indent, Damage = Damage };
        copy._repeated = _repeated is { Count: > 0 } ? [.. _repeated] : null;
        return copy;
    }
}
