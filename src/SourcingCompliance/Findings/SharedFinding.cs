using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>A finding of lines that share a decision: all of it but what the line itself says.</summary>
/// <param name="Finding">The finding of the line in <see cref="SharedDecision.AnyRow"/>.</param>
/// <param name="Lead">The determination that leads it.</param>
/// <param name="Part">How its sentence names the part.</param>
internal sealed record SharedFinding(Finding Finding, Determination Lead, string Part)
{
    private string? _rest;

    /// <summary>The finding of a line.</summary>
    public Finding Get(BomItem item, ImmutableArray<string> path, string supplier, string id, string part)
    {
        bool isInCell = Finding.Cell.Row == SharedDecision.AnyRow;
        string rest = _rest ??= Finding.Message[Part.Length..];
        Finding finding = Finding with
        {
            Id = id,
            Cell = isInCell ? Finding.Cell with { Row = item.Line.Row } : item.Line.GetCell(BomField.CountryOfOrigin),
            ItemRow = item.Line.Row,
            CellText = isInCell ? Finding.CellText : item.Line[BomField.CountryOfOrigin],
            PartNumber = item.PartNumber,
            Description = item.Description,
            Manufacturer = item.Line[BomField.Manufacturer],
            Supplier = supplier,
            Path = path,
            Missing = SharedDecision.InRow(Finding.Missing, item.Line.Row),
        };
        return part == item.PartNumber && finding.Cell.Row == item.Line.Row
            ? finding with { Sentence = rest }
            : finding with { Message = part + SharedDecision.InRow(rest, item.Line.Row) };
    }
}
