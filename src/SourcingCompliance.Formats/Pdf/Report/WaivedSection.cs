using System.Collections.Immutable;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Every waiver with what became of it, and the totals before and after.</summary>
internal static class WaivedSection
{
    /// <summary>The blocks of the section; none when no waiver file was applied.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        if (setting.Report.Waivers is not { } waivers)
        {
            return [];
        }

        ImmutableArray<Block> head =
        [
            new Heading(2, "Waivers"),
            new Paragraph($"{WaiverWords.GetTotals(waivers)} A waived finding keeps its verdict and stays among the findings; it does not fail the check "
                + $"until the day on which its waiver ends."),
        ];
        return waivers.Uses.IsEmpty
            ? head
            :
            [
                .. head,
                new Table(
                    [new TableColumn(2.2), new TableColumn(4.2), new TableColumn(2.8), new TableColumn(2.8)],
                    [Table.HeadRow("Waiver", "Basis", "Applies to", "Approved")],
                    [.. waivers.Uses.Select(use => GetRow(use, setting))])
                {
                    Style = ReportSetting.Row,
                    Padding = 3,
                    Summary = "Waivers and what became of them",
                },
            ];
    }

    private static TableRow GetRow(WaiverUse use, ReportSetting setting)
    {
        Waiver waiver = use.Waiver;
        string basis = LegalBases.GetWord(waiver.Basis) + (waiver.Contract is { } contract ? $", contract {contract}" : "")
            + (waiver.Document is { } document ? $", {document}" : "");
        return new TableRow(
            new TableCell(new Paragraph(Run.Code(setting.Words(waiver.Id)) with { IsStrong = true }),
                ReportSetting.Below(WaiverWords.Format(use.State)))
            { IsRowHead = true },
            new TableCell(new Paragraph(setting.Words(basis)), ReportSetting.Below(setting.Words(waiver.Justification))),
            new TableCell(new Paragraph(setting.Words(WaiverWords.Format(waiver.Match))),
                ReportSetting.Below(Wording.FormatCount(use.Findings.Length, "finding"))),
            new TableCell(new Paragraph(setting.Words($"{waiver.ApprovedBy}, {ReportTokens.Format(waiver.ApprovedOn)}")),
                ReportSetting.Below($"until {ReportTokens.Format(waiver.Expires)}")));
    }
}
