using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Items.Trees;

/// <summary>Places lines by the level that is written beside them: a line belongs to the nearest line above it with a smaller level.</summary>
internal static class LevelTree
{
    private const int RememberedBits = 10;

    public static void Place(TreeTable table)
    {
        // The levels stand where the parents will: those of a million lines are not kept twice.
        Span<int> levels = table.Parents.AsSpan(table.From, table.To - table.From);
        if (!TryReadLevels(table, levels, false))
        {
            _ = TryReadLevels(table, levels, true);
        }

        int lowest = int.MaxValue;
        foreach (int level in levels)
        {
            lowest = level >= 0 ? Math.Min(lowest, level) : lowest;
        }

        var open = new Stack<(int Level, int Line)>();
        for (int i = table.From; i < table.To; i++)
        {
            int level = table.Parents[i];
            table.Parents[i] = TreeBuilder.Top;
            if (!table.Alternates[i])
            {
                PlaceLine(table, i, level, lowest, open);
            }
        }
    }

    // The levels that the lines state; -1 = none. False = read as plain numbers, and a dotted one came: it makes the whole column one of dotted numbers.
    private static bool TryReadLevels(TreeTable table, Span<int> levels, bool areDotted)
    {
        var known = new TextMemory<int>(RememberedBits);
        ColumnMap? map = null;
        int[] columns = [];
        for (int i = 0; i < levels.Length; i++)
        {
            if (!ReferenceEquals(table.Lines.GetMap(table.From + i), map))
            {
                map = table.Lines.GetMap(table.From + i);
                columns = [.. GetColumns(map)];
            }

            string text = GetText(table.Lines, table.From + i, columns).Text;
            if (!known.TryGet(text, out levels[i]))
            {
                if (!areDotted && LevelText.IsDotted(text))
                {
                    return false;
                }

                levels[i] = LevelText.Parse(text, areDotted);
                known.Add(text, levels[i]);
            }
        }

        return true;
    }

    private static void PlaceLine(TreeTable table, int index, int level, int lowest, Stack<(int Level, int Line)> open)
    {
        if (level < 0)
        {
            (string text, CellRef cell) = GetCell(table.Lines, index);
            table.Orphans[index] = true;
            table.Diagnostics.Warn(
                DiagnosticIds.LevelUnreadable,
                cell,
                text.Length == 0 ? "The level is blank; the part was placed at the top."
                    : $"The level '{text}' is not a number; the part was placed at the top level.",
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
            (string text, CellRef cell) = GetCell(table.Lines, index);
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

    private static (string Text, CellRef Cell) GetCell(IPlacedLines lines, int index)
    {
        BomLine line = lines[index];
        (string text, int column) = GetText(lines, index, [.. GetColumns(line.Map)]);
        return (text, column < 0 ? line.GetCell(BomField.Level) : line.GetCell(line.Map.Columns[column]));
    }

    // A level may be written in one of several columns (see MappedColumn.Alternate); the first that is filled counts. -1 = none is.
    private static (string Text, int Column) GetText(IPlacedLines lines, int index, int[] columns)
    {
        foreach (int column in columns)
        {
            if (lines.TextAt(index, column) is { Length: > 0 } text)
            {
                return (text, column);
            }
        }

        return ("", -1);
    }

    private static IEnumerable<int> GetColumns(ColumnMap map) => Enumerable.Range(0, map.Columns.Length)
        .Where(column => map.Columns[column].Field == BomField.Level);
}
