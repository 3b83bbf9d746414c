using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>Cells of a column with the same defect: how many, and the first of them.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">Address of the first; meaningless when there is none.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct CellTally(int Count, CellRef First, string Text)
{
    /// <summary>What a message about the first cell says of the others; empty when there are none.</summary>
    public string Others => Count switch
    {
        < 2 => "",
        2 => " Another cell of the column is like it.",
        _ => FormattableString.Invariant($" {Count - 1} other cells of the column are like it."),
    };

    /// <summary>The cells with one more.</summary>
    public CellTally With(CellRef cell, ReadOnlySpan<char> text) => Count == 0 ? new CellTally(1, cell, text.ToString()) : this with { Count = Count + 1 };
}
