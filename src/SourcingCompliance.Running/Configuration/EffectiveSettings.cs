using System.Collections.Immutable;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Configuration;

/// <summary>The settings that a run has, each with where it comes from.</summary>
/// <param name="Job">The job that they make.</param>
/// <param name="Formats">Names of the report formats.</param>
/// <param name="Settings">Every setting, in the order of the help.</param>
public sealed record EffectiveSettings(CheckJob Job, ImmutableArray<string> Formats, ImmutableArray<Setting> Settings)
{
    /// <summary>Whether the command line or the configuration names the formats; false = they are the default.</summary>
    public bool HasFormats { get; init; }
}

/// <summary>One setting.</summary>
/// <param name="Name">Its name in the configuration file, or of its flag.</param>
/// <param name="Value">Its value as text; empty = none.</param>
/// <param name="Source">Where it comes from: <c>flag --out</c>, the path of a file, <c>default</c>.</param>
public sealed record Setting(string Name, string Value, string Source);
