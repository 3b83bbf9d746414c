using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// Knows the end of a text that was cut off: a last record without a line end, with fewer cells than any before it, whose cells are such as
/// stand in their columns. A text may end without a line end, and records may be of different widths, as totals are; all together mean that an
/// export or a download broke off.
/// </summary>
internal sealed class RecordWidths
{
    private const int LeastRecords = 3;
    private const int MostCompared = 1000;
    private const int ComparedColumns = 4;

    private readonly int[] _filled = new int[ComparedColumns];
    private readonly int[] _numbers = new int[ComparedColumns];
    private int _records;
    private int _least = int.MaxValue;

    /// <summary>Takes note of a record, and reports it when the text was cut off in it.</summary>
    /// <param name="records">The records, of which this is the last read.</param>
    /// <param name="row">The record's row; damaged when it was cut off.</param>
    /// <param name="sheet">Address of the text.</param>
    /// <param name="once">Receives SC9041.</param>
    public void Tell(DelimitedRecords records, BomRow row, CellRef sheet, OnceDiagnostics once)
    {
        if (row.IsBlank)
        {
            return;
        }

        if (records.IsWithoutEnd && _records >= LeastRecords && row.Width < _least && IsLikeOthers(row))
        {
            row.Damage = string.Create(
                CultureInfo.InvariantCulture, $"The text ends in this row, after {row.Width} of at least {_least} cells and without a line end: it was cut "
                    + $"off, and lines may be missing.");
            once.Add(DiagnosticIds.TextCutOff, DiagnosticSeverity.Warning, sheet with { Row = row.Number }, row.Damage,
                "Export or download the list again, and compare its last line.");
        }

        _least = Math.Min(_least, row.Width);
        if (++_records > MostCompared)
        {
            return;
        }

        for (int i = 0; i < ComparedColumns; i++)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(i + 1);
            _filled[i] += text.IsEmpty ? 0 : 1;
            _numbers[i] += IsNumber(text) ? 1 : 0;
        }
    }

    // "Subtotal, 19.22" has a text where the others count and a number where they describe.
    private bool IsLikeOthers(BomRow row)
    {
        for (int i = 0; i < Math.Min(ComparedColumns, row.Width); i++)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(i + 1);
            int usual = IsNumber(text) ? _numbers[i] : _filled[i] - _numbers[i];
            if (!text.IsEmpty && usual * 4 < _filled[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyInRange('0', '9') >= 0 && !text.ContainsAnyInRange('A', 'z');
}
