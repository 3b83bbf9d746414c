using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Ledger;

/// <summary>
/// The results of single files, kept beside the reports so that a later run need not check again what has not changed. A damaged entry
/// counts as none. Verdicts are never taken over when anything that they depend on has changed: <see cref="RunKey"/> tells.
/// </summary>
internal sealed class ResultLedger
{
    /// <summary>Name of the ledger's folder beside the reports.</summary>
    public const string FolderName = ".sourcing";

    private const string RunFile = "run.json";
    private readonly string _folder;
    private readonly string _key;

    /// <summary>Opens the ledger of a run.</summary>
    /// <param name="outputFolder">Folder of the reports.</param>
    /// <param name="key">Key of the run.</param>
    public ResultLedger(string outputFolder, string key)
    {
        _folder = Path.Combine(outputFolder, FolderName);
        _key = key;
    }

    /// <summary>The result of a file; null = it is not known, or it was another content or another run.</summary>
    /// <param name="path">Path as given.</param>
    /// <param name="sha256">Hash of the content; null = whichever was checked.</param>
    public FileResult? Find(string path, string? sha256)
    {
        KeptResult? kept = Read(Path.Combine(_folder, GetName(path)), LedgerJson.Default.KeptResult);
        return kept is not null && kept.Key == _key && kept.Path == path && (sha256 is null || kept.Sha256 == sha256) ? kept.Result : null;
    }

    /// <summary>Keeps the result of a file.</summary>
    public void Keep(string path, string sha256, FileResult result)
    {
        Directory.CreateDirectory(_folder);
        WholeFile.Write(Path.Combine(_folder, GetName(path)),
            output => JsonSerializer.Serialize(output, new KeptResult(_key, path, sha256, result), LedgerJson.Default.KeptResult));
    }

    /// <summary>Keeps what the run was.</summary>
    public void Keep(CheckJob job, IReadOnlyList<string> inputs, IEnumerable<Diagnostic> diagnostics)
    {
        Directory.CreateDirectory(_folder);
        (string? shard, ImmutableArray<string> arguments) = job.Scope switch
        {
            RunScope.Part part => (part.Shard.ToString(), part.Arguments),
            RunScope.Resumed resumed => (null, resumed.Arguments),
            _ => (null, []),
        };
        var run = new KeptRun(_key, shard, job.AsOf, arguments, [.. inputs], [.. diagnostics]);
        WholeFile.Write(Path.Combine(_folder, RunFile), output => JsonSerializer.Serialize(output, run, LedgerJson.Default.KeptRun));
    }

    /// <summary>What the run beside a folder's reports was; null = the folder has no ledger.</summary>
    public static KeptRun? GetRun(string outputFolder) => Read(Path.Combine(outputFolder, FolderName, RunFile), LedgerJson.Default.KeptRun);

    /// <summary>A file of the folder; null when it is not there or damaged.</summary>
    internal static T? Read<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            using FileStream input = File.OpenRead(path);
            return JsonSerializer.Deserialize(input, shape);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static string GetName(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..32] + ".json";
}
