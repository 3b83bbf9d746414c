using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>How the cells of a text are separated.</summary>
/// <param name="Delimiter">The delimiter; NUL = the text has none that fits.</param>
/// <param name="TableWidth">Number of cells of an ordinary record.</param>
/// <param name="Fit">How well it fits, 0 to 1: the share of records that have the ordinary number of cells.</param>
internal sealed record TextLayout(char Delimiter, int TableWidth, double Fit)
{
    /// <summary>A delimiter fits when this share of the records has the same number of cells.</summary>
    public const double LeastFit = 0.5;

    private const int SampleRecords = 200;

    /// <summary>The share of the lines that begin and end with a bar in a table that is drawn with bars.</summary>
    private const double LeastBarred = 0.6;

    /// <summary>Delimiters that also stand in ordinary texts need more cells, and in nearly every record.</summary>
    private const double LeastFitOfRare = 0.9;

    private static readonly char[] Candidates = [',', ';', '\t', '|'];
    private static readonly char[] RareCandidates = ['^', '~', '#', '!', ':', '\u001F', '\u00A6', '\uFF0C', '\uFF1B', '\uFF5C'];

    /// <summary>Whether a backslash makes the quotation mark or the delimiter after it a part of the text, as MySQL and many programs write it.</summary>
    public bool HasBackslashEscapes { get; init; }

    /// <summary>
    /// Whether the lines begin and end with a bar, as in Markdown, in SAP lists and in tables that databases draw. Their first column is empty,
    /// so that columns keep the letters that other programs give them.
    /// </summary>
    public bool HasOuterBars { get; init; }

    /// <summary>Whether blanks stand between a delimiter and the quotation mark of the next cell: <c>"M-1", "Magnet"</c>.</summary>
    public bool HasBlanksBeforeQuotes { get; init; }

    /// <summary>Whether its tables are drawn with box characters, of which the upright ones read as bars.</summary>
    public bool IsBoxed { get; init; }

    /// <summary>Records that break the csv rules, among those that were looked at.</summary>
    public int DamagedRecords { get; private init; }

    /// <summary>Whether the text is a table of cells that its delimiter separates.</summary>
    public bool IsDelimited => TableWidth > 1 && Fit >= LeastFit;

    /// <summary>More columns are better evidence than few: prose has a comma in most lines, a list has many in every line.</summary>
    private double Score => TableWidth > 1 ? Fit * Math.Min(TableWidth - 1, 8) / 8 + Fit : 0;

    /// <summary>The layout of a text, judged by its beginning.</summary>
    /// <param name="sample">The first lines; the last one may be cut.</param>
    public static TextLayout Detect(ReadOnlyMemory<char> sample)
    {
        if (DeclaredDelimiter(sample.Span) is char declared)
        {
            return TryWithEscapes(sample, Try(sample, new(declared, 0, 0))) with { Fit = 1 };
        }

        TextLayout best = Best(sample, Candidates, new('\0', 1, 0), 0);
        if (!best.IsDelimited)
        {
            best = Best(sample, RareCandidates, best, LeastFitOfRare);
        }

        return TryWithBlanks(sample, TryWithEscapes(sample, best));
    }

    /// <summary>The delimiter that Excel's first line <c>sep=;</c> declares; null = no such line.</summary>
    /// <param name="sample">The beginning of the text.</param>
    public static char? DeclaredDelimiter(ReadOnlySpan<char> sample)
    {
        ReadOnlySpan<char> line = sample[..Math.Max(sample.IndexOfAny('\r', '\n'), 0)].Trim([' ', '"']);
        return line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? line[4] : null;
    }

    private static TextLayout Best(ReadOnlyMemory<char> sample, ReadOnlySpan<char> candidates, TextLayout best, double leastFit)
    {
        foreach (char candidate in candidates)
        {
            if (sample.Span.Contains(candidate))
            {
                bool hasOuterBars = candidate is '|' or '\uFF5C' or '\u00A6' && IsBarred(sample.Span, candidate);
                TextLayout layout = Try(sample, new(candidate, 0, 0) { HasOuterBars = hasOuterBars });
                bool isEligible = leastFit == 0 || (layout.Fit >= leastFit && layout.TableWidth > 2);
                best = isEligible && layout.Score > best.Score ? layout : best;
            }
        }

        return best;
    }

    // Backslashes are escapes where the records fit better that way, or fit as well with fewer quotation marks out of place.
    private static TextLayout TryWithEscapes(ReadOnlyMemory<char> sample, TextLayout plain)
    {
        if (plain.Delimiter == '\0'
            || (!sample.Span.Contains("\\\"", StringComparison.Ordinal) && !sample.Span.Contains(['\\', plain.Delimiter], StringComparison.Ordinal)))
        {
            return plain;
        }

        TextLayout escaped = Try(sample, plain with { TableWidth = 0, HasBackslashEscapes = true });
        return escaped.Fit > plain.Fit || (escaped.Fit == plain.Fit && escaped.TableWidth == plain.TableWidth && escaped.DamagedRecords < plain.DamagedRecords)
            ? escaped
            : plain;
    }

    private static TextLayout TryWithBlanks(ReadOnlyMemory<char> sample, TextLayout plain)
    {
        if (plain.Delimiter == '\0' || !sample.Span.Contains([plain.Delimiter, ' ', '"'], StringComparison.Ordinal))
        {
            return plain;
        }

        TextLayout padded = Try(sample, plain with { TableWidth = 0, HasBlanksBeforeQuotes = true });
        return padded.Fit > plain.Fit || (padded.Fit == plain.Fit && padded.TableWidth == plain.TableWidth && padded.DamagedRecords <= plain.DamagedRecords)
            ? padded : plain;
    }

    private static bool IsBarred(ReadOnlySpan<char> sample, char bar)
    {
        int lines = 0;
        int barred = 0;
        foreach (ReadOnlySpan<char> line in sample.EnumerateLines())
        {
            ReadOnlySpan<char> trimmed = line.Trim();
            if (!trimmed.IsEmpty && !RuleLine.IsRule(trimmed))
            {
                lines++;
                barred += trimmed[0] == bar && trimmed[^1] == bar ? 1 : 0;
            }
        }

        return barred >= lines * LeastBarred;
    }

    private static TextLayout Try(ReadOnlyMemory<char> sample, TextLayout layout)
    {
        var limits = new ReadLimits { MaximumCellCharacters = Math.Max(sample.Length, 1) };
        using var records = new DelimitedRecords(new MemoryTextReader(sample), layout, limits, new RecordLines(), sample.Length);
        var row = new BomRow();
        var widths = new List<int>();
        var cells = new List<int>();
        int damaged = 0;
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

            if (!row.IsBlank && !RuleLine.IsRule(row))
            {
                damaged += records.Damage == RecordDamage.None ? 0 : 1;
                widths.Add(row.Width);
                cells.Add(FilledWidth(row));
            }
        }

        if (widths.Count == 0)
        {
            return layout with { TableWidth = 1, Fit = 0 };
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

        return layout with { TableWidth = tableWidth, Fit = ordinary == 1 ? 0 : fit, DamagedRecords = damaged };
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
