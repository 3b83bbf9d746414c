using System.Collections.Immutable;
using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Boms.Trees;

/// <summary>Places lines by the level that is written beside them: a line belongs to the nearest line above it with a smaller level.</summary>
internal static class LevelTree
{
    public static void Place(TreeTable table)
    {
        bool isDotted = false;
        for (int i = table.From; i < table.To && !isDotted; i++)
        {
            isDotted = LevelText.IsDotted(CellOf(table.Lines[i]).Text);
        }

        int lowest = int.MaxValue;
        for (int i = table.From; i < table.To; i++)
        {
            int level = LevelText.Parse(CellOf(table.Lines[i]).Text, isDotted);
            lowest = level >= 0 ? Math.Min(lowest, level) : lowest;
        }

        var open = new Stack<(int Level, int Line)>();
        for (int i = table.From; i < table.To; i++)
        {
            if (!table.Lines[i].IsAlternate)
            {
                PlaceLine(table, i, isDotted, lowest, open);
            }
        }
    }

    private static void PlaceLine(TreeTable table, int index, bool isDotted, int lowest, Stack<(int Level, int Line)> open)
    {
        BomLine line = table.Lines[index];
        (string text, CellRef cell) = CellOf(line);
        int level = LevelText.Parse(text, isDotted);
        if (level < 0)
        {
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

    // A level may be written in one of several columns (see MappedColumn.Alternate); the first that is filled counts.
    private static (string Text, CellRef Cell) CellOf(BomLine line)
    {
        string first = line[BomField.Level];
        ImmutableArray<MappedColumn> columns = line.Map.Columns;
        if (first.Length == 0 && columns.Count(column => column.Field == BomField.Level) > 1)
        {
            foreach ((MappedColumn column, string text) in line.Texts)
            {
                if (column.Field == BomField.Level)
                {
                    return (text, line.CellOf(column));
                }
            }
        }

        return (first, line.CellOf(BomField.Level));
    }
}
