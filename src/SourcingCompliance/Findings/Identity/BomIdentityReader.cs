using SourcingCompliance.Mapping;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Markings;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Findings.Identity;

/// <summary>
/// Collects what a file says about itself: markings from everywhere but the parts, number, revision and title from the cells above the first list that states
/// them. One reader serves one file.
/// </summary>
internal sealed class BomIdentityReader
{
    private const int MostCellsOfRow = 3;

    private readonly List<(CellRef Cell, DocumentMarking Marking)> _markings = [];
    private TitleFields _fields = new();

    /// <summary>Takes the properties of the file.</summary>
    public void AddProperties(BomDocument document)
    {
        foreach (BomAside property in document.Properties)
        {
            AddMarkings(CellRef.ForFile(document.Path), property.Text);
        }
    }

    /// <summary>Takes the cells above a list and the texts next to the cells of its sheet.</summary>
    /// <param name="sheet">How the sheet was understood.</param>
    /// <param name="asides">Its page headers, footers, text boxes and comments; only comments are left out.</param>
    public void Add(SheetMapping sheet, IEnumerable<BomAside> asides)
    {
        CellRef address = sheet.Map.Sheet;
        foreach (BomAside aside in asides.Where(aside => aside.Row == 0))
        {
            AddMarkings(address, aside.Text);
        }

        TitleCell[][] rows = [.. sheet.Titles.GroupBy(cell => cell.Row).Select(row => row.ToArray())];
        foreach (TitleCell[] row in rows)
        {
            for (int at = 0; at < row.Length; at++)
            {
                Add(address with { Row = row[at].Row, Column = row[at].Column }, row, at, sheet.MayHavePartsInTitles);
            }
        }

        if (sheet is { IsMapped: true, MayHavePartsInTitles: false })
        {
            _fields = _fields.Or(TitleFields.Read(rows));
        }
    }

    /// <summary>Takes the markings of rows that are no parts.</summary>
    public void Add(IEnumerable<(CellRef Cell, DocumentMarking Marking)> markings) => _markings.AddRange(markings);

    /// <summary>What the file says about itself, and whether that is what the user states.</summary>
    /// <param name="stated">The marking that the user states for the reports; empty = none.</param>
    /// <param name="diagnostics">Receives SC9462 for a marking of the file that the stated one does not contain.</param>
    public BomIdentity ToIdentity(string stated, DiagnosticBag diagnostics)
    {
        string marking = MarkingReader.Join(_markings.Select(found => found.Marking));
        (CellRef Cell, DocumentMarking Marking)[] lost = stated.Length == 0 ? []
            : [.. _markings.Where(found => !stated.Contains(found.Marking.Text, StringComparison.OrdinalIgnoreCase))];
        if (lost is [var first, ..])
        {
            diagnostics.Warn(
                DiagnosticIds.MarkingDiffers,
                first.Cell,
                $"The file is marked '{MarkingReader.Join(lost.Select(found => found.Marking))}', and the marking stated for the reports, "
                    + $"'{QuotedText.Quote(stated)}', does not contain that. The reports carry the stated marking only.",
                "If the marking of the file applies, correct --marking or report.marking, or leave it out to print the marking of the file.");
        }

        return new BomIdentity(_fields.Number, _fields.Revision, marking) { Title = _fields.Title };
    }

    private void Add(CellRef cell, TitleCell[] row, int at, bool mayBePart)
    {
        string text = row[at].Text;
        if (at + 1 < row.Length && MarkingReader.FindStated(text, row[at + 1].Text) is { } filled)
        {
            _markings.Add((cell, filled));
            return;
        }

        // Filled in with a no, or left blank: the name of a field is no marking, and "Supplier: CUI" is a maker.
        bool isAnswered = at + 1 < row.Length && MarkingReader.IsDenial(row[at + 1].Text);
        bool isOfMaker = at > 0 && TitleFields.IsMakerLabel(row[at - 1].Text);
        if (isAnswered || isOfMaker)
        {
            return;
        }

        // Many short words in one row are the titles of columns or the cells of a part, and then only a banner counts.
        if (mayBePart || row.Length > MostCellsOfRow)
        {
            _markings.AddRange((row.Length <= MostCellsOfRow || MarkingReader.IsUnmistakable(text)
                ? MarkingReader.FindBanner(text) : []).Select(marking => (cell, marking)));
            return;
        }

        AddMarkings(cell, text);
    }

    private void AddMarkings(CellRef cell, string text) => _markings.AddRange(MarkingReader.Find(text).Select(marking => (cell, marking)));
}
