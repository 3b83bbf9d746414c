using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The first page: the answer in one sentence, the picture of it, and what to do first.</summary>
internal static class CoverSection
{
    private const int FirstActions = 5;

    /// <summary>The blocks of the section.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        string law = string.Join(" · ", report.Packs.Where(pack => pack.Status == "active").Select(pack => pack.Title));
        var blocks = new List<Block>
        {
            new Paragraph(law.Length > 0 ? law : "Sourcing check") { Style = TextStyle.Eyebrow },
            new Heading(1, NameOf(setting)),
            new Paragraph(new Run(setting.Words(Answer.Of(report))) { Note = NoteOf(report) }) { Style = TextStyle.Lead },
        };
        if (FilesNotRead.DetailsOf(report) is string notRead)
        {
            blocks.Add(new Paragraph(setting.Words(notRead)));
        }

        if (Answer.FirstStep(report) is string first)
        {
            blocks.Add(new Paragraph(setting.Words(first)));
        }

        blocks.Add(new Paragraph(new Run(FactsOf(report)) { Color = Ink.Muted }) { Style = TextStyle.Small with { After = 10 } });
        if (!report.Summary.Regimes.IsEmpty)
        {
            blocks.Add(new VerdictBars(setting.Fonts, setting.Page.ColumnWidth).Draw(report.Summary.Regimes, report.Summary.Coverage));
        }

        if (!report.Actions.IsEmpty)
        {
            blocks.Add(new Heading(2, "What to do first"));
            blocks.Add(FirstTable(setting));
        }

        return [.. blocks];
    }

    /// <summary>What the report is about: the list's name, or how many lists.</summary>
    public static string NameOf(ReportSetting setting) => setting.Report.Files switch
    {
        [] => "no bill of materials",
        [var file] => file.Name,
        var files => Wording.CountOf(files.Length, "bill of materials", "bills of materials"),
    };

    private static Footnote? NoteOf(ComplianceReport report)
    {
        PackReference? pack = report.Packs.FirstOrDefault(pack => pack.Status == "active");
        return pack is null ? null : new Footnote($"{pack.Title} ({pack.Id}), edition {pack.Edition}{AuthoritiesSection.VerifyOf(pack, report.Run.AsOf)}.");
    }

    private static string FactsOf(ComplianceReport report)
    {
        string delivery = ReportWords.DeliveryDaysOf(report.Run) is { Length: > 0 } days ? days : "no delivery date given, so every period is told";
        string contract = report.Run.Contract is string path ? $" · contract file {path[(path.LastIndexOf('/') + 1)..]}" : " · no contract file, so no exception of the contract is known";
        return $"Checked on {Wording.DateOf(report.Run.AsOf)} · {delivery}{contract} · {Wording.CountOf(report.Summary.Lines, "line")} in {Wording.CountOf(report.Summary.Files, "file")}";
    }

    private static Table FirstTable(ReportSetting setting)
    {
        ImmutableArray<TableRow> rows =
        [
            .. setting.Report.Actions.Where(action => !action.IsFallback).OrderBy(action => action.StartBy).Take(FirstActions).Select(action => new TableRow(
                PlanSection.StartCell(action),
                new TableCell(new Paragraph(new Run(setting.Words(action.Title)) { Anchor = setting.AnchorOf(action) })) { IsRowHead = true },
                setting.Words(action.Owner),
                Run.Code(Wording.DateOf(action.DueBy)))),
        ];
        return new Table(
            [new TableColumn(2.3), new TableColumn(5.4), new TableColumn(2.2), new TableColumn(2.1)],
            [Table.HeadRow("Start by", "What", "Who", "Done by")], rows)
        {
            Summary = "The first actions of the plan, with the latest start and the day by which each must be done",
        };
    }
}
