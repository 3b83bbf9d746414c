using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Folders;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Exchange;

/// <summary>
/// Everything that a check reads, under the names of a bundle. Lists, waivers, and baseline keep their places towards each other below
/// <c>inputs/</c>, because waivers and baselines name lists by their paths.
/// </summary>
internal sealed class BundleFiles
{
    /// <summary>Folder of what the user gave: lists, waivers, baseline, alternates.</summary>
    public const string Inputs = "inputs/";

    /// <summary>Folder of the shipped rules.</summary>
    public const string Rules = "rules/";

    /// <summary>Name of the contract.</summary>
    public const string Contract = "contract.json";

    private const string OwnRules = "own-rules/";

    /// <summary>Reads the files of a job; its paths are the lists themselves.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public BundleFiles(CheckJob job)
    {
        string root = ReportNames.CommonFolder([.. job.Paths.Concat(new[] { job.Waivers?.Path, job.Baseline?.Path, job.Alternates?.Path }.OfType<string>())
            .Select(path => Path.GetDirectoryName(Path.GetFullPath(path)) ?? "")]);
        Lists = [.. job.Paths.Select(path => Add(path, root))];
        Waivers = Add(job.Waivers, root);
        Baseline = Add(job.Baseline, root);
        Alternates = Add(job.Alternates, root);
        Profiles = [.. job.ProfilePaths.Select((path, at) =>
            Add(string.Create(CultureInfo.InvariantCulture, $"profiles/{at + 1:000}-{GetSafe(Path.GetFileName(path))}"), OrdinaryFile.ReadAllBytes(path)))];
        for (int at = 0; at < job.RuleFolders.Length; at++)
        {
            Add(GetOwnRules(at + 1), RuleFolders.FromDisk(job.RuleFolders[at]));
        }

        if (job.ContractPath is { } contract)
        {
            Add(Contract, OrdinaryFile.ReadAllBytes(contract));
        }

        foreach (string file in job.EvidenceFolder is { } evidence && Directory.Exists(evidence) ? EvidenceFolder.GetFiles(evidence) : [])
        {
            Add($"{EvidenceFolder.Name}/{EvidenceFolder.GetRelative(job.EvidenceFolder ?? "", file)}", OrdinaryFile.ReadAllBytes(file));
        }

        // A logo that cannot be used is left out of the reports too, with a warning.
        if (JobInputs.ReadReportSettings(job, new DiagnosticBag()).Logo is { } logo)
        {
            Logo = Add(logo.IsPng ? "logo.png" : "logo.jpg", [.. logo.Content]);
        }

        Add(Rules, RuleFolders.Shipped());
    }

    /// <summary>Content by name.</summary>
    public SortedDictionary<string, byte[]> All { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of the lists.</summary>
    public ImmutableArray<string> Lists { get; }

    /// <summary>Names of the mapping profiles, in their order.</summary>
    public ImmutableArray<string> Profiles { get; }

    /// <summary>Name of the waiver file; null = none.</summary>
    public string? Waivers { get; }

    /// <summary>Name of the baseline; null = none.</summary>
    public string? Baseline { get; }

    /// <summary>Name of the list of approved alternates; null = none.</summary>
    public string? Alternates { get; }

    /// <summary>Name of the logo of the reports; null = none.</summary>
    public string? Logo { get; }

    /// <summary>A folder of the user's own rules out of a bundle.</summary>
    /// <param name="files">The files of the bundle.</param>
    /// <param name="number">1-based place among such folders.</param>
    public static RuleFolder GetOwnRules(SortedDictionary<string, byte[]> files, int number)
    {
        string folder = GetOwnRules(number);
        return new RuleFolder(folder.TrimEnd('/'), files.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal))
            .Select(file => KeyValuePair.Create(file.Key[folder.Length..], (ReadOnlyMemory<byte>)file.Value)));
    }

    private static string GetOwnRules(int number) => string.Create(CultureInfo.InvariantCulture, $"{OwnRules}{number}/");

    private void Add(string folder, RuleFolder rules)
    {
        foreach (string path in rules.Paths)
        {
            Add(folder + path, (rules.Find(path) ?? ReadOnlyMemory<byte>.Empty).ToArray());
        }
    }

    private string? Add(CheckInput? file, string root) => file is null ? null : Add(file.Path, root);

    private string Add(string path, string root)
    {
        string full = Path.GetFullPath(path);
        string below = root.Length > 0 ? Path.GetRelativePath(root, full).Replace('\\', '/') : Path.GetFileName(full);
        return Add(Inputs + string.Join('/', below.Split('/').Select(GetSafe)), OrdinaryFile.ReadAllBytes(path));
    }

    // One file may be given twice, and two whose names differ in signs that no bundle holds must not become one.
    private string Add(string name, byte[] content)
    {
        string free = name;
        for (int number = 2; All.TryGetValue(free, out byte[]? other) && !other.AsSpan().SequenceEqual(content); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name[..^Path.GetExtension(name).Length]}-{number}{Path.GetExtension(name)}");
        }

        All[free] = content;
        return free;
    }

    private static string GetSafe(string part) => new([.. part.Select(letter => letter is ':' or '\\' || char.IsControl(letter) ? '_' : letter)]);
}
