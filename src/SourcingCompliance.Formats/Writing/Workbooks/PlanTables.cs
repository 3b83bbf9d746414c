using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>The plan as sheets: what to do today, what cannot be fixed in time, backup plans, and every action.</summary>
internal static class PlanTables
{
    /// <summary>The sheets that have rows; that of the actions is always there.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">The file whose actions are listed; null = all files.</param>
    public static IEnumerable<WorkbookTable> All(ComplianceReport report, FileReport? file)
    {
        WorkbookTable[] tables = report.Plan is { } plan ? [Today(plan), Late(plan), Backups(plan)] : [];
        return [.. tables.Where(table => table.Rows.Count > 0), Actions(report, file)];
    }

    /// <summary>What a person can start today, the earliest first.</summary>
    private static WorkbookTable Today(RemediationPlan plan) => new("Do today",
        [new("What", 66), new("Parts", 44), new("Who", 20), new("Needed by", 13), new("Late", 8), new("Settles", 26), new("Supplier", 24)],
        [.. plan.DoToday.Select(task => new TableRow(
            null, task.Title, string.Join(", ", task.Parts), task.Owner, WorkbookTables.ToDay(task.NeededBy), task.IsLate ? "late"
                : "", task.Settles.Total > 0 ? task.Settles.Words : "", task.Supplier))])
    {
        PrintedColumns = 6,
    };

    private static WorkbookTable Late(RemediationPlan plan) => new("Cannot be fixed in time",
        [new("Verdict", 14), new("Part number", 24), new("Supplier", 24), new("Material", 24), new($"Cannot be fixed by {WorkbookTables.ToDay(plan.LastDay)}",
            24), new("Quickest fix", 30), new("Earliest completion", 14), new("Business days late", 10)],
        [.. plan.CannotBeFixed.Select(part => (Part: part, When: "in any case"))
            .Concat(plan.CannotBeFixedIfAnswerIsBad.Select(part => (Part: part, When: "if the answer is bad"))).Select(late => new TableRow(
            late.Part.Verdict, VerdictCell.From(late.Part.Verdict).Text, late.Part.PartNumber, late.Part.Supplier, late.Part.Material, late.When, late.Part.Fix,
            WorkbookTables.ToDay(late.Part.EarliestCompletion), late.Part.BusinessDaysLate))]);

    private static WorkbookTable Backups(RemediationPlan plan) => new("Backup plans",
        [new("Route", 34), new("Supplier", 24), new("Parts", 50), new("Who", 20), new("Latest start", 13), new("Earliest completion", 13),
            new("Too late", 10), new("Lead time (business days)", 13), new("Where the lead time comes from", 40)],
        [.. plan.BackupPlans.Select(backup => new TableRow(
            null, backup.Route, backup.Supplier, string.Join(", ", backup.Parts), backup.Owner, WorkbookTables.ToDay(backup.LatestStart),
            WorkbookTables.ToDay(backup.EarliestCompletion),
            backup.IsTooLate ? "too late" : "", backup.LeadBusinessDays, backup.LeadSource))])
    {
        PrintedColumns = 8,
    };

    /// <summary>Every action, in order of the latest start.</summary>
    private static WorkbookTable Actions(ComplianceReport report, FileReport? file)
    {
        HashSet<string> mine = [.. (file is null ? report.Findings : file.Findings).Select(finding => finding.Id)];
        return new WorkbookTable("Sourcing plan",
            [
                new("Start by", 12), new("Needed by", 12), new("What", 60), new("Owner", 20), new("Supplier", 22), new("Parts", 36), new("Details", 80),
                new("Late", 8), new("Lead time (business days)", 24), new("Where the lead time comes from", 30), new("Findings", 30),
            ],
            [.. report.Actions.Where(action => action.Findings.Any(mine.Contains)).Select(action => new TableRow(
                null, WorkbookTables.ToDay(action.StartBy), WorkbookTables.ToDay(action.DueBy), action.Title + (action.IsFallback ? " (backup plan)" : ""),
                action.Owner, action.Supplier ?? "", string.Join(", ", action.Parts), action.Detail,
                action.IsLate || action.OverdueDays > 0 ? "late" : "",
                string.Create(CultureInfo.InvariantCulture, $"{action.LeadBusinessDays} ({action.LeadRange.Least} to {action.LeadRange.Most})"),
                action.LeadSource,
                string.Join(", ", action.Findings.Where(mine.Contains))))])
        {
            PrintedColumns = 6,
        };
    }
}
