using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The plan: a picture against time, then every action with its dates and where its lead time comes from.</summary>
internal static class PlanSection
{
    /// <summary>The blocks of the section; none when nothing is to be done.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ImmutableArray<RemediationAction> actions = setting.Report.Actions;
        if (actions.IsEmpty)
        {
            return [];
        }

        int shown = TimelinePicture.ShownOf(actions.Length);
        string picture = shown < actions.Length
            ? string.Create(CultureInfo.InvariantCulture, $"The picture shows the first {shown} of {actions.Length:N0} actions; the table has all of them. ")
            : "";
        return
        [
            new Heading(1, "Plan") { StartsPage = true },
            new Paragraph(
                "The dates are counted back from delivery in business days. A bar runs from the latest start to the day by which the action must be done; "
                + "a broken line with a diamond shows the earliest finish where that is later. Semi-bold actions lie on the longest chain to delivery. " + picture),
            new TimelinePicture(setting.Fonts, setting.Page.ColumnWidth, setting.Words).Draw(setting.Report),
            .. Outlook(setting),
            new Heading(2, "Actions"),
            TableOf(setting),
        ];
    }

    /// <summary>The latest start, tinted when it has passed.</summary>
    public static TableCell StartCell(RemediationAction action)
    {
        string date = Wording.DateOf(action.StartBy);
        if (action.OverdueDays == 0)
        {
            return Run.Code(date);
        }

        VerdictPrint late = VerdictPrint.Of(Verdict.Violation);
        return new TableCell(
            new Paragraph(Run.Code(date)),
            new Paragraph(new Run($"{Wording.CountOf(action.OverdueDays, "day")} late") { Color = late.Color, IsStrong = true })) { Tint = late.Tint };
    }

    private static Table TableOf(ReportSetting setting)
    {
        Dictionary<string, string> titles = setting.Report.Actions.ToDictionary(action => action.Id, action => action.Title, StringComparer.Ordinal);
        return new Table(
            [new TableColumn(1.9), new TableColumn(1.9), new TableColumn(5.9), new TableColumn(2.3)],
            [Table.HeadRow("Start by", "Done by", "What", "Lead time")],
            [.. Rows(titles, setting)])
        {
            Summary = "Every action with its latest start, the day by which it must be done, who does it and how long it takes",
        };
    }

    private static IEnumerable<TableRow> Rows(Dictionary<string, string> titles, ReportSetting setting)
    {
        bool isFallback = false;
        foreach (ActionGroup group in setting.Plan)
        {
            if (group.First.IsFallback && !isFallback)
            {
                isFallback = true;
                yield return new TableRow(new TableCell(new Paragraph(
                    Run.Strong("To fall back on"), Run.Muted(" · needed only if a first way out fails"))) { Span = 4 }) { IsGroupHead = true };
            }

            yield return RowOf(group, titles, setting);
        }
    }

    // What the plan leads to, and the dates that it cannot keep.
    private static IEnumerable<Block> Outlook(ReportSetting setting)
    {
        if (setting.Report.Plan is not { } plan)
        {
            yield break;
        }

        string[] sentences = [.. new[] { plan.Headline, plan.Outlook.Sentence }.Where(sentence => sentence.Length > 0)];
        if (sentences.Length > 0)
        {
            yield return new Paragraph(setting.Words(string.Join(' ', sentences)));
        }

        if (!plan.CannotBeFixed.IsEmpty || !plan.CannotBeFixedIfAnswerIsBad.IsEmpty)
        {
            yield return new Heading(2, "Dates at risk");
            yield return DateRisksTable.Of(plan, setting);
        }
    }

    private static TableRow RowOf(ActionGroup group, Dictionary<string, string> titles, ReportSetting setting)
    {
        RemediationAction action = group.First;
        var what = new List<Paragraph>
        {
            new(Run.Strong(setting.Words(group.Title))),
            new(setting.Words(setting.DetailOf(action))),
            ReportSetting.Below([$"{setting.Words(action.Owner)} · ", .. PartsOf(group, setting)]),
        };
        string[] before = [.. action.After.Where(titles.ContainsKey).Select(id => titles[id])];
        if (before.Length > 0)
        {
            what.Add(ReportSetting.Below($"After: {setting.Words(Wording.ListOf(before))}"));
        }

        if (action.SwitchBy is DateOnly change)
        {
            what.Add(ReportSetting.Below(change < setting.Report.Run.AsOf
                ? $"To be in time, what it would fall back on had to start by {Wording.DateOf(change)}."
                : change < action.DueBy
                ? $"What it would fall back on must start by {Wording.DateOf(change)}, before this is due: start both."
                : $"If this has not worked by {Wording.DateOf(change)}, start what it would fall back on."));
        }

        return new TableRow(
            StartCell(action), DueCell(action), new TableCell([.. what]) { IsRowHead = true }, LeadCell(action, setting)) { Anchor = setting.AnchorOf(action) };
    }

    // A row of one action names its first parts, the others stand in its requests; a row of several actions names them all.
    private static IEnumerable<Run> PartsOf(ActionGroup group, ReportSetting setting)
    {
        ImmutableArray<string> parts = group.Parts;
        int listed = group.Actions.Length > 1 ? parts.Length : Math.Min(12, parts.Length);
        for (int index = 0; index < listed; index++)
        {
            yield return Run.Code(setting.Words(parts[index]));
            yield return new Run(index < parts.Length - 1 ? ", " : "");
        }

        if (parts.Length > listed)
        {
            yield return new Run(string.Create(CultureInfo.InvariantCulture, $"and {parts.Length - listed} more"));
        }
    }

    private static TableCell DueCell(RemediationAction action) => action.SlackBusinessDays >= 0
        ? Run.Code(Wording.DateOf(action.DueBy))
        : new TableCell(
            new Paragraph(Run.Code(Wording.DateOf(action.DueBy))),
            new Paragraph(new Run($"Earliest finish {Wording.DateOf(action.EarliestFinish)}, {Wording.CountOf(-action.SlackBusinessDays, "business day")} too late")
            {
                Color = VerdictPrint.Of(Verdict.Violation).Color,
            }));

    private static TableCell LeadCell(RemediationAction action, ReportSetting setting) => new(
        new Paragraph(Wording.CountOf(action.LeadBusinessDays, "business day")),
        ReportSetting.Below(string.Create(CultureInfo.InvariantCulture, $"usually {action.LeadRange.Least}–{action.LeadRange.Most}")),
        ReportSetting.Below(setting.Words(action.LeadSource)));
}
