using System.Collections.Immutable;
using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Boms.Trees;

/// <summary>Places lines by the level that is written beside them: a line belongs to the nearest line above it with a smaller level.</summary>
internal static class LevelTree
{
    private const int RememberedBits = 10;

    public static void Place(TreeTable table)
    {
        int[] levels = LevelsOf(table);
        int lowest = int.MaxValue;
        foreach (int level in levels)
        {
            lowest = level >= 0 ? Math.Min(lowest, level) : lowest;
        }

        var open = new Stack<(int Level, int Line)>();
        for (int i = table.From; i < table.To; i++)
        {
            if (!table.Alternates[i])
            {
                PlaceLine(table, i, levels[i - table.From], lowest, open);
            }
        }
    }

    // The levels that the lines state; -1 = none. One dotted number makes the whole column one of dotted numbers.
    private static int[] LevelsOf(TreeTable table)
    {
        int[] plain = new int[table.To - table.From];
        int[] dotted = new int[table.To - table.From];
        bool isDotted = false;
        var known = new TextMemory<(int Plain, int Dotted)>(RememberedBits);
        for (int i = 0; i < plain.Length; i++)
        {
            string text = TextOf(table.Lines[table.From + i]).Text;
            if (!known.TryGet(text, out (int Plain, int Dotted) level))
            {
                level = (LevelText.Parse(text, false), LevelText.Parse(text, true));
                known.Add(text, level);
                isDotted |= LevelText.IsDotted(text);
            }

            (plain[i], dotted[i]) = level;
        }

        return isDotted ? dotted : plain;
    }

    private static void PlaceLine(TreeTable table, int index, int level, int lowest, Stack<(int Level, int Line)> open)
    {
        if (level < 0)
        {
            (string text, CellRef cell) = CellOf(table.Lines[index]);
            table.Orphans[index] = true;
            table.Diagnostics.Warn(
                DiagnosticIds.LevelUnreadable,
                cell,
                text.Length == 0 ? "The level is blank; the part was placed at the top." : $"The level '{text}' is no number; the part was placed at the top.",
                "Write the level as 1, 2, 3 or as 1.2.3.");
            return;
        }

        while (open.TryPeek(out (int Level, int Line) above) && above.Level >= level)
        {
            open.Pop();
        }

        bool hasParent = open.TryPeek(out (int Level, int Line) parent);
        int expected = hasParent ? parent.Level + 1 : lowest;
        if (level > expected)
        {
            (string text, CellRef cell) = CellOf(table.Lines[index]);
            table.Orphans[index] = !hasParent;
            table.Diagnostics.Warn(
                DiagnosticIds.LevelJump,
                cell,
                hasParent
                    ? $"The level jumps to '{text}' below a line of level {parent.Level}; the part was placed under {table.Lines[parent.Line].PartNumber}."
                    : $"The level is '{text}', but no line above it has a smaller one; the part was placed at the top.",
                "Add the missing assembly, or correct the level.");
        }

        table.Parents[index] = hasParent ? parent.Line : TreeBuilder.Top;
        open.Push((level, index));
    }

    private static (string Text, CellRef Cell) CellOf(BomLine line)
    {
        (string text, MappedColumn? column) = TextOf(line);
        return (text, column is null ? line.CellOf(BomField.Level) : line.CellOf(column));
    }

    // A level may be written in one of several columns (see MappedColumn.Alternate); the first that is filled counts. Null = the first column.
    private static (string Text, MappedColumn? Column) TextOf(BomLine line)
    {
        ImmutableArray<MappedColumn> columns = line.Map.Columns;
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i].Field == BomField.Level && line.TextAt(i) is { Length: > 0 } text)
            {
                return (text, columns[i]);
            }
        }

        return ("", null);
    }
}
