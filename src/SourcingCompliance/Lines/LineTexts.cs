using SourcingCompliance.Lines.Storage;

namespace SourcingCompliance.Lines;

/// <summary>The texts of one line in a block.</summary>
/// <param name="Block">The block; null = no line.</param>
/// <param name="First">0-based number of the line's first text.</param>
internal readonly record struct LineTexts(LineBlock? Block, int First)
{
    /// <summary>A text by its 0-based place among the mapped columns.</summary>
    public ReadOnlySpan<char> this[int column] => Block is null ? [] : Block[First + column];
}
