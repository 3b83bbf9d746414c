namespace SourcingCompliance.Boms.Trees;

/// <summary>Finds assemblies that stand in several places of a tree.</summary>
internal static class ReusedAssemblies
{
    /// <summary>
    /// Finds assemblies that are broken down in some places and stand without parts in others: many exports break a reused assembly down
    /// only once. The places without parts hold what the others list; those with parts of their own are complete.
    /// </summary>
    /// <param name="table">The placed lines.</param>
    /// <param name="reused">Receives the assembly of each line whose parts count elsewhere too.</param>
    public static void FindNotRepeated(TreeTable table, Dictionary<int, ReusedAssembly> reused)
    {
        ColumnMap map = table.Lines.MapOf(table.From);
        BomField field = map.IndexOfFirstChoice(BomField.PartNumber) >= 0 ? BomField.PartNumber : BomField.ManufacturerPartNumber;
        if (map.IndexOfFirstChoice(field) < 0)
        {
            return;
        }

        bool[] areParents = new bool[table.To - table.From];
        for (int i = table.From; i < table.To; i++)
        {
            if (table.Parents[i] >= 0 && !table.Alternates[i])
            {
                areParents[table.Parents[i] - table.From] = true;
            }
        }

        // Hardly any assembly stands in two places: the hashes of the numbers tell which may, so that nothing is kept of the others.
        int column = map.IndexOfFirstChoice(field);
        int[] hashes = HashesOf(table, column);
        HashSet<int> recurring = RecurringOf(table, hashes, areParents);
        var brokenDown = new Dictionary<string, (List<int> With, List<int> Without)>(StringComparer.OrdinalIgnoreCase);
        for (int i = table.From; recurring.Count > 0 && i < table.To; i++)
        {
            if (areParents[i - table.From] && recurring.Contains(hashes[i - table.From]) && NumberOf(table, i, column) is { Length: > 0 } key)
            {
                brokenDown.TryAdd(key, ([], []));
                brokenDown[key].With.Add(i);
            }
        }

        for (int i = table.From; brokenDown.Count > 0 && i < table.To; i++)
        {
            bool isPlace = !areParents[i - table.From] && !table.Alternates[i] && recurring.Contains(hashes[i - table.From]);
            if (isPlace && brokenDown.TryGetValue(NumberOf(table, i, column), out (List<int> With, List<int> Without) places))
            {
                places.Without.Add(i);
            }
        }

        foreach ((List<int> with, List<int> without) in brokenDown.Values)
        {
            Add(with, without, reused);
        }
    }

    /// <summary>Notes that what some lines hold, others hold too.</summary>
    /// <param name="with">The lines with parts, in row order.</param>
    /// <param name="places">The lines that hold these parts too, in row order.</param>
    /// <param name="reused">Receives the assembly of each line with parts.</param>
    public static void Add(IReadOnlyList<int> with, IReadOnlyList<int> places, Dictionary<int, ReusedAssembly> reused)
    {
        if (places.Count == 0)
        {
            return;
        }

        var assembly = new ReusedAssembly(places);
        foreach (int line in with)
        {
            reused.Add(line, assembly);
        }
    }

    private static int[] HashesOf(TreeTable table, int column)
    {
        int[] hashes = new int[table.To - table.From];
        for (int i = table.From; i < table.To; i++)
        {
            hashes[i - table.From] = string.GetHashCode(NumberOf(table, i, column), StringComparison.OrdinalIgnoreCase);
        }

        return hashes;
    }

    // The hashes that an assembly with parts shares with a line without.
    private static HashSet<int> RecurringOf(TreeTable table, int[] hashes, bool[] areParents)
    {
        var ofParents = new HashSet<int>();
        for (int at = 0; at < hashes.Length; at++)
        {
            if (areParents[at])
            {
                ofParents.Add(hashes[at]);
            }
        }

        var recurring = new HashSet<int>();
        for (int at = 0; at < hashes.Length; at++)
        {
            if (!areParents[at] && !table.Alternates[table.From + at] && ofParents.Contains(hashes[at]))
            {
                recurring.Add(hashes[at]);
            }
        }

        return recurring;
    }

    private static string NumberOf(TreeTable table, int line, int column) => TreeGlyphs.Strip(table.Lines.TextAt(line, column));
}
