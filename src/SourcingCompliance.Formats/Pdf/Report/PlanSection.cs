using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The plan: what to start today, what cannot be fixed in time, and what is done when an answer is bad.</summary>
internal static class PlanSection
{
    /// <summary>Name that links to the plan lead to.</summary>
    public const string Anchor = "plan";

    // More rows than this are one for each route, so that a plan of fifty suppliers can be read.
    private const int MostBackupRows = 40;
    private const int MostFixes = 6;
    private const int ListedParts = 12;

    /// <summary>The blocks of the section; none when no action is needed.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        if (setting.Report.Plan is not { DoToday.IsEmpty: false } plan)
        {
            return [];
        }

        var blocks = new List<Block>
        {
            new Heading(1, "Plan") { Anchor = Anchor },
            new Paragraph(setting.Words(string.Join(' ', new[] { plan.Headline, plan.Outlook.Sentence }.Where(text => text.Length > 0)))),
            new KeepTogether(
                new TimelinePicture(setting.Fonts, setting.Page.ColumnWidth, setting.Words).Draw(setting.Report, plan),
                new Paragraph("Bars end on the day by which a task is needed, diamonds on the day on which a backup plan is complete if it starts today. "
                    + "Red is late.") { Style = ReportSetting.Fine with { Color = Ink.Muted } }),
            new Heading(2, "Do today"),
            new Paragraph(setting.IsFull && !plan.Requests.IsEmpty
                ? "Each supplier gets one request with all of its parts. The requests are files of their own in the folder requests, ready to send."
                : "Each supplier gets one request with all of its parts.") { Style = TextStyle.Small, KeepsWithNext = true },
            TodayTable.Get(plan.DoToday, setting),
        };
        blocks.AddRange(TodayTable.LateNote(plan.DoToday));
        blocks.AddRange(Late(plan, setting));
        blocks.AddRange(Backups(plan, setting));
        blocks.AddRange(Fixes(plan, setting));
        return [.. blocks];
    }

    private static IEnumerable<Block> Late(RemediationPlan plan, ReportSetting setting)
    {
        if (plan.CannotBeFixed.IsEmpty && plan.CannotBeFixedIfAnswerIsBad.IsEmpty)
        {
            return [];
        }

        string day = Wording.FormatDate(plan.LastDay);
        int never = LatePart.GetPartNumbers(plan.CannotBeFixed).Length;
        int ifBad = LatePart.GetPartNumbers(plan.CannotBeFixedIfAnswerIsBad).Length;
        return
        [
            new Heading(2, plan.CannotBeFixed.IsEmpty
                ? $"Cannot be fixed by {day} if the answer is bad: {Wording.FormatCount(ifBad, "part")}"
                : $"Cannot be fixed by {day}: {Wording.FormatCount(never, "part")}"),
            new Table(
                [new TableColumn(4.1), new TableColumn(2.2), new TableColumn(2), new TableColumn(3.7)],
                [Table.HeadRow("Parts", "Material", "Quickest fix", "Earliest completion")],
                [
                    .. LateRows(plan.CannotBeFixed, setting),
                    .. plan.CannotBeFixed.IsEmpty || plan.CannotBeFixedIfAnswerIsBad.IsEmpty ? Array.Empty<TableRow>()
                        : [GroupHead($"If the answer is bad: {Wording.FormatCount(ifBad, "more part")} cannot be fixed by {day}", 4)],
                    .. LateRows(plan.CannotBeFixedIfAnswerIsBad, setting),
                ])
            {
                Summary = "Parts that cannot be fixed by delivery, with the day on which their quickest fix is complete",
                Style = ReportSetting.Row,
                Padding = 3,
            },
        ];
    }

    private static IEnumerable<TableRow> LateRows(IEnumerable<LatePart> parts, ReportSetting setting) => parts
        .GroupBy(part => (part.Material, part.Fix, part.EarliestCompletion, part.BusinessDaysLate)).Select(group => new TableRow(
            new TableCell(new Paragraph([.. setting.PartRuns(LatePart.GetPartNumbers(group), ListedParts)])) { IsRowHead = true },
            setting.Words(group.Key.Material.Length > 0 ? group.Key.Material : "row not read"),
            Sentences.Capitalized(group.Key.Fix),
            new TableCell(
                new Paragraph(Run.Code(Wording.FormatDate(group.Key.EarliestCompletion)), ", ",
                    new Run($"{Wording.FormatCount(group.Key.BusinessDaysLate, "business day")} late")
                    { Color = VerdictPrint.From(Verdict.Violation).Color }))));

    private static TableRow GroupHead(string text, int span) =>
        new(new TableCell(new Paragraph(Run.Strong(text)) { Style = ReportSetting.Row }) { Span = span }) { IsGroupHead = true };

    private static IEnumerable<Block> Backups(RemediationPlan plan, ReportSetting setting)
    {
        if (plan.BackupPlans.IsEmpty)
        {
            return [];
        }

        return
        [
            new Heading(2, "Backup plans"),
            new Paragraph(
                "Start one when no acceptable answer arrives by the date above. Lead times are assumptions unless the source says otherwise; leadTimes in "
                    + "the configuration replaces them. "
                + "Dates count business days and federal holidays.") { Style = TextStyle.Small, KeepsWithNext = true },
            new Table(
                [new TableColumn(3), new TableColumn(4.3), new TableColumn(1.9), new TableColumn(2.8)],
                [Table.HeadRow("Route and supplier", "Parts", "Latest start", "Earliest completion")],
                [.. plan.BackupPlans.GroupBy(backup => backup.Route, StringComparer.Ordinal)
                    .SelectMany(route => GetRows([.. route], plan.BackupPlans.Length > MostBackupRows, setting))])
            {
                Summary = "Backup plans by route and supplier, with the latest start and the earliest completion",
                Style = ReportSetting.Row,
                Padding = 2.4,
            },
        ];
    }

    private static IEnumerable<TableRow> GetRows(BackupPlan[] route, bool isShort, ReportSetting setting)
    {
        BackupPlan longest = route.MaxBy(backup => backup.LeadBusinessDays) ?? route[0];
        yield return new TableRow(new TableCell(
            new Paragraph(Run.Strong(setting.Words(longest.Route)),
                Run.Muted($" · {setting.Words(longest.Owner)} · {Wording.FormatCount(longest.LeadBusinessDays, "business day")}")),
            ReportSetting.Below(setting.Words(longest.LeadSource)))
        { Span = 4 })
        { IsGroupHead = true };
        BackupPlan[] rows = isShort && route.Length > 1
            ? [longest with
            {
                Supplier = "",
                Parts = [.. route.SelectMany(backup => backup.Parts).Distinct(StringComparer.Ordinal)],
                LatestStart = route.Min(backup => backup.LatestStart),
                EarliestCompletion = route.Max(backup => backup.EarliestCompletion),
                IsTooLate = route.Any(backup => backup.IsTooLate),
            }]
            : route;
        foreach (BackupPlan row in rows)
        {
            yield return new TableRow(
                new TableCell(new Paragraph(isShort && route.Length > 1 ? Wording.FormatCount(route.Length, "supplier") : row.Supplier.Length == 0
                    && row.Parts.Length > 1 ? "Several suppliers" : setting.GetSupplier(row.Supplier)))
                { IsRowHead = true },
                new TableCell(new Paragraph([.. setting.PartRuns(row.Parts, ListedParts)])),
                Run.Code(Wording.FormatDate(row.LatestStart)),
                new TableCell(new Paragraph(Run.Code(Wording.FormatDate(row.EarliestCompletion)),
                    new Run(row.IsTooLate ? ", too late" : "") { Color = VerdictPrint.From(Verdict.Violation).Color, IsStrong = true })));
        }
    }

    private static IEnumerable<Block> Fixes(RemediationPlan plan, ReportSetting setting)
    {
        // With one or two violating parts the first page has said it; where each part clears one violation, no order helps.
        if (plan.Fixes.Parts.Length < 3 || plan.Fixes.Parts.All(part => part.Violations < 2))
        {
            return [];
        }

        return
        [
            new Heading(2, "Parts whose replacement clears the most violations"),
            new Paragraph(setting.Words(plan.Fixes.Sentence)) { KeepsWithNext = true },
            new Table(
                [new TableColumn(3.4), new TableColumn(4.6), new TableColumn(2) { Alignment = Alignment.Right },
                    new TableColumn(2) { Alignment = Alignment.Right }],
                [Table.HeadRow("Part", "Made by", "Violations", "Cleared so far")],
                [
                    .. plan.Fixes.Parts.Take(MostFixes).Select(part => new TableRow(
                        new TableCell(new Paragraph(setting.PartRun(part.PartNumber))) { IsRowHead = true }, setting.GetSupplier(part.Manufacturer),
                        Wording.GetNumber(part.Violations), $"{Wording.GetNumber(part.ClearedSoFar)} of {Wording.GetNumber(plan.Fixes.Violations)}")),
                ])
            {
                Summary = "Parts whose replacement clears violations, the one that clears most first",
                Style = ReportSetting.Row,
                Padding = 3,
            },
        ];
    }
}
