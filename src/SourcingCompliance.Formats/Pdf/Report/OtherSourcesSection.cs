using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What could replace a part: what the company's engineering has approved, and what makers have made public. Neither clears a part.</summary>
internal static class OtherSourcesSection
{
    /// <summary>The blocks of the section; none when neither is known.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        if (setting.Report.Plan is not { } plan)
        {
            return [];
        }

        var blocks = new List<Block>();
        if (!plan.Alternates.IsEmpty)
        {
            blocks.Add(new Heading(2, "Alternates approved by your engineering"));
            blocks.Add(new Paragraph("The approval says that the part fits. It does not say where its material was mined, refined, separated, melted or "
                + "produced: ask for each.")
            { Style = TextStyle.Small, KeepsWithNext = true });
            blocks.Add(Alternates(plan.Alternates, setting));
        }

        if (!plan.Sources.IsEmpty)
        {
            blocks.Add(new Heading(2, "Makers outside the covered countries, by their own statements"));
            blocks.Add(new Paragraph(plan.SourcesCaution) { Style = TextStyle.Small, KeepsWithNext = true });
            blocks.AddRange(Sources(plan.Sources));
        }

        return [.. blocks];
    }

    private static Table Alternates(ImmutableArray<ApprovedAlternate> alternates, ReportSetting setting) => new(
        [new TableColumn(2.6), new TableColumn(2.6), new TableColumn(2.8), new TableColumn(4)],
        [Table.HeadRow("Part", "Alternate", "Made by", "Approved")],
        [
            .. alternates.Select(alternate => new TableRow(
                new TableCell(new Paragraph(setting.PartRun(alternate.Part))) { IsRowHead = true },
                Run.Code(setting.Words(alternate.AlternatePart)),
                alternate.Manufacturer.Length == 0 ? "not stated" : setting.Words(alternate.Manufacturer),
                setting.Words(string.Join(" · ", new[]
                {
                    alternate.ApprovedBy,
                    alternate.ApprovedOn is DateOnly day ? Wording.FormatDate(day) : "not dated",
                    alternate.Notes,
                }.Where(text => text.Length > 0))))),
        ])
    {
        Summary = "Alternates that the company's engineering has approved, by part",
        Style = ReportSetting.Row,
        Padding = 3,
    };

    // The material that several makers have in common, and where their figures were found, are said once.
    private static IEnumerable<Block> Sources(ImmutableArray<SupplySource> sources)
    {
        string[] found = [.. sources.Select(source => source.Source).Distinct(StringComparer.Ordinal)];
        yield return new Paragraph(string.Join(" · ", found.Select((source, at) => $"Source {at + 1}: {source}")))
        { Style = ReportSetting.Fine with { Color = Ink.Muted }, KeepsWithNext = true };
        yield return new Table(
            [new TableColumn(4.1), new TableColumn(7.9)],
            [Table.HeadRow("Maker and site", "What it says of itself, with its date and source")],
            [
                .. sources.GroupBy(source => string.Join(", ", source.Materials.Select(material => MaterialPrint.Format(material))), StringComparer.Ordinal)
                    .SelectMany(material => material.Select(source => GetRow(source, Array.IndexOf(found, source.Source) + 1)).Prepend(
                        new TableRow(new TableCell(new Paragraph(Run.Strong(material.Key)) { Style = ReportSetting.Fine }) { Span = 2 })
                        { IsGroupHead = true })),
            ])
        {
            Summary = "Makers outside the covered countries by material, what each has made public with its date",
            Style = ReportSetting.Row,
            Padding = 1.8,
        };
    }

    private static TableRow GetRow(SupplySource source, int number) => new(
        new TableCell(new Paragraph(Run.Strong(source.Maker), Run.Muted(source.Site.Length > 0 ? $" {source.Site}" : "")) { Style = ReportSetting.Fine })
        { IsRowHead = true },
        new TableCell(new Paragraph(Sentences.Capitalized(source.Says), Run.Muted($" ({source.AsOf}; source\u00A0{number})")) { Style = ReportSetting.Fine }));
}
