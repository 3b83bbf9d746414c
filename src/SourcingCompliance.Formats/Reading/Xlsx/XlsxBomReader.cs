using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>Reads OOXML workbooks (.xlsx, .xlsm), transitional and strict, forward only, in memory that does not grow with the rows.</summary>
public sealed class XlsxBomReader : IBomReader
{
    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public BomDocument? Open(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var once = new OnceDiagnostics(diagnostics, path);
        try
        {
            return Open(new ZipPackage(content, limits), path, once);
        }
        catch (Exception exception) when (GuardedRows.IsBadInput(exception))
        {
            once.Add(GuardedRows.Explain(exception), once.File);
            return null;
        }
    }

    /// <summary>Opens a workbook out of a package that was looked into already.</summary>
    /// <exception cref="ReadingStoppedException">The package is no workbook, or is damaged.</exception>
    internal static BomDocument Open(ZipPackage package, string path, OnceDiagnostics diagnostics)
    {
        Workbook workbook = Workbook.Open(package);
        if (workbook.Sheets.Count == 0)
        {
            throw Stop.Damaged("The workbook contains no worksheet.");
        }

        var tables = new List<BomTable>(workbook.Sheets.Count);
        foreach (WorkbookSheet sheet in workbook.Sheets)
        {
            var address = new CellRef(path, sheet.Name, 0, 0);
            var page = new PageTexts();
            tables.Add(new BomTable(sheet.Name, sheet.IsHidden, GetRows(workbook, sheet, address, page, diagnostics))
            {
                Asides = new SheetAsides(workbook.Package, sheet.Part, address, diagnostics).Concat(page.Asides()),
            });
        }

        return new BomDocument(path, "xlsx", tables,
            workbook)
        { Properties = DocumentProperties.Read(workbook.Package, new CellRef(path, "", 0, 0), diagnostics) };
    }

    private static GuardedRows GetRows(Workbook workbook, WorkbookSheet sheet, CellRef address, PageTexts page, OnceDiagnostics diagnostics)
    {
        MergedRangeScanner? merges = null;
        return new GuardedRows(
            () =>
            {
                string part = sheet.Part ?? throw Missing();
                merges ??= MergedRangeScanner.Scan(workbook.Package.Open(part) ?? throw Missing(), workbook.Package.Limits, page);
                var rows = new SheetRows(workbook, part, new VerticalMerges(merges.Ranges, new RepeatBudget(workbook.Package.Limits)), address, diagnostics);

                // What stopped the search for merges may lie behind the last row: it still has to be told.
                return new RowCursor(row => rows.Read(row) || (merges.Failure is ReadingStoppedException failure ? throw failure : false), rows);
            },
            address, workbook.Package.Limits, diagnostics);
    }

    private static ReadingStoppedException Missing() => new(
        DiagnosticIds.SheetMissing, "The workbook lists this sheet, but the file does not hold it as a part of its own.",
        "Open the file in a spreadsheet program, save it again and repeat the check.");
}
