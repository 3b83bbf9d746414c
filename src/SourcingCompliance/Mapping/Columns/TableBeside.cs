using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>Keeps a second table that stands to the right of the first from being read as columns of the first.</summary>
internal static class TableBeside
{
    /// <summary>The header of the left table alone.</summary>
    public static FoundHeader Cut(FoundHeader found, ColumnContent[] contents, CellRef header, DiagnosticBag diagnostics)
    {
        for (int gap = 2; gap < found.Headers.Length - 1; gap++)
        {
            bool isGap = found.Headers[gap] is null && contents[gap].Filled == 0 && found.Headers[gap + 1] is not null;
            bool isBeside = isGap && ((IsTable(found, 1, gap - 1) && IsTable(found, gap + 1, found.Headers.Length - 1)) || Repeats(found, contents, gap));
            if (!isBeside)
            {
                continue;
            }

            diagnostics.Error(
                DiagnosticIds.TableBesideNotRead,
                header with { Column = gap + 1 },
                "A second table stands next to the first, after an empty column; its rows were not read.",
                "Move the second table to a sheet of its own.");
            var left = new HeaderReading?[found.Headers.Length];
            Array.Copy(found.Headers, left, gap);
            return found with { Headers = left, LastColumn = gap - 1 };
        }

        return found;
    }

    // The second table may have its header a row lower, but it begins with the same title ("ID", "Part") and has rows.
    private static bool Repeats(FoundHeader found, ColumnContent[] contents, int gap)
    {
        int filled = 0;
        bool repeats = false;
        for (int column = gap + 1; column < found.Headers.Length; column++)
        {
            filled += contents[column].Filled >= 2 ? 1 : 0;
            repeats |= found.Headers[column] is { } header && found.Headers.Take(gap).Any(left => left?.Header == header.Header);
        }

        return repeats && filled >= 2;
    }

    // A table of its own names a part and counts it.
    private static bool IsTable(FoundHeader found, int from, int to)
    {
        bool namesPart = false;
        bool counts = false;
        for (int column = from; column <= to; column++)
        {
            foreach (HeaderCandidate candidate in found.Headers[column]?.Candidates ?? [])
            {
                namesPart |= ColumnMapper.NamesPart(candidate.Field) && candidate.Strength >= HeaderStrength.Base;
                counts |= candidate.Field == BomField.Quantity && candidate.Strength >= HeaderStrength.Base;
            }
        }

        return namesPart && counts;
    }
}
