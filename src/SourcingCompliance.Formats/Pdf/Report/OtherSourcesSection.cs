using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What could stand in the place of a part: what the own engineering has approved, and what makers have made public. Neither clears a part.</summary>
internal static class OtherSourcesSection
{
    /// <summary>The blocks of the section; none when neither is known.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        if (setting.Report.Plan is not { } plan || (plan.Alternates.IsEmpty && plan.Sources.IsEmpty))
        {
            return [];
        }

        var blocks = new List<Block> { new Heading(1, "Other sources") { StartsPage = true } };
        if (!plan.Alternates.IsEmpty)
        {
            blocks.Add(new Heading(2, "Approved by your engineering"));
            blocks.Add(new Paragraph("The approval says that the part fits. It says nothing of where its material was mined, refined, separated, melted or produced: ask for each."));
            blocks.Add(Alternates(plan.Alternates, setting));
        }

        if (!plan.Sources.IsEmpty)
        {
            blocks.Add(new Heading(2, "What makers outside the covered countries say of themselves"));
            blocks.Add(new Paragraph(plan.SourcesCaution));
            blocks.Add(Sources(plan.Sources));
        }

        return [.. blocks];
    }

    private static Table Alternates(ImmutableArray<ApprovedAlternate> alternates, ReportSetting setting) => new(
        [new TableColumn(2.6), new TableColumn(2.6), new TableColumn(2.8), new TableColumn(4)],
        [Table.HeadRow("In the place of", "Alternate", "Made by", "Approved")],
        [
            .. alternates.Select(alternate => new TableRow(
                new TableCell(new Paragraph(Run.Code(setting.Words(alternate.Part)) with { IsStrong = true })) { IsRowHead = true },
                Run.Code(setting.Words(alternate.AlternatePart)),
                alternate.Manufacturer.Length == 0 ? "not stated" : setting.Words(alternate.Manufacturer),
                setting.Words(string.Join(" · ", new[]
                {
                    alternate.ApprovedBy,
                    alternate.ApprovedOn is DateOnly day ? Wording.DateOf(day) : "not dated",
                    alternate.Notes,
                }.Where(text => text.Length > 0))))),
        ])
    {
        Summary = "Alternates that the user's engineering has approved, by part",
    };

    private static Table Sources(ImmutableArray<SupplySource> sources) => new(
        [new TableColumn(3), new TableColumn(5.4), new TableColumn(3.6)],
        [Table.HeadRow("Maker", "What it has made public", "What to ask")],
        [
            .. sources.Select(source => new TableRow(
                new TableCell(new Paragraph(Run.Strong(source.Maker)), ReportSetting.Below(string.Join(" · ", new[] { source.Site, string.Join(", ", source.Materials) }.Where(text => text.Length > 0)))) { IsRowHead = true },
                new TableCell(new Paragraph(source.Says), ReportSetting.Below($"{source.AsOf} · {source.Source} · certainty {source.Certainty}")),
                source.Ask)),
        ])
    {
        Summary = "Makers outside the covered countries, what each has made public with its date and source, and what to ask before relying on it",
    };
}
