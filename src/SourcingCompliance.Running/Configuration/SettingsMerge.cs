using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Configuration;

/// <summary>Joins a command line and a configuration file: flags win, except that the stricter gate does. A pure function.</summary>
public static class SettingsMerge
{
    /// <summary>The default of <c>--out</c>.</summary>
    public const string DefaultOut = "sourcing-report";

    private const string Default = "default";

    /// <summary>The default of <c>--format</c>.</summary>
    public static ImmutableArray<string> DefaultFormats { get; } = ["json", "pdf"];

    /// <summary>Joins them.</summary>
    /// <param name="flags">The command line.</param>
    /// <param name="file">The configuration file; null = none.</param>
    /// <param name="foundWaivers">The waiver file that lies beside the configuration or above the input; null = there is none.</param>
    /// <param name="today">The day of the check unless a flag names one.</param>
    /// <param name="problems">What was wrong with the configuration; an error stops the check.</param>
    /// <param name="foundEvidence">The evidence folder that lies beside the configuration or above the input; null = there is none.</param>
    public static EffectiveSettings Merge(CheckFlags flags, SourcingConfig? file, string? foundWaivers, DateOnly today,
        ImmutableArray<Diagnostic> problems, string? foundEvidence = null)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var settings = new List<Setting>();
        string from = file?.Path ?? "";

        T? Choose<T>(string name, string flag, T? given, T? configured, T? fallback, Func<T, string> text)
        {
            (T? value, string source) = given is not null ? (given, $"flag {flag}") : configured is not null ? (configured, from) : (fallback, Default);
            settings.Add(new Setting(name, value is null ? "" : text(value), source));
            return value;
        }

        string? Text(string name, string flag, string? given, string? configured, string? fallback = null) =>
            Choose(name, flag, given, configured, fallback, value => value);

        ImmutableArray<string> List(string name, string flag, ImmutableArray<string>? given,
            ImmutableArray<string>? configured, ImmutableArray<string> fallback) =>
            Choose(name, flag, given, configured, fallback, value => string.Join(", ", value ?? [])) ?? fallback;

        settings.Add(new Setting("config", from, flags.IgnoresConfig ? "flag --no-config" : flags.Config is not null
            ? "flag --config" : file is null ? Default : "found from the input upwards"));
        DateOnly asOf = Choose("asOf", "--as-of", flags.AsOf, null, today, value => ReportTokens.Format(value ?? today)) ?? today;
        DateOnly? delivery = Choose("delivery", "--delivery", flags.Delivery, null, null, value => value is { } day ? ReportTokens.Format(day) : "");
        string? contract = Text("contract", "--contract", flags.Contract, file?.Contract);
        ImmutableArray<string> packs = List("packs", "--pack", flags.Packs, file?.Packs, ["all"]);
        ImmutableArray<string> rules = List("rules", "--rules", flags.Rules, file?.Rules, []);
        Gate gate = GetGate(flags, file, settings);
        PolicyGate policyGate = Choose("failOnPolicies", "", null, file?.FailOnPolicies, PolicyGate.None,
            value => ReportTokens.Format(value ?? PolicyGate.None)) ?? PolicyGate.None;
        ImmutableArray<string> formats = List("formats", "--format", flags.Formats, file?.Formats, DefaultFormats);
        string folder = Text("out", "--out", flags.Out, file?.Out, DefaultOut) ?? DefaultOut;
        bool allLines = Choose("lines", "--lines", flags.AllLines, file?.AllLines, false, value => value == true ? "all" : "findings") ?? false;
        bool explain = Choose("explain", "--explain", flags.Explain, file?.Explain, false, GetWord) ?? false;
        bool notInstalled = Choose("countNotInstalled", "--count-not-installed", flags.CountNotInstalled, file?.CountNotInstalled, false, GetWord) ?? false;
        ImmutableArray<string> map = List("map", "--map", flags.Map, file?.Map, []);
        ImmutableArray<string> exclude = ExcludeOf(flags, file, settings);
        string? waivers = GetWaivers(flags, file, foundWaivers, settings);
        string? baseline = Text("baseline", "--baseline", flags.Baseline, file?.Baseline);
        string? alternates = Text("alternates", "--alternates", flags.Alternates, file?.Alternates);
        string? evidence = GetEvidence(flags, file, foundEvidence, settings);
        bool documents = Choose("evidence.require", "", null, file?.RequiresDocuments, false, value => value == true ? "documented" : "stated") ?? false;
        bool signature = Choose("evidence.requireSignature", "", null, file?.RequiresSignature, true, GetWord) ?? true;
        ImmutableArray<LeadTimeOverride> leadTimes =
            Choose("leadTimes", "", null, file?.LeadTimes, [], value => string.Join("; ", (value ?? []).Select(GetWords))) ?? [];
        ReportConfig given = flags.Report, stated = file?.Report ?? ReportConfig.None;
        string SetText(string name, string flag, string? flagged, string? configured) => Text("report." + name, flag, flagged, configured) ?? "";
        var report = new ReportSettings
        {
            Company = SetText("company", "--company", given.Company, stated.Company),
            Contact = SetText("contact", "--contact", given.Contact, stated.Contact),
            PreparedBy = SetText("preparedBy", "--prepared-by", given.PreparedBy, stated.PreparedBy),
            Marking = SetText("marking", "--marking", given.Marking, stated.Marking),
            Paper = Choose("report.paper", "--paper", given.Paper, stated.Paper, PaperSize.Letter, value => value == PaperSize.A4 ? "a4" : "letter")
                ?? PaperSize.Letter,
            Address = List("report.address", "", null, stated.Address, []),
            Cage = SetText("cage", "", null, stated.Cage),
            ReplyBy = Choose("report.replyBy", "--reply-by", given.ReplyBy, stated.ReplyBy, null, value => value is { } day ? ReportTokens.Format(day) : ""),
            PurchaseOrder = SetText("purchaseOrder", "", null, stated.PurchaseOrder),
            PurchaseOrders = Choose("report.purchaseOrders", "", null, stated.PurchaseOrders, [],
                value => string.Join("; ", (value ?? []).Select(order => $"{order.Supplier}: {order.Number}"))) ?? [],
        };
        string? logo = Text("report.logo", "--logo", given.Logo, stated.Logo);
        bool? china = Choose("hongKongAndMacaoAreChina", "", null, file?.HongKongAndMacaoAreChina, true, GetWord);
        bool internalRisk = Choose("allowInternalRiskAcceptance", "", null, file?.AllowInternalRiskAcceptance, false, GetWord) ?? false;
        bool opinion = Choose("secondOpinion", "", null, file?.SecondOpinion, true, value => value == false ? "off" : "on") ?? true;
        var job = new CheckJob
        {
            Paths = flags.Paths, AsOf = asOf, Delivery = delivery, ContractPath = contract, ProfilePaths = map, Gate = gate, AllLines = allLines,
            IsExplained = explain, CountsNotInstalled = notInstalled, RuleFolders = rules, Packs = PackChoice.From(packs),
            OutputFolder = folder, Excluded = new Exclusion(file?.Folder ?? ".", exclude), UsedPaths = UsedBy(file), Waivers = CheckInput.At(waivers),
            Baseline = CheckInput.At(baseline), Alternates = CheckInput.At(alternates),
            Report = report, LogoPath = logo, EvidenceFolder = evidence,
            IsEvidenceChosen = flags.IgnoresEvidence || flags.Evidence is not null || file?.Evidence is not null,
            RequiresDocuments = documents, RequiresSignature = signature, LeadTimes = leadTimes,
            HongKongAndMacaoAreChina = china, AllowInternalRiskAcceptance = internalRisk, SecondOpinion = opinion, PolicyGate = policyGate, Problems = problems,
        };
        return new EffectiveSettings(job, formats, [.. settings]) { HasFormats = flags.Formats is not null || file?.Formats is not null };
    }

    // What the file names stays no list when a flag names another in its place.
    private static ImmutableArray<string> UsedBy(SourcingConfig? file) => file is null
        ? []
        : [file.Path, .. new[] { file.Contract, file.Waivers, file.Baseline, file.Alternates, file.Evidence, file.Report.Logo }.OfType<string>(),
            .. file.Map ?? []];

    // What the flag leaves out is added to what the project leaves out.
    private static ImmutableArray<string> ExcludeOf(CheckFlags flags, SourcingConfig? file, List<Setting> settings)
    {
        ImmutableArray<string> configured = file?.Exclude ?? [];
        string source = (flags.Exclude.IsEmpty, configured.IsEmpty) switch
        {
            (false, false) => $"flag --exclude and {file?.Path}",
            (false, true) => "flag --exclude",
            (true, false) => file?.Path ?? "",
            _ => Default,
        };
        ImmutableArray<string> all = [.. configured.Concat(flags.Exclude).Distinct(StringComparer.Ordinal)];
        settings.Add(new Setting("exclude", string.Join(", ", all), source));
        return all;
    }

    // A pull request must not be able to soften the gate that the project has set, nor the file the gate of the build.
    private static Gate GetGate(CheckFlags flags, SourcingConfig? file, List<Setting> settings)
    {
        (Gate gate, string source) = (flags.FailOn, file?.FailOn) switch
        {
            ({ } given, { } configured) when configured > given => (configured, $"{file?.Path} (stricter than --fail-on {ReportTokens.Format(given)})"),
            ({ } given, { } configured) when given > configured => (given, $"flag --fail-on (stricter than {ReportTokens.Format(configured)} in {file?.Path})"),
            ({ } given, _) => (given, "flag --fail-on"),
            (null, { } configured) => (configured, file?.Path ?? ""),
            _ => (Gate.Suspect, Default),
        };
        settings.Add(new Setting("failOn", ReportTokens.Format(gate), source));
        return gate;
    }

    private static string? GetWaivers(CheckFlags flags, SourcingConfig? file, string? found, List<Setting> settings)
    {
        (string? path, string source) = (flags.IgnoresWaivers, flags.Waivers, file?.Waivers, found) switch
        {
            (true, _, _, _) => (null, "flag --no-waivers"),
            (_, { } given, _, _) => (given, "flag --waivers"),
            (_, _, { } configured, _) => (configured, file?.Path ?? ""),
            (_, _, _, { } beside) => (beside, "found next to the configuration or from the input upwards"),
            _ => (null, Default),
        };
        settings.Add(new Setting("waivers", path ?? "", source));
        return path;
    }

    private static string? GetEvidence(CheckFlags flags, SourcingConfig? file, string? found, List<Setting> settings)
    {
        (string? path, string source) = (flags.IgnoresEvidence, flags.Evidence, file?.Evidence, found) switch
        {
            (true, _, _, _) => (null, "flag --no-evidence"),
            (_, { } given, _, _) => (given, "flag --evidence"),
            (_, _, { } configured, _) => (configured, file?.Path ?? ""),
            (_, _, _, { } beside) => (beside, "found next to the configuration or from the input upwards"),
            _ => (null, Default),
        };
        settings.Add(new Setting("evidence", path ?? "", source));
        return path;
    }

    private static string GetWord(bool? value) => value == true ? "true" : "false";

    private static string GetWords(LeadTimeOverride lead) => string.Create(CultureInfo.InvariantCulture,
        $"{lead.Kind ?? "every action"} for {lead.Part ?? "every part"}: {lead.BusinessDays} business days ({lead.Source})");
}
