using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The parts that may miss delivery: those for which nothing ends in time, then those for which only an answer does.</summary>
internal static class DateRisksTable
{
    /// <summary>The table.</summary>
    public static Table Of(RemediationPlan plan, ReportSetting setting)
    {
        string day = Wording.DateOf(plan.LastDay);
        return new Table(
            [new TableColumn(3), new TableColumn(3.4), new TableColumn(2.4), new TableColumn(3.2)],
            [Table.HeadRow("Part", "Supplier", "Material", "Quickest way out ends")],
            [
                .. Group($"No way out ends by {day}", plan.CannotMeet, setting),
                .. Group($"By {day} only evidence or an exception can be had; if that fails, no change of supply ends in time", plan.WithoutFallback, setting),
            ])
        {
            Summary = "Parts that may miss delivery, with the day on which their quickest way out, or their quickest change of supply, ends",
        };
    }

    private static IEnumerable<TableRow> Group(string title, ImmutableArray<DateRisk> risks, ReportSetting setting)
    {
        if (risks.IsEmpty)
        {
            yield break;
        }

        yield return new TableRow(new TableCell(new Paragraph(Run.Strong(title)) { Style = TextStyle.Small with { Before = 4 } }) { Span = 4 }) { IsGroupHead = true };
        foreach (DateRisk risk in risks)
        {
            yield return new TableRow(
                new TableCell(new Paragraph(Run.Code(setting.Words(risk.PartNumber)) with { IsStrong = true })) { IsRowHead = true },
                setting.SupplierOf(risk.Supplier),
                risk.Material ?? "row not read",
                new TableCell(new Paragraph(
                    Run.Code(Wording.DateOf(risk.QuickestFinish)),
                    new Run($" · {Wording.CountOf(risk.DaysLate, "day")} late") { Color = VerdictPrint.Of(Verdict.Violation).Color })));
        }
    }
}
