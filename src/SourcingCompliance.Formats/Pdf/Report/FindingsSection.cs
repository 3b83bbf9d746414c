using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The findings, one compact row each, the worst first, those with the same reason together; of several BOMs the worst BOM first.</summary>
internal static class FindingsSection
{
    private const double LeavesRoomBelow = 0.45;
    private const int LongestDescription = 72;

    /// <summary>The blocks of the section.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ImmutableArray<FileReport> files =
            [.. setting.Report.Files.Where(file => !file.Findings.IsEmpty)
                .OrderBy(file => file.Findings.Min(finding => (!Counts(finding, setting.Report.Run), finding.Verdict)))];
        var blocks = new List<Block> { new Heading(1, "Findings") { StartsPage = !files.IsEmpty, SharesPageUpTo = LeavesRoomBelow } };
        if (files.IsEmpty)
        {
            blocks.Add(new Paragraph("No line item needs attention on the evidence supplied."
                + (PartBoxes.IsReadInFull(setting.Report) ? "" : " Not everything was read: page 1 and the input notes say what.")));
            return [.. blocks];
        }

        blocks.Add(new Paragraph(
            $"{setting.Report.Counts.Words}. {ReportCounts.Rule} {GetOthers(setting.Report)}Covered countries are China, Russia, Iran and North Korea. "
            + "Each reason names the cell and the paragraph of the clause; parts with the same reason follow each other, and the first has the reason.")
        { Style = TextStyle.Small });
        if (setting.Report.Files.Length > 1)
        {
            blocks.Add(BomsTable.Get(setting));
        }

        blocks.Add(GetTable(files, setting));
        return [.. blocks];
    }

    private static Table GetTable(ImmutableArray<FileReport> files, ReportSetting setting)
    {
        bool hasFind = files.SelectMany(file => file.Findings).Any(finding => setting.FindNumberOf(finding).Length > 0);
        ImmutableArray<TableColumn> columns = [new(1.3), .. hasFind ? [new TableColumn(0.7)] : Array.Empty<TableColumn>(),
            new(2.75), new(1.1), new(1.3), new(hasFind ? 4.85 : 5.55)];
        string[] head = ["Verdict", .. hasFind ? ["Find"] : Array.Empty<string>(), "Part", "Used in", "Material", "Why, cell and paragraph"];
        var rows = new List<TableRow>();
        AddRows(finding => Counts(finding, setting.Report.Run));
        foreach (IGrouping<string, Finding> period in setting.Report.Findings.Where(finding => !Counts(finding, setting.Report.Run))
            .GroupBy(finding => GetPeriod(finding, setting.Report), StringComparer.Ordinal))
        {
            rows.Add(GroupHead(period.Key, $" · {Wording.FormatCount(period.Count(), "finding")} of this period, not counted above"));
            var held = new HashSet<Finding>(period, ReferenceEqualityComparer.Instance);
            AddRows(held.Contains);
        }

        return new Table(columns, [Table.HeadRow(head)], [.. rows])
        {
            Summary = "Findings, worst first, with verdict, find number, part, where it is used, material, and the reason",
            Style = ReportSetting.Row,
            Padding = 2.6,
        };

        TableRow GroupHead(string strong, string muted) =>
            new(new TableCell(new Paragraph(Run.Strong(strong), Run.Muted(muted)) { Style = ReportSetting.Row })
            {
                Span =
                columns.Length
            })
            { IsGroupHead = true };

        void AddRows(Func<Finding, bool> holds)
        {
            foreach (FileReport file in files)
            {
                Finding[] findings = [.. file.Findings.Where(holds).OrderBy(finding => finding.Verdict)];
                if (findings.Length > 0 && setting.Report.Files.Length > 1)
                {
                    rows.Add(GroupHead(setting.Words(setting.Names.Get(file.Path)), $" · {Wording.FormatCount(findings.Length, "finding")}"));
                }

                rows.AddRange(FindingGroup.Gather(findings)
                    .SelectMany(group => group.Findings.Select(finding => GetRow(finding, group, hasFind, setting))));
            }
        }
    }

    // As the counts of every format do: what holds in another period only is listed after them.
    private static bool Counts(Finding finding, RunParameters run) => finding.Regimes.IsEmpty
        || finding.Regimes.Contains(run.GateRegime, StringComparer.Ordinal);

    private static string GetPeriod(Finding finding, ComplianceReport report) =>
        report.Summary.Regimes.FirstOrDefault(summary => finding.Regimes.Contains(summary.Regime.Id, StringComparer.Ordinal)) is { } counts
            ? ReportSetting.GetPeriod(counts.Regime) : "Other periods";

    private static string GetOthers(ComplianceReport report) => report.Counts.FindingsOfOtherPeriods switch
    {
        0 => "",
        1 => "1 finding of another period is listed after them and not counted. ",
        int count => $"{Wording.GetNumber(count)} findings of another period are listed after them and not counted. ",
    };

    private static TableRow GetRow(Finding finding, FindingGroup group, bool hasFind, ReportSetting setting)
    {
        bool isFirst = ReferenceEquals(finding, group.First);
        var part = new List<Paragraph> { new(setting.PartRun(finding.PartNumber)) };
        string about = string.Join("\u00A0· ", new[]
        {
            isFirst || finding.Description != group.First.Description ? setting.Brief(finding.Description, LongestDescription) : "",
            finding.Supplier.Length > 0 ? setting.GetSupplier(finding.Supplier) : "",
        }.Where(text => text.Length > 0));
        if (about.Length > 0)
        {
            part.Add(ReportSetting.Below(about));
        }

        return new TableRow(
        [
            VerdictPrint.From(finding.Verdict).Cell(),
            .. hasFind ? [new TableCell(new Paragraph(setting.Words(setting.FindNumberOf(finding))))] : Array.Empty<TableCell>(),
            new TableCell([.. part]) { IsRowHead = true },
            WhereUsed(finding, setting),
            MaterialPrint.Format(finding.Material),
            isFirst ? new TableCell([.. GetWhy(finding, setting)]) : new TableCell(GetReference(finding, group, setting)),
        ]);
    }

    private static Paragraph GetReference(Finding finding, FindingGroup group, ReportSetting setting) => new(
        setting.Words($"Same as {group.First.PartNumber}"), Run.Muted(group.GetCells(finding) is { Length: > 0 } cells ? $" [{setting.Words(cells)}]" : ""));

    private static IEnumerable<Paragraph> GetWhy(Finding finding, ReportSetting setting)
    {
        // A sentence that names paragraphs names this one among them.
        string clause = finding.Citation[..Math.Max(0, finding.Citation.IndexOf('(', StringComparison.Ordinal))];
        bool isCited = finding.Message.Contains(finding.Citation, StringComparison.Ordinal)
            || (clause.Length > 0 && finding.Message.Contains(clause + "(", StringComparison.Ordinal));
        string reason = FindingWords.GetWhy(finding);
        string place = finding.Cell.Address.Length == 0 ? setting.GetPlace(finding.Cell)
            : setting.Words(string.Join(" · ", new[] { finding.Cell.Sheet, finding.Cell.Address }.Where(text => text.Length > 0)));
        bool hasCell = finding.Cell.Address.Length > 0 && (reason.Contains($"cell {finding.Cell.Address} ", StringComparison.Ordinal)
            || reason.Contains($"cell {finding.Cell.Address})", StringComparison.Ordinal));
        string[] asides = [.. hasCell ? [] : new[] { finding.Cell.Column > 0 ? $"cell {place}" : place }, .. isCited ? [] : new[] { finding.Citation }];
        yield return new Paragraph(setting.Words(reason), Run.Muted(asides.Length == 0 ? "" : $" [{string.Join(", ", asides)}]"));
        if (finding.Waiver is { } waiver)
        {
            yield return new Paragraph(Run.Strong(setting.Words(WaiverWords.Format(waiver)))) { Style = ReportSetting.Fine };
        }
    }

    private static TableCell WhereUsed(Finding finding, ReportSetting setting) => finding.Path.Length < 2
        ? new TableCell(new Paragraph(Run.Muted("top level")))
        : new TableCell(new Paragraph(setting.Words(finding.Path[^2])));
}
