using System.Collections.Immutable;
using SourcingCompliance.Boms.Trees;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Materials;
using SourcingCompliance.Normalization;
using SourcingCompliance.Normalization.Countries;
using SourcingCompliance.Normalization.Quantities;

namespace SourcingCompliance.Boms;

/// <summary>Recognises what the lines of a sheet say: origins, materials, quantities. Remembers, so one serves one thread.</summary>
internal sealed class LineRecognizer
{
    // Longer texts are sentences, and a list shows itself soon.
    private const int LongestName = 80;
    private const int RowsOfLeftOut = 500;

    private static readonly ColumnMap TextMap = new()
    {
        Sheet = CellRef.ForFile("text"), HeaderRow = 1, Columns = [new MappedColumn(BomField.Description, 1, "Text", MappingBasis.Unknown, "")],
    };

    private readonly OriginReader _origins;
    private readonly MaterialClassifier _classifier;

    public LineRecognizer(OriginRecognizer recognizer, MaterialClassifier classifier)
    {
        _origins = new OriginReader(recognizer);
        _classifier = classifier;
    }

    /// <summary>Whether a line carries something to decide or to advise on: a covered material, a watched substance, or damage that may hide one.</summary>
    /// <param name="line">The line.</param>
    /// <param name="lines">The lines to which it was added last.</param>
    public bool IsCarrier(BomLine line, PackedLines lines) =>
        line.Damage is not null || (!_classifier.IsSilent(line, lines) && _classifier.Classify(line) is not { Materials.IsEmpty: true, Others.IsEmpty: true });

    /// <summary>Whether the text of an origin or stage column is blank or understood, so that there is nothing to warn of.</summary>
    public bool Understands(string text, OriginCodeScheme scheme) => _origins.Understands(text, scheme);

    /// <summary>Warns of an origin text that is not understood.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">0-based place of an origin or stage column among the mapped columns.</param>
    /// <param name="scheme">The list that the column's codes come from.</param>
    /// <param name="diagnostics">Receives SC9303.</param>
    public void Warn(BomLine line, int at, OriginCodeScheme scheme, DiagnosticBag diagnostics) => _origins.Warn(line, at, scheme, diagnostics);

    /// <summary>Warns of a sheet that is no list when one of its first rows names a covered material: it may be a list in another form.</summary>
    /// <param name="table">The sheet that was left out.</param>
    /// <param name="sheet">Its address.</param>
    /// <param name="diagnostics">Receives SC9219, once.</param>
    public void WarnOfLeftOut(BomTable table, CellRef sheet, DiagnosticBag diagnostics)
    {
        foreach (BomRow row in table.Rows.Take(RowsOfLeftOut))
        {
            for (int column = 1; column <= row.Width; column++)
            {
                string text = row.LengthAt(column) is > 0 and <= LongestName ? row[column].Text.Trim() : "";
                if (text.Length > 0 && NamesCovered(text, row.Number, Presence.Contains))
                {
                    diagnostics.Warn(DiagnosticIds.LeftOutNamesMaterial, sheet with { Row = row.Number, Column = column }, $"The sheet was left out, and '{text}' names a covered material.",
                        "If the sheet lists parts, give it a row of column titles (part number, description, quantity), or a mapping profile.");
                    return;
                }
            }
        }
    }

    /// <summary>Warns of rows that were taken for titles, notes or totals and name a covered material: one of them may be a part after all.</summary>
    /// <param name="skipped">The rows that were left out.</param>
    /// <param name="map">The columns of the sheet.</param>
    /// <param name="diagnostics">Receives SC9218.</param>
    public void WarnOfSkipped(IEnumerable<SkippedRow> skipped, ColumnMap map, DiagnosticBag diagnostics)
    {
        foreach (SkippedRow row in skipped)
        {
            // Above the header stands what the list is of: "BLDC motor, bill of materials". Only a material itself is told of there.
            Presence least = row.Row < map.HeaderRow ? Presence.Is : Presence.Contains;
            if (row.Text is { } text && NamesCovered(text, row.Row, least))
            {
                diagnostics.Warn(DiagnosticIds.SkippedNamesMaterial, map.Sheet with { Row = row.Row }, $"The row was left out, for it {row.Reason}, and '{text}' names a covered material.",
                    "If it is a part, give it a part number or a quantity; if it is none, nothing is to be done.");
            }
        }
    }

    private bool NamesCovered(string text, int row, Presence least) => _classifier.Classify(new BomLine(TextMap, row, [text])).Materials
        .Any(material => material.Presence == Presence.Is || (material.Presence == Presence.Contains && least == Presence.Contains));

    /// <summary>The item of a line at its place in the tree.</summary>
    public BomItem Recognize(BomLine line, BomItem? parent, TreePlace place, Dictionary<MappedColumn, OriginCodeScheme> schemes)
    {
        Classification found = _classifier.Classify(line);
        return new BomItem
        {
            Line = line,
            Parent = parent,
            Level = place.Level,
            HasChildren = place.HasChildren,
            IsAlternate = place.IsAlternate,
            Quantity = QuantityParser.Parse(line[BomField.Quantity]),
            MassKilograms = MassParser.Parse(line[BomField.Mass], line.Map[BomField.Mass]?.Unit),
            Origins = _origins.Read(line, column => schemes.GetValueOrDefault(column), null),
            Materials = found.Materials,
            OtherSubstances = found.Others,
        };
    }
}
