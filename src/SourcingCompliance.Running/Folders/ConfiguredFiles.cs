using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Rules.Policies;

namespace SourcingCompliance.Running.Folders;

/// <summary>
/// The files that configurations below a searched folder name for something else: contracts, waivers, profiles, baselines, approved alternates. Such a
/// configuration does not apply to the run (nor do company policies that nobody named), so its word alone leaves no list out: a list of alternates must be one
/// by its content too.
/// </summary>
/// <param name="diagnostics">Receives SC9061 for each file.</param>
internal sealed class ConfiguredFiles(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, (string Config, string What)> _named = new(StringComparer.Ordinal);

    /// <summary>Takes note of what the configurations among some files name.</summary>
    public void Read(IEnumerable<string> files)
    {
        foreach (string path in files.Where(file => Path.GetFileName(file) == SourcingConfig.FileName))
        {
            if (ConfigReader.Open(path, new DiagnosticBag()) is not { } config)
            {
                continue;
            }

            Name(config.Contract, "its contract");
            Name(config.Waivers, "its waiver file");
            Name(config.Baseline, "its baseline");
            Name(config.Alternates, "its list of approved alternates");
            foreach (string profile in config.Map ?? [])
            {
                Name(profile, "a mapping profile");
            }

            void Name(string? named, string what)
            {
                if (named is not null)
                {
                    _named.TryAdd(Path.GetFullPath(named), (path, what));
                }
            }
        }
    }

    /// <summary>Whether a file is named for something else and is that by its content; it is reported.</summary>
    /// <param name="path">Path of the file.</param>
    public bool Contains(string path)
    {
        if (PolicyFiles.IsPolicy(path))
        {
            diagnostics.Note(DiagnosticIds.FileOfConfiguration, CellRef.ForFile(path),
                "Not read as a bill of materials: it belongs to a workflow of company policies.");
            return true;
        }

        if (!_named.TryGetValue(Path.GetFullPath(path), out (string Config, string What) entry))
        {
            return false;
        }

        bool isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (!isJson && !IsListOfAlternates(path))
        {
            return false;
        }

        diagnostics.Note(DiagnosticIds.FileOfConfiguration, CellRef.ForFile(path),
            $"Not read as a bill of materials: {entry.Config} names it as {entry.What}.");
        return true;
    }

    private static bool IsListOfAlternates(string path)
    {
        var faults = new DiagnosticBag();
        ApprovedAlternates alternates = JobInputs.ReadAlternates(CheckInput.At(path), faults);
        return faults.GetCount(DiagnosticIds.AlternatesUnusable) == 0 && !faults.HasErrors && !alternates.All.IsEmpty;
    }
}
