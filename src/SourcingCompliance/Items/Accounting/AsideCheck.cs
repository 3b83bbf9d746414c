using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Items.Accounting;

/// <summary>
/// Looks at the comments and text boxes of a sheet, which no line reads, and reports those that name a covered material which the line item of their
/// row does not carry, or an origin in a covered country.
/// </summary>
/// <param name="classifier">Reads materials.</param>
/// <param name="rows">Reads origins outside of lines.</param>
internal sealed class AsideCheck(MaterialClassifier classifier, SkippedRowCheck rows)
{
    /// <summary>Reports the texts of a sheet.</summary>
    /// <param name="asides">The comments, text boxes, page headers and footers of the sheet.</param>
    /// <param name="sheet">Its address.</param>
    /// <param name="items">Its items.</param>
    /// <param name="diagnostics">Receives SC9218 and SC9289.</param>
    /// <returns>How many texts were reported.</returns>
    public int Report(IEnumerable<BomAside> asides, CellRef sheet, IReadOnlyList<BomItem> items, DiagnosticBag diagnostics)
    {
        int reported = 0;
        ILookup<int, BomItem>? carrying = null;
        foreach (BomAside aside in asides)
        {
            carrying ??= items.Where(item => !item.Materials.IsEmpty).ToLookup(item => item.Line.Row);
            CellRef cell = aside.Row == 0 ? sheet : sheet with { Row = aside.Row, Column = aside.Column };
            string line = aside.Text.ReplaceLineEndings(" ");
            string quote = QuotedText.Quote(line);
            bool isOnLine = carrying.Contains(aside.Row);
            bool namesMaterial = classifier.FindMention(line) is { Strongest: not Presence.Possible };
            if (namesMaterial && !isOnLine)
            {
                reported++;
                diagnostics.Warn(
                    DiagnosticIds.SkippedNamesMaterial,
                    cell,
                    $"A {aside.What} says '{quote}', which names a covered material or a part that may contain one. Comments and text boxes are not part of "
                        + $"the answer.",
                    "If a part contains it, say so in a cell of its row. Otherwise no action is needed.");
            }

            bool isOfPart = isOnLine || (aside.Row == 0 && (carrying.Count > 0 || namesMaterial));
            if (isOfPart && rows.CoveredIn(line)
                .Any(country => !carrying[aside.Row].Any(item => item.Origins.Any(statement => statement.Origin.Countries.Contains(country)))))
            {
                reported++;
                diagnostics.Warn(
                    DiagnosticIds.OriginOutsideLines,
                    cell,
                    $"A {aside.What} states an origin in a covered country: '{quote}'. Comments and text boxes are not part of the answer.",
                    "Put the origin into a column of the parts that it applies to. If it applies to none of them, no action is needed.");
            }
        }

        return reported;
    }
}
