using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Files;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Writing.Packets;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Packets;

namespace SourcingCompliance.Formats.Pdf.Packets;

/// <summary>Writes a packet as a PDF in landscape, because its tables are wide; cells to fill in are tinted and say what belongs there. The same data travels
/// inside as JSON.</summary>
public static class PacketPdfWriter
{
    private const double Grid = 12;

    // A cell of more lines names them one after the other, or a row of thirteen steps fills a third of a page.
    private const int MostLines = 3;
    private const int WideTable = 5;
    private static readonly TextStyle Dense = new(7.6, 9.6) { After = 2 };

    // Room to write in, and paper behind what the Government fills in.
    private static readonly Ink ToFill = Ink.Hex(0xFFF6DC);
    private static readonly Ink Government = Ink.Hex(0xEEF0F3);

    /// <summary>Writes the packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="facts">What it was made from.</param>
    /// <param name="output">Receives the PDF.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static void Write(Packet packet, PacketFacts facts, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(packet);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(output);
        var fonts = new FontSet(new SystemFonts([.. SystemFonts.UsualFolders()])) { Stop = cancellation };
        using var stoppable = new StoppableStream(output, cancellation);
        PdfFileWriter.Write(DocumentLayout.Lay(Build(packet, facts), fonts), stoppable);
    }

    /// <summary>The document of a packet.</summary>
    internal static Document Build(Packet packet, PacketFacts facts)
    {
        PageFormat upright = facts.Report.Settings.Paper == PaperSize.A4 ? PageFormat.A4 : PageFormat.Letter;
        return new Document
        {
            Title = packet.Title,
            Subject = packet.Eyebrow,
            Producer = $"{facts.Report.Tool.Name} {facts.Report.Tool.Version}",
            Date = facts.Report.Run.AsOf,
            Page = upright with { Width = upright.Height, Height = upright.Width },
            Marking = ReportMarking.Format(facts.Report) is { Length: > 0 } marking ? marking : null,
            Foot = new RunningFoot($"{packet.Title} · {Wording.FormatDate(facts.Report.Run.AsOf)}", $"Not legal advice · {facts.Footing}"),
            Blocks = [.. GetBlocks(packet)],
            Attachments = [new Attachment($"{packet.Kind}.json", "application/json", AttachmentRelationship.Data,
                "The same packet as data, for other programs", stream => PacketJsonWriter.Write(packet, facts, stream))],
        };
    }

    private static IEnumerable<Block> GetBlocks(Packet packet)
    {
        if (packet.Eyebrow.Length > 0)
        {
            yield return new Paragraph(packet.Eyebrow) { Style = TextStyle.Eyebrow };
        }

        yield return new Heading(1, packet.Title);
        if (!packet.Cautions.IsEmpty)
        {
            yield return new ItemList([.. packet.Cautions.Select(caution => new Paragraph(caution))]);
        }

        foreach (Block block in packet.Sections.SelectMany(GetBlocks))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> GetBlocks(PacketSection section)
    {
        yield return new Heading(2, section.Heading) { StartsPage = section.StartsPage };
        if (section.IsForGovernment)
        {
            yield return new Paragraph(Run.Strong("To be completed by the Government. ")) { Style = TextStyle.Small, KeepsWithNext = true };
        }

        bool hasTable = !section.Fields.IsEmpty || section.Table is { Rows.IsEmpty: false };
        for (int at = 0; at < section.Text.Length; at++)
        {
            yield return new Paragraph(section.Text[at]) { KeepsWithNext = hasTable && at == section.Text.Length - 1 };
        }

        if (!section.Fields.IsEmpty)
        {
            yield return new Table([new TableColumn(3.5), new TableColumn(8.5)], [],
                [.. section.Fields.Select(field =>
                    new TableRow(new TableCell(new Paragraph(Run.Strong(field.Label))) { IsRowHead = true }, GetCell(field.Value)))])
            {
                Summary = $"{section.Heading}: labels and values",
            };
        }

        if (section.Table is { Rows.IsEmpty: false } table)
        {
            yield return GetTable(section, table);
        }

        if (!section.Signatures.IsEmpty)
        {
            yield return new KeepTogether(new Table([new TableColumn(Grid)], [],
                [.. section.Signatures.Select(signature =>
                    new TableRow(new TableCell(new Paragraph("\n\n"), new Paragraph(Run.Muted(signature))) { IsRowHead = true }))])
            {
                Summary = "Room for signatures",
            });
        }
    }

    private static Table GetTable(PacketSection section, PacketTable table)
    {
        double sum = table.Columns.Sum(column => column.Width);
        return new Table(
            [.. table.Columns.Select(column => new TableColumn(column.Width * Grid / sum))],
            [Table.HeadRow([.. table.Columns.Select(column => column.Header)])],
            [.. table.Rows.Select(row => new TableRow([.. row.Select((value, at) => GetCell(value) with { IsRowHead = at == 0 })]))])
        {
            Summary = section.Heading,
            Style = table.Columns.Length < WideTable ? TextStyle.Small : Dense,
            Padding = table.Columns.Length < WideTable ? 4 : 2.6,
        };
    }

    private static TableCell GetCell(PacketValue value) => value.Fill switch
    {
        PacketFill.OnFile when value.Text.Split('\n') is var lines => new TableCell(
            [.. (lines.Length > MostLines ? [string.Join("; ", lines)] : lines).Select(line => new Paragraph(line))]),
        PacketFill.Blank => new TableCell(new Paragraph(Run.Muted($"Fill in: {value.Text}"))) { Tint = ToFill },
        PacketFill.Government => new TableCell { Tint = Government },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
