using System.Collections;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Items.Trees;

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
    /// <returns>One place for each line, in the same order, then one for each assembly that only the parent column names.</returns>
    public static IReadOnlyList<TreePlace> Place(IReadOnlyList<BomLine> lines, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return PlaceAll(lines as IPlacedLines ?? new ListedLines(lines), diagnostics);
    }

    /// <summary>Places lines, with the assemblies that have no row and those that stand in several places.</summary>
    internal static TreePlaces PlaceAll(IPlacedLines lines, DiagnosticBag diagnostics)
    {
        int[] parents = new int[lines.Count];
        var orphans = new BitArray(lines.Count);
        var alternates = new BitArray(lines.Count);
        Array.Fill(parents, Top);
        var implied = new List<ImpliedAssembly>();
        var reused = new Dictionary<int, ReusedAssembly>();
        int from = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            alternates[i] = lines.IsAlternate(i);
            if (i + 1 == lines.Count || !IsSameTable(lines.GetMap(i + 1), lines.GetMap(i)))
            {
                // Each table of a sheet has columns of its own, so each is a tree of its own.
                PlaceTable(new TreeTable(lines, from, i + 1, alternates, parents, orphans, implied, diagnostics), reused);
                from = i + 1;
            }
        }

        return Finish(alternates, parents, orphans, implied, reused);
    }

    // The columns of a table may grow while its rows are read.
    private static bool IsSameTable(ColumnMap one, ColumnMap other) => ReferenceEquals(one, other) || one.HeaderRow == other.HeaderRow;

    private static void PlaceTable(TreeTable table, Dictionary<int, ReusedAssembly> reused)
    {
        ColumnMap map = table.Lines.GetMap(table.From);
        if (map[BomField.Level] is null && map[BomField.Parent] is not null)
        {
            ParentTree.Place(table, reused);
            return;
        }

        if (map[BomField.Level] is not null)
        {
            LevelTree.Place(table);
        }
        else if (!FindNumberTree.TryPlace(table) && !IndentTree.TryPlace(table))
        {
            return;
        }

        ReusedAssemblies.FindNotRepeated(table, reused);
    }

    private static TreePlaces Finish(BitArray alternates, int[] parents, BitArray orphans,
        List<ImpliedAssembly> implied, Dictionary<int, ReusedAssembly> reused)
    {
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

        int[] all = implied.Count == 0 ? parents : [.. parents, .. Enumerable.Repeat(Top, implied.Count)];
        var hasChildren = new BitArray(all.Length);
        for (int i = 0; i < parents.Length; i++)
        {
            if (parents[i] >= 0 && !alternates[i])
            {
                hasChildren[parents[i]] = true;
            }
        }

        return new TreePlaces(all, Levels(all), alternates, hasChildren, orphans) { Implied = implied, Reused = reused };
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
