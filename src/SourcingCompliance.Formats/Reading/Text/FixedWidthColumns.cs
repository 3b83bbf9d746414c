namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>The columns of a text table that is drawn with blanks, found by the gaps that its lines share.</summary>
internal sealed class FixedWidthColumns
{
    private const int SampleLines = 500;
    private const int LongestLine = 2000;

    /// <summary>Of a hundred table lines, this many may write into a gap.</summary>
    private const int StrayPercent = 3;

    private FixedWidthColumns(int[] starts, double fit)
    {
        Starts = starts;
        Fit = fit;
    }

    /// <summary>Where each column starts, 0-based, tabs expanded; the first is 0.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>The share of the lines with text that look like lines of the table, 0 to 1.</summary>
    public double Fit { get; }

    /// <summary>The columns of a text, judged by its beginning; null = its lines share no gaps.</summary>
    public static FixedWidthColumns? Detect(string sample)
    {
        string[] lines = [.. sample.ReplaceLineEndings("\n").Split('\n').Take(SampleLines).Select(ExpandTabs)];
        string[] table = [.. lines.Where(line => line.Length is > 0 and < LongestLine && Segments(line) >= 3)];
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
        return starts.Count < 3 ? null : new([.. starts], (double)table.Length / written);
    }

    /// <summary>Expands tabs to every eighth column.</summary>
    public static string ExpandTabs(string line)
    {
        if (!line.Contains('\t', StringComparison.Ordinal))
        {
            return line.TrimEnd();
        }

        var expanded = new System.Text.StringBuilder(line.Length + 32);
        foreach (char character in line)
        {
            if (character == '\t')
            {
                expanded.Append(' ', 8 - (expanded.Length % 8));
            }
            else
            {
                expanded.Append(character);
            }
        }

        return expanded.ToString().TrimEnd();
    }

    /// <summary>Whether a line keeps to the columns: no word of it reaches over the start of one.</summary>
    public bool Holds(string line)
    {
        for (int i = 1; i < Starts.Count; i++)
        {
            int start = Starts[i];
            if (start < line.Length && line[start - 1] != ' ')
            {
                return false;
            }
        }

        return true;
    }

    private static List<int> Starting(int[] filled, int[] begins, int lines)
    {
        int allowed = lines * StrayPercent / 100;
        var starts = new List<int> { 0 };
        int gap = 0;
        bool hasText = false;
        for (int i = 0; i < filled.Length; i++)
        {
            if (filled[i] <= allowed)
            {
                gap++;
                continue;
            }

            // One blank column may be chance in few lines; then words must also begin after it, line after line.
            bool isBoundary = gap >= 2 || (gap == 1 && lines >= 10 && begins[i] * 10 >= filled[i] * 6);
            if (isBoundary && hasText)
            {
                starts.Add(i);
            }

            hasText = true;
            gap = 0;
        }

        return starts;
    }

    /// <summary>Pieces of a line that stand at least two blanks apart.</summary>
    private static int Segments(string line)
    {
        int segments = 0;
        int blanks = 2;
        foreach (char character in line)
        {
            if (character == ' ')
            {
                blanks++;
            }
            else
            {
                segments += blanks >= 2 ? 1 : 0;
                blanks = 0;
            }
        }

        return segments;
    }
}
