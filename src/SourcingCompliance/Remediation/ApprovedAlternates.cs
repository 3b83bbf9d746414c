using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Remediation;

/// <summary>The user's list of approved alternates (<c>alternates.csv</c>).</summary>
public sealed class ApprovedAlternates
{
    private static readonly (string Column, string Key, bool IsNeeded)[] Columns =
    [
        ("part", "PART", true),
        ("alternate part", "ALTERNATEPART", true),
        ("manufacturer", "MANUFACTURER", false),
        ("approvedBy", "APPROVEDBY", false),
        ("approvedOn", "APPROVEDON", false),
        ("notes", "NOTES", false),
    ];

    private readonly Dictionary<string, ImmutableArray<ApprovedAlternate>> _byPart;

    private ApprovedAlternates(IEnumerable<ApprovedAlternate> alternates)
    {
        All = [.. alternates];
        _byPart = All.GroupBy(alternate => NameKey.OfPart(alternate.Part), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>No list.</summary>
    public static ApprovedAlternates None { get; } = new([]);

    /// <summary>All alternates in the order of the list.</summary>
    public ImmutableArray<ApprovedAlternate> All { get; }

    /// <summary>The alternates of a part in the order of the list; case and blanks at the ends do not count.</summary>
    public ImmutableArray<ApprovedAlternate> For(string partNumber)
    {
        ArgumentNullException.ThrowIfNull(partNumber);
        return _byPart.GetValueOrDefault(NameKey.OfPart(partNumber), []);
    }

    /// <summary>
    /// Reads the list from the rows of a table whose first row holds the column names <c>part</c>, <c>alternate part</c>,
    /// <c>manufacturer</c>, <c>approvedBy</c>, <c>approvedOn</c> (yyyy-MM-dd), <c>notes</c> in any order; case, blanks and
    /// signs in the names do not count, other columns are left alone, blank rows are skipped.
    /// </summary>
    /// <param name="rows">The rows with their cells.</param>
    /// <param name="path">Path of the file as given, for messages.</param>
    /// <param name="diagnostics">Receives SC9604 for a list that cannot be used and SC9605 for a row that cannot.</param>
    public static ApprovedAlternates Parse(IReadOnlyList<IReadOnlyList<string>> rows, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        string[] names = rows.Count == 0 ? [] : [.. rows[0].Select(NameKey.Compute)];
        int[] at = [.. Columns.Select(column => Array.IndexOf(names, column.Key))];
        string[] lacking = [.. Columns.Where((column, index) => column.IsNeeded && at[index] < 0).Select(column => $"'{column.Column}'")];
        if (lacking.Length > 0)
        {
            diagnostics.Error(
                DiagnosticIds.AlternatesUnusable, CellRef.ForFile(path),
                $"The list of approved alternates has no column {string.Join(" and no column ", lacking)} in its first row; no alternate was read.",
                $"Name the columns {string.Join(", ", Columns.Select(column => column.Column))}.");
            return None;
        }

        var alternates = new List<ApprovedAlternate>();
        for (int row = 1; row < rows.Count; row++)
        {
            string[] texts = [.. at.Select(column => column >= 0 && column < rows[row].Count ? rows[row][column].Trim() : "")];
            CellRef Cell(int column) => new(path, "", row + 1, column < 0 ? 0 : at[column] + 1);
            if (texts[0].Length == 0 || texts[1].Length == 0)
            {
                if (texts.Any(text => text.Length > 0))
                {
                    diagnostics.Warn(
                        DiagnosticIds.AlternateRowUnusable, Cell(texts[0].Length == 0 ? 0 : 1),
                        $"The row names no {(texts[0].Length == 0 ? "part" : "alternate part")}, so it is left out.", "Fill the cell.");
                }

                continue;
            }

            DateOnly? approvedOn = null;
            if (texts[4].Length > 0)
            {
                if (DateOnly.TryParseExact(texts[4], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
                {
                    approvedOn = day;
                }
                else
                {
                    diagnostics.Warn(
                        DiagnosticIds.AlternateRowUnusable, Cell(4),
                        $"'{texts[4]}' is not a date such as 2026-05-04; the alternate is treated as not dated.", "Write year-month-day.");
                }
            }

            alternates.Add(new ApprovedAlternate(texts[0], texts[1], texts[2], texts[3], approvedOn, texts[5]));
        }

        return new ApprovedAlternates(alternates);
    }
}
