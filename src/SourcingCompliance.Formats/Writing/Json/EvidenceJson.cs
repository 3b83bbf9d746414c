using System.Text.Json;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes what statements of suppliers say of a line: the chain from the fact to the document.</summary>
internal static class EvidenceJson
{
    /// <summary>Writes the properties <c>material</c> and <c>evidence</c> of a statement of origin; nothing for a cell of the list.</summary>
    public static void WriteOf(Utf8JsonWriter json, OriginStatement statement)
    {
        if (statement.Evidence is { } evidence)
        {
            json.WriteString("material", statement.Material);
            WriteReference(json, "evidence", evidence);
        }
    }

    /// <summary>Writes the property <c>stated</c> of a line; nothing where no statement speaks of it.</summary>
    public static void WriteStated(Utf8JsonWriter json, StatedFacts stated)
    {
        if (stated.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("stated");
        WriteAll(json, "notCovered", stated.Denied, denied =>
        {
            json.WriteString("material", denied.Occurrence.Material);
            WriteReference(json, "evidence", denied.Evidence);
        });
        WriteAll(json, "exceptions", stated.Claims, claim =>
        {
            json.WriteString("exception", ReportTokens.Format(claim.Exception));
            json.WriteBoolean("holds", claim.Holds);
            json.WriteString("basis", claim.Basis);
            WriteReference(json, "evidence", claim.Evidence);
        });
        WriteAll(json, "leads", stated.Leads, lead =>
        {
            json.WriteString("says", lead.Words);
            json.WriteString("material", lead.Material);
            json.WriteStrings("countries", lead.Countries.Select(country => country.Code));
            WriteReference(json, "evidence", lead.Evidence);
        });
        WriteAll(json, "notCounted", stated.Uncounted, fact =>
        {
            json.WriteString("says", fact.Words);
            json.WriteString("reason", ReportTokens.Format(fact.Reason));
            json.WriteString("material", fact.Material);
            json.WriteString("stage", fact.Stage);
            json.WriteString("element", fact.Element);
            json.WriteString("nextSupplier", fact.NextSupplier);
            json.WriteString("expectedOn", fact.ExpectedOn is { } day ? ReportTokens.Format(day) : null);
            WriteReference(json, "evidence", fact.Evidence);
        });
        WriteAll(json, "contradictions", stated.Contradictions, contradiction =>
        {
            json.WriteString("about", contradiction.About);
            json.WriteString("one", contradiction.One);
            json.WriteString("other", contradiction.Other);
        });
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string name, EvidenceRef evidence)
    {
        json.WriteStartObject(name);
        json.WriteString("statement", evidence.Statement);
        json.WriteString("supplier", evidence.Supplier);
        json.WriteString("path", evidence.Path);
        json.WriteString("source", evidence.Source);
        json.WriteString("subject", evidence.Subject);
        json.WriteString("signer", evidence.Signer);
        json.WriteString("day", evidence.Day is { } day ? ReportTokens.Format(day) : null);
        json.WriteString("validUntil", evidence.ValidUntil is { } last ? ReportTokens.Format(last) : null);
        json.WriteString("place", evidence.Place);
        json.WriteString("strength", evidence.IsDocumented ? "documented" : "stated");
        json.WriteStartArray("documents");
        foreach (EvidenceDocument document in evidence.Documents)
        {
            json.WriteStartObject();
            json.WriteString("sha256", document.Sha256);
            json.WriteString("title", document.Title);
            json.WriteString("page", document.Page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAll<TEntry>(Utf8JsonWriter json, string name, IReadOnlyCollection<TEntry> entries, Action<TEntry> write)
    {
        if (entries.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (TEntry entry in entries)
        {
            json.WriteStartObject();
            write(entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
