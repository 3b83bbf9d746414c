using System.Runtime.InteropServices;
using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Boms.Trees;

/// <summary>Places lines by the part number or find number of their assembly.</summary>
internal static class ParentTree
{
    public static void Place(TreeTable table)
    {
        Dictionary<string, List<int>> byPart = IndexBy(table, line => line.PartNumber);
        Dictionary<string, List<int>> byFind = IndexBy(table, line => line[BomField.FindNumber]);
        Dictionary<string, List<int>> index = Matches(table, byFind) > Matches(table, byPart) ? byFind : byPart;
        var missing = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var unplaced = new List<int>();
        for (int i = table.From; i < table.To; i++)
        {
            string parent = table.Lines[i][BomField.Parent];
            if (parent.Length == 0 || table.Alternates[i])
            {
                continue;
            }

            if (index.TryGetValue(parent, out List<int>? candidates))
            {
                table.Parents[i] = Nearest(candidates, i);
            }
            else
            {
                missing.TryAdd(parent, i);
                unplaced.Add(i);
            }
        }

        ReportMissing(table, missing, unplaced);
        BreakCycles(table);
    }

    private static Dictionary<string, List<int>> IndexBy(TreeTable table, Func<BomLine, string> key)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (int i = table.From; i < table.To; i++)
        {
            string text = key(table.Lines[i]);
            if (text.Length > 0 && !table.Alternates[i])
            {
                ref List<int>? lines = ref CollectionsMarshal.GetValueRefOrAddDefault(index, text, out _);
                (lines ??= new List<int>(1)).Add(i);
            }
        }

        return index;
    }

    private static int Matches(TreeTable table, Dictionary<string, List<int>> index)
    {
        int matches = 0;
        for (int i = table.From; i < table.To; i++)
        {
            string parent = table.Lines[i][BomField.Parent];
            matches += parent.Length > 0 && index.ContainsKey(parent) ? 1 : 0;
        }

        return matches;
    }

    // An assembly that is used in several places stands in the list several times: the last one above the line is meant.
    private static int Nearest(List<int> candidates, int line)
    {
        int at = candidates.BinarySearch(line);
        int above = (at >= 0 ? at : ~at) - 1;
        return above >= 0 ? candidates[above] : candidates[0];
    }

    private static void ReportMissing(TreeTable table, Dictionary<string, int> missing, List<int> unplaced)
    {
        // One parent that is not in the list is the product itself, which many exports leave out.
        if (missing.Count <= 1)
        {
            return;
        }

        foreach (int line in unplaced)
        {
            table.Orphans[line] = true;
        }

        foreach ((string parent, int line) in missing.OrderBy(pair => pair.Value))
        {
            table.Diagnostics.Warn(
                DiagnosticIds.ParentMissing,
                table.Lines[line].CellOf(BomField.Parent),
                $"The parent '{parent}' is not in the list; the parts that name it were placed at the top.",
                "Add a row for the parent, or correct the number.");
        }
    }

    private static void BreakCycles(TreeTable table)
    {
        // 0 = not seen, 1 = on the path that is followed, 2 = leads to the top
        byte[] states = new byte[table.To - table.From];
        var path = new List<int>();
        for (int i = table.From; i < table.To; i++)
        {
            int at = i;
            while (at >= 0 && states[at - table.From] == 0)
            {
                states[at - table.From] = 1;
                path.Add(at);
                at = table.Parents[at];
            }

            if (at >= 0 && states[at - table.From] == 1)
            {
                int last = path[^1];
                table.Parents[last] = TreeBuilder.Top;
                table.Orphans[last] = true;
                BomLine line = table.Lines[last];
                table.Diagnostics.Error(
                    DiagnosticIds.ParentCycle,
                    line.CellOf(BomField.Parent),
                    $"'{line.PartNumber}' belongs to '{line[BomField.Parent]}', which belongs to it in turn; it was placed at the top.",
                    "Correct the parent of one of them.");
            }

            foreach (int seen in path)
            {
                states[seen - table.From] = 2;
            }

            path.Clear();
        }
    }
}
