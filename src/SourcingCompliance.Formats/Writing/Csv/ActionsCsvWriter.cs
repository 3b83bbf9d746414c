using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Csv;

/// <summary>
/// Writes the plan as a table for a spreadsheet or a ticket system, one row for each action. Business days to spare and business
/// days late stand in two columns, so that no cell begins with a minus.
/// </summary>
public sealed class ActionsCsvWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "actions-csv";

    /// <inheritdoc/>
    public string FileSuffix => ".actions.csv";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using var table = new CsvTable(output, "id", "kind", "role", "title", "owner", "supplier", "parts", "start by", "due by", "earliest finish",
            "switch by", "days overdue", "business days to spare", "business days late", "critical", "lead business days", "lead least", "lead most",
            "lead source", "after", "detail", "questions", "findings");
        foreach (RemediationAction action in report.Actions)
        {
            table.Text(action.Id).Text(action.Kind).Text(action.IsFallback ? "fallback" : "first").Text(action.Title).Text(action.Owner)
                .Text(action.Supplier).Texts(action.Parts).Date(action.StartBy).Date(action.DueBy).Date(action.EarliestFinish).Date(action.SwitchBy)
                .Number(action.OverdueDays).Number(Math.Max(0, action.SlackBusinessDays)).Number(Math.Max(0, -action.SlackBusinessDays))
                .Text(action.IsCritical ? "yes" : "no").Number(action.LeadBusinessDays).Number(action.LeadRange.Least).Number(action.LeadRange.Most)
                .Text(action.LeadSource).Texts(action.After).Text(action.Detail).Texts(action.Questions).Texts(action.Findings).End();
        }
    }
}
