using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Ledger;

/// <summary>The hash over everything but the list itself that the result of a file depends on: program, rules, contract, profiles, options.</summary>
internal static class RunKey
{
    /// <summary>The key of a job.</summary>
    /// <param name="job">What is asked.</param>
    /// <param name="rules">The folders of rules that are applied.</param>
    public static string Of(CheckJob job, IEnumerable<RuleFolder> rules)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // A build of other code may answer otherwise, whatever its version says.
        Append(hash, typeof(CheckLibrary).Module.ModuleVersionId.ToString());
        Append(hash, typeof(RunKey).Module.ModuleVersionId.ToString());
        foreach (RuleFolder folder in rules)
        {
            foreach (string path in folder.Paths)
            {
                Append(hash, path);
                Append(hash, (folder.Find(path) ?? ReadOnlyMemory<byte>.Empty).Span);
            }
        }

        foreach (string path in job.ProfilePaths.Append(job.ContractPath ?? ""))
        {
            Append(hash, path);
            Append(hash, path.Length > 0 && File.Exists(path) && !OrdinaryFile.IsSpecial(path) ? File.ReadAllBytes(path) : []);
        }

        Append(hash, job.Packs.Advisory is { } advisory ? string.Join(",", advisory) : "all");
        foreach (string pack in job.Packs.Advisory ?? ["all"])
        {
            Append(hash, pack);
        }

        // A record tells all its single values, those of later versions too; what says where and how to run is taken out.
        Append(hash, (job with { Paths = [], OutputFolder = null, Resume = false, Shard = null, Arguments = [], MergeFrom = [] }).ToString());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        hash.AppendData(bytes);
    }
}
