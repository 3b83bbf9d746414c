using System.Text.Json;
using SourcingCompliance.Formats.Reading.Evidence.Certificates;
using SourcingCompliance.Formats.Reading.Evidence.CycloneDx;
using SourcingCompliance.Formats.Reading.Evidence.Ipc1752;
using SourcingCompliance.Formats.Reading.Evidence.KnownParts;
using SourcingCompliance.Formats.Reading.Evidence.Rmi;
using SourcingCompliance.Formats.Reading.Questionnaires;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>Tells what a document is by its structure.</summary>
internal static class EvidenceRecognizer
{
    private const int HeadBytes = 4096;

    /// <summary>What XML is; null = none of the kinds.</summary>
    /// <param name="name">Local name of the root.</param>
    /// <param name="ns">Its namespace.</param>
    public static EvidenceForm? OfXml(string name, string ns) =>
        name == "bom" && CycloneDxXml.GetVersion(ns) is { Length: > 0 } version ? CycloneDxImporter.GetForm(version)
        : DeclarationXml.IsDeclaration(name) || ns.Contains("iec62474", StringComparison.OrdinalIgnoreCase) ? DeclarationImporter.GetForm(name, ns, "")
        : null;

    /// <summary>What JSON is; null = none of the kinds.</summary>
    public static EvidenceForm? OfJson(JsonElement root) =>
        root.Text("bomFormat") == "CycloneDX" || root.Text("specFormat") == "CycloneDX" ? CycloneDxImporter.GetForm(root.Text("specVersion"))
        : CertificateImporter.IsCertificate(root) ? CertificateImporter.Json
        : root.Text("$schema").Contains("json-schema.org", StringComparison.Ordinal) ? new EvidenceForm(EvidenceKind.Schema, "a JSON schema", null)
        {
            RefusedBecause = "A schema describes documents and is none.",
        }
        : null;

    /// <summary>Whether the content begins as a JSON object does; leaves the stream at its start.</summary>
    public static bool LooksLikeJson(Stream content)
    {
        byte[] head = new byte[HeadBytes];
        content.Position = 0;
        int length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        ReadOnlySpan<byte> text = head.AsSpan(0, length);
        text = text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? text[3..] : text;
        text = text.TrimStart(" \t\r\n"u8);

        // A list may begin with a brace; an object begins with a name in quotation marks.
        return text.StartsWith("{"u8) && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'}', ..];
    }

    /// <summary>The JSON of a stream.</summary>
    /// <exception cref="JsonException">It is no JSON, or not to be relied on.</exception>
    /// <exception cref="ReadingStoppedException">It is too large.</exception>
    public static JsonDocument ParseJson(Stream content, ReadLimits limits)
    {
        if (content.Length > limits.MaximumPartCharacters)
        {
            throw Stop.AtLimit("bytes of JSON", limits.MaximumPartCharacters, nameof(ReadLimits.MaximumPartCharacters));
        }

        limits.Cancellation.ThrowIfCancellationRequested();
        byte[] bytes = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(bytes);
        content.Position = 0;
        return JsonText.Parse(bytes);
    }

    /// <summary>What a document of tables is when it was given to be checked; null = it may be a bill of materials.</summary>
    /// <param name="document">The document.</param>
    public static EvidenceForm? OfTables(BomDocument document)
    {
        if (document.Format is not ("csv" or "text") && RmiSheets.LookAlike(document))
        {
            return RmiSheets.From(document, isThorough: false) is { } template ? RmiImporter.GetForm(template) : null;
        }

        if (document.Tables.Count > 0 && QuestionnaireSheet.IsIn(document.Tables[0]))
        {
            return new EvidenceForm(EvidenceKind.Questionnaire, "a questionnaire to a supplier", null);
        }

        // A workbook may hold a list next to a disclosure; a file of one sheet is one thing.
        return document.Tables is not [var only] ? null
            : DisclosureImporter.GetHeader(only) is not null ? DisclosureImporter.Form
            : KnownPartsImporter.GetHeader(only) is not null ? KnownPartsImporter.Form
            : null;
    }

    /// <summary>Whether the head of a damaged JSON document names one of the kinds; leaves the stream at its start.</summary>
    public static bool NamesForm(Stream content)
    {
        byte[] head = new byte[HeadBytes];
        content.Position = 0;
        int length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        ReadOnlySpan<byte> text = head.AsSpan(0, length);
        return text.IndexOf("CycloneDX"u8) >= 0 || text.IndexOf("CommercialTransaction"u8) >= 0;
    }
}
