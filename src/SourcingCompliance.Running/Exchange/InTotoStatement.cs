using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Running.Exchange;

/// <summary>
/// The statement over the files of a bundle, in-toto's Statement v1 (https://in-toto.io/Statement/v1) in a DSSE envelope
/// (https://github.com/secure-systems-lab/dsse), signed by ECDSA P-256 with SHA-256, or unsigned with an empty list of signatures.
/// </summary>
internal static class InTotoStatement
{
    private const string PayloadType = "application/vnd.in-toto+json";
    private const string StatementType = "https://in-toto.io/Statement/v1";
    private const string PredicateType = "https://in-toto.io/attestation/test-result/v0.1";

    /// <summary>Writes the envelope.</summary>
    /// <param name="files">Hashes of the files by name, in order.</param>
    /// <param name="program">Name and version of the program.</param>
    /// <param name="result">What the check came to: <c>PASSED</c>, <c>WARNED</c> or <c>FAILED</c>, as the predicate spells it.</param>
    /// <param name="key">The private key; null = unsigned.</param>
    public static byte[] Write(IReadOnlyList<(string Name, string Sha256)> files, string program, string result, ECDsa? key)
    {
        byte[] payload = Json(json =>
        {
            json.WriteString("_type", StatementType);
            json.WriteStartArray("subject");
            foreach ((string name, string hash) in files)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteStartObject("digest");
                json.WriteString("sha256", hash);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("predicateType", PredicateType);
            json.WriteStartObject("predicate");
            json.WriteString("result", result);
            json.WriteStartArray("configuration");
            json.WriteStartObject();
            json.WriteString("name", "job.json");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("program", program);
            json.WriteEndObject();
        });
        return Json(json =>
        {
            json.WriteString("payloadType", PayloadType);
            json.WriteBase64String("payload", payload);
            json.WriteStartArray("signatures");
            if (key is not null)
            {
                json.WriteStartObject();
                json.WriteString("keyid", GetKeyId(key));
                json.WriteBase64String("sig", key.SignData(Encode(payload), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Reads an envelope; null when it is none.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="key">The public key to check the signature with; null = none is known.</param>
    public static ReadStatement? Read(byte[] content, ECDsa? key)
    {
        try
        {
            using JsonDocument envelope = JsonText.Parse(content);
            byte[] payload = envelope.RootElement.GetProperty("payload").GetBytesFromBase64();
            JsonElement[] signatures = [.. envelope.RootElement.GetProperty("signatures").EnumerateArray()];
            using JsonDocument statement = JsonText.Parse(payload);
            var files = statement.RootElement.GetProperty("subject").EnumerateArray()
                .Select(subject => (subject.GetProperty("name").GetString() ?? "", subject.GetProperty("digest").GetProperty("sha256").GetString() ?? ""))
                .ToImmutableArray();
            string program = statement.RootElement.GetProperty("predicate").GetProperty("program").GetString() ?? "";
            byte[] signed = Encode(payload);
            bool? isValid = key is null ? null
                : signatures.Any(signature =>
                    key.VerifyData(signed, signature.GetProperty("sig").GetBytesFromBase64(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
            return new ReadStatement(files, program, signatures.Length > 0 ? signatures[0].GetProperty("keyid").GetString() : null, isValid);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or CryptographicException)
        {
            // A bundle comes from somebody else; whatever is wrong with its statement, there is none.
            return null;
        }
    }

    /// <summary>The id of a key: SHA-256 of its public half, shortened.</summary>
    public static string GetKeyId(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    // DSSE's pre-authentication encoding.
    private static byte[] Encode(byte[] payload) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {PayloadType.Length} {PayloadType} {payload.Length} ")), .. payload];

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonReportWriter.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return output.ToArray();
    }
}

/// <summary>A statement as read.</summary>
/// <param name="Files">Names and hashes.</param>
/// <param name="Program">Name and version of the program that made the bundle.</param>
/// <param name="KeyId">Id of the key; null = unsigned.</param>
/// <param name="IsValid">Whether the signature fits the key; null = no key was given.</param>
internal sealed record ReadStatement(ImmutableArray<(string Name, string Sha256)> Files, string Program, string? KeyId, bool? IsValid);
