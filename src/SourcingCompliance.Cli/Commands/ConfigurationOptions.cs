using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SourcingCompliance.Running.Configuration;

namespace SourcingCompliance.Cli.Commands;

/// <summary>The options that say where configuration, waivers and baseline come from, and how all options become flags.</summary>
internal sealed class ConfigurationOptions
{
    public Option<string?> Config { get; } =
        new("--config") { Description = "Configuration file. The default is the sourcing.json in the input's folder or above it.", HelpName = "FILE" };

    public Option<bool> NoConfig { get; } = new("--no-config") { Description = "Ignore configuration files." };

    public Option<string[]> Exclude { get; } = new("--exclude")
    {
        Description = "Pattern of files and folders that folders and globs leave out: old/*, *-draft.csv, *.pdf. Added to those of the configuration.",
        HelpName = "PATTERN",
    };

    public Option<string?> Waivers { get; } = new("--waivers")
    {
        Description =
        "Waiver file. The default is the .sourcing-waivers.json next to the configuration, or above the input.", HelpName = "FILE"
    };

    public Option<bool> NoWaivers { get; } = new("--no-waivers") { Description = "Apply no waivers." };

    public Option<string?> Baseline { get; } =
        new("--baseline") { Description = "Baseline of accepted findings: only new and updated ones fail the BOM.", HelpName = "FILE" };

    public Option<string?> Alternates { get; } = new("--alternates")
    {
        Description = "List of approved alternates (csv: part, alternate part, manufacturer, "
        + "approvedBy, approvedOn, notes).", HelpName = "FILE"
    };

    public ReportOptions Report { get; } = new();

    public Option<string?> Evidence { get; } = new("--evidence")
    {
        Description = "Folder of the evidence ledger. The default is the folder evidence next to "
        + "the configuration, or above the input.", HelpName = "DIR"
    };

    public Option<bool> NoEvidence { get; } = new("--no-evidence") { Description = "Consider no statements of suppliers." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Config, NoConfig, Exclude, Waivers, NoWaivers, Baseline, Alternates, Evidence, NoEvidence, .. Report.All])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the command line says; an option that was not given, or that the command does not have, says nothing.</summary>
    public CheckFlags Read(ParseResult parsed, CheckOptions options, string[] paths)
    {
        bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };
        ImmutableArray<string>? List(Option<string[]> option) => IsGiven(option) ? [.. parsed.GetValue(option) ?? []] : null;
        return new CheckFlags
        {
            Paths = [.. paths],
            Config = parsed.GetValue(Config),
            IgnoresConfig = parsed.GetValue(NoConfig),
            AsOf = parsed.GetValue(options.AsOf),
            Delivery = parsed.GetValue(options.Delivery),
            Contract = parsed.GetValue(options.Contract),
            FailOn = IsGiven(options.FailOn) ? CheckOptions.GetGate(parsed.GetValue(options.FailOn) ?? "") : null,
            Formats = List(options.Format),
            Out = IsGiven(options.Out) ? parsed.GetValue(options.Out) : null,
            CountNotInstalled = IsGiven(options.CountNotInstalled) ? parsed.GetValue(options.CountNotInstalled) : null,
            Explain = IsGiven(options.Explain) ? parsed.GetValue(options.Explain) : null,
            AllLines = IsGiven(options.Lines) ? parsed.GetValue(options.Lines) == "all" : null,
            Report = Report.Read(parsed),
            Packs = List(options.Pack),
            Rules = List(options.Rules),
            Map = List(options.Map),
            Exclude = [.. parsed.GetValue(Exclude) ?? []],
            Waivers = parsed.GetValue(Waivers),
            IgnoresWaivers = parsed.GetValue(NoWaivers),
            Baseline = parsed.GetValue(Baseline),
            Alternates = parsed.GetValue(Alternates),
            Evidence = parsed.GetValue(Evidence),
            IgnoresEvidence = parsed.GetValue(NoEvidence),
        };
    }

    /// <summary>The day of a check that names none: <c>SOURCE_DATE_EPOCH</c>, or the clock's.</summary>
    public static DateOnly Today(TimeProvider time) =>
        // reproducible-builds.org/specs/source-date-epoch: seconds since 1970, UTC.
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
            : DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
