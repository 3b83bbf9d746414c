using SourcingCompliance.Lines;

namespace SourcingCompliance.Items.Trees;

/// <summary>Places lines by outline level or indentation, only where every step inwards is a single one: stray blanks make no tree.</summary>
internal static class IndentTree
{
    private const int DeepestTree = 15;

    /// <summary>Places the lines when their indentation is that of a tree.</summary>
    public static bool TryPlace(TreeTable table)
    {
        var indents = new SortedSet<int>();
        int indented = 0;
        for (int i = table.From; i < table.To; i++)
        {
            int indent = GetIndent(table.Lines[i]);
            indents.Add(indent);
            indented += indent > indents.Min ? 1 : 0;
        }

        if (indents.Count is < 2 or > DeepestTree || indented < 2 || GetIndent(table.Lines[table.From]) != indents.Min || !IsRegular(indents))
        {
            return false;
        }

        int[] ranks = [.. indents];
        var open = new List<int>();
        int[] parents = new int[table.To - table.From];
        for (int i = table.From; i < table.To; i++)
        {
            if (table.Alternates[i])
            {
                parents[i - table.From] = TreeBuilder.Top;
                continue;
            }

            int rank = Array.BinarySearch(ranks, GetIndent(table.Lines[i]));
            if (rank > open.Count)
            {
                return false;
            }

            open.RemoveRange(rank, open.Count - rank);
            parents[i - table.From] = rank == 0 ? TreeBuilder.Top : open[rank - 1];
            open.Add(i);
        }

        parents.CopyTo(table.Parents, table.From);
        return true;
    }

    // Steps of one width: 0, 2, 4 and not 0, 1, 7.
    private static bool IsRegular(SortedSet<int> indents)
    {
        int step = 0;
        int? last = null;
        foreach (int indent in indents)
        {
            if (last is { } previous)
            {
                step = step == 0 ? indent - previous : step;
                if (indent - previous != step)
                {
                    return false;
                }
            }

            last = indent;
        }

        return true;
    }

    private static int GetIndent(BomLine line) => Math.Max(0, line.Indent);
}
