using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>
/// The columns that say for one variant of the product each whether a part is installed in it ("DNP Variant A", "Fitted (Var B)", "Variant C").
/// A part of one variant is delivered with it, so it counts as left out only where every one of these columns leaves it out.
/// </summary>
internal sealed class VariantColumns
{
    private readonly HeaderWords _words;
    private readonly (int At, BomField? Asks)[] _columns;

    private VariantColumns(HeaderWords words, (int, BomField?)[] columns) => (_words, _columns) = (words, columns);

    /// <summary>Finds the columns of a table.</summary>
    /// <param name="map">The columns.</param>
    /// <param name="words">The words of headers.</param>
    public static VariantColumns From(ColumnMap map, HeaderWords words)
    {
        var columns = new List<(int, BomField?)>();
        for (int at = 0; at < map.Columns.Length; at++)
        {
            MappedColumn column = map.Columns[at];
            string[] header = HeaderKey.Compute(column.Header).Split(' ');
            int variant = Array.FindIndex(header, words.VariantWords.Contains);

            // "Variant" alone heads the one variant that the list is of.
            if (column.Field is BomField.Notes or BomField.Category && variant >= 0 && header.Length > 1)
            {
                columns.Add((at, AskedBy(string.Join(' ', header.Take(variant)), words) ?? AskedBy(string.Join(' ', header.Skip(variant + 2)), words)));
            }
        }

        return new VariantColumns(words, [.. columns]);
    }

    /// <summary>Whether a column, by its 0-based place, speaks of one variant.</summary>
    public bool Has(int at) => Array.Exists(_columns, column => column.At == at);

    /// <summary>The first cell that leaves the part out, where every variant does and there are two at least; else null.</summary>
    public NotInstalledMark? FindInAll(BomLine line) =>
        _columns.Length > 1 && Array.TrueForAll(_columns, column => IsOut(line, column)) ? InstallationMarks.GetMark(line, _columns[0].At) : null;

    /// <summary>The first cell that leaves the part out of its variant, where another variant does not, or is not in the list; else null.</summary>
    public NotInstalledMark? FindInSome(BomLine line)
    {
        int first = Array.FindIndex(_columns, column => IsOut(line, column));
        return first >= 0 && FindInAll(line) is null ? InstallationMarks.GetMark(line, _columns[first].At) : null;
    }

    // A blank cell leaves nothing out.
    private bool IsOut(BomLine line, (int At, BomField? Asks) column)
    {
        string text = line.TextAt(column.At);
        return InstallationMarks.IsMark(text, isShort: true, _words)
            || (column.Asks == BomField.NotInstalled && InstallationMarks.Says(text, _words.Yes))
            || (column.Asks == BomField.Installed && InstallationMarks.Says(text, _words.No));
    }

    private static BomField? AskedBy(string words, HeaderWords vocabulary)
    {
        foreach (HeaderCandidate candidate in vocabulary.Aliases.GetValueOrDefault(words, []))
        {
            if (candidate.Field is BomField.NotInstalled or BomField.Installed)
            {
                return candidate.Field;
            }
        }

        return null;
    }
}
