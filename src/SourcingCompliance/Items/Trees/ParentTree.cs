using System.Runtime.InteropServices;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Items.Trees;

/// <summary>Places lines by the part number, find number or name of their assembly.</summary>
internal static class ParentTree
{
    /// <summary>Places the lines of a table with a parent column.</summary>
    /// <param name="table">The lines.</param>
    /// <param name="reused">Receives assemblies that stand in several places: their parts name them once and belong to all.</param>
    public static void Place(TreeTable table, Dictionary<int, ReusedAssembly> reused)
    {
        string[] parents = GetParents(table);
        bool isByFind = false;
        Dictionary<string, List<int>> index = IndexBy(table, line => line.PartNumber);
        int most = Matches(parents, index);
        foreach (BomField field in (BomField[])[BomField.FindNumber, BomField.Name, BomField.Description])
        {
            if (table.Lines.GetMap(table.From)[field] is not null && IndexBy(table, line => TreeGlyphs.Strip(line[field])) is var other
                && Matches(parents, other) is var matches && matches > most)
            {
                (index, most, isByFind) = (other, matches, field == BomField.FindNumber);
            }
        }

        if (!HasTop(table, parents, index))
        {
            FillDown(table, parents);
        }

        Link(table, parents, index);
        BreakCycles(table);
        if (!isByFind)
        {
            AddReused(table, index, reused);
        }
    }

    // Blank for a line at the top and for another source, which stands where its item does.
    private static string[] GetParents(TreeTable table)
    {
        string[] parents = new string[table.To - table.From];
        for (int i = table.From; i < table.To; i++)
        {
            parents[i - table.From] = table.Alternates[i] ? "" : TreeGlyphs.Strip(table.Lines[i][BomField.Parent]);
        }

        return parents;
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

    private static int Matches(string[] parents, Dictionary<string, List<int>> index) =>
        parents.Count(parent => parent.Length > 0 && index.ContainsKey(parent));

    // Whether a blank parent is that of a product: other lines name one of those lines as theirs.
    private static bool HasTop(TreeTable table, string[] parents, Dictionary<string, List<int>> index) =>
        parents.Length == 0 || parents[0].Length == 0
        || parents.Any(parent => parent.Length > 0 && index.TryGetValue(parent, out List<int>? lines)
            && lines.Exists(line => !table.Alternates[line] && parents[line - table.From].Length == 0));

    // Some systems write the parent beside its first part only.
    private static void FillDown(TreeTable table, string[] parents)
    {
        for (int i = 1; i < parents.Length; i++)
        {
            if (parents[i].Length == 0 && !table.Alternates[table.From + i])
            {
                int above = i - 1;
                while (above > 0 && table.Alternates[table.From + above])
                {
                    above--;
                }

                parents[i] = parents[above];
            }
        }
    }

    private static void Link(TreeTable table, string[] parents, Dictionary<string, List<int>> index)
    {
        var missing = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int found = 0;
        for (int i = table.From; i < table.To; i++)
        {
            string parent = parents[i - table.From];
            if (parent.Length == 0)
            {
                continue;
            }

            if (index.TryGetValue(parent, out List<int>? candidates))
            {
                table.Parents[i] = Nearest(candidates, i);
                found++;
                continue;
            }

            if (!missing.TryGetValue(parent, out int node))
            {
                node = table.Lines.Count + table.Implied.Count;
                missing.Add(parent, node);
                table.Implied.Add(new ImpliedAssembly(parent, i, table.Lines[i].GetCell(BomField.Parent)));
            }

            table.Parents[i] = node;
        }

        // One parent without a row is the product, which many exports leave out; where none has a row, that is the form of the list.
        if (missing.Count > 1 && found > 0)
        {
            ReportMissing(table, missing.Values);
        }
    }

    // An assembly that is used in several places stands in the list several times: the last one above the line is meant.
    private static int Nearest(List<int> candidates, int line)
    {
        int at = candidates.BinarySearch(line);
        int above = (at >= 0 ? at : ~at) - 1;
        return above >= 0 ? candidates[above] : candidates[0];
    }

    private static void ReportMissing(TreeTable table, IEnumerable<int> nodes)
    {
        foreach (ImpliedAssembly assembly in nodes.Order().Select(node => table.Implied[node - table.Lines.Count]))
        {
            table.Diagnostics.Warn(
                DiagnosticIds.ParentMissing,
                assembly.Cell,
                $"The parent '{assembly.Name}' has no row of its own; it is shown as an assembly of which only its parts are known.",
                "Add a row for the parent, or correct the number.");
        }
    }

    private static void AddReused(TreeTable table, Dictionary<string, List<int>> index, Dictionary<int, ReusedAssembly> reused)
    {
        var areParents = new HashSet<int>();
        for (int i = table.From; i < table.To; i++)
        {
            if (table.Parents[i] is >= 0 and int parent && parent < table.To)
            {
                areParents.Add(parent);
            }
        }

        foreach (List<int> lines in index.Values.Where(lines => lines.Count > 1 && lines.Exists(areParents.Contains)))
        {
            ReusedAssemblies.Add([.. lines.Where(areParents.Contains)], lines, reused);
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
            while (at >= 0 && at < table.To && states[at - table.From] == 0)
            {
                states[at - table.From] = 1;
                path.Add(at);
                at = table.Parents[at];
            }

            if (at >= 0 && at < table.To && states[at - table.From] == 1)
            {
                int last = path[^1];
                table.Parents[last] = TreeBuilder.Top;
                table.Orphans[last] = true;
                BomLine line = table.Lines[last];
                table.Diagnostics.Error(
                    DiagnosticIds.ParentCycle,
                    line.GetCell(BomField.Parent),
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
