using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using SourcingCompliance.Formats.Reading.Xlsx;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>Reads old binary workbooks (.xls, BIFF 2 to 8) through ExcelDataReader, which is confined to this folder.</summary>
public sealed class XlsBomReader : IBomReader
{
    private const string Export = "Export the list as .xlsx or .csv from the program that made it.";

    static XlsBomReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public string Format => "xls";

    /// <inheritdoc/>
    public BomDocument? Open(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var once = new OnceDiagnostics(diagnostics, path);
        try
        {
            WorkbookBooks books = LookThrough(content, limits.Cancellation);
            if (books.TextDisagreement is string disagreement)
            {
                once.Add(DiagnosticIds.WorkbookContradictory, DiagnosticSeverity.Warning, once.File, disagreement, Stop.SaveAgain);
            }

            return new BomDocument(path, Format, Guard(() => Tables(content, path, books, limits, once)), content);
        }
        catch (Exception exception) when (GuardedRows.IsBadInput(exception))
        {
            once.Add(GuardedRows.Explain(exception), once.File);
            return null;
        }
    }

    /// <summary>
    /// Runs the foreign parser. It has no list of what it throws for broken files (indexes, casts, overflows, nulls), so everything
    /// that it throws means a damaged file; only running out of memory and the end of the run do not.
    /// </summary>
    internal static T Guard<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (InvalidPasswordException)
        {
            throw Stop.Protected("The workbook is protected by a password.");
        }
        catch (Exception exception) when (exception is not (ReadingStoppedException or OutOfMemoryException or OperationCanceledException))
        {
            throw Stop.Damaged($"The old workbook is damaged: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
    }

    /// <summary>A parser of its own for each pass, over a shared stream.</summary>
    internal static IExcelDataReader NewParser(Stream content, CancellationToken cancellation) => ExcelReaderFactory.CreateBinaryReader(
        new SharedStreamView(content, cancellation), new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252), LeaveOpen = true });

    private static List<BomTable> Tables(Stream content, string path, WorkbookBooks books, ReadLimits limits, OnceDiagnostics once)
    {
        var tables = new List<BomTable>();
        using IExcelDataReader parser = NewParser(content, limits.Cancellation);
        do
        {
            if (tables.Count >= limits.MaximumSheets)
            {
                throw Stop.AtLimit("sheets", limits.MaximumSheets, nameof(ReadLimits.MaximumSheets));
            }

            int index = tables.Count;
            var address = new CellRef(path, parser.Name ?? "", 0, 0);
            books.Report(index, address, once);
            SheetBooks? sheet = books.Sheets?.ElementAtOrDefault(index);
            var rows = new GuardedRows(
                () =>
                {
                    var pass = new XlsRows(content, index, sheet, limits);
                    return new RowCursor(pass.Read, pass);
                },
                address, limits, once);
            tables.Add(new BomTable(address.Sheet, parser.VisibleState is "hidden" or "veryhidden", rows) { Asides = PageAsides(parser.HeaderFooter) });
        }
        while (parser.NextResult());
        return tables;
    }

    // Comments of old workbooks are not given by the parser; what stands on every printed page is.
    private static BomAside[] PageAsides(HeaderFooter? page) =>
    [
        .. new[] { ("page header", page?.OddHeader), ("page header", page?.EvenHeader), ("page header", page?.FirstHeader), ("page footer", page?.OddFooter),
            ("page footer", page?.EvenFooter), ("page footer", page?.FirstFooter) }
            .Select(found => new BomAside(found.Item1, 0, 0, PageTexts.WithoutCodes(found.Item2 ?? ""))).Where(aside => aside.Text.Length > 0),
    ];

    private static WorkbookBooks LookThrough(Stream content, CancellationToken cancellation)
    {
        Span<byte> head = stackalloc byte[1];
        content.Position = 0;
        if (content.Read(head) == 1 && head[0] == 0x09)
        {
            content.Position = 0;
            return WorkbookBooks.From(content, cancellation);
        }

        CompoundFile file = CompoundFile.Open(content);
        List<string> names = file.Names;
        if (Has(names, "EncryptionInfo") || Has(names, "EncryptedPackage"))
        {
            throw Stop.Protected("The workbook is encrypted with a password.");
        }

        Stream? workbook = file.OpenStream("Workbook") ?? file.OpenStream("Book");
        if (workbook is not null)
        {
            return WorkbookBooks.From(workbook, cancellation);
        }

        throw Has(names, "WordDocument")
            ? Stop.NotSupported("The file is an old Word document, not a workbook.", "Copy the table into a spreadsheet and check that.")
            : Has(names, "PowerPoint Document")
                ? Stop.NotSupported("The file is an old PowerPoint presentation, not a workbook.", "Copy the table into a spreadsheet and check that.")
            : names.Any(name => name.StartsWith("__substg1.0", StringComparison.Ordinal))
                ? Stop.NotSupported("The file is an Outlook message.", "Save its attachment and check that.")
            : Stop.NotSupported("The file is an OLE compound file that contains no workbook (a CAD drawing, perhaps).", Export);
    }

    private static bool Has(List<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
