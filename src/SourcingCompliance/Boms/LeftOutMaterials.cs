using SourcingCompliance.Boms.Mapping;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Materials;

namespace SourcingCompliance.Boms;

/// <summary>
/// Looks at what is not read as lines, rows and whole sheets, and tells of it when it names a covered material: a part may have been left out.
/// Remembers what its classifier remembers, so one serves one thread.
/// </summary>
internal sealed class LeftOutMaterials(MaterialClassifier classifier)
{
    // Longer texts are sentences, and a list shows itself soon.
    private const int LongestName = 80;
    private const int FirstRows = 500;

    private static readonly ColumnMap TextMap = new()
    {
        Sheet = CellRef.ForFile("text"), HeaderRow = 1, Columns = [new MappedColumn(BomField.Description, 1, "Text", MappingBasis.Unknown, "")],
    };

    /// <summary>Warns of a sheet that is no list when one of its first rows names a covered material: it may be a list in another form.</summary>
    /// <param name="table">The sheet that was left out.</param>
    /// <param name="sheet">Its address.</param>
    /// <param name="diagnostics">Receives SC9219, once.</param>
    public void WarnOfSheet(BomTable table, CellRef sheet, DiagnosticBag diagnostics)
    {
        foreach (BomRow row in table.Rows.Take(FirstRows))
        {
            for (int column = 1; column <= row.Width; column++)
            {
                string text = row.LengthAt(column) is > 0 and <= LongestName ? row[column].Text.Trim() : "";
                if (text.Length > 0 && Names(text, Presence.Contains))
                {
                    diagnostics.Warn(DiagnosticIds.LeftOutNamesMaterial, sheet with { Row = row.Number, Column = column }, $"The sheet was left out, and '{text}' names a covered material.",
                        "If the sheet lists parts, give it a row of column titles (part number, description, quantity), or a mapping profile.");
                    return;
                }
            }
        }
    }

    /// <summary>Warns of rows that were taken for titles, notes or totals and name a covered material; of rows that say the same, once.</summary>
    /// <param name="skipped">The rows that were left out.</param>
    /// <param name="map">The columns of the sheet.</param>
    /// <param name="diagnostics">Receives SC9218.</param>
    public void WarnOfRows(IEnumerable<SkippedRow> skipped, ColumnMap map, DiagnosticBag diagnostics)
    {
        foreach (IGrouping<string, SkippedRow> same in skipped.Where(row => row.Text is not null).GroupBy(row => row.Text!, StringComparer.Ordinal))
        {
            SkippedRow row = same.First();
            // Above the header stands what the list is of: "BLDC motor, bill of materials". Only a material itself is told of there.
            if (Names(same.Key, row.Row < map.HeaderRow ? Presence.Is : Presence.Contains))
            {
                string others = same.Count() == 1 ? "" : FormattableString.Invariant($" {same.Count() - 1} more of the sheet say the same.");
                diagnostics.Warn(DiagnosticIds.SkippedNamesMaterial, map.Sheet with { Row = row.Row }, $"The row was left out, for it {row.Reason}, and '{same.Key}' names a covered material.{others}",
                    "If it is a part, give it a part number or a quantity; if it is none, nothing is to be done.");
            }
        }
    }

    private bool Names(string text, Presence least) => classifier.Classify(new BomLine(TextMap, 1, [text])).Materials
        .Any(material => material.Presence == Presence.Is || (material.Presence == Presence.Contains && least == Presence.Contains));
}
