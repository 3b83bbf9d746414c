namespace SourcingCompliance.Tables;

/// <summary>One sheet of a document: a name and its rows, read forward only and as often as asked for.</summary>
/// <param name="Name">Name of the sheet; empty for formats without sheets.</param>
/// <param name="IsHidden">Whether the file hides the sheet.</param>
/// <param name="Rows">
/// The rows from the top. Each enumeration reads the sheet anew and reuses one <see cref="BomRow"/>; blank rows may be left
/// out, the numbers of the others do not change. Problems on the way become diagnostics, never exceptions.
/// </param>
public sealed record BomTable(string Name, bool IsHidden, IEnumerable<BomRow> Rows)
{
    /// <summary>On which lines of the text its records begin, known once the rows have been read; null for a format that has no lines.</summary>
    public RecordLines? Lines { get; init; }

    /// <summary>
    /// Whether delimiters separate the cells, so that a row with more cells than its header has probably shifted. False for sheets, in which
    /// something may stand next to the table.
    /// </summary>
    public bool IsDelimited { get; init; }

    /// <summary>Comments and text boxes of the sheet, read when they are enumerated; empty for formats that have none.</summary>
    public IEnumerable<BomAside> Asides { get; init; } = [];
}
