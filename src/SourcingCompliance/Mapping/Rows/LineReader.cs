using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>
/// Streams the rows of a mapped sheet into lines: only rows that are items, in the order of the sheet. Rows that are none are
/// listed with the reason, so that nothing is left out silently. A later table of the sheet with other columns is mapped anew.
/// </summary>
public sealed class LineReader
{
    private readonly HeaderWords _words;
    private readonly CellMarker _marker;
    private readonly HeaderFinder _finder;
    private readonly ColumnMapper _mapper;

    /// <summary>Holds the vocabulary that rows are judged by.</summary>
    /// <param name="vocabulary">How the world heads columns and totals.</param>
    public LineReader(ColumnVocabulary vocabulary)
        : this(vocabulary, _ => false)
    {
    }

    /// <summary>Holds the vocabulary that rows are judged by.</summary>
    /// <param name="vocabulary">How the world heads columns and totals.</param>
    /// <param name="namesSubject">Whether a header names a covered material, a component that may hold one, or an origin in a covered country.</param>
    internal LineReader(ColumnVocabulary vocabulary, Func<string, bool> namesSubject)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _words = vocabulary.Words;
        _marker = new CellMarker(_words);
        _finder = new HeaderFinder(new HeaderReader(_words), _marker);
        _mapper = new ColumnMapper(_words, namesSubject);
    }

    /// <summary>Reads the lines of one sheet.</summary>
    /// <param name="table">The sheet.</param>
    /// <param name="mapping">How its columns were understood; a sheet without a header gives no line.</param>
    /// <param name="skipped">Receives the rows below the header that are no items; those above it stand in <see cref="SheetMapping.RowsAbove"/>.</param>
    /// <param name="diagnostics">Receives SC9211 to SC9214 for damaged cells, SC9280 for cells that are cut, SC9215 for damaged rows, SC9216 for a later table
    /// that has no mapping.</param>
    /// <returns>The lines, read as they are asked for.</returns>
    public IEnumerable<BomLine> Read(BomTable table, SheetMapping mapping, ICollection<SkippedRow> skipped, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(skipped);
        var books = new SheetBooks();
        foreach (BomLine line in Read(table, mapping, new LineBlocks(), books, diagnostics))
        {
            yield return line;
        }

        foreach (SkippedRow row in books.Skipped)
        {
            skipped.Add(row);
        }
    }

    /// <summary>Reads the lines of one sheet into blocks that the caller may give back, and keeps its books.</summary>
    internal IEnumerable<BomLine> Read(BomTable table, SheetMapping mapping, LineBlocks blocks, SheetBooks books, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return mapping.IsMapped ? ReadMapped(table, mapping, blocks, books, diagnostics) : [];
    }

    private IEnumerable<BomLine> ReadMapped(BomTable table, SheetMapping mapping, LineBlocks blocks, SheetBooks books, DiagnosticBag diagnostics)
    {
        int lastHeaderRow = Math.Max(mapping.Map.HeaderRow ?? 0, mapping.Map.LastHeaderRow);
        var watch = new ColumnWatch(mapping, diagnostics);
        var judge = new RowJudge(mapping.Map, _words, blocks);
        var cells = new CellDamage(mapping.Map, diagnostics);
        using var rows = new RowQueue(table.Rows);
        var width = new HeaderWidth(table.IsDelimited);
        var titles = new TableTitles(mapping);
        Reading reading = Reading.Parts;
        int last = lastHeaderRow;
        while (rows.Next() is { } row)
        {
            if (row.Damage is not null || !row.IsBlank)
            {
                books.CountRow();
            }

            if (row.Number <= lastHeaderRow)
            {
                if (row.Number >= mapping.Map.HeaderRow)
                {
                    width.Add(row, isFirst: row.Number == mapping.Map.HeaderRow);
                }

                continue;
            }

            if (row.IsBlank && row.Damage is null)
            {
                continue;
            }

            bool isGap = row.Number > last + 1;
            last = row.Number;
            if (RowJudge.MayBeHeader(row) && KindOfTitles(row, judge, titles, width) is var kind && kind != Titles.None)
            {
                if (kind == Titles.OfOtherTable)
                {
                    books.Skip(row, judge.Map, "is the header of a table that lists no parts", isHeader: true);
                    reading = Reading.NoParts;
                    continue;
                }

                // Looking ahead moves the reader on, so what the row says is taken first.
                width.Add(row, isFirst: true);
                books.Skip(row, judge.Map, "is the header of a later table", isHeader: true);
                SheetMapping later = MapLater(row.Detach(), rows, judge.Map.Sheet, diagnostics, out reading);
                if (later.IsMapped)
                {
                    Report(judge, cells, diagnostics);
                    watch = new ColumnWatch(later, diagnostics);
                    judge = new RowJudge(later.Map, _words, blocks);
                    cells = new CellDamage(later.Map, diagnostics);
                    titles = new TableTitles(later);
                }

                continue;
            }

            // A table that lists no parts ends at a blank row, or where the header of the parts comes again.
            reading = reading == Reading.NoParts && (isGap || judge.RepeatsHeader(row)) ? Reading.Parts : reading;
            if (reading == Reading.NoParts)
            {
                books.Skip(row, judge.Map, "belongs to a table that lists no parts", isOfOthers: true);
                continue;
            }

            width.Check(row);
            if (row.Damage is { } damage)
            {
                books.CountLine();
                diagnostics.Error(DiagnosticIds.RowDamaged, judge.Map.Sheet with { Row = row.Number }, $"The row could not be read: {damage.TrimEnd('.')}.",
                    "Repair the row; until then its part is open.");
                yield return judge.GetDamagedLine(row);
                continue;
            }

            if (reading == Reading.Parts && watch.Look(row))
            {
                Report(judge, cells, diagnostics);
                judge = new RowJudge(watch.Map, _words, blocks, judge);
                cells = new CellDamage(watch.Map, diagnostics);
            }

            string? reason = reading == Reading.Parts ? judge.ReasonToSkip(row) : "belongs to a later table whose columns were not understood";
            if (reason is not null)
            {
                books.Skip(row, judge.Map, reason, isHeader: reading == Reading.Parts && judge.RepeatsHeader(row));
                continue;
            }

            books.CountLine();
            cells.Check(row);
            yield return judge.GetLine(row);
        }

        Report(judge, cells, diagnostics);
    }

    private static void Report(RowJudge judge, CellDamage cells, DiagnosticBag diagnostics)
    {
        cells.Report();
        judge.Report(diagnostics);
    }

    private Titles KindOfTitles(BomRow row, RowJudge judge, TableTitles titles, HeaderWidth width)
    {
        if (!judge.RepeatsHeader(row))
        {
            return _finder.Later.IsHeader(row) ? Titles.OfLaterTable : _finder.Later.IsOfOtherTable(row) ? Titles.OfOtherTable : Titles.None;
        }

        if (_finder.Later.IsChanged(row, titles))
        {
            return Titles.OfLaterTable;
        }

        width.Widen(row);
        return Titles.None;
    }

    private SheetMapping MapLater(BomRow header, RowQueue rows, CellRef sheet, DiagnosticBag diagnostics, out Reading reading)
    {
        var sample = SheetSample.From(rows.LookAhead(header, SheetSample.ContentRows), []);
        FoundHeader found = _finder.Describe(sample, 0);
        SheetMapping later = _mapper.Map(found, sample.ContentFrom(found.LastIndex + 1, _marker), sample, sheet, profile: null, diagnostics);
        reading = later.IsMapped ? Reading.Parts : later.IsRefused || NamesPart(found) ? Reading.NotUnderstood : Reading.NoParts;
        if (reading == Reading.NotUnderstood)
        {
            diagnostics.Error(
                DiagnosticIds.LaterTableNotMapped,
                sheet with { Row = header.Number },
                $"A later table begins here, and {later.Refusal}; its rows were not read.",
                "Move the table to a sheet of its own, or give it the same columns as the first.");
        }

        return later;
    }

    private static bool NamesPart(FoundHeader found) =>
        found.Headers.Any(header => header is not null
            && header.Candidates.Any(candidate => ColumnMapper.NamesPart(candidate.Field) || candidate.Field == BomField.Quantity));

    // What a row with the looks of a header heads.
    private enum Titles : byte
    {
        None,
        OfLaterTable,
        OfOtherTable,
    }

    // What the rows are read as.
    private enum Reading : byte
    {
        Parts,

        // A table of parts whose columns were not understood.
        NotUnderstood,
        NoParts,
    }
}
