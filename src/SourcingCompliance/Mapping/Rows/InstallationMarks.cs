using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Quantities;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>
/// Reads whether a line is left out of the build: by a column that says so, by a mark that fills a cell, or by a quantity of 0. A part that
/// is wrongly taken for one that is not installed would be a false pass, so whatever is doubtful or contradicts itself counts as installed.
/// </summary>
internal sealed class InstallationMarks
{
    private readonly HeaderWords _words;
    private readonly Dictionary<ColumnMap, Columns> _maps = new(ReferenceEqualityComparer.Instance);

    /// <summary>Holds the words.</summary>
    public InstallationMarks(ColumnVocabulary vocabulary) => _words = vocabulary.Words;

    /// <summary>What says that a line is not installed; null when nothing does, or something says the contrary.</summary>
    /// <param name="line">The line, with its own texts only.</param>
    /// <param name="zeroIsNone">Whether a quantity of 0 means none in the table of the line; asked only where it matters.</param>
    public NotInstalledMark? Find(BomLine line, Func<bool> zeroIsNone)
    {
        Columns columns = GetColumns(line.Map);
        return SaysInstalled(line) ? null
            : FindInColumns(line, columns) ?? columns.Variants.FindInAll(line) ?? FindWhole(line, columns) ?? FindZero(line, columns, zeroIsNone);
    }

    /// <summary>What leaves a part out of one variant of the product, while another has it; null when no variant or every one does.</summary>
    /// <param name="line">The line, with its own texts only.</param>
    public NotInstalledMark? FindInSomeVariant(BomLine line) => GetColumns(line.Map).Variants.FindInSome(line);

    /// <summary>Whether a column says that the part is put in.</summary>
    public bool SaysInstalled(BomLine line)
    {
        Columns columns = GetColumns(line.Map);
        return columns.Installed.Any(column => Says(line.TextAt(column), _words.Yes))
            || columns.Stating.Any(column => Says(line.TextAt(column), _words.InstalledMarks));
    }

    private Columns GetColumns(ColumnMap map)
    {
        if (!_maps.TryGetValue(map, out Columns? columns))
        {
            _maps.Add(map, columns = Columns.From(map, _words));
        }

        return columns;
    }

    private NotInstalledMark? FindInColumns(BomLine line, Columns columns)
    {
        // Columns of several variants ("DNP A", "DNP B"): a part of one variant is delivered with it.
        foreach (int[] variants in columns.Groups)
        {
            if (Array.TrueForAll(variants, column => Says(line.TextAt(column), _words.Yes) || IsMark(line.TextAt(column), isShort: true)))
            {
                return GetMark(line, variants[0]);
            }
        }

        bool isOut = columns.Installed.Length > 0
            && Array.TrueForAll(columns.Installed, column => Says(line.TextAt(column), _words.No) || IsMark(line.TextAt(column), isShort: true));
        return isOut ? GetMark(line, columns.Installed[0]) : null;
    }

    private NotInstalledMark? FindWhole(BomLine line, Columns columns)
    {
        // A column that says the contrary, or of some variants only, leaves it in doubt.
        bool isDenied = columns.NotInstalled.Length > 1 || columns.NotInstalled.Any(column => Says(line.TextAt(column), _words.No));
        foreach (int column in isDenied ? [] : columns.Marked.Where(column => !columns.Variants.Has(column)))
        {
            bool isShort = line.Map.Columns[column].Field is BomField.Value or BomField.Quantity;
            if (IsMark(line.TextAt(column), isShort))
            {
                return GetMark(line, column);
            }
        }

        return null;
    }

    private NotInstalledMark? FindZero(BomLine line, Columns columns, Func<bool> zeroIsNone)
    {
        bool areZero = columns.Quantities.Length > 0 && Array.TrueForAll(columns.Quantities, column => IsZero(line.TextAt(column)));
        string unit = line[BomField.Unit];
        bool isOfPieces = unit.Length == 0 || Says(unit, _words.PieceUnits);

        // "Qty Model X" is a quantity too, although only one of them is read.
        bool isCounted = columns.OtherQuantities.Any(column => QuantityParser.Parse(line.TextAt(column)) > 0);
        return areZero && isOfPieces && !isCounted && !line.IsAlternate && zeroIsNone() ? GetMark(line, columns.Quantities[0]) : null;
    }

    /// <summary>Whether a text is the quantity 0.</summary>
    public static bool IsZero(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExcept("0.,") < 0 && QuantityParser.Parse(text) == 0;

    // "NM" is not mounted where a value or a number is wanted; among remarks it may be anything, non-magnetic for one.
    private bool IsMark(string text, bool isShort) => IsMark(text, isShort, _words);

    /// <summary>Whether a text is nothing but a mark of a part that is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isShort">Whether a value or a number is wanted in its place, so that two capitals are a mark.</param>
    /// <param name="words">The words for it.</param>
    internal static bool IsMark(string text, bool isShort, HeaderWords words)
    {
        ReadOnlySpan<char> bare = text.AsSpan().Trim().Trim("()[]<>*!-").Trim();
        return bare.Length is > 1 and <= 40 && ((isShort && words.NotInstalledCapitals.Contains(bare.ToString()))
            || words.NotInstalledMarks.Contains(HeaderKey.Compute(bare, splitCamelCase: false)));
    }

    internal static bool Says(string text, HashSet<string> words) =>
        text.Length is > 0 and <= 20 && (words.Contains(text.Trim()) || words.Contains(HeaderKey.Compute(text, splitCamelCase: false)));

    internal static NotInstalledMark GetMark(BomLine line, int column) =>
        new(line.GetCell(line.Map.Columns[column]), line.Map.Columns[column].Header, line.TextAt(column));

    /// <summary>The columns of a table that may say it, by their 0-based place.</summary>
    private sealed record Columns(int[] NotInstalled, int[][] Groups, int[] Installed, int[] Marked, int[] Stating,
        int[] Quantities, int[] OtherQuantities, VariantColumns Variants)
    {
        public static Columns From(ColumnMap map, HeaderWords words)
        {
            int[] notInstalled = Where(map, column => column.Field == BomField.NotInstalled);
            return new Columns(
                notInstalled,
                [.. notInstalled.GroupBy(column => HeaderKey.Compute(map.Columns[column].Header).Split(' ')[0], StringComparer.Ordinal)
                    .Select(group => group.ToArray())],
                Where(map, column => column.Field == BomField.Installed),
                Where(map, column => column.Field is BomField.Value or BomField.Notes or BomField.Quantity or BomField.Category or BomField.Description),
                Where(map, column => !column.IsKnown),
                Where(map, column => column.Field == BomField.Quantity),
                Where(map, column => !column.IsKnown && HeaderKey.Compute(column.Header).Split(' ')
                    .Any(word => words.Concepts.TryGetValue(word, out ImmutableArray<string> concepts) && concepts.Contains("quantity"))),
                VariantColumns.From(map, words));
        }

        private static int[] Where(ColumnMap map, Func<MappedColumn, bool> isWanted) =>
            [.. Enumerable.Range(0, map.Columns.Length).Where(column => isWanted(map.Columns[column]))];
    }
}
