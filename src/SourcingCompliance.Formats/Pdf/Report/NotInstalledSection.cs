using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Lines with a covered material that the BOM marks as not installed: what says so, and what they would be.</summary>
internal static class NotInstalledSection
{
    /// <summary>The blocks of the section; none when there are no such lines.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        LineReport[] lines = [.. setting.Report.NotInstalled];
        if (lines.Length == 0)
        {
            return [];
        }

        return
        [
            new Heading(2, "Line items that are not installed"),
            new Paragraph("The BOM marks these line items as not installed, so they do not count for the result. The verdict is the one that they would "
                + "have. Confirm that they are not delivered."),
            new Table(
                [new TableColumn(1.8), new TableColumn(4.4), new TableColumn(4.4)],
                [Table.HeadRow("Would be", "Part", "Marked by")],
                [.. lines.Select(line => GetRow(line, setting))])
            {
                Style = ReportSetting.Row,
                Padding = 3,
                Summary = "Line items with a covered material that are marked as not installed, with the mark and the verdict that they would have",
            },
        ];
    }

    private static TableRow GetRow(LineReport line, ReportSetting setting)
    {
        var part = new List<Paragraph> { new(Run.Code(setting.Words(line.PartNumber)) with { IsStrong = true }) };
        if (line.Description.Length > 0)
        {
            part.Add(ReportSetting.Below(setting.Brief(line.Description)));
        }

        string mark = line.NotInstalled is { } by ? $"{by.Words} ({setting.GetPlace(by.Cell)})" : "";
        return new TableRow(
            VerdictPrint.From(NotInstalledWords.GetVerdict(line, setting.Report.Run.GateRegime)).Cell(),
            new TableCell([.. part]) { IsRowHead = true },
            new TableCell(new Paragraph(setting.Words(mark))));
    }
}
