using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What a person can start today: in short for the first page, or every task with its parts.</summary>
internal static class TodayTable
{
    private const int ListedParts = 10;

    /// <summary>The first tasks, one row for each kind.</summary>
    public static Table InShort(ReportSetting setting, int most)
    {
        ImmutableArray<TodayTask> tasks = setting.Report.Plan?.DoTodayInShort ?? [];
        return new Table(
            [new TableColumn(5), new TableColumn(1.7), new TableColumn(2.5), new TableColumn(2.8) { Alignment = Alignment.Right }],
            [Table.HeadRow("Action", "Owner", "Needed by", "Settles")],
            [
                .. tasks.Take(most).Select(task => new TableRow(
                    new TableCell(new Paragraph(new Run(setting.Brief(task.Title, 120)) { Anchor = PlanSection.Anchor })) { IsRowHead = true },
                    Sentences.Capitalized(setting.Words(task.Owner)),
                    GetDay(task),
                    new TableCell(new Paragraph(task.Settles.Words)))),
            ])
        {
            Summary = "The first tasks of the plan, with who does them, by when they are needed and what they settle",
            Padding = 3,
            After = tasks.Take(most).Any(task => task.IsLate) ? 3 : 6,
        };
    }

    /// <summary>Every task with its parts.</summary>
    public static Table Get(ImmutableArray<TodayTask> tasks, ReportSetting setting) => new(
        [new TableColumn(5.9), new TableColumn(1.6), new TableColumn(2.5), new TableColumn(2) { Alignment = Alignment.Right }],
        [Table.HeadRow("Action and parts", "Owner", "Needed by", "Settles")],
        [.. tasks.Select(task => GetRow(task, setting))])
    {
        Summary = "Every task that can be started today, with its parts, who does it, by when it is needed and what it settles",
        Style = ReportSetting.Row,
        Padding = 3,
    };

    /// <summary>What "late" means; none when no task is late.</summary>
    public static ImmutableArray<Block> LateNote(IEnumerable<TodayTask> tasks) => tasks.Any(task => task.IsLate)
        ? [new Paragraph(TodayTask.LateNote) { Style = ReportSetting.Fine with { Color = Ink.Muted } }]
        : [];

    private static TableRow GetRow(TodayTask task, ReportSetting setting)
    {
        string title = setting.Words(task.Title);
        var what = new List<Paragraph> { new(Run.Strong(title)) };
        ImmutableArray<string> others = [.. task.Parts.Where(part => !title.Contains(part, StringComparison.Ordinal))];
        if (!others.IsEmpty)
        {
            string lead = others.Length < task.Parts.Length ? "The others: " : "";
            what.Add(ReportSetting.Below([lead, .. setting.PartRuns(others, ListedParts)]));
        }

        return new TableRow(new TableCell([.. what]) { IsRowHead = true }, Sentences.Capitalized(setting.Words(task.Owner)), GetDay(task), task.Settles.Words);
    }

    private static TableCell GetDay(TodayTask task) => task.IsLate
        ? new TableCell(new Paragraph(Run.Code(Wording.FormatDate(task.NeededBy)),
            new Run(", late") { Color = VerdictPrint.From(Verdict.Violation).Color, IsStrong = true }))
        : Run.Code(Wording.FormatDate(task.NeededBy));
}
