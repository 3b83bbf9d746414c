using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Writing;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Lines that do not meet a policy of the company. No verdict.</summary>
internal static class PoliciesSection
{
    private const int MostRows = 60;

    /// <summary>The blocks of the section; none when the run applied no policy.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        PolicyFinding[] findings = [.. setting.Report.PolicyFindings.OrderByDescending(finding => ExitCodes.IsGated(setting.Report.Run, finding))
            .ThenByDescending(finding => finding.Severity)];
        if (setting.Report.Policies.GetSentence(setting.Report.Run, findings) is not { } sentence)
        {
            return [];
        }

        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading(1, "Company policies (do not affect the result)"));
        blocks.Add(new Paragraph($"{sentence}. A policy makes no verdict better or worse."));
        if (findings.Length > 0)
        {
            blocks.Add(new Table([new TableColumn(2), new TableColumn(3.4), new TableColumn(6.6)], [Table.HeadRow("Severity", "Part", "What and why")],
                [.. findings.Take(MostRows).Select(finding => GetRow(finding, setting))])
            {
                Style = ReportSetting.Row,
                Padding = 3,
                Summary = "Lines that do not meet a policy of the company, with the severity that the policy gives, the part, and why",
            });
        }

        if (findings.Length > MostRows)
        {
            blocks.Add(new Paragraph(string.Create(CultureInfo.InvariantCulture, $"And {findings.Length - MostRows:N0} more; the JSON report contains "
                + $"all of them.")));
        }

        return blocks.ToImmutable();
    }

    private static TableRow GetRow(PolicyFinding finding, ReportSetting setting) => new(
        new TableCell(new Paragraph(Run.Strong(ReportTokens.Format(finding.Severity))),
            ReportSetting.Below(ExitCodes.IsGated(setting.Report.Run, finding) ? "fails the run" : ""))
        { IsRowHead = true },
        new TableCell(new Paragraph(setting.Words(finding.PartNumber)), ReportSetting.Below(setting.Words(finding.Description)),
            ReportSetting.Below(finding.Row.ToString())),
        new TableCell(new Paragraph(setting.Words(finding.Message)),
            ReportSetting.Below($"{finding.Workflow}/{finding.Rule}{(finding.Link is { } link ? $" · {link}" : "")}")));
}
