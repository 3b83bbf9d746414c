using System.Text.RegularExpressions;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Items.Accounting;

/// <summary>
/// Looks at the sheets of a file that are no lists. "MAG-22: powder from China since October" on a sheet of notes says of a part what no line item of it
/// says, and so does "All parts made in China". One instance serves one file.
/// </summary>
/// <param name="rows">Reads origins outside of lines.</param>
internal sealed partial class PartNotes(SkippedRowCheck rows)
{
    private const int ShortestNumber = 3;
    private const int LongestText = 300;
    private const int Overlap = 60;
    private const string Signs = " \t\r\n,;:()[]{}\"'=|";

    // What every line item of a part says of countries; a number may hold what separates words elsewhere.
    private readonly Dictionary<string, HashSet<Country>> _parts = new(StringComparer.Ordinal);
    private readonly List<(BomTable Table, CellRef Sheet)> _sheets = [];

    /// <summary>Keeps a sheet that is no list.</summary>
    public void Add(BomTable table, CellRef sheet) => _sheets.Add((table, sheet));

    /// <summary>Keeps the line items of a list that carry a covered material.</summary>
    public void Add(IEnumerable<BomItem> items)
    {
        foreach (BomItem item in items.Where(item => !item.Materials.IsEmpty))
        {
            Country[] stated = [.. item.Origins.SelectMany(statement => statement.Origin.Countries)];
            foreach (string number in GetNumbers(item.Line))
            {
                if (_parts.TryGetValue(number, out HashSet<Country>? known))
                {
                    known.IntersectWith(stated);
                }
                else
                {
                    _parts.Add(number, [.. stated]);
                }
            }
        }
    }

    /// <summary>Reports the first such row of each sheet.</summary>
    /// <param name="diagnostics">Receives SC9289.</param>
    /// <returns>How many sheets hold one.</returns>
    public int Report(DiagnosticBag diagnostics) => _parts.Count == 0 ? 0 : _sheets.Count(left => Report(left.Table, left.Sheet, diagnostics));

    private bool Report(BomTable table, CellRef sheet, DiagnosticBag diagnostics)
    {
        foreach (BomRow row in table.Rows)
        {
            for (int column = 1; column <= row.Width; column++)
            {
                if (row.KindAt(column) == CellKind.Text && FindStatement(row, column) is { } text)
                {
                    diagnostics.Warn(
                        DiagnosticIds.OriginOutsideLines,
                        sheet with { Row = row.Number, Column = column },
                        $"The sheet is not read as a BOM, and '{QuotedText.Quote(text)}' states an origin in a covered country. Nothing in this sheet is part "
                            + $"of the answer.",
                        "Put the origin into a column of the parts that it applies to. If it applies to none of them, no action is needed.");
                    return true;
                }
            }
        }

        return false;
    }

    // Notes are long, and what a sentence says of a country it says of the parts of its row.
    private string? FindStatement(BomRow row, int column)
    {
        foreach (string sentence in Sentences().Split(row[column].Text))
        {
            for (int at = 0; at < sentence.Length; at += LongestText)
            {
                string text = sentence[at..Math.Min(sentence.Length, at + LongestText + Overlap)].Trim();
                if (!rows.LabelledIn(text).IsEmpty || (rows.NamedIn(text) is { IsEmpty: false } named && NamesPart(row, named)))
                {
                    return text;
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"[\r\n;]+|(?<=[.!?])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    // A part whose line items all state the country is decided with it.
    private bool NamesPart(BomRow row, IReadOnlyCollection<Country> named)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            foreach (string word in row[column].Text.Split([.. Signs], StringSplitOptions.RemoveEmptyEntries).Append(row[column].Text))
            {
                if (_parts.TryGetValue(NameKey.OfPart(word.TrimEnd('.', '!', '?')), out HashSet<Country>? stated) && !named.All(stated.Contains))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> GetNumbers(BomLine line) =>
        new[] { line.PartNumber, line[BomField.ManufacturerPartNumber], line[BomField.SupplierPartNumber] }
            .Select(NameKey.OfPart).Where(number => number.Length >= ShortestNumber).Distinct(StringComparer.Ordinal);
}
