using System.Text.Json;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Packets;

namespace SourcingCompliance.Formats.Writing.Packets;

/// <summary>Writes a packet as JSON. A value that is not on file is null, with what is to be filled in next to it.</summary>
public static class PacketJsonWriter
{
    /// <summary>Writes the packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="facts">What it was made from.</param>
    /// <param name="output">Receives the JSON.</param>
    public static void Write(Packet packet, PacketFacts facts, Stream output)
    {
        ArgumentNullException.ThrowIfNull(packet);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, JsonReportWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("kind", packet.Kind);
            json.WriteString("title", packet.Title);
            json.WriteString("tool", $"{facts.Report.Tool.Name} {facts.Report.Tool.Version}");
            json.WriteDate("asOf", facts.Report.Run.AsOf);
            if (ReportMarking.Format(facts.Report) is { Length: > 0 } marking)
            {
                json.WriteString("marking", marking);
            }

            json.WriteNumber("blanks", packet.Blanks);
            json.WriteStartArray("cautions");
            foreach (string caution in packet.Cautions)
            {
                json.WriteStringValue(caution);
            }

            json.WriteEndArray();
            json.WriteStartArray("sections");
            foreach (PacketSection section in packet.Sections)
            {
                WriteSection(json, section);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteSection(Utf8JsonWriter json, PacketSection section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("heading", section.Heading);
        json.WriteString("filledBy", section.IsForGovernment ? "government" : "company");
        WriteTexts(json, "text", section.Text);
        json.WriteStartObject("fields");
        foreach (PacketField field in section.Fields)
        {
            WriteValue(json, field.Id, field.Value);
        }

        json.WriteEndObject();
        if (section.Table is { } table)
        {
            json.WriteStartArray("columns");
            foreach (PacketColumn column in table.Columns)
            {
                json.WriteStartObject();
                json.WriteString("id", column.Id);
                json.WriteString("header", column.Header);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                for (int at = 0; at < table.Columns.Length; at++)
                {
                    WriteValue(json, table.Columns[at].Id, row[at]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteTexts(json, "signatures", section.Signatures);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string id, PacketValue value)
    {
        if (value.Fill == PacketFill.OnFile)
        {
            json.WriteString(id, value.Text);
            return;
        }

        json.WriteNull(id);
        if (value.Fill == PacketFill.Blank)
        {
            json.WriteString($"{id}:fillIn", value.Text);
        }
    }
}
