using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Evidence;

/// <summary>Writes a statement as it stands in the ledger: the same statement gives the same bytes.</summary>
public static class StatementWriter
{
    /// <summary>How files of the ledger are written.</summary>
    internal static readonly JsonWriterOptions Options =
        new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="output">Receives UTF-8 with a line feed at its end.</param>
    public static void Write(Statement statement, Stream output)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", StatementReader.Version);
            json.WriteString("id", statement.Id);
            WriteSource(json, statement.Source);
            WriteSupplier(json, statement.Supplier);
            if (statement.Signer is { } signer)
            {
                json.WriteStartObject("signer");
                json.WriteString("name", signer.Name);
                Write(json, "title", signer.Title);
                Write(json, "signedOn", signer.SignedOn);
                json.WriteEndObject();
            }

            Write(json, "issuedOn", statement.IssuedOn);
            Write(json, "validUntil", statement.ValidUntil);
            Write(json, "receivedOn", statement.ReceivedOn);
            Write(json, "request", statement.Request);
            if (!statement.Supersedes.IsEmpty)
            {
                json.WriteStartArray("supersedes");
                statement.Supersedes.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }

            WriteAll(json, "documents", statement.Documents, Write);
            json.WriteStartArray("items");
            foreach (StatementItem item in statement.Items)
            {
                Write(json, item);
            }

            json.WriteEndArray();
            WriteAll(json, "unread", statement.Unread, Write);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>The bytes of a statement.</summary>
    public static byte[] ToBytes(Statement statement)
    {
        using var output = new MemoryStream();
        Write(statement, output);
        return output.ToArray();
    }

    internal static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    internal static void Write(Utf8JsonWriter json, string name, DateOnly? day) => Write(json, name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal static void WriteAll<TEntry>(Utf8JsonWriter json, string name, ImmutableArray<TEntry> values, Action<Utf8JsonWriter, TEntry> write)
    {
        if (values.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (TEntry value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Country? country) => Write(json, name, country?.Code);

    private static void WriteSource(Utf8JsonWriter json, StatementSource source)
    {
        json.WriteStartObject("source");
        json.WriteString("kind", StatementReader.GetName(source.Kind));
        Write(json, "form", source.Form);
        Write(json, "basis", source.Basis);
        Write(json, "fileName", source.FileName);
        Write(json, "sha256", source.Sha256);
        if (source.IsDraft)
        {
            json.WriteBoolean("draft", true);
        }

        json.WriteEndObject();
    }

    private static void WriteSupplier(Utf8JsonWriter json, StatementSupplier supplier)
    {
        json.WriteStartObject("supplier");
        json.WriteString("name", supplier.Name);
        Write(json, "cage", supplier.Cage);
        Write(json, "contact", supplier.Contact);
        Write(json, "email", supplier.Email);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StatementDocument document)
    {
        json.WriteString("sha256", document.Sha256);
        json.WriteString("kind", document.Kind);
        json.WriteString("fileName", document.FileName);
        Write(json, "title", document.Title);
    }

    private static void Write(Utf8JsonWriter json, UnreadAnswer unread)
    {
        json.WriteString("place", unread.Place);
        json.WriteString("text", unread.Text);
        json.WriteString("reason", unread.Reason);
    }

    private static void Write(Utf8JsonWriter json, StatementItem item)
    {
        json.WriteStartObject();
        Write(json, "rowKey", item.RowKey);
        json.WriteStartObject("subject");
        json.WriteString("scope", StatementReader.GetName(item.Subject.Scope));
        Write(json, "partNumber", item.Subject.PartNumber);
        Write(json, "manufacturer", item.Subject.Manufacturer);
        Write(json, "manufacturerPartNumber", item.Subject.ManufacturerPartNumber);
        Write(json, "lot", item.Subject.Lot);
        Write(json, "family", item.Subject.Family);
        json.WriteEndObject();
        json.WriteStartArray("facts");
        foreach (StatementFact fact in item.Facts)
        {
            json.WriteStartObject();
            Write(json, fact);
            Write(json, "place", fact.Place);
            Write(json, "note", fact.Note);
            WriteAll(json, "documents", fact.Documents, (page, document) =>
            {
                page.WriteString("sha256", document.Sha256);
                Write(page, "page", document.Page);
            });
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StatementFact fact)
    {
        switch (fact)
        {
            case PresenceFact presence:
                json.WriteString("kind", "presence");
                Write(json, "material", presence.Material);
                json.WriteBoolean("contains", presence.Contains);
                Write(json, "massKilograms", presence.MassKilograms);
                break;
            case StageFact stage:
                json.WriteString("kind", "stage");
                Write(json, "material", stage.Material);
                Write(json, "element", stage.Element);
                json.WriteString("stage", stage.Stage);
                WriteAll(json, "distribution", stage.Distribution, Write);
                if (!stage.IsCertain)
                {
                    json.WriteBoolean("certain", false);
                }

                Write(json, "from", stage.From);
                Write(json, "to", stage.To);
                break;
            case ExceptionFact exception:
                json.WriteString("kind", "exception");
                json.WriteString("exception", StatementReader.GetName(exception.Exception));
                json.WriteBoolean("holds", exception.Holds);
                Write(json, "basis", exception.Basis);
                Write(json, "massKilograms", exception.MassKilograms);
                Write(json, "tungstenMassKilograms", exception.TungstenMassKilograms);
                Write(json, "coveredMaterialMassKilograms", exception.CoveredMaterialMassKilograms);
                Write(json, "milledIn", exception.MilledIn);
                Write(json, "sinteredIn", exception.SinteredIn);
                break;
            case UnknownFact unknown:
                json.WriteString("kind", "unknown");
                Write(json, "material", unknown.Material);
                Write(json, "stage", unknown.Stage);
                Write(json, "element", unknown.Element);
                Write(json, "nextSupplier", unknown.NextSupplier);
                Write(json, "nextSupplierEmail", unknown.NextSupplierEmail);
                Write(json, "expectedOn", unknown.ExpectedOn);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Write(Utf8JsonWriter json, OriginShare share)
    {
        json.WriteString("country", share.Country.Code);
        Write(json, "percent", share.Percent);
        Write(json, "performedBy", share.PerformedBy);
        Write(json, "facility", share.Facility);
    }
}
