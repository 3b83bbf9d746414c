using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>Reports what a spreadsheet has done to cells: scientific notation, dates, errors, lost leading zeros, texts too long to be read whole. Nothing is
/// repaired.</summary>
internal sealed partial class CellDamage
{
    private const int MaximumPending = 200;

    /// <summary>The error of a lookup that found nothing.</summary>
    private const string NotFound = "#N/A";

    private readonly ColumnMap _map;
    private readonly DiagnosticBag _diagnostics;
    private readonly int[] _columns;
    private readonly bool[] _areNumbers;
    private readonly int[] _all;
    private readonly int[] _numbers;
    private readonly int[] _names;
    private readonly int[] _marks;
    private readonly List<(CellRef Cell, string Text)>[] _short;
    private readonly int[] _padded;
    private readonly int[] _paddedLength;
    private readonly CellTally[] _lost;
    private readonly CellTally[] _dates;
    private readonly CellTally[] _scientific;
    private readonly ErrorCells _errors;

    public CellDamage(ColumnMap map, DiagnosticBag diagnostics)
    {
        _map = map;
        _diagnostics = diagnostics;
        _columns = [.. map.Columns.Select(column => column.Column)];
        _areNumbers = [.. map.Columns.Select(column => column.Field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber)];
        _all = [.. Enumerable.Range(0, _columns.Length)];
        _numbers = [.. _all.Where(i => _areNumbers[i])];
        _names = [.. _all.Where(i => NamesPart(map.Columns[i].Field) || TellsOfPart(map.Columns[i].Field)).Select(i => _columns[i])];
        _marks = [.. _all.Where(i => MarksPart(map.Columns[i].Field))];
        _short = [.. map.Columns.Select(_ => new List<(CellRef, string)>())];
        _padded = new int[map.Columns.Length];
        _paddedLength = new int[map.Columns.Length];
        _lost = new CellTally[map.Columns.Length];
        _dates = new CellTally[map.Columns.Length];
        _scientific = new CellTally[map.Columns.Length];
        _errors = new ErrorCells(map);
    }

    /// <summary>
    /// Looks at the mapped cells of an item; an error where the row says what the part is, or that no cell does, becomes
    /// <see cref="BomRow.UnreadCell"/>.
    /// </summary>
    public void Check(BomRow row)
    {
        if (!Array.Exists(_names, column => row.LengthAt(column) > 0) && Array.Exists(_marks, i => IsMark(row, i)))
        {
            row.UnreadCell = "no cell says what the part is";
        }

        if (row.Length > MaterialClassifier.MostCharacters)
        {
            CheckLength(row);
        }

        if (row.MayHoldLostText)
        {
            CheckLost(row);
        }

        foreach (int i in row.MayHoldErrors ? _all : _numbers)
        {
            int column = _columns[i];
            if (row.KindAt(column) == CellKind.Error || IsErrorText(row.TrimmedAt(column)))
            {
                _errors.Add(i, At(row, i), row.TrimmedAt(column));
                row.UnreadCell ??= NamesPart(_map.Columns[i].Field) && (row.TrimmedAt(column) is not NotFound || !NamesOtherwise(row))
                    ? $"the {FieldNames.Format(_map.Columns[i])} is the spreadsheet error {row.TrimmedAt(column)}, so it is not known what the part is"
                    : null;
            }
            else if (_areNumbers[i] && row.LengthAt(column) > 0)
            {
                CheckNumber(row, i);
            }
        }
    }

    /// <summary>Reports what is wrong, once for each column: the first cell, and how many others are like it.</summary>
    public void Report()
    {
        _errors.Report(_diagnostics);
        for (int i = 0; i < _columns.Length; i++)
        {
            Report(
                _scientific[i],
                DiagnosticIds.PartNumberScientific,
                text => $"The part number '{text}' is in scientific notation, so its last digits are lost. It was used as it stands.",
                "Format the column as text and enter the number again.");
            Report(
                _dates[i],
                DiagnosticIds.PartNumberDate,
                text => $"The part number '{text}' is a date, as a spreadsheet makes of numbers such as 2-5. It was used as it stands.",
                "Format the column as text and enter the number again.");
            Report(
                _lost[i],
                DiagnosticIds.TextLost,
                text => $"The letters of the {FieldNames.Format(_map.Columns[i])} '{text}' were lost when the list was saved, so it is unknown what it "
                    + $"says. A line item whose name is lost is open.",
                "Export the list again as UTF-8 or as a workbook.");
            ReportShort(i);
        }
    }

    private void Report(CellTally cells, string id, Func<string, string> message, string hint)
    {
        if (cells.Count > 0)
        {
            _diagnostics.Warn(id, cells.First, message(cells.Text) + cells.Others, hint);
        }
    }

    // Makers' numbers have all lengths: only a column that is padded as a rule can have lost its padding.
    private void ReportShort(int i)
    {
        CellTally shorter = default;
        foreach ((CellRef cell, string text) in _short[i].Where(found => found.Text.Length < _paddedLength[i]))
        {
            shorter = shorter.With(cell, text);
        }

        if (_padded[i] >= 2 && _padded[i] >= shorter.Count && _map.Columns[i].Field == BomField.PartNumber)
        {
            Report(
                shorter,
                DiagnosticIds.PartNumberZerosLost,
                text => $"The number {text} stands in a column whose others have {_paddedLength[i]} digits with leading zeros; a spreadsheet may have "
                    + $"dropped them. It was used as it stands.",
                "Format the column as text and enter the number again.");
        }
    }

    // A maker whose name is lost changes nothing; what the part is, or is from, does. "??" as an origin says that nobody knows.
    private void CheckLost(BomRow row)
    {
        foreach (int i in _all)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(_columns[i]);
            BomField field = _map.Columns[i].Field;
            bool isName = NamesPart(field) && !_areNumbers[i];
            bool matters = isName || field is BomField.Notes or BomField.Category || (OriginTexts.IsOfOrigin(field) && text.Contains('\uFFFD'));
            if (!matters || !LostText.MayBe(text) || !LostText.Is(text))
            {
                continue;
            }

            _lost[i] = _lost[i].With(At(row, i), text);
            row.UnreadCell ??= isName ? $"the letters of the {FieldNames.Format(_map.Columns[i])} were lost, so it is not known what the part is" : null;
        }
    }

    private void CheckLength(BomRow row)
    {
        foreach (int i in _all.Where(i => row.LengthAt(_columns[i]) > MaterialClassifier.MostCharacters))
        {
            _diagnostics.Error(
                DiagnosticIds.CellCut,
                At(row, i),
                FormattableString.Invariant(
                    $"The {FieldNames.Format(_map.Columns[i])} has {row.LengthAt(_columns[i]):N0} characters. Only the first {MaterialClassifier.MostCharacters:N0} were searched for covered materials."),
                "Shorten the cell, or split it into several rows.");
        }
    }

    private static bool NamesPart(BomField field) => field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.Name or BomField.Description
        or BomField.Value or BomField.Material or BomField.Grade;

    private static bool TellsOfPart(BomField field) => field is BomField.SupplierPartNumber or BomField.Category or BomField.Notes or BomField.HtsCode
        or BomField.Nsn or BomField.SupplyClass;

    private static bool MarksPart(BomField field) => field is BomField.FindNumber or BomField.Level or BomField.ReferenceDesignator or BomField.Manufacturer
        or BomField.Supplier || OriginTexts.IsOfOrigin(field);

    // A row of figures alone is a sum, and one with a word where others have a number its label; what is numbered, placed or bought is a part.
    private bool IsMark(BomRow row, int index)
    {
        ReadOnlySpan<char> text = row.TrimmedAt(_columns[index]);
        return !text.IsEmpty && (_map.Columns[index].Field is not (BomField.FindNumber or BomField.Level or BomField.ReferenceDesignator)
            || text.ContainsAnyInRange('0', '9'));
    }

    // What a lookup did not find is as good as blank where another cell says what the part is.
    private bool NamesOtherwise(BomRow row)
    {
        foreach (int i in _all)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(_columns[i]);
            if (_map.Columns[i].Field is BomField.Name or BomField.Description or BomField.Material or BomField.Value && text is not ([] or ['#', ..]))
            {
                return true;
            }
        }

        return false;
    }

    private void CheckNumber(BomRow row, int index)
    {
        ReadOnlySpan<char> text = row.TrimmedAt(_columns[index]);
        if (row.KindAt(_columns[index]) == CellKind.Date || IsDateText(text))
        {
            _dates[index] = _dates[index].With(At(row, index), text);
        }
        else if (IsScientific(text))
        {
            _scientific[index] = _scientific[index].With(At(row, index), text);
        }
        else if (IsDigits(text))
        {
            if (text[0] == '0' && text.Length > 1)
            {
                _padded[index]++;
                _paddedLength[index] = text.Length;
            }
            else if (_short[index].Count < MaximumPending)
            {
                _short[index].Add((At(row, index), text.ToString()));
            }
        }
    }

    private CellRef At(BomRow row, int index) => _map.Sheet with { Row = row.Number, Column = _map.Columns[index].Column };
}
