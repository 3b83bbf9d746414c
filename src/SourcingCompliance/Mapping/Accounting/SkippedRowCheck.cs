using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Accounting;

/// <summary>
/// Looks at what is not read as lines, rows and whole sheets, and reports where it names a covered material or a component that may hold
/// one: a part may have been left out. Its classifier remembers, so one instance serves one thread at a time.
/// </summary>
/// <param name="classifier">Reads materials.</param>
/// <param name="origins">Reads countries.</param>
/// <param name="words">The names of countries, to tell a cell that is one and nothing else.</param>
/// <param name="isCovered">Whether a country is a covered country at any time.</param>
internal sealed class SkippedRowCheck(MaterialClassifier classifier, OriginRecognizer origins, HeaderWords words, Func<Country, bool> isCovered)
{
    // Longer texts are sentences.
    private const int LongestName = 80;
    private const int LongestStatement = 200;

    /// <summary>The cell of a skipped row, under a known header or not, that names a covered material or a component; null = none does.</summary>
    /// <param name="row">The row.</param>
    /// <param name="map">The columns of the table that it stands in.</param>
    public CellMention? Find(BomRow row, ColumnMap map)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            if (Find(row, column) is { } mention)
            {
                string header = map.Columns.FirstOrDefault(mapped => mapped.Column == column)?.Header ?? "";
                return new CellMention(map.Sheet with { Row = row.Number, Column = column }, header, row[column].Text.Trim(), mention.Materials, []);
            }
        }

        return null;
    }

    /// <summary>The cell of a skipped row that states an origin in a covered country ("Made in China"), or names one and nothing else; null = none
    /// does.</summary>
    /// <param name="row">The row.</param>
    /// <param name="map">The columns of the table that it stands in.</param>
    public CellMention? FindOrigin(BomRow row, ColumnMap map)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.KindAt(column) == CellKind.Text && row.LengthAt(column) > 1 && CoveredIn(row[column].Text.Trim()) is { IsEmpty: false } countries)
            {
                return new CellMention(map.Sheet with { Row = row.Number, Column = column }, "", row[column].Text.Trim(), [], countries);
            }
        }

        return null;
    }

    /// <summary>
    /// Reports what the rows around the parts, and the name of the sheet, state of origins in covered countries. A title such as "All parts made in
    /// China" holds for lines that do not say so themselves. Without a line of covered material it is of no interest.
    /// </summary>
    /// <param name="skipped">The rows that were skipped.</param>
    /// <param name="map">The columns of the sheet.</param>
    /// <param name="diagnostics">Receives SC9289.</param>
    /// <returns>How many texts state one.</returns>
    public int ReportOrigins(IReadOnlyList<SkippedRow> skipped, ColumnMap map, DiagnosticBag diagnostics)
    {
        var found = new List<(CellRef Cell, string Text, string Where)>();
        if (CoveredIn(map.Sheet.Sheet) is { IsEmpty: false })
        {
            found.Add((map.Sheet, map.Sheet.Sheet, "The name of the sheet"));
        }

        foreach (SkippedRow row in skipped)
        {
            if (row.OriginMention is { } mention)
            {
                found.Add((mention.Cell, mention.Text, $"A row that was skipped (it {row.Reason})"));
            }
            else if (row.Text is { } text
                && (CoveredIn(text) is { IsEmpty: false } || CoveredIn(text.Replace(", ", ": ", StringComparison.Ordinal)) is { IsEmpty: false }))
            {
                found.Add((map.Sheet with { Row = row.Row }, text, $"A row that was skipped (it {row.Reason})"));
            }
        }

        foreach (IGrouping<string, (CellRef Cell, string Text, string Where)> same in found.GroupBy(one => one.Text, StringComparer.Ordinal))
        {
            (CellRef cell, string text, string where) = same.First();
            diagnostics.Warn(
                DiagnosticIds.OriginOutsideLines,
                cell,
                $"{where} states an origin in a covered country: '{text}'. It may hold for line items that state no other origin, but none of them "
                    + $"takes it over.",
                "Put the origin into a column of the parts that it applies to. If it applies to none of them, no action is needed.");
        }

        return found.Count;
    }

    /// <summary>The covered countries that a text states as an origin, or is the name of.</summary>
    /// <param name="text">The text.</param>
    public ImmutableArray<Country> CoveredIn(string text)
    {
        if (text.Length is < 2 or > LongestStatement)
        {
            return [];
        }

        RecognizedOrigin labelled = origins.RecognizeLabelled(text);
        if (!labelled.Countries.IsEmpty)
        {
            return [.. labelled.Countries.Where(isCovered)];
        }

        return words.Countries.Contains(HeaderKey.Compute(text, splitCamelCase: false))
            ? [.. origins.RecognizeCell(text, OriginCodeScheme.Iso).Countries.Where(isCovered)] : [];
    }

    /// <summary>The covered countries that a text states as an origin: <c>made in China</c>.</summary>
    public ImmutableArray<Country> LabelledIn(string text) => [.. origins.RecognizeLabelled(text).Countries.Where(isCovered)];

    /// <summary>The covered countries that a text names in words: <c>powder from China</c>.</summary>
    public ImmutableArray<Country> NamedIn(string text) => [.. origins.RecognizeNamed(text).Countries.Where(isCovered)];

    /// <summary>Reports a sheet that is no BOM when one of its rows names a covered material or a component: it may be a BOM in another form.</summary>
    /// <param name="table">The sheet that was left out.</param>
    /// <param name="sheet">Its address.</param>
    /// <param name="diagnostics">Receives SC9219, once.</param>
    /// <returns>Whether it was reported.</returns>
    public bool ReportSheet(BomTable table, CellRef sheet, DiagnosticBag diagnostics)
    {
        foreach (BomRow row in table.Rows)
        {
            for (int column = 1; column <= row.Width; column++)
            {
                if (row.LengthAt(column) <= LongestName && Find(row, column) is { Strongest: not Presence.Possible })
                {
                    diagnostics.Warn(
                        DiagnosticIds.LeftOutNamesMaterial,
                        sheet with { Row = row.Number, Column = column },
                        $"The sheet is not read as a BOM, but '{row[column].Text.Trim()}' names a covered material. Nothing in this sheet is part of "
                            + $"the answer.",
                        "If the sheet lists parts, give it a row of column titles (part number, description, quantity) or a mapping profile.");
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Reports skipped rows that name a covered material or a component; rows with the same text are reported once.</summary>
    /// <param name="skipped">The rows that were skipped.</param>
    /// <param name="map">The columns of the sheet.</param>
    /// <param name="diagnostics">Receives SC9218.</param>
    /// <returns>How many rows name one.</returns>
    public int ReportRows(IReadOnlyList<SkippedRow> skipped, ColumnMap map, DiagnosticBag diagnostics)
    {
        int rows = 0;
        IEnumerable<(SkippedRow Row, CellRef Cell, string Text)> naming = skipped.Select(row => Naming(row, map)).OfType<(SkippedRow, CellRef, string)>();
        foreach (IGrouping<string, (SkippedRow Row, CellRef Cell, string Text)> same in naming.GroupBy(found => found.Text, StringComparer.Ordinal))
        {
            (SkippedRow row, CellRef cell, string text) = same.First();
            int others = same.Count() - 1;
            rows += others + 1;
            string more = others == 0 ? "" : others == 1 ? " Another row has the same text."
                : FormattableString.Invariant($" {others} other rows have the same text.");
            diagnostics.Warn(
                DiagnosticIds.SkippedNamesMaterial,
                cell,
                $"Row skipped (it {row.Reason}), but its text '{text}' names a covered material or a part that may contain one. It is not part of the "
                    + $"answer.{more}",
                "If it is a part, give it a part number or a quantity. Otherwise no action is needed.");
        }

        return rows;
    }

    // Above the header stands what the BOM is of: "BLDC motor, bill of materials". Only a material itself is reported there.
    private (SkippedRow Row, CellRef Cell, string Text)? Naming(SkippedRow row, ColumnMap map)
    {
        if (row.Mention is { } mention)
        {
            return (row, mention.Cell, mention.Text);
        }

        return row.Text is { } text && classifier.FindMention(text) is { Strongest: Presence.Is } ? (row, map.Sheet with { Row = row.Row }, text) : null;
    }

    private Mention? Find(BomRow row, int column)
    {
        ReadOnlySpan<char> text = row.TrimmedAt(column);
        return text.IsEmpty ? null : classifier.FindMention(text);
    }
}
