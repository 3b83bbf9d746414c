namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>The columns of a text table that is drawn with blanks, found by the gaps that its lines share.</summary>
internal sealed partial class FixedWidthColumns
{
    private const int SampleLines = 500;
    private const int LongestLine = 2000;

    /// <summary>Of a hundred table lines, this many may write into a gap.</summary>
    private const int StrayPercent = 3;

    /// <summary>Of a hundred table lines, this many begin a piece where a loose column starts.</summary>
    private const int LoosePercent = 40;

    /// <summary>How far a piece may stand from the start of its loose column.</summary>
    private const int Looseness = 3;

    // The width that terminals agree on, and the one that programmers' editors are set to.
    private static readonly int[] TabWidths = [8, 4];

    private readonly int _tabWidth;
    private readonly bool _hasBullets;

    private FixedWidthColumns(int[] starts, int[] loose, double fit, int tabWidth, bool hasBullets)
    {
        _hasBullets = hasBullets;
        Starts = starts;
        LooseStarts = loose;
        Fit = fit;
        _tabWidth = tabWidth;
    }

    /// <summary>Where each column starts, 0-based, tabs expanded; the first is 0.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>
    /// Where columns start behind the last of <see cref="Starts"/> that most lines keep to and some write over: hand-drawn tables.
    /// </summary>
    public IReadOnlyList<int> LooseStarts { get; }

    /// <summary>The share of the lines with text that look like lines of the table, 0 to 1.</summary>
    public double Fit { get; }

    private int Count => Starts.Count + LooseStarts.Count;

    /// <summary>A line as its columns are cut: tabs expanded as the text was drawn, the bullet of a listed line blanked.</summary>
    public string Straighten(string line)
    {
        string expanded = ExpandTabs(line, _tabWidth);
        return _hasBullets ? WithoutBullet(expanded) : expanded;
    }

    /// <summary>
    /// Whether the text before most of the columns ends with a delimiter: then the blanks only pad the cells of a delimited list, and what looks
    /// like a column may be a gap inside a cell.
    /// </summary>
    /// <param name="delimiter">The delimiter.</param>
    /// <param name="sample">The beginning of the text.</param>
    public bool AreDrawnAround(char delimiter, ReadOnlySpan<char> sample)
    {
        int starts = 0;
        int delimited = 0;
        foreach (ReadOnlySpan<char> drawn in sample.EnumerateLines())
        {
            string line = ExpandTabs(drawn.ToString(), _tabWidth);
            foreach (int start in Starts)
            {
                if (start > 0 && start < line.Length && line[start] != ' ')
                {
                    ReadOnlySpan<char> before = line.AsSpan(0, start).TrimEnd();
                    starts++;
                    delimited += before.EndsWith([delimiter]) || line[start] == delimiter ? 1 : 0;
                }
            }
        }

        return delimited * 2 > starts;
    }

    private static bool HasBullet(string line) => line.Length > 1 && line[1] == ' ' && "*-+•·".Contains(line[0], StringComparison.Ordinal);

    private static string WithoutBullet(string line) => HasBullet(line) ? string.Concat(" ", line.AsSpan(1)) : line;

    private static string ExpandTabs(string line, int tabWidth)
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
                expanded.Append(' ', tabWidth - (expanded.Length % tabWidth));
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
