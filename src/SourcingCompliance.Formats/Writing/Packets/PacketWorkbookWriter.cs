using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Packets;

namespace SourcingCompliance.Formats.Writing.Packets;

/// <summary>Writes a packet as a workbook: its text and fields on the first sheet, each table on one of its own.</summary>
public static class PacketWorkbookWriter
{
    private const double WidthOfPart = 16;
    private const int LongestName = 28;

    /// <summary>Writes the packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="facts">What it was made from.</param>
    /// <param name="output">Receives the workbook.</param>
    public static void Write(Packet packet, PacketFacts facts, Stream output)
    {
        ArgumentNullException.ThrowIfNull(packet);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(output);
        WorkbookTable[] sheets = [Cover(packet, facts), .. packet.Sections.Where(section => section.Table is not null).Select(GetSheet)];
        using WorkbookPackage package = WorkbookPackage.Create(facts.Report, sheets.Select(sheet => sheet.ToFrame()));
        package.Save(output);
    }

    /// <summary>A value as a cell shows it.</summary>
    internal static string GetText(PacketValue value) => value.Fill switch
    {
        PacketFill.OnFile => value.Text,
        PacketFill.Blank => $"[fill in: {value.Text}]",
        _ => "",
    };

    private static WorkbookTable Cover(Packet packet, PacketFacts facts)
    {
        var rows = new List<TableRow>();
        if (ReportMarking.Format(facts.Report) is { Length: > 0 } marking)
        {
            rows.Add(new TableRow(null, marking, "") { Look = RowLook.Strong });
        }

        rows.Add(new TableRow(null, packet.Eyebrow, ""));
        rows.Add(new TableRow(null, packet.Title, "") { Look = RowLook.Title });
        rows.AddRange(packet.Cautions.Select(caution => new TableRow(null, "Note", caution)));
        foreach (PacketSection section in packet.Sections)
        {
            rows.Add(new TableRow(null, section.Heading, section.IsForGovernment ? "To be completed by the Government" : "") { Look = RowLook.Head });
            rows.AddRange(section.Text.Select(text => new TableRow(null, "", text)));
            rows.AddRange(section.Fields.Select(field => new TableRow(null, field.Label, GetText(field.Value))));
            rows.AddRange(section.Signatures.Select(signature => new TableRow(null, signature, "")));
        }

        rows.Add(new TableRow(null, "Made by", facts.Footing));
        return new WorkbookTable("Packet", [new("", 44), new("", 100)], rows) { IsPortrait = true };
    }

    private static WorkbookTable GetSheet(PacketSection section)
    {
        PacketTable table = section.Table ?? throw new InvalidOperationException("Only sections with a table have a sheet.");
        string name = section.Id == "partB" ? "Part B (Government)" : section.Heading.Length <= LongestName ? section.Heading : section.Id;
        return new WorkbookTable(name,
            [.. table.Columns.Select(column => new TableColumn(column.Header, Math.Max(8, column.Width * WidthOfPart)))],
            [.. table.Rows.Select(row => new TableRow(null, [.. row.Select(value => (object)GetText(value))]))]);
    }
}
