using System.Text.Json;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Evidence;

/// <summary>Reads and writes the ledger's <c>requests.json</c> (schema <c>rules/schema/evidence-requests.schema.json</c>).</summary>
public static class RequestLogFile
{
    /// <summary>Name of the file in the folder of the ledger.</summary>
    public const string Name = "requests.json";

    /// <summary>The log of a file; null, with diagnostics saying why, when anything in it is wrong.</summary>
    /// <param name="content">The bytes of the file, UTF-8.</param>
    /// <param name="path">Path as diagnostics name it.</param>
    /// <param name="diagnostics">Receives the faults, errors all of them.</param>
    public static RequestLog? Parse(ReadOnlyMemory<byte> content, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var faults = new DiagnosticBag();
        RequestLog? log = JsonObjectReader.Read(content, StatementReader.GetContext(path, faults), root =>
        {
            StatementReader.CheckVersion(root);
            RequestLog read = new(root.All("requests", GetRequest), root.All("received", GetReceived));
            root.Finish();
            return read;
        });
        foreach (Diagnostic fault in faults.Items)
        {
            diagnostics.Add(fault);
        }

        return faults.HasErrors ? null : log;
    }

    /// <summary>The bytes of a log: the same log gives the same bytes.</summary>
    public static byte[] ToBytes(RequestLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, StatementWriter.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", StatementReader.Version);
            StatementWriter.WriteAll(json, "requests", log.Requests, Write);
            StatementWriter.WriteAll(json, "received", log.Received, Write);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        return output.ToArray();
    }

    private static EvidenceRequest GetRequest(JsonObjectReader reader)
    {
        var request = new EvidenceRequest(StatementReader.GetId(reader, "id"), StatementReader.Stated(reader, "supplier"),
            reader.Date("askedOn", isRequired: true) ?? default, reader.Date("dueOn"))
        {
            Email = reader.Text("email"),
            ReferredBy = reader.Text("referredBy"),
            Items = [.. reader.Objects("items", isRequired: true).Select(GetItem)],
        };
        reader.Finish();
        return request;
    }

    private static RequestedItem GetItem(JsonObjectReader reader)
    {
        var item = new RequestedItem(StatementReader.Stated(reader, "rowKey"), StatementReader.Stated(reader, "partNumber"),
            [.. reader.Objects("questions", isRequired: true).Select(GetQuestion)])
        {
            Manufacturer = reader.Text("manufacturer"),
            ManufacturerPartNumber = reader.Text("manufacturerPartNumber"),
            Description = reader.Text("description") ?? "",
        };
        reader.Finish();
        return item;
    }

    private static RequestedFact GetQuestion(JsonObjectReader reader)
    {
        var question = new RequestedFact(reader.Text("material"), reader.Text("stage"), reader.Text("element"));
        reader.Finish();
        return question;
    }

    private static ReceivedStatement GetReceived(JsonObjectReader reader)
    {
        var received = new ReceivedStatement(
            StatementReader.GetId(reader, "id"), StatementReader.Stated(reader, "path"), StatementReader.ComputeHash(reader, "sha256"),
            reader.Date("receivedOn", isRequired: true) ?? default);
        reader.Finish();
        return received;
    }

    private static void Write(Utf8JsonWriter json, EvidenceRequest request)
    {
        json.WriteString("id", request.Id);
        json.WriteString("supplier", request.Supplier);
        StatementWriter.Write(json, "email", request.Email);
        StatementWriter.Write(json, "referredBy", request.ReferredBy);
        StatementWriter.Write(json, "askedOn", request.AskedOn);
        StatementWriter.Write(json, "dueOn", request.DueOn);
        json.WriteStartArray("items");
        foreach (RequestedItem item in request.Items)
        {
            json.WriteStartObject();
            json.WriteString("rowKey", item.RowKey);
            json.WriteString("partNumber", item.PartNumber);
            StatementWriter.Write(json, "manufacturer", item.Manufacturer);
            StatementWriter.Write(json, "manufacturerPartNumber", item.ManufacturerPartNumber);
            StatementWriter.Write(json, "description", item.Description.Length > 0 ? item.Description : null);
            json.WriteStartArray("questions");
            foreach (RequestedFact question in item.Questions)
            {
                json.WriteStartObject();
                StatementWriter.Write(json, "material", question.Material);
                StatementWriter.Write(json, "stage", question.Stage);
                StatementWriter.Write(json, "element", question.Element);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReceivedStatement received)
    {
        json.WriteString("id", received.Id);
        json.WriteString("path", received.Path);
        json.WriteString("sha256", received.Sha256);
        StatementWriter.Write(json, "receivedOn", received.ReceivedOn);
    }
}
