namespace SourcingCompliance.Formats.Reading.Text;

/// <content>How the columns of a text are found.</content>
internal sealed partial class FixedWidthColumns
{
    /// <summary>
    /// The columns of a text, judged by its beginning; null = its lines share no gaps. Where the text has tabs, the tab width under which
    /// its lines share the most columns is the one that it was drawn with.
    /// </summary>
    public static FixedWidthColumns? Detect(ReadOnlySpan<char> sample)
    {
        bool hasTabs = sample.Contains('\t');
        if (!hasTabs && sample.IndexOf("  ") < 0)
        {
            // No line has two pieces.
            return null;
        }

        string[] lines = [.. sample.ToString().ReplaceLineEndings("\n").Split('\n').Take(SampleLines)];
        FixedWidthColumns? best = null;
        foreach (int width in hasTabs ? TabWidths : TabWidths.AsSpan(0, 1))
        {
            FixedWidthColumns? columns = Detect(lines, width);
            best = columns is not null && (best is null || columns.Count > best.Count) ? columns : best;
        }

        return best;
    }

    /// <summary>The start of the piece that belongs to a loose column in a line; -1 = the line writes over it or ends before.</summary>
    public static int PieceNear(string line, int start)
    {
        for (int distance = 0; distance <= Looseness; distance++)
        {
            if (IsPieceStart(line, start + distance))
            {
                return start + distance;
            }

            if (IsPieceStart(line, start - distance))
            {
                return start - distance;
            }
        }

        return -1;
    }

    private static FixedWidthColumns? Detect(string[] drawn, int tabWidth)
    {
        string[] lines = [.. drawn.Select(line => ExpandTabs(line, tabWidth))];
        string[] table = [.. lines.Where(line => line.Length is > 0 and < LongestLine && Segments(line) >= 3)];
        bool hasBullets = table.Length > 0 && table.Count(HasBullet) * 2 > table.Length;
        table = hasBullets ? [.. table.Select(WithoutBullet)] : table;
        int written = lines.Count(line => !string.IsNullOrWhiteSpace(line));
        if (table.Length < 3)
        {
            return null;
        }

        int width = table.Max(line => line.Length);
        int[] filled = new int[width];
        int[] begins = new int[width];
        foreach (string line in table)
        {
            for (int i = 0; i < line.Length; i++)
            {
                if (line[i] != ' ')
                {
                    filled[i]++;
                    begins[i] += i == 0 || line[i - 1] == ' ' ? 1 : 0;
                }
            }
        }

        List<int> starts = Starting(filled, begins, table.Length);
        int[] loose = Loose(table, starts[^1], width);
        return starts.Count + loose.Length < 3 ? null : new([.. starts], loose, (double)table.Length / written, tabWidth, hasBullets);
    }

    // Pieces that begin about the same place in many lines, two blanks after the one before.
    private static int[] Loose(string[] table, int lastStart, int width)
    {
        var loose = new List<int>();
        for (int start = lastStart + Looseness + 2; start < width; start++)
        {
            int near = table.Count(line => IsPieceStart(line, start) || IsPieceStart(line, start + 1));
            int wider = table.Count(line => PieceNear(line, start) >= 0);
            if (near * 3 >= wider && wider * 100 >= table.Length * LoosePercent)
            {
                loose.Add(start);
                start += (2 * Looseness) + 2;
            }
        }

        return [.. loose];
    }

    private static bool IsPieceStart(string line, int at) => at >= 2 && at < line.Length && line[at] != ' ' && line[at - 1] == ' ' && line[at - 2] == ' ';
}
