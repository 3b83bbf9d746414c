using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The parts that cannot be fixed by delivery, then those that cannot be if an answer is bad.</summary>
internal static class DateRisksTable
{
    /// <summary>The table.</summary>
    public static Table Of(RemediationPlan plan, ReportSetting setting)
    {
        string day = Wording.DateOf(plan.LastDay);
        return new Table(
            [new TableColumn(3), new TableColumn(3.4), new TableColumn(2.4), new TableColumn(3.2)],
            [Table.HeadRow("Part", "Supplier", "Material", "Earliest completion")],
            [
                .. Group($"Cannot be fixed by {day}", plan.CannotBeFixed, setting),
                .. Group($"Cannot be fixed by {day} if the answer is bad", plan.CannotBeFixedIfAnswerIsBad, setting),
            ])
        {
            Summary = "Parts that cannot be fixed by delivery, with the day on which their earliest fix is complete",
        };
    }

    private static IEnumerable<TableRow> Group(string title, ImmutableArray<LatePart> parts, ReportSetting setting)
    {
        if (parts.IsEmpty)
        {
            yield break;
        }

        yield return new TableRow(new TableCell(new Paragraph(Run.Strong(title)) { Style = TextStyle.Small with { Before = 4 } }) { Span = 4 }) { IsGroupHead = true };
        foreach (LatePart part in parts)
        {
            yield return new TableRow(
                new TableCell(new Paragraph(Run.Code(setting.Words(part.PartNumber)) with { IsStrong = true })) { IsRowHead = true },
                setting.SupplierOf(part.Supplier),
                part.Material.Length > 0 ? part.Material : "row not read",
                new TableCell(new Paragraph(
                    Run.Code(Wording.DateOf(part.EarliestCompletion)),
                    new Run($" · {Wording.CountOf(part.BusinessDaysLate, "business day")} late") { Color = VerdictPrint.Of(Verdict.Violation).Color })));
        }
    }
}
