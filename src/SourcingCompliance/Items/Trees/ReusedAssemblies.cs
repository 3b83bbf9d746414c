using System.Collections;
using System.Numerics;
using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Items.Trees;

/// <summary>Finds assemblies that stand in several places of a tree.</summary>
internal static class ReusedAssemblies
{
    private const int LeastFilterBits = 10;
    private const int MostFilterBits = 24;

    /// <summary>
    /// Finds assemblies that are broken down in some places and stand without parts in others: many exports break a reused assembly down
    /// only once. The places without parts hold what the others list; those with parts of their own are complete.
    /// </summary>
    /// <param name="table">The placed lines.</param>
    /// <param name="reused">Receives the assembly of each line whose parts count elsewhere too.</param>
    public static void FindNotRepeated(TreeTable table, Dictionary<int, ReusedAssembly> reused)
    {
        ColumnMap map = table.Lines.GetMap(table.From);
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

        int column = map.IndexOfFirstChoice(field);
        HashSet<int> recurring = HashesOfRecurring(table, column, areParents);
        var brokenDown = new Dictionary<string, (List<int> With, List<int> Without)>(StringComparer.OrdinalIgnoreCase);
        for (int i = table.From; recurring.Count > 0 && i < table.To; i++)
        {
            if (areParents[i - table.From] && GetNumber(table, i, column) is { Length: > 0 } key && recurring.Contains(ComputeHash(key)))
            {
                brokenDown.TryAdd(key, ([], []));
                brokenDown[key].With.Add(i);
            }
        }

        for (int i = table.From; brokenDown.Count > 0 && i < table.To; i++)
        {
            if (!areParents[i - table.From] && !table.Alternates[i]
                && brokenDown.TryGetValue(GetNumber(table, i, column), out (List<int> With, List<int> Without) places))
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

    // Hardly any assembly stands in two places: the hashes that an assembly with parts shares with a line without tell which may, so that nothing is
    // kept of a million others. One bit for each hash lets a few through that share nothing.
    private static HashSet<int> HashesOfRecurring(TreeTable table, int column, bool[] areParents)
    {
        var ofParents = new BitArray(1 << Math.Clamp(BitOperations.Log2((uint)areParents.Length) + 4, LeastFilterBits, MostFilterBits));
        Span<char> room = stackalloc char[PackedTexts.MostInline];
        for (int i = table.From; i < table.To; i++)
        {
            if (areParents[i - table.From])
            {
                ofParents[ComputeHash(table.Lines.SpanAt(i, column, room)) & (ofParents.Length - 1)] = true;
            }
        }

        var recurring = new HashSet<int>();
        for (int i = table.From; i < table.To; i++)
        {
            if (!areParents[i - table.From] && !table.Alternates[i] && ComputeHash(table.Lines.SpanAt(i, column, room)) is int hash
                && ofParents[hash & (ofParents.Length - 1)])
            {
                recurring.Add(hash);
            }
        }

        return recurring;
    }

    private static int ComputeHash(ReadOnlySpan<char> number) => string.GetHashCode(TreeGlyphs.Strip(number), StringComparison.OrdinalIgnoreCase);

    private static string GetNumber(TreeTable table, int line, int column) => TreeGlyphs.Strip(table.Lines.TextAt(line, column));
}
