using SourcingCompliance.Boms.Mapping;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Materials;

namespace SourcingCompliance.Boms.Accounting;

/// <summary>
/// Looks at what is not read as lines, rows and whole sheets, and reports where it names a covered material or a component that may hold
/// one: a part may have been left out. Its classifier remembers, so one instance serves one thread at a time.
/// </summary>
internal sealed class SkippedRowCheck(MaterialClassifier classifier)
{
    // Longer texts are sentences.
    private const int LongestName = 80;

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
                        $"The sheet is not read as a BOM, but '{row[column].Text.Trim()}' names a covered material. Nothing in this sheet is part of the answer.",
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
            string more = others == 0 ? "" : others == 1 ? " Another row has the same text." : FormattableString.Invariant($" {others} other rows have the same text.");
            diagnostics.Warn(
                DiagnosticIds.SkippedNamesMaterial,
                cell,
                $"Row skipped (it {row.Reason}), but its text '{text}' names a covered material or a part that may contain one. It is not part of the answer.{more}",
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
