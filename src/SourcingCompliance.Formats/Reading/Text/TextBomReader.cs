using System.Buffers;
using System.Globalization;
using System.Text;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>Reads text: cells parted by comma, semicolon, tab or bar, and fixed-width columns; in any usual encoding.</summary>
public sealed class TextBomReader : IBomReader
{
    private const int SampleCharacters = 64 * 1024;
    private const int LeastBuffer = 1024;

    // Less than is asked for at once, so that text is decoded to where it is wanted.
    private const int MostBuffer = 16 * 1024;

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public BomDocument? Open(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var once = new OnceDiagnostics(diagnostics, path);
        DetectedEncoding encoding = EncodingDetector.Detect(new SharedStreamView(content, limits.Cancellation));
        Report(encoding, once);
        (TextLayout layout, FixedWidthColumns? columns, bool isDeclared) = Look(content, encoding);
        CellRef sheet = CellRef.ForFile(path);
        if (columns is null && layout.HasBackslashEscapes)
        {
            once.Add(DiagnosticIds.BackslashEscapes, DiagnosticSeverity.Note, once.File,
                "Quotation marks or delimiters inside cells are written with a backslash before them; they were read as parts of the text.", null);
        }

        if (columns is not null)
        {
            var lines = new GuardedRows(() => DoubtfulCells.Watch(Fixed(content, encoding, columns, limits), encoding), sheet, limits, once) { IsText = true };
            return new BomDocument(path, "text", [new BomTable("", false, lines)], content);
        }

        var ends = new RecordLines();
        var rows = new GuardedRows(() => DoubtfulCells.Watch(Delimited(content, encoding, layout, isDeclared, sheet, limits, once, ends), encoding),
            sheet, limits, once)
        { IsText = true };
        return new BomDocument(path, "csv", [new BomTable("", false, rows) { Lines = ends, IsDelimited = layout.IsDelimited }], content);
    }

    private static void Report(DetectedEncoding encoding, OnceDiagnostics once)
    {
        if (encoding.InvalidSequences > 0)
        {
            once.Add(DiagnosticIds.CharactersInvalid, DiagnosticSeverity.Warning, once.File,
                string.Create(CultureInfo.InvariantCulture,
                    $"The text is {encoding.Name}, but {encoding.InvalidSequences} byte sequences in it are not; they read as '\uFFFD'."),
                "Export the list again as UTF-8.");
        }

        if (encoding.IsDoubtful)
        {
            once.Add(DiagnosticIds.EncodingDoubtful, DiagnosticSeverity.Warning, once.File,
                $"The text is not UTF-8; {encoding.Name} fits best, but not clearly. Words with accents or of other scripts may be wrong; where another "
                    + $"encoding would make them a country or a material, both readings are shown and count.",
                "Export the list again as UTF-8.");
        }
        else if (encoding.IsGuess)
        {
            once.Add(DiagnosticIds.EncodingDetected, DiagnosticSeverity.Note, once.File,
                $"The text is not UTF-8; it was read as {encoding.Name}.", null);
        }
    }

    // Looks at the beginning of the text: how its cells are parted, its fixed columns if it has them, and whether it declares its delimiter.
    private static (TextLayout Layout, FixedWidthColumns? Columns, bool IsDeclared) Look(Stream content, DetectedEncoding encoding)
    {
        char[] characters = ArrayPool<char>.Shared.Rent(SampleCharacters);
        try
        {
            using StreamReader reader = Decode(content, encoding);
            Memory<char> sample = characters.AsMemory(0, reader.ReadBlock(characters.AsSpan(0, SampleCharacters)));
            bool isBoxed = BarTextReader.HasUpright(sample.Span);
            if (isBoxed)
            {
                BarTextReader.ToBars(sample.Span);
            }

            TextLayout layout = TextLayout.Detect(sample) with { IsBoxed = isBoxed };
            return (layout, FixedWidth(sample.Span, layout), TextLayout.DeclaredDelimiter(sample.Span) is not null);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static StreamReader Decode(Stream content, DetectedEncoding encoding)
    {
        content.Position = encoding.PreambleLength;
        return new StreamReader(content, encoding.Encoding, detectEncodingFromByteOrderMarks: false,
            bufferSize: (int)Math.Clamp(content.Length / 8, LeastBuffer, MostBuffer), leaveOpen: true);
    }

    /// <summary>The fixed columns, when they explain the text better than any delimiter; null = they do not.</summary>
    private static FixedWidthColumns? FixedWidth(ReadOnlySpan<char> sample, TextLayout layout)
    {
        bool isDelimited = layout.IsDelimited;
        FixedWidthColumns? columns = (layout.Delimiter == '\t' || layout.HasOuterBars) && isDelimited ? null : FixedWidthColumns.Detect(sample);
        return columns is null || columns.Fit < (isDelimited ? TextLayout.LeastFit : TextLayout.LeastFit / 2)
            || (isDelimited && (columns.Starts.Count <= layout.TableWidth || columns.AreDrawnAround(layout.Delimiter, sample)))
            ? null
            : columns;
    }

    private static RowCursor Fixed(Stream content, DetectedEncoding encoding, FixedWidthColumns columns, ReadLimits limits)
    {
        StreamReader reader = Decode(new SharedStreamView(content, limits.Cancellation), encoding);
        var records = new FixedWidthRecords(reader, columns, limits, content.Length);
        return new RowCursor(records.Read, records);
    }

    private static RowCursor Delimited(
        Stream content, DetectedEncoding encoding, TextLayout layout, bool isDeclared, CellRef sheet,
        ReadLimits limits, OnceDiagnostics once, RecordLines lines)
    {
        var independent = new SharedStreamView(content, limits.Cancellation);
        TextReader reader = layout.IsBoxed ? new BarTextReader(Decode(independent, encoding)) : Decode(independent, encoding);
        var records = new DelimitedRecords(reader, layout.Delimiter == '\0' ? layout with { Delimiter = ',' } : layout, limits, lines, independent.Length);
        var widths = new RecordWidths();
        return new RowCursor(
            row =>
            {
                do
                {
                    if (!records.Read(row))
                    {
                        return false;
                    }
                }
                while ((row.Number == 1 && isDeclared) || RuleLine.IsRule(row));
                Tell(records, row, layout, sheet, once);
                widths.Tell(records, row, sheet, once);
                return true;
            },
            records);
    }

    private static void Tell(DelimitedRecords records, BomRow row, TextLayout layout, CellRef sheet, OnceDiagnostics once)
    {
        if (records.Damage != RecordDamage.None)
        {
            once.Add(DiagnosticIds.QuoteStray, DiagnosticSeverity.Warning, sheet with { Row = row.Number },
                records.Damage == RecordDamage.UnclosedQuote
                    ? "A cell begins with a quotation mark that is never closed; it was read as text up to the end of its line."
                    : "A quotation mark stands inside a cell; it was read as an inch sign or the like.",
                "Double the quotation marks inside quoted cells.");
        }

        if (records.HasNul)
        {
            once.Add(DiagnosticIds.CharactersInvalid, DiagnosticSeverity.Warning, sheet with { Row = row.Number },
                "The row contains NUL characters; they were read as blanks.", "Export the list again.");
        }

        if (row.Width > layout.TableWidth && layout.IsDelimited && HasTextBeyond(row, layout.TableWidth))
        {
            row.Damage = string.Create(CultureInfo.InvariantCulture,
                $"The row has {row.Width} cells where the table has {layout.TableWidth} columns; a '{Shown(layout.Delimiter)}' inside a text without "
                    + $"quotation marks may have shifted them.");
            once.Add(DiagnosticIds.RecordTooWide, DiagnosticSeverity.Warning, sheet with { Row = row.Number }, row.Damage,
                "Put quotation marks around texts that hold the delimiter.");
        }
    }

    private static string Shown(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();

    private static bool HasTextBeyond(BomRow row, int width)
    {
        for (int column = width + 1; column <= row.Width; column++)
        {
            if (!row[column].IsBlank)
            {
                return true;
            }
        }

        return false;
    }
}
