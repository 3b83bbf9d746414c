using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Items.Trees;

/// <summary>Places lines by dotted find numbers (<c>1</c>, <c>1.1</c>, <c>1.1.2</c>, also with commas), if they really are those of a tree.</summary>
internal static class FindNumberTree
{
    private const double EnoughParents = 0.9;

    /// <summary>
    /// Places the lines when nearly every dotted number has its parent number in the list. A number that stands there several times is
    /// that of several assemblies: the nearest one above is meant.
    /// </summary>
    public static bool TryPlace(TreeTable table)
    {
        if (table.Lines.GetMap(table.From)[BomField.FindNumber] is null || !HasDotted(table))
        {
            return false;
        }

        string[] numbers = GetNumbers(table);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < numbers.Length; i++)
        {
            first.TryAdd(numbers[i], table.From + i);
        }

        var above = new Dictionary<string, int>(StringComparer.Ordinal);
        int dotted = 0;
        int placed = 0;
        int[] parents = new int[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            string number = numbers[i];
            parents[i] = TreeBuilder.Top;
            int dot = number.LastIndexOf('.');
            if (dot > 0)
            {
                dotted++;
                string parent = number[..dot];
                bool hasParent = above.TryGetValue(parent, out int line) || first.TryGetValue(parent, out line);
                placed += hasParent ? 1 : 0;
                parents[i] = hasParent ? line : TreeBuilder.Top;
            }

            if (number.Length > 0)
            {
                above[number] = table.From + i;
            }
        }

        if (placed < EnoughParents * dotted)
        {
            return false;
        }

        parents.CopyTo(table.Parents, table.From);
        return true;
    }

    // The numbers of the lines, blank for another source. A spreadsheet stores 1.10 as 1.1: behind 1.9 it is read as 1.10 again.
    private static string[] GetNumbers(TreeTable table)
    {
        string[] numbers = new string[table.To - table.From];
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < numbers.Length; i++)
        {
            string number = table.Alternates[table.From + i] ? "" : GetNumber(table.Lines[table.From + i]);
            int dot = number.LastIndexOf('.');
            if (dot > 0 && int.TryParse(number.AsSpan(dot + 1), System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out int part))
            {
                string parent = number[..dot];
                int next = last.GetValueOrDefault(parent) + 1;
                if (part < next && next % 10 == 0 && part == WithoutZeros(next))
                {
                    part = next;
                    number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{parent}.{next}");
                }

                last[parent] = part;
            }
            else if (number.Length > 0)
            {
                // The numbers below an assembly begin anew.
                last.Remove(number);
            }

            numbers[i] = number;
        }

        return numbers;
    }

    private static int WithoutZeros(int number)
    {
        while (number % 10 == 0)
        {
            number /= 10;
        }

        return number;
    }

    private static bool HasDotted(TreeTable table)
    {
        for (int i = table.From; i < table.To; i++)
        {
            if (LevelText.IsDotted(GetNumber(table.Lines[i])))
            {
                return true;
            }
        }

        return false;
    }

    // Where a comma is the decimal sign, a spreadsheet writes 1.1 as 1,1.
    private static string GetNumber(BomLine line) => TreeGlyphs.Strip(line[BomField.FindNumber]).TrimEnd('.', ',').Replace(',', '.');
}
