using System.Collections.Immutable;
using SourcingCompliance.Findings;

namespace SourcingCompliance.Running.Configuration;

/// <summary>What a command line says. Null = it does not say; every default is the merge's.</summary>
public sealed record CheckFlags
{
    /// <summary>Files, folders or globs.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary><c>--config</c>.</summary>
    public string? Config { get; init; }

    /// <summary><c>--no-config</c>.</summary>
    public bool IgnoresConfig { get; init; }

    /// <summary><c>--as-of</c>.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary><c>--delivery</c>.</summary>
    public DateOnly? Delivery { get; init; }

    /// <summary><c>--contract</c>.</summary>
    public string? Contract { get; init; }

    /// <summary><c>--fail-on</c>.</summary>
    public Gate? FailOn { get; init; }

    /// <summary><c>--format</c>.</summary>
    public ImmutableArray<string>? Formats { get; init; }

    /// <summary><c>--out</c>.</summary>
    public string? Out { get; init; }

    /// <summary><c>--lines</c>.</summary>
    public bool? AllLines { get; init; }

    /// <summary><c>--explain</c>.</summary>
    public bool? Explain { get; init; }

    /// <summary><c>--count-not-installed</c>.</summary>
    public bool? CountNotInstalled { get; init; }

    /// <summary><c>--company</c>, <c>--contact</c>, <c>--prepared-by</c>, <c>--marking</c>, <c>--paper</c>, <c>--logo</c>, <c>--reply-by</c>.</summary>
    public ReportConfig Report { get; init; } = ReportConfig.None;

    /// <summary><c>--pack</c>.</summary>
    public ImmutableArray<string>? Packs { get; init; }

    /// <summary><c>--rules</c>.</summary>
    public ImmutableArray<string>? Rules { get; init; }

    /// <summary><c>--map</c>.</summary>
    public ImmutableArray<string>? Map { get; init; }

    /// <summary><c>--exclude</c>.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary><c>--waivers</c>.</summary>
    public string? Waivers { get; init; }

    /// <summary><c>--no-waivers</c>.</summary>
    public bool IgnoresWaivers { get; init; }

    /// <summary><c>--baseline</c>.</summary>
    public string? Baseline { get; init; }

    /// <summary><c>--evidence</c>.</summary>
    public string? Evidence { get; init; }

    /// <summary><c>--no-evidence</c>.</summary>
    public bool IgnoresEvidence { get; init; }

    /// <summary><c>--alternates</c>.</summary>
    public string? Alternates { get; init; }
}
