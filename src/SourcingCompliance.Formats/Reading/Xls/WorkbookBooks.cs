using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>
/// Goes through all records of an old workbook before it is parsed, and compares what it says twice: that each part ends, that the list of
/// sheets leads to sheets, that the table of texts and the sheets hold what they state.
/// </summary>
internal sealed class WorkbookBooks
{
    private const int Worksheet = 0x10;
    private const int BufferBytes = 1 << 16;

    private readonly SharedTextCount _texts = new();
    private readonly List<(long Offset, int Kind)> _listed = [];
    private readonly List<SheetBooks> _sheets = [];
    private bool _isOpaque;
    private bool _isInTexts;
    private bool _isBiff8;

    private WorkbookBooks()
    {
    }

    /// <summary>The worksheets in the order in which the workbook lists them; null = they could not be looked into (encrypted, or of a version before
    /// 5).</summary>
    public IReadOnlyList<SheetBooks>? Sheets { get; private set; }

    /// <summary>What does not agree between the table of texts and the cells; null = nothing.</summary>
    public string? TextDisagreement { get; private set; }

    /// <summary>Goes through a workbook.</summary>
    /// <param name="content">Its stream, from the start; stays open.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ReadingStoppedException">Its records do not hang together.</exception>
    public static WorkbookBooks From(Stream content, CancellationToken cancellation)
    {
        var books = new WorkbookBooks();
        books.Read(new BiffRecords(new BufferedStream(content, BufferBytes)), cancellation);
        return books;
    }

    /// <summary>Reports what contradicts itself on a sheet.</summary>
    /// <param name="sheet">0-based index of the sheet.</param>
    /// <param name="address">Its address.</param>
    /// <param name="diagnostics">Receives SC9040.</param>
    public void Report(int sheet, CellRef address, OnceDiagnostics diagnostics)
    {
        if (Sheets is not null && sheet < Sheets.Count && Sheets[sheet].Error is BookError error)
        {
            diagnostics.Add(
                DiagnosticIds.WorkbookContradictory, error.IsDoubtful ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, address with { Row = error.Row },
                $"The sheet contradicts itself: {error.What}. What was read of it may be wrong or incomplete.", Stop.SaveAgain);
        }
    }

    private void Read(BiffRecords records, CancellationToken cancellation)
    {
        int depth = 0;
        SheetBooks? sheet = null;
        while (records.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (BiffIds.IsBegin(records.Id))
            {
                sheet = depth++ == 0 ? Begin(records) : sheet;
            }
            else if (depth == 0)
            {
                if (records is { Id: 0, Length: 0 } && records.Offset > 0)
                {
                    // Streams are filled up with zeros.
                    break;
                }

                throw Stop.Damaged("The old workbook is damaged: records stand outside of its sheets, which no program writes.");
            }
            else if (records.Id == BiffIds.EndOfPart)
            {
                depth--;
                End(depth, sheet);
            }
            else if (depth == 1 && !_isOpaque)
            {
                Take(records, sheet);
            }
        }

        if (depth > 0)
        {
            throw Stop.Damaged("The old workbook is damaged: a sheet has no end. What follows its last readable record is lost.");
        }

        Compare();
    }

    private SheetBooks? Begin(BiffRecords records)
    {
        _isOpaque |= records.Id != 0x809 || records.Length < 4;
        int kind = records.Length < 4 ? 0 : records.Number(2);
        if (records.Offset == 0)
        {
            // A CAD program writes sheets of version 5 that call themselves version 8: the workbook's own part says it right.
            _isBiff8 = records.Number(0) >= 0x600;
        }

        if (_isOpaque || kind != Worksheet)
        {
            return null;
        }

        var sheet = new SheetBooks(records.Offset, _texts, _isBiff8);
        _sheets.Add(sheet);
        return sheet;
    }

    private void End(int depth, SheetBooks? sheet)
    {
        if (depth == 0 && !_isOpaque)
        {
            // The workbook's own part comes before its sheets.
            _texts.Count();
            sheet?.Close();
        }
    }

    private void Take(BiffRecords records, SheetBooks? sheet)
    {
        switch (records.Id)
        {
            case BiffIds.FilePassword:
                // From here on the bodies of all records are encrypted.
                _isOpaque = true;
                break;
            case BiffIds.BoundSheet when records.Length >= 6:
                _listed.Add((records.LongNumber(0), records.Number(4) >> 8));
                break;
            case BiffIds.SharedTexts when sheet is null:
            case BiffIds.Continue when sheet is null && _isInTexts:
                _isInTexts = true;
                _texts.Take(records.Body);
                break;
            default:
                _isInTexts = false;
                sheet?.Take(records);
                break;
        }
    }

    private void Compare()
    {
        if (_isOpaque)
        {
            return;
        }

        var sheets = new List<SheetBooks>();
        foreach ((long offset, int kind) in _listed)
        {
            SheetBooks? listed = _sheets.Find(sheet => sheet.Offset == offset);
            if (kind == 0)
            {
                sheets.Add(listed ?? throw Stop.Damaged("The old workbook is damaged: its list of sheets leads to a place where no sheet begins."));
            }
        }

        if (sheets.Count != _sheets.Count)
        {
            throw Stop.Damaged("The old workbook is damaged: it contains a sheet that its list of sheets does not name.");
        }

        Sheets = sheets;
        TextDisagreement = _texts.Disagreement();
    }
}
