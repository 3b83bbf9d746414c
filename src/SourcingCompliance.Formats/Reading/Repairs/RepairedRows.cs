using System.Collections;
using System.Text;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Repairs;

/// <summary>The rows of a sheet with the texts of damaged cells repaired. What was repaired is reported once for each kind, when all rows have been
/// read.</summary>
/// <param name="rows">The rows as they stand.</param>
/// <param name="sheet">Address of the sheet.</param>
/// <param name="diagnostics">Receives SC9286.</param>
internal sealed class RepairedRows(IEnumerable<BomRow> rows, CellRef sheet, DiagnosticBag diagnostics) : IEnumerable<BomRow>
{
    private const int MostRemembered = 10_000;
    private const int LongestQuote = 60;

    private readonly Dictionary<string, (string? Text, RepairKind Kind)> _known = new(StringComparer.Ordinal);
    private bool _isReported;

    /// <summary>The document with its rows repaired.</summary>
    public static BomDocument Create(BomDocument document, DiagnosticBag diagnostics) => new(
        document.Path,
        document.Format,
        [.. document.Tables.Select(table => table with { Rows = new RepairedRows(table.Rows, document.GetRef(table), diagnostics) })],
        document);

    /// <inheritdoc/>
    public IEnumerator<BomRow> GetEnumerator()
    {
        var found = new SortedDictionary<RepairKind, (int Cells, CellRef First, string Before, string After)>();
        foreach (BomRow row in rows)
        {
            if (MayNeedRepair(row))
            {
                Repair(row, found);
            }

            yield return row;
        }

        if (!_isReported)
        {
            _isReported = true;
            Report(found);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool MayNeedRepair(BomRow row)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            if (MayNeedRepair(row.TextAt(column)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayNeedRepair(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(TextRepair.Sound) >= 0 || LetterForms.MayBeSpaced(text);

    private void Repair(BomRow row, SortedDictionary<RepairKind, (int Cells, CellRef First, string Before, string After)> found)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            ReadOnlySpan<char> text = row.TextAt(column);
            if (row.KindAt(column) != CellKind.Text || !MayNeedRepair(text))
            {
                continue;
            }

            row.MayHoldLostText |= LostText.MayBe(text);
            if (Known(text) is not { Text: { } repaired } known)
            {
                continue;
            }

            if (known.Kind != RepairKind.None)
            {
                (int cells, CellRef first, string before, string after) =
                    found.GetValueOrDefault(known.Kind, (0, sheet with { Row = row.Number, Column = column }, text.ToString(), repaired));
                found[known.Kind] = (cells + 1, first, before, after);
            }

            row.Set(column, new BomCell(repaired, CellKind.Text));
            row.MayHoldLostText |= LostText.MayBe(repaired);
        }
    }

    private (string? Text, RepairKind Kind) Known(ReadOnlySpan<char> text)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out (string? Text, RepairKind Kind) known))
        {
            return known;
        }

        string whole = text.ToString();
        known = (TextRepair.Read(whole, out RepairKind kind), kind);
        if (_known.Count < MostRemembered)
        {
            _known.Add(whole, known);
        }

        return known;
    }

    private void Report(SortedDictionary<RepairKind, (int Cells, CellRef First, string Before, string After)> found)
    {
        foreach ((RepairKind kind, (int cells, CellRef first, string before, string after)) in found)
        {
            string count = cells == 1 ? "1 cell" : FormattableString.Invariant($"{cells} cells");
            string what = kind switch
            {
                RepairKind.Markup => "with HTML tags or character references",
                RepairKind.Escapes => "with escaped characters",
                RepairKind.Misread => "whose text was once read in a wrong encoding and saved again",
                _ => "with letters of another alphabet that look like Latin ones",
            };
            diagnostics.Note(
                DiagnosticIds.CellsRepaired,
                first,
                $"{count} {what}: the first, '{QuotedText.Quote(before, LongestQuote)}', was read as '{QuotedText.Quote(after, LongestQuote)}'. The "
                    + $"repaired text was used.",
                "Check that the repaired text is right; export the list again to be sure.");
        }
    }
}
