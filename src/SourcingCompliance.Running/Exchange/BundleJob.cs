using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Exchange;

/// <summary>Writes what a bundle's check was asked, and reads it as a check over the files of the bundle.</summary>
internal static class BundleJob
{
    /// <summary>Name of its file in the bundle.</summary>
    public const string Name = "job.json";

    /// <summary>The job as JSON.</summary>
    /// <param name="job">The job.</param>
    /// <param name="files">What its files are called in the bundle.</param>
    public static byte[] Write(CheckJob job, BundleFiles files)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonReportWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("asOf", Format(job.AsOf));
            json.WriteString("delivery", Format(job.Delivery));
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
            Write(json, "lists", files.Lists);
            Write(json, "profiles", files.Profiles);
            json.WriteNumber("ownRules", job.RuleFolders.Length);
            json.WriteString("waivers", files.Waivers);
            json.WriteString("baseline", files.Baseline);
            json.WriteString("alternates", files.Alternates);
            json.WriteBoolean("allowInternalRiskAcceptance", job.AllowInternalRiskAcceptance);
            json.WriteString("failOnPolicies", GateTokens.Format(job.PolicyGate));
            Write(json, "packs", job.Packs.Advisory is { } advisory ? [job.Packs.Deciding, .. advisory] : []);
            WriteLeadTimes(json, job.LeadTimes);
            json.WriteString("failOn", GateTokens.Format(job.Gate));
            BundleReport.Write(json, job.Report, files.Logo);
            json.WriteEndObject();
        }

        return output.ToArray();
    }

    /// <summary>The job that a bundle describes; null for one that cannot be read.</summary>
    /// <param name="files">The files of the bundle.</param>
    /// <param name="folder">Where they stand on disk.</param>
    public static CheckJob? Read(SortedDictionary<string, byte[]> files, string folder)
    {
        try
        {
            using JsonDocument document = JsonText.Parse(files[Name]);
            JsonElement root = document.RootElement;
            DateOnly? Day(string name) => root.GetProperty(name).GetString() is { } text
                ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            CheckInput? File(string? name) => name is null || !files.ContainsKey(name) ? null : new CheckInput(Path.Combine(folder, name), name);

            // A bundle of an earlier version names no lists: all its inputs are lists.
            string[] lists = root.TryGetProperty("lists", out _) ? GetTexts(root, "lists")
                : [.. files.Keys.Where(name => name.StartsWith(BundleFiles.Inputs, StringComparison.Ordinal))];
            bool hasEvidence = files.Keys.Any(name => name.StartsWith(EvidenceFolder.Name + "/", StringComparison.Ordinal));
            var faults = new DiagnosticBag();
            var job = new CheckJob
            {
                Paths = [],
                Inputs = [.. lists.Select(File).OfType<CheckInput>()],
                AsOf = Day("asOf") ?? default,
                Delivery = Day("delivery"),
                ContractPath = File(BundleFiles.Contract)?.Path,
                ContractName = File(BundleFiles.Contract)?.Name,
                EvidenceFolder = hasEvidence ? Path.Combine(folder, EvidenceFolder.Name) : null,
                EvidenceName = EvidenceFolder.Name,
                RequiresDocuments = root.GetProperty("requiresDocuments").GetBoolean(),
                RequiresSignature = root.GetProperty("requiresSignature").GetBoolean(),
                HongKongAndMacaoAreChina = root.GetProperty("hongKongAndMacaoAreChina").ValueKind == JsonValueKind.Null
                    ? null : root.GetProperty("hongKongAndMacaoAreChina").GetBoolean(),
                CountsNotInstalled = root.GetProperty("countsNotInstalled").GetBoolean(),
                Waivers = File(GetText(root, "waivers")),
                Baseline = File(GetText(root, "baseline")),
                Alternates = File(GetText(root, "alternates")),
                Profiles = [.. GetTexts(root, "profiles").Where(files.ContainsKey).Select(name => MappingProfile.Parse(files[name], name, faults))
                    .OfType<MappingProfile>()],
                OwnRules = [.. Enumerable.Range(1, GetNumber(root, "ownRules")).Select(number => BundleFiles.GetOwnRules(files, number))],
                Packs = PackChoice.From(GetTexts(root, "packs")),
                AllowInternalRiskAcceptance = root.TryGetProperty("allowInternalRiskAcceptance", out JsonElement risk) && risk.GetBoolean(),
                PolicyGate = GetPolicyGate(GetText(root, "failOnPolicies")),
                LeadTimes = GetLeadTimes(root),
                Gate = GateTokens.Parse(GetText(root, "failOn") ?? "") ?? Gate.Suspect,
                Report = BundleReport.Read(root, files),
            };
            return job with { Problems = [.. faults.Items] };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static Findings.Policies.PolicyGate GetPolicyGate(string? word)
    {
        foreach ((string known, Findings.Policies.PolicyGate gate) in GateTokens.PolicyGates)
        {
            if (known == word)
            {
                return gate;
            }
        }

        return default;
    }

    private static ImmutableArray<LeadTimeOverride> GetLeadTimes(JsonElement root) => !root.TryGetProperty("leadTimes", out JsonElement times) ? []
        : [.. times.EnumerateArray().Select(time => new LeadTimeOverride(GetText(time, "kind"), GetText(time, "part"), GetNumber(time, "businessDays"),
            GetText(time, "source") ?? ""))];

    private static void WriteLeadTimes(Utf8JsonWriter json, ImmutableArray<LeadTimeOverride> times)
    {
        json.WriteStartArray("leadTimes");
        foreach (LeadTimeOverride time in times)
        {
            json.WriteStartObject();
            json.WriteString("kind", time.Kind);
            json.WriteString("part", time.Part);
            json.WriteNumber("businessDays", time.BusinessDays);
            json.WriteString("source", time.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string? Format(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? GetText(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static int GetNumber(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? Math.Clamp(value.GetInt32(), 0, 10_000) : 0;

    private static string[] GetTexts(JsonElement root, string name) => !root.TryGetProperty(name, out JsonElement values) ? []
        : [.. values.EnumerateArray().Select(value => value.GetString() ?? "")];
}
