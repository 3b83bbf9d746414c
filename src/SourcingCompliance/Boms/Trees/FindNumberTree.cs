namespace SourcingCompliance.Boms.Trees;

/// <summary>Places lines by dotted find numbers (<c>1</c>, <c>1.1</c>, <c>1.1.2</c>), if they really are those of a tree.</summary>
internal static class FindNumberTree
{
    private const double EnoughParents = 0.9;

    /// <summary>Places the lines when nearly every dotted number has its parent number in the list.</summary>
    public static bool TryPlace(TreeTable table)
    {
        if (table.Lines.MapOf(table.From)[BomField.FindNumber] is null || !HasDotted(table))
        {
            return false;
        }

        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = table.From; i < table.To; i++)
        {
            string number = NumberOf(table.Lines[i]);
            if (number.Length > 0 && !table.Alternates[i] && !lines.TryAdd(number, i))
            {
                // Numbers that begin anew are no tree of one list.
                return false;
            }
        }

        int dotted = 0;
        int placed = 0;
        int[] parents = new int[table.To - table.From];
        for (int i = table.From; i < table.To; i++)
        {
            string number = NumberOf(table.Lines[i]);
            int dot = number.LastIndexOf('.');
            parents[i - table.From] = TreeBuilder.Top;
            if (dot > 0 && !table.Alternates[i])
            {
                dotted++;
                bool hasParent = lines.TryGetValue(number[..dot], out int parent);
                placed += hasParent ? 1 : 0;
                parents[i - table.From] = hasParent ? parent : TreeBuilder.Top;
            }
        }

        if (placed < EnoughParents * dotted)
        {
            return false;
        }

        parents.CopyTo(table.Parents, table.From);
        return true;
    }

    private static bool HasDotted(TreeTable table)
    {
        for (int i = table.From; i < table.To; i++)
        {
            if (LevelText.IsDotted(NumberOf(table.Lines[i])))
            {
                return true;
            }
        }

        return false;
    }

    private static string NumberOf(BomLine line) => line[BomField.FindNumber].TrimEnd('.');
}
