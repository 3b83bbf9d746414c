using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Boms.Trees;

/// <summary>
/// Places the lines of a sheet in their assembly tree: by level, by parent, by dotted find numbers or by indentation, in this
/// order, whichever the sheet has; else the list is flat. No line is ever lost: one whose place cannot be found goes to the top.
/// </summary>
public static class TreeBuilder
{
    /// <summary>No parent.</summary>
    internal const int Top = -1;

    /// <summary>Places lines.</summary>
    /// <param name="lines">The lines of one sheet in row order.</param>
    /// <param name="diagnostics">
    /// Receives SC9220 for levels that are no numbers, SC9221 for jumps, SC9222 for parents that are not in the list, SC9223 for cycles.
    /// </param>
    /// <returns>One place for each line, in the same order.</returns>
    public static IReadOnlyList<TreePlace> Place(IReadOnlyList<BomLine> lines, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(diagnostics);
        IPlacedLines placed = lines as IPlacedLines ?? new ListedLines(lines);
        int[] parents = new int[lines.Count];
        bool[] orphans = new bool[lines.Count];
        bool[] alternates = new bool[lines.Count];
        Array.Fill(parents, Top);
        int from = 0;
        ColumnMap? map = null;
        for (int i = 0; i < lines.Count; i++)
        {
            alternates[i] = placed.IsAlternate(i);
            if (!ReferenceEquals(placed.MapOf(i), map) && i > 0)
            {
                // Each table of a sheet has columns of its own, so each is a tree of its own.
                PlaceTable(new TreeTable(placed, from, i, alternates, parents, orphans, diagnostics));
                from = i;
            }

            map = placed.MapOf(i);
        }

        if (lines.Count > 0)
        {
            PlaceTable(new TreeTable(placed, from, lines.Count, alternates, parents, orphans, diagnostics));
        }

        return Finish(alternates, parents, orphans);
    }

    private static void PlaceTable(TreeTable table)
    {
        ColumnMap map = table.Lines.MapOf(table.From);
        if (map[BomField.Level] is not null)
        {
            LevelTree.Place(table);
        }
        else if (map[BomField.Parent] is not null)
        {
            ParentTree.Place(table);
        }
        else if (!FindNumberTree.TryPlace(table))
        {
            IndentTree.TryPlace(table);
        }
    }

    private static TreePlaces Finish(bool[] alternates, int[] parents, bool[] orphans)
    {
        bool[] hasChildren = new bool[parents.Length];
        int item = Top;
        for (int i = 0; i < parents.Length; i++)
        {
            if (!alternates[i])
            {
                item = i;
            }
            else if (item >= 0)
            {
                parents[i] = parents[item];
                orphans[i] = orphans[item];
            }
        }

        for (int i = 0; i < parents.Length; i++)
        {
            if (parents[i] >= 0 && !alternates[i])
            {
                hasChildren[parents[i]] = true;
            }
        }

        return new TreePlaces(parents, Levels(parents), alternates, hasChildren, orphans);
    }

    // A parent may stand below its children, so depth is followed upwards until a known one, without recursion.
    private static int[] Levels(int[] parents)
    {
        int[] levels = new int[parents.Length];
        Array.Fill(levels, -1);
        var path = new Stack<int>();
        for (int i = 0; i < parents.Length; i++)
        {
            int at = i;
            while (at >= 0 && levels[at] < 0)
            {
                path.Push(at);
                at = parents[at];
            }

            int level = at >= 0 ? levels[at] + 1 : 0;
            while (path.TryPop(out int next))
            {
                levels[next] = level++;
            }
        }

        return levels;
    }
}
