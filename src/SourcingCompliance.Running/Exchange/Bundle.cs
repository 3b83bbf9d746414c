using System.IO.Compression;
using System.Security.Cryptography;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Exchange;

/// <summary>
/// One zip that proves itself: lists, contract, evidence, rules, report, and a statement over all hashes. The report in it is made from the files in it,
/// so that whoever opens it years later makes the same report from them.
/// </summary>
public static partial class Bundle
{
    /// <summary>Name of the statement in the bundle.</summary>
    public const string StatementName = "statement.dsse.json";

    private const string ReportName = "report.json";
    private const long LargestEntry = 1L << 31;
    private const int MostEntries = 200_000;

    /// <summary>Writes a bundle.</summary>
    /// <param name="job">The check; its paths are the lists themselves.</param>
    /// <param name="path">Where the bundle goes.</param>
    /// <param name="key">The private key; null = unsigned.</param>
    /// <param name="check">Checks a job.</param>
    /// <param name="expected">The report of the same check outside the bundle; null = none is compared.</param>
    /// <returns>How many files it holds, and the report. 0 files = nothing was written, because the check in the bundle gives another result.</returns>
    public static (int Files, ComplianceReport Report) Write(
        CheckJob job, string path, ECDsa? key, Func<CheckJob, ComplianceReport> check, ComplianceReport? expected = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(check);
        var read = new BundleFiles(job);
        SortedDictionary<string, byte[]> files = read.All;
        files.Add(BundleJob.Name, BundleJob.Write(job, read));
        using var staged = new StagedBundle(files);
        ComplianceReport report = check(staged.Job);
        if (expected is not null && GetResult(expected) != GetResult(report))
        {
            return (0, report);
        }

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
                    return new BundleVerification
                    {
                        Problems = [$"The entry '{entry.FullName}' has a name or a size that no bundle of ours has, or "
                        + $"stands twice."]
                    };
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
            return new BundleVerification
            {
                Problems = [.. problems], Files = files.Count, KeyId = statement.KeyId,
                IsSignatureChecked = statement.IsValid is true, MadeBy = statement.Program, VerifiedBy = program, IsSameReport = isSame
            };
        }

        return new BundleVerification { Problems = [.. problems], Files = files.Count, KeyId = statement.KeyId, MadeBy = statement.Program };
    }

    // What must be the same in a bundle as outside: the verdicts, and which findings are waived or known.
    private static string GetResult(ComplianceReport report) => string.Join('\n', report.Files.Select(file => string.Join('|', file.Findings
        .Select(finding => $"{finding.PartNumber} {finding.Rule} {finding.Verdict} {finding.IsWaived} {finding.Baseline}"))).Order(StringComparer.Ordinal));

    internal static byte[] GetBytes(ComplianceReport report)
    {
        using var output = new MemoryStream();
        new JsonReportWriter().Write(report, output);
        return output.ToArray();
    }

    private static List<string> Repeat(SortedDictionary<string, byte[]> files, Func<CheckJob, ComplianceReport> check, out bool isSame, out string program)
    {
        (isSame, program) = (false, "");
        if (!files.TryGetValue(ReportName, out byte[]? report) || !files.ContainsKey(BundleJob.Name))
        {
            return ["It has no report or no job."];
        }

        using var staged = new StagedBundle(files);
        ComplianceReport again = check(staged.Job);
        program = $"{again.Tool.Name} {again.Tool.Version}";
        isSame = GetBytes(again).AsSpan().SequenceEqual(report);
        RuleFolder shipped = RuleFolders.Shipped();
        bool areRulesSame = shipped.Paths.All(path => files.TryGetValue(BundleFiles.Rules + path, out byte[]? rule) && rule.AsSpan()
            .SequenceEqual((shipped.Find(path) ?? ReadOnlyMemory<byte>.Empty).Span));
        return isSame ? [] : [$"The check made again gives another report{(areRulesSame ? "" : "; the rules of this program are not those of the bundle")}."];
    }
}
