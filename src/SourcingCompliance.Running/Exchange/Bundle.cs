using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using SourcingCompliance.Evidence;
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

/// <summary>
/// One zip that proves itself: lists, contract, evidence, rules, report, and a statement over all hashes. The report in it is made from the files in it,
/// so that whoever opens it years later makes the same report from them.
/// </summary>
public static class Bundle
{
    /// <summary>Name of the statement in the bundle.</summary>
    public const string StatementName = "statement.dsse.json";

    private const string JobName = "job.json";
    private const string ReportName = "report.json";
    private const string ContractName = "contract.json";
    private const string Inputs = "inputs/";
    private const string Rules = "rules/";
    private const long LargestEntry = 1L << 31;
    private const int MostEntries = 200_000;

    /// <summary>Writes a bundle.</summary>
    /// <param name="job">The check; its paths are the lists themselves.</param>
    /// <param name="path">Where the bundle goes.</param>
    /// <param name="key">The private key; null = unsigned.</param>
    /// <param name="check">Checks a job.</param>
    /// <returns>How many files it holds, and the report.</returns>
    public static (int Files, ComplianceReport Report) Write(CheckJob job, string path, ECDsa? key, Func<CheckJob, ComplianceReport> check)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(check);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (int at = 0; at < job.Paths.Length; at++)
        {
            files.Add(string.Create(CultureInfo.InvariantCulture, $"{Inputs}{at + 1:000}-{Path.GetFileName(job.Paths[at])}"),
                OrdinaryFile.ReadAllBytes(job.Paths[at]));
        }

        if (job.ContractPath is { } contract)
        {
            files.Add(ContractName, OrdinaryFile.ReadAllBytes(contract));
        }

        foreach (string file in job.EvidenceFolder is { } evidence && Directory.Exists(evidence) ? EvidenceFolder.GetFiles(evidence) : [])
        {
            files.Add($"{EvidenceFolder.Name}/{EvidenceFolder.GetRelative(job.EvidenceFolder ?? "", file)}", OrdinaryFile.ReadAllBytes(file));
        }

        RuleFolder shipped = RuleFolders.Shipped();
        foreach (string rule in shipped.Paths)
        {
            files.Add(Rules + rule, (shipped.Find(rule) ?? ReadOnlyMemory<byte>.Empty).ToArray());
        }

        files.Add(JobName, GetJob(job));
        using var staged = new StagedBundle(files);
        ComplianceReport report = check(staged.Job);
        files.Add(ReportName, GetBytes(report));
        string result = report.Summary.ExitCode switch { 0 => "PASSED", 2 => "WARNED", _ => "FAILED" };
        byte[] statement = InTotoStatement.Write([.. files.Select(file => (file.Key, ComputeHash(file.Value)))],
            $"{report.Tool.Name} {report.Tool.Version}", result, key);
        OutputFile.Write(path, output =>
        {
            using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
            foreach ((string name, byte[] content) in files.Append(KeyValuePair.Create(StatementName, statement)))
            {
                ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(job.AsOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                using Stream target = entry.Open();
                target.Write(content);
            }
        });
        return (files.Count + 1, report);
    }

    /// <summary>Verifies a bundle: that it holds the files of its statement and no others, that the signature fits, and that the check gives the same
    /// report.</summary>
    /// <param name="path">The bundle.</param>
    /// <param name="key">The public key; null = none is known.</param>
    /// <param name="check">Checks a job.</param>
    public static BundleVerification Verify(string path, ECDsa? key, Func<CheckJob, ComplianceReport> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > MostEntries)
            {
                return new BundleVerification { Problems = ["It contains more files than any bundle that this program writes."] };
            }

            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                if (!IsName(entry.FullName) || entry.Length > LargestEntry || !files.TryAdd(entry.FullName, GetContent(entry)))
                {
                    return new BundleVerification { Problems = [$"The entry '{entry.FullName}' has a name or a size that no bundle of ours has, or "
                        + $"stands twice."] };
                }
            }
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new BundleVerification { Problems = [$"It cannot be opened: {FileTrouble.GetWords(problem)}."] };
        }

        if (!files.Remove(StatementName, out byte[]? envelope) || InTotoStatement.Read(envelope, key) is not { } statement)
        {
            return new BundleVerification { Problems = [$"It has no {StatementName}, or one that cannot be read."] };
        }

        Dictionary<string, string> stated = statement.Files.DistinctBy(file => file.Name, StringComparer.Ordinal)
            .ToDictionary(file => file.Name, file => file.Sha256, StringComparer.Ordinal);
        List<string> problems =
        [
            .. stated.Keys.Where(name => !files.ContainsKey(name)).Select(name => $"{name} is missing."),
            .. files.Where(file => !stated.ContainsKey(file.Key)).Select(file => $"{file.Key} is not in the statement."),
            .. files.Where(file => stated.TryGetValue(file.Key, out string? hash) && hash != ComputeHash(file.Value))
                .Select(file => $"{file.Key} was changed."),
            .. statement.IsValid == false ? ["The signature does not fit the key."] : Array.Empty<string>(),
        ];
        if (problems.Count == 0)
        {
            problems.AddRange(Repeat(files, check, out bool isSame, out string program));
            return new BundleVerification { Problems = [.. problems], Files = files.Count, KeyId = statement.KeyId,
                IsSignatureChecked = statement.IsValid is true, MadeBy = statement.Program, VerifiedBy = program, IsSameReport = isSame };
        }

        return new BundleVerification { Problems = [.. problems], Files = files.Count, KeyId = statement.KeyId, MadeBy = statement.Program };
    }

    internal static byte[] GetBytes(ComplianceReport report)
    {
        using var output = new MemoryStream();
        new JsonReportWriter().Write(report, output);
        return output.ToArray();
    }

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

    private static List<string> Repeat(SortedDictionary<string, byte[]> files, Func<CheckJob, ComplianceReport> check, out bool isSame, out string program)
    {
        (isSame, program) = (false, "");
        if (!files.TryGetValue(ReportName, out byte[]? report) || !files.ContainsKey(JobName))
        {
            return ["It has no report or no job."];
        }

        using var staged = new StagedBundle(files);
        ComplianceReport again = check(staged.Job);
        program = $"{again.Tool.Name} {again.Tool.Version}";
        isSame = GetBytes(again).AsSpan().SequenceEqual(report);
        RuleFolder shipped = RuleFolders.Shipped();
        bool areRulesSame = shipped.Paths.All(path => files.TryGetValue(Rules + path, out byte[]? rule) && rule.AsSpan()
            .SequenceEqual((shipped.Find(path) ?? ReadOnlyMemory<byte>.Empty).Span));
        return isSame ? [] : [$"The check made again gives another report{(areRulesSame ? "" : "; the rules of this program are not those of the bundle")}."];
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

/// <summary>What the verification of a bundle came to.</summary>
public sealed record BundleVerification
{
    /// <summary>What is wrong with it, one sentence each; empty = nothing.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>Files in it, without the statement.</summary>
    public int Files { get; init; }

    /// <summary>Id of the key that signed it; null = unsigned.</summary>
    public string? KeyId { get; init; }

    /// <summary>Whether the signature was checked with a key and fits.</summary>
    public bool IsSignatureChecked { get; init; }

    /// <summary>Name and version of the program that made it.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>Name and version of the program that verified it.</summary>
    public string VerifiedBy { get; init; } = "";

    /// <summary>Whether the check made again gave the same bytes.</summary>
    public bool IsSameReport { get; init; }
}

/// <summary>The files of a bundle in a folder of their own, removed when it is disposed of.</summary>
internal sealed class StagedBundle : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sourcing-bundle-").FullName;

    /// <summary>Puts the files there.</summary>
    public StagedBundle(SortedDictionary<string, byte[]> files)
    {
        foreach ((string name, byte[] content) in files.Where(file => !file.Key.StartsWith("rules/", StringComparison.Ordinal)))
        {
            string path = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
            File.WriteAllBytes(path, content);
        }

        Job = Bundle.JobIn(files["job.json"], _folder) ?? new CheckJob { Paths = [], AsOf = new DateOnly(1900, 1, 1) };
    }

    /// <summary>The check over them.</summary>
    public CheckJob Job { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
