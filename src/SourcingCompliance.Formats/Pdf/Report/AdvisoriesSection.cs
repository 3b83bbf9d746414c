using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What the advisory packs tell of lines: supply risks, tariffs, other law to look at. No verdict; it gates nothing.</summary>
internal static class AdvisoriesSection
{
    private const int MostParts = 8;

    /// <summary>The blocks of the section; none when nothing is advised.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting) => setting.Report.Advisories.IsEmpty
        ? []
        :
        [
            new Heading(1, "Worth knowing, no verdict") { StartsPage = true },
            new Paragraph("Advisories speak of supply, tariffs and other law. None of them is a violation, and none changes the result. Each figure stands with its date and source."),
            TableOf(setting),
        ];

    private static Table TableOf(ReportSetting setting)
    {
        var rows = new List<TableRow>();
        foreach (IGrouping<string, AdvisoryReport> pack in setting.Report.Advisories.GroupBy(advisory => advisory.Pack, StringComparer.Ordinal))
        {
            PackReference? reference = setting.Report.Packs.FirstOrDefault(one => one.Id == pack.Key);
            rows.Add(new TableRow(new TableCell(new Paragraph(Run.Strong(reference?.Title ?? pack.Key),
                Run.Muted(reference is null ? "" : $" · {reference.Status}, edition {reference.Edition}{AuthoritiesSection.VerifyOf(reference, setting.Report.Run.AsOf)}")) { Style = TextStyle.Small with { Before = 4 } }) { Span = 2 })
            {
                IsGroupHead = true,
            });
            rows.AddRange(AdvisoryGroup.Of([.. pack]).Select(group => RowOf(group, setting)));
        }

        return new Table([new TableColumn(7.2), new TableColumn(4.8)], [Table.HeadRow("What", "Lines")], [.. rows])
        {
            Summary = "Advisories by pack, each with its figures, their dates and sources, and the lines that it speaks of",
        };
    }

    private static TableRow RowOf(AdvisoryGroup group, ReportSetting setting)
    {
        AdvisoryReport advisory = group.Advisory;
        var what = new List<Paragraph> { new(Run.Strong(advisory.Title)) };
        what.AddRange(advisory.Figures.Select(figure => new Paragraph(new Run(figure.Text), Run.Muted($" ({figure.AsOf}; {figure.Reference})"))));
        what.Add(ReportSetting.Below($"{advisory.Rule} · {string.Join(", ", group.Substances)} · {advisory.Citation}"));
        string[] parts = [.. group.Lines.Select(line => setting.Words(line.PartNumber)).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)];
        string more = parts.Length > MostParts ? string.Create(CultureInfo.InvariantCulture, $" and {parts.Length - MostParts:N0} more") : "";
        return new TableRow(
            new TableCell([.. what]) { IsRowHead = true },
            new TableCell(new Paragraph(Wording.CountOf(group.Lines.Length, "line")), ReportSetting.Below(string.Join(", ", parts.Take(MostParts)) + more)));
    }
}
