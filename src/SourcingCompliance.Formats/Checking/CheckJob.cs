using System.Collections.Immutable;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Checking;

/// <summary>What a face asks of the program: every face turns its input into one of these.</summary>
public sealed record CheckJob
{
    /// <summary>Files, folders or globs.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>The day on which the check is made.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Delivery date; null = the contract's, or none.</summary>
    public DateOnly? Delivery { get; init; }

    /// <summary>Path of the contract file; null = none.</summary>
    public string? ContractPath { get; init; }

    /// <summary>Paths of mapping profiles; the first that fits a sheet is applied.</summary>
    public ImmutableArray<string> ProfilePaths { get; init; } = [];

    /// <summary>Which verdicts turn the exit code red. The default is <see cref="Gate.Suspect"/>.</summary>
    public Gate Gate { get; init; } = Gate.Suspect;

    /// <summary>Whether the report lists every line. The default is the lines that matter.</summary>
    public bool AllLines { get; init; }

    /// <summary>Folders of the user's own rules and vocabulary, beside the shipped ones.</summary>
    public ImmutableArray<string> RuleFolders { get; init; } = [];

    /// <summary>Folder in which reports of an earlier run lie, not to be read as lists; null = none.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Whether results that an earlier run left in the output folder are taken over where nothing has changed.</summary>
    public bool Resume { get; init; }

    /// <summary>The part of the files to check; null = all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Output folders of parts to join instead of checking; empty = check.</summary>
    public ImmutableArray<string> MergeFrom { get; init; } = [];

    /// <summary>The command line, kept with the results of a part for the run that joins the parts.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];
}
