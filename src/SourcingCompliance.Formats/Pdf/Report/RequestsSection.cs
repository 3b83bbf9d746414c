using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>
/// One page for each supplier that is asked, to be sent as it is and to come back filled in: it names the supplier's own parts only.
/// </summary>
internal static class RequestsSection
{
    private const int PartsInRow = 10;

    /// <summary>The blocks of the section; none when no supplier is asked.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting) =>
        [.. (setting.Report.Plan?.Requests ?? []).SelectMany(request => PageOf(request, setting))];

    private static IEnumerable<Block> PageOf(SupplierRequest request, ReportSetting setting)
    {
        yield return new Heading(1, $"Request to {setting.Words(request.Supplier)}") 
        {
            StartsPage = true,
            // The page leaves the house: what else the list holds is none of the supplier's business.
            Foot = $"Request to {setting.Words(request.Supplier)} · {Wording.DateOf(setting.Report.Run.AsOf)}",
        };
        yield return new Paragraph(Run.Strong(setting.Words(request.Subject)));
        yield return new Paragraph(setting.Words(request.Opening));
        yield return new Table(
            [new TableColumn(5.8), new TableColumn(2), new TableColumn(4.2)],
            [Table.HeadRow("Question", "Country", "Facility, lot and date")],
            [.. QuestionGroup.Of(request.Parts, part => part.PartNumber, part => part.Questions).SelectMany(group => RowsOf(group, setting))])
        {
            Summary = $"Parts and questions for {setting.Words(request.Supplier)}, with room for the answers",
        };
        if (!request.Evidence.IsEmpty)
        {
            yield return new Heading(2, "What counts as an answer");
            yield return new ItemList([.. request.Evidence.Select(sentence => new Paragraph(setting.Words(sentence)))]);
        }

        if (request.Closing.Length > 0)
        {
            yield return new Paragraph(setting.Words(request.Closing));
        }

        yield return new KeepTogether(new Heading(2, "Signed for the supplier"), Signature(request, setting));
    }

    // A line to fill in for each question, under the parts that it speaks of.
    private static IEnumerable<TableRow> RowsOf(QuestionGroup<RequestedPart> group, ReportSetting setting)
    {
        if (group.Parts.Length == 1)
        {
            yield return Across(PartOf(group.Parts[0], setting)) with { IsGroupHead = true };
        }
        else
        {
            yield return Across(new Paragraph(Run.Strong($"The same questions for {Wording.CountOf(group.Parts.Length, "part")}"),
                Run.Muted(" · an answer holds for all of them unless it names the parts that it is for"))) with { IsGroupHead = true };
            // In rows of a few, so that a page can end between them.
            foreach (RequestedPart[] some in group.Parts.Chunk(PartsInRow))
            {
                yield return Across([.. some.Select(part => PartOf(part, setting))]);
            }
        }

        foreach (string question in group.Questions)
        {
            yield return new TableRow(new TableCell(new Paragraph(setting.Words(question))) { IsRowHead = true }, new TableCell(), new TableCell());
        }
    }

    private static TableRow Across(params ImmutableArray<Paragraph> paragraphs) =>
        new(new TableCell([.. paragraphs.Select((paragraph, at) => paragraph with { Style = TextStyle.Small with { Before = at == 0 ? 4 : 0 } })]) { Span = 3 });

    private static Paragraph PartOf(RequestedPart part, ReportSetting setting)
    {
        string about = string.Join(" · ", new[] { setting.Brief(part.Description), setting.Words(part.Manufacturer), string.Join(", ", part.Materials) }.Where(text => text.Length > 0));
        return new Paragraph(Run.Code(setting.Words(part.PartNumber)) with { IsStrong = true }, Run.Muted(about.Length > 0 ? $" · {about}" : ""));
    }

    private static Table Signature(SupplierRequest request, ReportSetting setting) => new(
        [new TableColumn(4), new TableColumn(4), new TableColumn(4)],
        [],
        [
            new TableRow(Field("Name and title"), Field("Signature"), Field("Date")),
        ])
    {
        Summary = $"Room for the signature of {setting.Words(request.Supplier)}",
    };

    // Room to write above the line's name.
    private static TableCell Field(string name) => new(new Paragraph("\n\n"), new Paragraph(Run.Muted(name))) { IsRowHead = true };
}
