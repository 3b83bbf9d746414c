using SourcingCompliance.Boms;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>How the cells of a text are parted.</summary>
/// <param name="Delimiter">The delimiter; NUL = the text has none that fits.</param>
/// <param name="TableWidth">Number of cells of an ordinary record.</param>
/// <param name="Fit">How well it fits, 0 to 1: the share of records that have the ordinary number of cells.</param>
internal sealed record TextLayout(char Delimiter, int TableWidth, double Fit)
{
    private const int SampleRecords = 200;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The layout of a text, judged by its beginning.</summary>
    /// <param name="sample">The first lines; the last one may be cut.</param>
    public static TextLayout Detect(ReadOnlyMemory<char> sample)
    {
        if (DeclaredDelimiter(sample.Span) is char declared)
        {
            return Try(sample, declared) with { Fit = 1 };
        }

        TextLayout best = new('\0', 1, 0);
        double bestScore = 0;
        foreach (char candidate in Candidates)
        {
            if (!sample.Span.Contains(candidate))
            {
                continue;
            }

            TextLayout layout = Try(sample, candidate);

            // More columns are better evidence than few: prose has a comma in most lines, a list has many in every line.
            double score = layout.Fit * Math.Min(layout.TableWidth - 1, 8) / 8 + layout.Fit;
            if (layout.TableWidth > 1 && score > bestScore)
            {
                (best, bestScore) = (layout, score);
            }
        }

        return best;
    }

    /// <summary>The delimiter that Excel's first line <c>sep=;</c> declares; null = no such line.</summary>
    /// <param name="sample">The beginning of the text.</param>
    public static char? DeclaredDelimiter(ReadOnlySpan<char> sample) =>
        sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 5 && sample[5] is '\r' or '\n' ? sample[4] : null;

    private static TextLayout Try(ReadOnlyMemory<char> sample, char delimiter)
    {
        var limits = new ReadLimits { MaximumCellCharacters = Math.Max(sample.Length, 1) };
        using var records = new DelimitedRecords(new MemoryTextReader(sample), delimiter, limits, new RecordLines(), sample.Length);
        var row = new BomRow();
        var widths = new List<int>();
        var cells = new List<int>();
        while (widths.Count < SampleRecords)
        {
            try
            {
                if (!records.Read(row))
                {
                    break;
                }
            }
            catch (ReadingStoppedException)
            {
                break;
            }

            if (!row.IsBlank)
            {
                widths.Add(row.Width);
                cells.Add(FilledWidth(row));
            }
        }

        if (widths.Count == 0)
        {
            return new(delimiter, 1, 0);
        }

        int ordinary = widths.CountBy(width => width)
            .OrderByDescending(pair => pair.Key > 1 ? pair.Value : 0).ThenByDescending(pair => pair.Key).First().Key;
        double fit = (double)widths.Count(width => width == ordinary) / widths.Count;

        // A header may be wider than the rows under it when trailing cells are left out.
        int tableWidth = ordinary;
        for (int i = 0; i < widths.Count && widths[i] != ordinary; i++)
        {
            tableWidth = Math.Max(tableWidth, cells[i]);
        }

        return new(delimiter, tableWidth, ordinary == 1 ? 0 : fit);
    }

    private static int FilledWidth(BomRow row)
    {
        int width = row.Width;
        while (width > 0 && row.IsBlankAt(width))
        {
            width--;
        }

        return width;
    }
}
