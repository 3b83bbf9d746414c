using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Markings;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>
/// Tells items from section titles, totals, notes, repeated headers and other sources of the item above. It is given every row that is
/// not blank, in order: first <see cref="ReasonToSkip"/>, then <see cref="GetLine"/> unless there is a reason.
/// </summary>
internal sealed class RowJudge
{
    private const int LongText = 80;

    private readonly RowWords _words;
    private readonly RowColumns _row;
    private readonly AlternateRows _alternates;
    private readonly LineTextsWriter _texts;
    private bool _followsLine;
    private bool _isSourceOfItemAbove;
    private bool _isBelowHeader;

    /// <summary>Judges the rows of a table.</summary>
    /// <param name="map">Its columns.</param>
    /// <param name="words">The words of the vocabulary.</param>
    /// <param name="blocks">Where the texts of lines are kept.</param>
    /// <param name="before">What judged the rows above, when more columns of the same table are read from here on; null = the table begins.</param>
    public RowJudge(ColumnMap map, HeaderWords words, LineBlocks blocks, RowJudge? before = null)
    {
        Map = map;
        _words = new RowWords(words);
        _row = new RowColumns(map, words);
        _alternates = new AlternateRows(map, before?._alternates);
        _followsLine = before is { _followsLine: true };
        _isBelowHeader = before is null;
        _texts = new LineTextsWriter(map, blocks, words);
    }

    public ColumnMap Map { get; }

    /// <summary>Whether a row says again what the header says.</summary>
    public bool RepeatsHeader(BomRow row) => _row.RepeatsHeader(row);

    /// <summary>Whether a row has the looks of a header: several words and no digit.</summary>
    public static bool MayBeHeader(BomRow row)
    {
        int filled = 0;
        int digits = 0;
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.IsBlankAt(column))
            {
                continue;
            }

            filled++;
            ReadOnlySpan<char> text = row.TextAt(column);
            if (row.KindAt(column) != CellKind.Text || text.Length > 60 || char.IsAsciiDigit(text[0]))
            {
                return false;
            }

            digits += text.ContainsAnyInRange('0', '9') ? 1 : 0;
        }

        return filled >= 2 && digits * 3 <= filled;
    }

    /// <summary>Why a row is no item; null when it is one, or another source of the item above.</summary>
    public string? ReasonToSkip(BomRow row)
    {
        _isSourceOfItemAbove = false;
        string? reason = !_isBelowHeader ? GetReason(row)
            : NumberRow.Is(row) ? "numbers the columns" : _words.IsOfValueKinds(row) ? "says what the columns take" : GetReason(row);
        _isBelowHeader = false;
        _followsLine &= reason is null;
        return reason;
    }

    /// <summary>The line of a row that is an item, or another source of the item above.</summary>
    public BomLine GetLine(BomRow row)
    {
        LineTexts texts = _texts.Write(row);
        _followsLine = true;
        return _texts.Line(row, texts, row.Indent >= 0 ? row.Indent : _row.GetLead(row), _alternates.Follows(row, texts, _isSourceOfItemAbove));
    }

    /// <summary>Reports the cells that say what the cell above says.</summary>
    /// <param name="diagnostics">Receives SC9286.</param>
    public void Report(DiagnosticBag diagnostics)
    {
        if (_texts.FirstDitto is { } first)
        {
            diagnostics.Note(
                DiagnosticIds.CellsRepaired,
                first,
                $"{(_texts.Dittos == 1 ? "1 cell says" : FormattableString.Invariant($"{_texts.Dittos} cells say"))} that the text of the cell above "
                    + $"applies to it too ('ditto'); that text was used.",
                "Check that the rows are in the order in which they were written.");
        }
    }

    /// <summary>The line of a row that could not be read: what is left of it.</summary>
    public BomLine GetDamagedLine(BomRow row)
    {
        _followsLine = false;
        return _texts.Line(row, _texts.Write(row), indent: -1, isAlternate: false);
    }

    private string? GetReason(BomRow row)
    {
        RowCells cells = _row.GetCells(row, _alternates);
        if (cells.Filled == 0)
        {
            return ReasonOfUnknown(row, cells);
        }

        ReadOnlySpan<char> lead = _row.TextAt(row, cells.First);
        if (cells.AsLongAsHeader >= 2 && RepeatsHeader(row))
        {
            return "repeats the header";
        }

        // A long row is no note, so its cells need not be counted.
        int filledOfRow = cells.Filled <= 2 ? RowColumns.GetFilled(row) : cells.Filled;
        if (_words.ReasonToSkip(lead, cells.Filled, filledOfRow, _row.HasCount(row)) is { } reason)
        {
            return reason;
        }

        if (filledOfRow == 2 && _row.IsHeader(lead) && !_row.HasCount(row))
        {
            return "explains a column";
        }

        string? reasonOfNames = cells.Filled == 1 && cells.Naming == 1 ? ReasonOfSingle(row, lead, cells.First) : cells.Naming == 0
            && !cells.NamesMaterial ? ReasonOfNameless(row, cells, filledOfRow) : null;
        _isSourceOfItemAbove |= reasonOfNames is null && IsNext(row) && (cells.Origins > 0 || !_row.HasCount(row)) && NamesOtherSource(row);
        return reasonOfNames;
    }

    // A row with a number of its own ("ALT-100", "BRK-2, alternate bracket") is a part, unless it says for what it is the alternate.
    private bool NamesOtherSource(BomRow row)
    {
        bool hasNumber = Map.Columns.Any(column => column is { IsKnown: true, Field: BomField.PartNumber }
            && row.TrimmedAt(column.Column) is var number && CellShapes.IsCode(number) && !number.Contains(':'));
        foreach (MappedColumn column in Map.Columns)
        {
            if (column is { IsKnown: true, Field: BomField.PartNumber or BomField.Name or BomField.Description }
                && row.TrimmedAt(column.Column) is var text && !(column.Field == BomField.PartNumber && hasNumber) && _words.NamesOtherSource(text, hasNumber))
            {
                return true;
            }
        }

        return false;
    }

    // Parts may stand below a header that is not known, with only the product above them under one that is.
    private string? ReasonOfUnknown(BomRow row, RowCells cells)
    {
        const string reason = "has nothing in the columns of the list";
        if (cells.Unknown == 0 || !IsNext(row) || !_row.SaysSomething(row))
        {
            return reason;
        }

        _isSourceOfItemAbove = !cells.AreUnknownFilledAbove && !RowColumns.HoldsNumber(row);
        return null;
    }

    // One filled cell is a title or a note, unless the list has little else to fill or the cell holds a part number.
    private string? ReasonOfSingle(BomRow row, ReadOnlySpan<char> lead, int at)
    {
        bool isAlone = RowColumns.GetFilled(row) == 1;
        if (isAlone && MarkingReader.IsUnmistakable(lead))
        {
            return "is a marking of the document";
        }

        if (_row.Known < 3 || !isAlone)
        {
            return null;
        }

        if (lead.Length > LongText || lead.EndsWith(':'))
        {
            return "is a note: one text and nothing else";
        }

        bool hasDigit = lead.ContainsAnyInRange('0', '9');
        if (hasDigit && CellShapes.IsCode(lead))
        {
            return null;
        }

        // A description that is broken over rows goes on in the column where the row above has text; titles begin with a capital or a number.
        bool goesOn = IsNext(row) && at != _row.FirstKnown && _alternates.LastFills(at) && (char.IsLower(lead[0]) || (hasDigit && char.IsLetter(lead[0])));
        _isSourceOfItemAbove = goesOn;
        return goesOn ? null : "is a title or note: one text and nothing else";
    }

    // A row without a name that counts something is a part that somebody forgot to name, and one that states an origin or a maker is
    // another source of the item above: neither may vanish.
    private string? ReasonOfNameless(BomRow row, RowCells cells, int filledOfRow)
    {
        bool hasCount = _row.HasCount(row);
        if (hasCount && (_row.IsNumbered(row) || (cells.Origins == 0 && cells.Describing + cells.Unknown > 0)))
        {
            return null;
        }

        if (!cells.SaysSomething)
        {
            return "names no part, only numbers";
        }

        bool isTitle = filledOfRow == 1 && cells.Origins == 0 && (cells.First == _row.FirstKnown || Map.Columns[cells.First].Field == BomField.Category);
        _isSourceOfItemAbove = !isTitle && (IsNext(row) || (_followsLine && cells.Origins > 0));
        return _isSourceOfItemAbove ? null : "names no part";
    }

    private bool IsNext(BomRow row) => _followsLine && _alternates.LastRow == row.Number - 1;
}
