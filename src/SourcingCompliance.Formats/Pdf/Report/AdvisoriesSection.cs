using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Supply, tariffs, other law and other sources: what the result does not depend on, each fact once, on about a page.</summary>
internal static class AdvisoriesSection
{
    private const int MostFigures = 1;

    /// <summary>The blocks of the section; none when there is nothing to say.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ImmutableArray<Block> sources = setting.IsFull ? OtherSourcesSection.Build(setting) : [];
        if (setting.Report.Advisories.IsEmpty && sources.IsEmpty)
        {
            return [];
        }

        var blocks = new List<Block> { new Heading(1, "Related information (does not affect the result)") };
        if (!setting.Report.Advisories.IsEmpty)
        {
            blocks.Add(GetTable(setting));
        }

        return [.. blocks, .. sources];
    }

    private static Table GetTable(ReportSetting setting)
    {
        // A figure that several rules rest on stands with the first of them.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new Table(
            [new TableColumn(2.2), new TableColumn(9), new TableColumn(0.8) { Alignment = Alignment.Right }],
            [Table.HeadRow("Source", "What it says; figures with their dates", "Parts")],
            [
                .. setting.Report.Advisories.GroupBy(advisory => advisory.Pack, StringComparer.Ordinal)
                    .Select(pack => GetRow(setting.Report.Packs.FirstOrDefault(one => one.Id == pack.Key), pack.Key, AdvisoryGroup.From([.. pack]), seen)),
            ])
        {
            Summary = "Supply risks, tariffs and other law, each with its source, its figures and the number of parts concerned",
            Style = ReportSetting.Row,
            Padding = 1.8,
        };
    }

    private static TableRow GetRow(PackReference? pack, string id, ImmutableArray<AdvisoryGroup> groups, HashSet<string> seen)
    {
        var says = new List<Run>();
        foreach (IGrouping<string, AdvisoryGroup> title in groups.GroupBy(group => group.Advisory.Title, StringComparer.Ordinal))
        {
            string[] figures = [.. title.SelectMany(group => group.Advisory.Figures).Where(figure => seen.Add(figure.Text))
                .Select(figure => $"{figure.Text} ({figure.AsOf}; {figure.Source})")];
            string shown = string.Join(' ', figures.Take(MostFigures));
            says.Add(Run.Strong(says.Count > 0 ? $" {title.Key}." : $"{title.Key}."));
            says.Add(shown.Length > 0 ? " " + shown : "");
        }

        says.Add(Run.Muted(pack is null ? "" : $" [{pack.Status}: {pack.Edition}]"));
        int parts = groups.SelectMany(group => group.Lines).Select(line => line.PartNumber).Distinct(StringComparer.Ordinal).Count();
        return new TableRow(
            new TableCell(new Paragraph(Run.Strong(pack?.Title ?? id)) { Style = ReportSetting.Fine }) { IsRowHead = true },
            new TableCell(new Paragraph([.. says]) { Style = ReportSetting.Fine }),
            Wording.GetNumber(parts));
    }
}
