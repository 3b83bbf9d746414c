using System.Collections.Immutable;
using SourcingCompliance.Mapping;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Folders;

/// <summary>What is left out of folders, and how a text is told to be a list.</summary>
public sealed record FolderSearch
{
    /// <summary>A folder to leave out, where the reports of an earlier run lie; null = none.</summary>
    public string? ReportFolder { get; init; }

    /// <summary>Knows the reports of this program wherever they lie; null = by their content alone.</summary>
    public ReportFolder? Reports { get; init; }

    /// <summary>What the configuration or the command line leaves out.</summary>
    public Exclusion Excluded { get; init; } = Exclusion.None;

    /// <summary>Files and folders that the run uses for something else: contract, waivers, profiles, alternates, rules. They are no lists.</summary>
    public ImmutableArray<string> Used { get; init; } = [];

    /// <summary>Whether evidence folders that are not used are left out on purpose; otherwise they are an error. The default is no.</summary>
    public bool IsEvidenceChosen { get; init; }

    /// <summary>Finds the header of a text, so that a text without one is not taken for a list; null = the shipped headers.</summary>
    public BomMapper? Mapper { get; init; }
}
