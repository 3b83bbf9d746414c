using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Markings;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Accounting;

/// <summary>
/// The open books of a sheet while its rows stream by. What reads the rows counts them and says what became of each; what recognizes the
/// lines counts the cells that hold a mention. One thread writes the rows, another the mentions, and nobody reads before both have ended.
/// </summary>
/// <param name="check">Looks at skipped rows; null = they are only counted.</param>
internal sealed class SheetBooks(SkippedRowCheck? check = null)
{
    private readonly List<SkippedRow> _skipped = [];
    private readonly List<(CellRef Cell, DocumentMarking Marking)> _markings = [];
    private int _rows;
    private int _lines;

    /// <summary>Rows that are no line items, in the order of the sheet.</summary>
    public IReadOnlyList<SkippedRow> Skipped => _skipped;

    /// <summary>Markings of the document in skipped rows, in the order of the sheet.</summary>
    public IReadOnlyList<(CellRef Cell, DocumentMarking Marking)> Markings => _markings;

    /// <summary>Cells of lines in which a mention was found.</summary>
    public int Mentions { get; set; }

    /// <summary>Of these, cells that were reported.</summary>
    public int Reported { get; set; }

    /// <summary>Counts a row that is not blank.</summary>
    public void CountRow() => _rows++;

    /// <summary>Counts a row that became a line.</summary>
    public void CountLine() => _lines++;

    /// <summary>Says why a row became no line, and looks whether a part may have been left out with it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="map">The columns of the table that it stands in.</param>
    /// <param name="reason">Why it is no line, in words.</param>
    /// <param name="isHeader">Whether it is a header, which names no part.</param>
    /// <param name="isOfOthers">Whether it belongs to a table of something else than parts, whose addresses are no origins.</param>
    public void Skip(BomRow row, ColumnMap map, string reason, bool isHeader = false, bool isOfOthers = false)
    {
        _skipped.Add(new SkippedRow(row.Number, reason)
        {
            Mention = isHeader ? null : check?.Find(row, map),
            OriginMention = isHeader || isOfOthers ? null : check?.FindOrigin(row, map),
        });
        if (!isHeader)
        {
            AddMarkings(row, map);
        }
    }

    // A marking below the parts stands alone in its row; the cell next to it may number the page.
    private void AddMarkings(BomRow row, ColumnMap map)
    {
        (int filled, int first, int last) = (0, 0, 0);
        for (int column = 1; column <= row.Width && filled <= 2; column++)
        {
            if (!row.IsBlankAt(column))
            {
                (filled, first, last) = (filled + 1, first == 0 ? column : first, column);
            }
        }

        if (filled == 2 && MarkingReader.FindStated(row.TrimmedAt(first).ToString(), row.TrimmedAt(last).ToString()) is { } stated)
        {
            _markings.Add((map.Sheet with { Row = row.Number, Column = first }, stated));
        }
        else if (filled is 1 or 2)
        {
            _markings.AddRange(MarkingReader.FindBanner(row.TrimmedAt(first))
                .Select(marking => (map.Sheet with { Row = row.Number, Column = first }, marking)));
            _markings.AddRange(first == last ? [] : MarkingReader.FindBanner(row.TrimmedAt(last))
                .Select(marking => (map.Sheet with { Row = row.Number, Column = last }, marking)));
        }
    }

    /// <summary>Takes over what is known of a row that stands above the first line.</summary>
    public void Skip(SkippedRow row) => _skipped.Add(row);

    /// <summary>Closes the books.</summary>
    /// <param name="headerRows">Rows of the first header that are not among the skipped ones.</param>
    public SheetAccounts Close(int headerRows)
    {
        int skippedMentions = _skipped.Count(row => row.Mention is not null);
        return new SheetAccounts
        {
            RowsRead = _rows,
            Lines = _lines,
            Skipped =
            [
                .. headerRows > 0 ? [new SkippedRows("is the header", headerRows)] : Array.Empty<SkippedRows>(),
                .. _skipped.GroupBy(row => row.Reason, StringComparer.Ordinal).Select(same => new SkippedRows(same.Key, same.Count())),
            ],
            CellsWithMentions = Mentions + skippedMentions,
            MentionsAccountedFor = Mentions - Reported,
        };
    }
}
