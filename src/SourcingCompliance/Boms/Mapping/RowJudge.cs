namespace SourcingCompliance.Boms.Mapping;

/// <summary>
/// Tells items from section titles, totals, notes, repeated headers and other sources of the item above. It is given every row that is
/// not blank, in order: first <see cref="ReasonToSkip"/>, then <see cref="LineOf"/> unless there is a reason.
/// </summary>
internal sealed class RowJudge
{
    private const int LongText = 80;

    private readonly RowWords _words;
    private readonly HeaderWords _vocabulary;
    private readonly int[] _columns;
    private readonly string[] _headers;
    private readonly CellWorth[] _worths;
    private readonly int _known;
    private readonly int _firstKnown;
    private readonly int _findNumber;
    private readonly int _quantity;
    private readonly int _indented;
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
    public RowJudge(ColumnMap map, HeaderWords words, TextBlocks blocks, RowJudge? before = null)
    {
        Map = map;
        _words = new RowWords(words);
        _vocabulary = words;
        _columns = [.. map.Columns.Select(column => column.Column)];
        _headers = [.. map.Columns.Select(column => column.Header)];
        _worths = [.. map.Columns.Select(column => column.IsKnown ? WorthOf(column.Field) : CellWorth.Unknown)];
        _known = _worths.Count(worth => worth != CellWorth.Unknown);
        _firstKnown = Array.FindIndex(_worths, worth => worth != CellWorth.Unknown);
        _findNumber = map.IndexOfFirstChoice(BomField.FindNumber);
        _quantity = map.IndexOfFirstChoice(BomField.Quantity);
        _alternates = new AlternateRows(map, before?._alternates);
        _followsLine = before is { _followsLine: true };
        _isBelowHeader = before is null;
        _texts = new LineTextsWriter(map, blocks);
        _indented = new[] { BomField.PartNumber, BomField.Name, BomField.Description }.Select(map.IndexOfFirstChoice).FirstOrDefault(index => index >= 0, -1);
    }

    public ColumnMap Map { get; }

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

    /// <summary>Whether a row says again what the header says.</summary>
    public bool RepeatsHeader(BomRow row)
    {
        int same = 0;
        for (int i = 0; i < _columns.Length; i++)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(_columns[i]);
            same += text.Length > 0 && text.Length == _headers[i].Length && text.Equals(_headers[i], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return same >= 2 && same * 2 >= _columns.Count(column => !row.IsBlankAt(column));
    }

    /// <summary>Why a row is no item; null when it is one, or another source of the item above.</summary>
    public string? ReasonToSkip(BomRow row)
    {
        _isSourceOfItemAbove = false;
        string? reason = _isBelowHeader && NumberRow.Is(row) ? "numbers the columns" : ReasonOf(row);
        _isBelowHeader = false;
        _followsLine &= reason is null;
        return reason;
    }

    /// <summary>The line of a row that is an item, or another source of the item above.</summary>
    public BomLine LineOf(BomRow row)
    {
        LineTexts texts = _texts.Write(row);
        _followsLine = true;
        return _texts.Line(row, texts, row.Indent >= 0 ? row.Indent : LeadOf(row), _alternates.Follows(row, texts, _isSourceOfItemAbove));
    }

    /// <summary>The line of a row that could not be read: what is left of it.</summary>
    public BomLine DamagedLineOf(BomRow row)
    {
        _followsLine = false;
        return _texts.Line(row, _texts.Write(row), indent: -1, isAlternate: false);
    }

    private string? ReasonOf(BomRow row)
    {
        RowCells cells = CellsOf(row);
        if (cells.Filled == 0)
        {
            return ReasonOfUnknown(row, cells);
        }

        ReadOnlySpan<char> lead = row.TrimmedAt(_columns[cells.First]);
        if (cells.AsLongAsHeader >= 2 && RepeatsHeader(row))
        {
            return "repeats the header";
        }

        // A long row is no note, so its cells need not be counted.
        int filledOfRow = cells.Filled <= 2 ? FilledOf(row) : cells.Filled;
        if (_words.ReasonToSkip(lead, cells.Filled, filledOfRow, HasCount(row)) is { } reason)
        {
            return reason;
        }

        if (filledOfRow == 2 && IsHeader(lead) && !HasCount(row))
        {
            return "explains a column";
        }

        return cells.Filled == 1 && cells.Naming == 1 ? ReasonOfSingle(row, lead, cells.First) : cells.Naming == 0 && !cells.NamesMaterial ? ReasonOfNameless(row, cells, filledOfRow) : null;
    }

    private RowCells CellsOf(BomRow row)
    {
        var cells = new RowCells { First = -1, AreUnknownFilledAbove = true };
        for (int i = 0; i < _columns.Length; i++)
        {
            int length = row.LengthAt(_columns[i]);
            if (length == 0)
            {
                continue;
            }

            if (_worths[i] == CellWorth.Unknown)
            {
                // A text beside the list, below no header, is nobody's.
                if (_headers[i].Length > 0 && cells.Naming == 0 && HasLetter(row.TrimmedAt(_columns[i])))
                {
                    cells.Unknown++;
                    cells.AreUnknownFilledAbove &= _alternates.LastFills(i);
                }

                continue;
            }

            cells.AsLongAsHeader += length == _headers[i].Length ? 1 : 0;
            cells.First = cells.First < 0 ? i : cells.First;
            cells.Filled++;
            switch (_worths[i])
            {
                case CellWorth.NamesPart:
                    cells.Naming++;
                    break;
                case CellWorth.NamesMaterial:
                    cells.NamesMaterial = true;
                    break;
                case CellWorth.Describes:
                    cells.Describing++;
                    break;
                case CellWorth.StatesOrigin:
                    cells.Origins++;
                    break;
                case CellWorth.Tells:
                    cells.Telling++;
                    break;
            }
        }

        return cells;
    }

    // Parts may stand below a header that is not known, with only the product above them under one that is.
    private string? ReasonOfUnknown(BomRow row, RowCells cells)
    {
        const string reason = "has nothing in the columns of the list";
        if (cells.Unknown == 0 || !IsNext(row) || !SaysSomething(row))
        {
            return reason;
        }

        _isSourceOfItemAbove = !cells.AreUnknownFilledAbove && !HoldsNumber(row);
        return null;
    }

    // Formulas that are filled down below a list leave FALSE, N/A or an error in every row.
    private bool SaysSomething(BomRow row)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(_columns[i]);
            if (HasLetter(text) && text[0] != '#' && row.KindAt(_columns[i]) != CellKind.Error
                && HeaderKey.Of(text, splitCamelCase: false) is var key && !_vocabulary.Yes.Contains(key) && !_vocabulary.No.Contains(key) && !_vocabulary.NoNames.Contains(key))
            {
                return true;
            }
        }

        return false;
    }

    // One filled cell is a title or a note, unless the list has little else to fill or the cell holds a part number.
    private string? ReasonOfSingle(BomRow row, ReadOnlySpan<char> lead, int at)
    {
        if (_known < 3 || FilledOf(row) > 1)
        {
            return null;
        }

        if (lead.Length > LongText || lead.EndsWith(':'))
        {
            return "is a note: one text and nothing else";
        }

        bool hasDigit = lead.ContainsAnyInRange('0', '9');
        if (hasDigit && CellShapes.IsCode(lead.ToString()))
        {
            return null;
        }

        // A description that is broken over rows goes on in the column where the row above has text; titles begin with a capital or a number.
        bool goesOn = IsNext(row) && at != _firstKnown && _alternates.LastFills(at) && (char.IsLower(lead[0]) || (hasDigit && char.IsLetter(lead[0])));
        _isSourceOfItemAbove = goesOn;
        return goesOn ? null : "is a title or note: one text and nothing else";
    }

    // A row without a name that counts something is a part that somebody forgot to name, and one that states an origin or a maker is
    // another source of the item above: neither may vanish.
    private string? ReasonOfNameless(BomRow row, RowCells cells, int filledOfRow)
    {
        bool hasCount = HasCount(row);
        if (hasCount && ((_findNumber >= 0 && !row.IsBlankAt(_columns[_findNumber])) || (cells.Origins == 0 && cells.Describing + cells.Unknown > 0)))
        {
            return null;
        }

        if (!cells.SaysSomething)
        {
            return "names no part, only numbers";
        }

        bool isTitle = filledOfRow == 1 && cells.Origins == 0 && (cells.First == _firstKnown || Map.Columns[cells.First].Field == BomField.Category);
        _isSourceOfItemAbove = !isTitle && (IsNext(row) || (_followsLine && cells.Origins > 0));
        return _isSourceOfItemAbove ? null : "names no part";
    }

    // "Part No | our own number": a legend says again what the columns are called.
    private bool IsHeader(ReadOnlySpan<char> text)
    {
        foreach (string header in _headers)
        {
            if (header.Length == text.Length && text.Equals(header, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNext(BomRow row) => _followsLine && _alternates.LastRow == row.Number - 1;

    private bool HasCount(BomRow row)
    {
        if (_quantity < 0)
        {
            return false;
        }

        ReadOnlySpan<char> text = row.TrimmedAt(_columns[_quantity]);
        return text.Length > 0 && text is not "0" && char.IsAsciiDigit(text[0]);
    }

    private int LeadOf(BomRow row)
    {
        if (_indented < 0)
        {
            return -1;
        }

        ReadOnlySpan<char> text = row.TextAt(_columns[_indented]);
        int lead = TreeGlyphs.LeadOf(text);

        // A single blank is a slip of the hand, not a level.
        bool isSlip = lead == 1 && char.IsWhiteSpace(text[0]);
        return lead == 0 || lead == text.Length || isSlip ? -1 : lead;
    }

    private static CellWorth WorthOf(BomField field) => field switch
    {
        BomField.FindNumber or BomField.Quantity or BomField.UnitCost or BomField.Mass or BomField.Level or BomField.Unit or BomField.Revision
            or BomField.Cots or BomField.Parent or BomField.NotInstalled or BomField.Installed => CellWorth.Counts,
        BomField.Material or BomField.Grade => CellWorth.NamesMaterial,
        BomField.Category or BomField.Notes => CellWorth.Describes,
        _ when OriginTexts.IsOfOrigin(field) => CellWorth.StatesOrigin,
        _ => ColumnMapper.NamesPart(field) || field == BomField.ReferenceDesignator ? CellWorth.NamesPart : CellWorth.Tells,
    };

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsNumber(BomRow row)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.KindAt(column) == CellKind.Number || (!row.IsBlankAt(column) && CellShapes.IsNumeric(row.TrimmedAt(column))))
            {
                return true;
            }
        }

        return false;
    }

    private static int FilledOf(BomRow row)
    {
        int filled = 0;
        for (int column = 1; column <= row.Width; column++)
        {
            filled += row.IsBlankAt(column) ? 0 : 1;
        }

        return filled;
    }
}
