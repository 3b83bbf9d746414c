using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Exchange;

/// <content>What goes into a bundle and comes out of it.</content>
public static partial class Bundle
{
    /// <summary>The job that a bundle describes, over its files in a folder.</summary>
    internal static CheckJob? JobIn(byte[] content, string folder)
    {
        try
        {
            using JsonDocument document = JsonText.Parse(content);
            JsonElement root = document.RootElement;
            DateOnly? Day(string name) => root.GetProperty(name).GetString() is { } text
                ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            string inputs = Path.Combine(folder, Inputs);
            bool hasEvidence = Directory.Exists(Path.Combine(folder, EvidenceFolder.Name));
            return new CheckJob
            {
                Paths = [],
                Inputs = Directory.Exists(inputs)
                    ? [.. Directory.GetFiles(inputs).Order(StringComparer.Ordinal).Select(path => new CheckInput(path, Inputs + Path.GetFileName(path)))] : [],
                AsOf = Day("asOf") ?? default,
                Delivery = Day("delivery"),
                ContractPath = File.Exists(Path.Combine(folder, ContractName)) ? Path.Combine(folder, ContractName) : null,
                ContractName = File.Exists(Path.Combine(folder, ContractName)) ? ContractName : null,
                EvidenceFolder = hasEvidence ? Path.Combine(folder, EvidenceFolder.Name) : null,
                EvidenceName = EvidenceFolder.Name,
                RequiresDocuments = root.GetProperty("requiresDocuments").GetBoolean(),
                RequiresSignature = root.GetProperty("requiresSignature").GetBoolean(),
                HongKongAndMacaoAreChina = root.GetProperty("hongKongAndMacaoAreChina").ValueKind == JsonValueKind.Null
                    ? null : root.GetProperty("hongKongAndMacaoAreChina").GetBoolean(),
                CountsNotInstalled = root.GetProperty("countsNotInstalled").GetBoolean(),
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static byte[] GetJob(CheckJob job)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonReportWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("asOf", job.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("delivery", job.Delivery?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteBoolean("requiresDocuments", job.RequiresDocuments);
            json.WriteBoolean("requiresSignature", job.RequiresSignature);
            if (job.HongKongAndMacaoAreChina is { } choice)
            {
                json.WriteBoolean("hongKongAndMacaoAreChina", choice);
            }
            else
            {
                json.WriteNull("hongKongAndMacaoAreChina");
            }

            json.WriteBoolean("countsNotInstalled", job.CountsNotInstalled);
            json.WriteEndObject();
        }

        return output.ToArray();
    }

    // Names from a zip become paths below a folder of ours only when they cannot lead out of it.
    private static bool IsName(string name) => name.Length is > 0 and < 400 && !name.StartsWith('/')
        && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal)
        && !name.EndsWith('/') && !name.Split('/').Any(part => part is "" or "." or "..") && !name.Any(char.IsControl);

    private static byte[] GetContent(ZipArchiveEntry entry)
    {
        using Stream source = entry.Open();
        using var content = new MemoryStream();
        byte[] buffer = new byte[81_920];
        for (int read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            if (content.Length + read > LargestEntry)
            {
                throw new InvalidDataException("An entry is larger than it says.");
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static string ComputeHash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
