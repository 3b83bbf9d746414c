using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Formats;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Primitives;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Ledger;

/// <summary>The hash over everything but the list itself that the result of a file depends on: program, rules, contract, profiles, options.</summary>
internal static class RunKey
{
    /// <summary>The properties of a job that say where and how to run and what is done with the results, but change no result of a file.</summary>
    internal static readonly ImmutableArray<string> Left =
    [
        nameof(CheckJob.Paths), nameof(CheckJob.Inputs), nameof(CheckJob.OutputFolder), nameof(CheckJob.Excluded),
        nameof(CheckJob.UsedPaths), nameof(CheckJob.Waivers), nameof(CheckJob.Baseline),
        nameof(CheckJob.Alternates), nameof(CheckJob.Report), nameof(CheckJob.LogoPath), nameof(CheckJob.LeadTimes),
        nameof(CheckJob.AllowInternalRiskAcceptance), nameof(CheckJob.IsEvidenceChosen), nameof(CheckJob.Problems), nameof(CheckJob.Scope),
    ];

    /// <summary>The key of a job.</summary>
    /// <param name="job">What is asked.</param>
    /// <param name="rules">The folders of rules that are applied.</param>
    /// <param name="evidenceSha256">Hash of the evidence as it was read; null = it is read for it.</param>
    public static string Compute(CheckJob job, IEnumerable<RuleFolder> rules, string? evidenceSha256 = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // A build of other code may answer otherwise, whatever its version says: the core, the formats that read, and what runs them.
        Append(hash, typeof(CheckLibrary).Module.ModuleVersionId.ToString());
        Append(hash, typeof(ReportWriters).Module.ModuleVersionId.ToString());
        Append(hash, typeof(RunKey).Module.ModuleVersionId.ToString());
        foreach (RuleFolder folder in rules)
        {
            Append(hash, folder.Name);
            foreach (string path in folder.Paths)
            {
                Append(hash, path);
                Append(hash, (folder.Find(path) ?? ReadOnlyMemory<byte>.Empty).Span);
            }
        }

        foreach ((string name, IReadOnlyList<string> values) in Parts(job, evidenceSha256))
        {
            Append(hash, name);
            Append(hash, values.Count.ToString(CultureInfo.InvariantCulture));
            foreach (string value in values)
            {
                Append(hash, value);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The properties of a job that a result of a file depends on, by name, with their values or the content of the files that they name.</summary>
    internal static IEnumerable<(string Name, IReadOnlyList<string> Values)> Parts(CheckJob job, string? evidenceSha256 = null)
    {
        yield return (nameof(CheckJob.AsOf), [Day(job.AsOf)]);
        yield return (nameof(CheckJob.Delivery), [Day(job.Delivery)]);
        yield return (nameof(CheckJob.ContractPath), [job.ContractPath ?? "", GetContent(job.ContractPath)]);
        yield return (nameof(CheckJob.ContractName), [job.ContractName ?? ""]);
        yield return (nameof(CheckJob.ProfilePaths), [.. job.ProfilePaths.SelectMany(path => new[] { path, GetContent(path) })]);
        yield return (nameof(CheckJob.Profiles), [.. job.Profiles.Select(GetText)]);
        yield return (nameof(CheckJob.Gate), [job.Gate.ToString()]);
        yield return (nameof(CheckJob.PolicyGate), [job.PolicyGate.ToString()]);
        yield return (nameof(CheckJob.CountsNotInstalled), [Word(job.CountsNotInstalled)]);
        yield return (nameof(CheckJob.AllLines), [Word(job.AllLines)]);
        yield return (nameof(CheckJob.IsExplained), [Word(job.IsExplained)]);
        yield return (nameof(CheckJob.TracesAll), [Word(job.TracesAll)]);
        yield return (nameof(CheckJob.RuleFolders), job.RuleFolders);
        yield return (nameof(CheckJob.OwnRules), [.. job.OwnRules.Select(folder => folder.Name)]);
        yield return (nameof(CheckJob.Packs), [job.Packs.Deciding, .. job.Packs.Advisory ?? ["all"]]);
        yield return (nameof(CheckJob.HongKongAndMacaoAreChina), [job.HongKongAndMacaoAreChina is { } choice ? Word(choice) : ""]);
        yield return (nameof(CheckJob.EvidenceFolder),
            [job.EvidenceFolder ?? "", evidenceSha256 is { Length: > 0 } known ? known : EvidenceFolder.ContentHash(job.EvidenceFolder)]);
        yield return (nameof(CheckJob.EvidenceName), [job.EvidenceName ?? ""]);
        yield return (nameof(CheckJob.EvidenceUntil), [Day(job.EvidenceUntil)]);
        yield return (nameof(CheckJob.RequiresDocuments), [Word(job.RequiresDocuments)]);
        yield return (nameof(CheckJob.RequiresSignature), [Word(job.RequiresSignature)]);
        yield return (nameof(CheckJob.SecondOpinion), [Word(job.SecondOpinion)]);
    }

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private static string Word(bool value) => value ? "yes" : "no";

    private static string GetContent(string? path) =>
        path is not null && File.Exists(path) && !OrdinaryFile.IsSpecial(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "";

    private static string GetText(MappingProfile profile)
    {
        using var output = new MemoryStream();
        profile.Write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        hash.AppendData(bytes);
    }
}
