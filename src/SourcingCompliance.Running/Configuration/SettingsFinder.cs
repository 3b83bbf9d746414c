using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Evidence;

namespace SourcingCompliance.Running.Configuration;

/// <summary>Finds the configuration and the waivers that lie above an input, and joins them with a command line.</summary>
public static class SettingsFinder
{
    /// <summary>What a waiver file is called.</summary>
    public const string WaiverFileName = ".sourcing-waivers.json";

    /// <summary>The settings of a run.</summary>
    /// <param name="flags">The command line.</param>
    /// <param name="today">The day of the check unless a flag names one.</param>
    public static EffectiveSettings Find(CheckFlags flags, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var diagnostics = new DiagnosticBag();
        SourcingConfig? file = flags.IgnoresConfig ? null : GetConfig(flags, diagnostics);
        CheckNamedEvidence(flags.IgnoresEvidence ? null : flags.Evidence ?? file?.Evidence, diagnostics);
        string? evidence = flags.IgnoresEvidence || flags.Evidence is not null || file?.Evidence is not null ? null : GetEvidence(flags, file, diagnostics);
        return SettingsMerge.Merge(flags, file, flags.IgnoresWaivers ? null : GetWaivers(flags, file), today, [.. diagnostics.Items], evidence);
    }

    /// <summary>The nearest file of a name in the folder of a path or above it, up to the root of the repository; null when there is none.</summary>
    /// <param name="path">A file, folder or glob.</param>
    /// <param name="name">Name of the file.</param>
    public static string? Upwards(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Upwards(path, name, File.Exists);
    }

    private static string? Upwards(string path, string name, Func<string, bool> isFound)
    {
        string start = GetFolder(path);
        for (DirectoryInfo? folder = new(Path.GetFullPath(start)); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, name);
            if (isFound(candidate))
            {
                return Shown(candidate, start);
            }

            // What lies above a repository belongs to somebody else.
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return null;
            }
        }

        return null;
    }

    private static SourcingConfig? GetConfig(CheckFlags flags, DiagnosticBag diagnostics)
    {
        if (flags.Config is { } given)
        {
            return ConfigReader.Open(given, diagnostics);
        }

        string?[] found = [.. flags.Paths.Select(path => Upwards(path, SourcingConfig.FileName)).Distinct(StringComparer.Ordinal)];
        string? chosen = found.OfType<string>().FirstOrDefault();
        if (chosen is not null && found.Where(path => path is null || Path.GetFullPath(path) != Path.GetFullPath(chosen)).Any())
        {
            diagnostics.Error(DiagnosticIds.ConfigurationsDiffer, CellRef.ForFile(chosen),
                $"The inputs lie under different configurations: {string.Join(", ", found.Select(path => path ?? "none"))}.",
                "Check them apart, or name the configuration with --config.");
        }

        return chosen is null ? null : ConfigReader.Open(chosen, diagnostics);
    }

    private static string? GetWaivers(CheckFlags flags, SourcingConfig? file)
    {
        if (file is not null && Path.Combine(file.Folder, WaiverFileName) is { } beside && File.Exists(beside))
        {
            return beside.Replace('\\', '/');
        }

        return flags.Paths.Select(path => Upwards(path, WaiverFileName)).OfType<string>().FirstOrDefault();
    }

    // A folder that does not exist is found out when it is read. One that contains no ledger would be read as one that says nothing.
    private static void CheckNamedEvidence(string? folder, DiagnosticBag diagnostics)
    {
        if (folder is not null && Directory.Exists(folder) && !EvidenceFolder.Is(folder))
        {
            diagnostics.Error(DiagnosticIds.EvidenceFolderNotFound, CellRef.ForFile(folder.Replace('\\', '/')),
                $"The folder contains neither {EvidenceFolder.Statements}/ nor requests.json, so it is no evidence folder, and no supplier statement could "
                    + $"be considered.",
                "Correct the path given with --evidence or in sourcing.json; 'sourcing request', 'receive', and 'evidence add' begin an evidence folder.");
        }
    }

    // A ledger lies beside the configuration, or beside the lists, or above them.
    private static string? GetEvidence(CheckFlags flags, SourcingConfig? file, DiagnosticBag diagnostics)
    {
        if (file is not null && Path.Combine(file.Folder, EvidenceFolder.Name) is { } beside && EvidenceFolder.Is(beside))
        {
            return beside.Replace('\\', '/');
        }

        string?[] found = [.. flags.Paths.Select(path => Upwards(path, EvidenceFolder.Name, EvidenceFolder.Is)).Distinct(StringComparer.Ordinal)];
        string? chosen = found.OfType<string>().FirstOrDefault();

        // The part numbers of one program may be those of other parts in the next.
        if (chosen is not null && found.Any(path => path is null || Path.GetFullPath(path) != Path.GetFullPath(chosen)))
        {
            diagnostics.Error(DiagnosticIds.EvidenceFoldersDiffer, CellRef.ForFile(chosen),
                $"The inputs lie under different evidence folders: {string.Join(", ", found.Select(path => path ?? "none"))}.",
                "Check them separately, or name the folder with --evidence.");
        }

        return chosen;
    }

    private static string GetFolder(string path)
    {
        string slashed = path.Replace('\\', '/');
        int wild = slashed.AsSpan().IndexOfAny('*', '?');
        string start = wild < 0 || File.Exists(path) || Directory.Exists(path) ? slashed : slashed[..(slashed.LastIndexOf('/', wild) + 1)];
        if (start.Length == 0)
        {
            return ".";
        }

        return Directory.Exists(start) ? start : Path.GetDirectoryName(start) is { Length: > 0 } folder ? folder : ".";
    }

    // A path in the way in which the user wrote the input: relative stays relative.
    private static string Shown(string found, string start) =>
        (Path.IsPathRooted(start) ? found : Path.GetRelativePath(".", found)).Replace('\\', '/');
}
