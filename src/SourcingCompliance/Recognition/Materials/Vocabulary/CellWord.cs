using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>A word that counts on a line, with the cell that it stands in.</summary>
/// <param name="Column">The cell's column.</param>
/// <param name="Word">The word.</param>
/// <param name="Cell">The bit of the cell among those of the line.</param>
internal readonly record struct CellWord(MappedColumn Column, ReadWord Word, ulong Cell)
{
    /// <summary>The field of the column.</summary>
    public BomField Field => Column.Field;

    /// <summary>
    /// Whether the cell says what the part is, so that it may specify a generic word of another cell ("ferrite Y30" beside "magnet"). A remark
    /// may speak of anything, and a maker's name of everything else that is sold under it.
    /// </summary>
    public bool IsSpecifying => Field is not (BomField.Notes or BomField.Manufacturer);
}
