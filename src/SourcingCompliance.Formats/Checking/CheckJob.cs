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

    /// <summary>Which packs of rules are applied.</summary>
    public PackChoice Packs { get; init; } = PackChoice.Default;

    /// <summary>Whether every condition asked is traced; for the explanation of single lines.</summary>
    public bool TracesAll { get; init; }

    /// <summary>Folder in which reports of an earlier run lie, not to be read as lists; null = none.</summary>
    public string? OutputFolder { get; init; }
}
