using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Remediation;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Configuration;

/// <summary>Reads a configuration file.</summary>
public static class ConfigReader
{
    /// <summary>Reads a file from disk.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="diagnostics">Receives SC9801 and SC9802; with any of them the configuration is invalid.</param>
    public static SourcingConfig? Open(string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        try
        {
            return Parse(OrdinaryFile.ReadAllBytes(path), path.Replace('\\', '/'), diagnostics);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(DiagnosticIds.ConfigurationInvalid, CellRef.ForFile(path.Replace('\\', '/')),
                $"The configuration cannot be opened: {FileTrouble.GetWords(problem)}.", "Correct the path given with --config.");
            return null;
        }
    }

    /// <summary>Reads the bytes of a file. A value that cannot be used is told and taken as not stated.</summary>
    /// <param name="content">The bytes, UTF-8.</param>
    /// <param name="path">Path of the file, with forward slashes; paths in it start from its folder.</param>
    /// <param name="diagnostics">Receives the faults.</param>
    public static SourcingConfig? Parse(ReadOnlyMemory<byte> content, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (JsonObjectReader.Open(content, JsonReadingContext.ForSettings(path, DiagnosticIds.ConfigurationInvalid, diagnostics)) is not { } root)
        {
            return null;
        }

        var empty = new SourcingConfig { Path = path };
        JsonObjectReader? evidence = root.Object("evidence");
        var config = new SourcingConfig
        {
            Path = path,
            Contract = GetPath(root, "contract", empty.Folder),
            Packs = root.Has("packs") ? root.Texts("packs") : null,
            Rules = GetPaths(root, "rules", empty.Folder),
            FailOn = root.Choice("failOn", GateTokens.Gates),
            FailOnPolicies = root.Choice("failOnPolicies", GateTokens.PolicyGates),
            Formats = GetFormats(root),
            Out = GetPath(root, "out", empty.Folder),
            AllLines = root.Choice("lines", ("findings", false), ("all", true)),
            Explain = root.Flag("explain"),
            CountNotInstalled = root.Flag("countNotInstalled"),
            Map = GetPaths(root, "map", empty.Folder),
            Exclude = root.Has("exclude") ? root.Texts("exclude") : null,
            Waivers = GetPath(root, "waivers", empty.Folder),
            Baseline = GetPath(root, "baseline", empty.Folder),
            Alternates = GetPath(root, "alternates", empty.Folder),
            Report = ReportConfig.Read(root, path => Resolve(empty.Folder, path)),
            Evidence = evidence is null ? null : GetPath(evidence, "folder", empty.Folder),
            RequiresDocuments = evidence is null ? null : evidence.Choice("require", ("stated", false), ("documented", true)),
            RequiresSignature = evidence?.Flag("requireSignature"),
            LeadTimes = GetLeadTimes(root),
            HongKongAndMacaoAreChina = root.Flag("hongKongAndMacaoAreChina"),
            SecondOpinion = root.Choice("secondOpinion", ("on", true), ("off", false)),
            AllowInternalRiskAcceptance = root.Flag("allowInternalRiskAcceptance"),
        };
        evidence?.Finish();
        root.Finish();
        return config;
    }

    private static string? GetPath(JsonObjectReader root, string name, string folder)
    {
        string? path = root.Text(name);
        if (path is not null && string.IsNullOrWhiteSpace(path))
        {
            root.Refuse(name, "blank", "a path from the folder of the configuration");
            return null;
        }

        return path is null ? null : Resolve(folder, path);
    }

    private static ImmutableArray<string>? GetPaths(JsonObjectReader root, string name, string folder) =>
        root.Has(name) ? [.. root.Texts(name).Select(path => Resolve(folder, path))] : null;

    private static string Resolve(string folder, string path)
    {
        string joined = Path.IsPathRooted(path) || folder == "." ? path : Path.Combine(folder, path);
        return joined.Replace('\\', '/');
    }

    private static ImmutableArray<string>? GetFormats(JsonObjectReader root)
    {
        if (!root.Has("formats"))
        {
            return null;
        }

        ImmutableArray<string> formats = [.. root.Texts("formats").Distinct(StringComparer.Ordinal)];
        foreach (string unknown in formats.Except(ReportFiles.Formats, StringComparer.Ordinal))
        {
            root.Refuse("formats", $"\"{unknown}\"", $"one of {string.Join(", ", ReportFiles.Formats)}");
        }

        return [.. formats.Intersect(ReportFiles.Formats, StringComparer.Ordinal)];
    }

    private static ImmutableArray<LeadTimeOverride>? GetLeadTimes(JsonObjectReader root)
    {
        if (!root.Has("leadTimes"))
        {
            return null;
        }

        var all = ImmutableArray.CreateBuilder<LeadTimeOverride>();
        foreach (JsonObjectReader entry in root.Objects("leadTimes"))
        {
            string? kind = entry.Text("kind");
            string? part = entry.Text("part");
            decimal days = entry.Number("businessDays", isRequired: true) ?? 0;
            string source = entry.Text("source", isRequired: true) ?? "";
            entry.Finish();
            if (days is < 0 or > 2600 || !decimal.IsInteger(days))
            {
                entry.Refuse("businessDays", days.ToString(CultureInfo.InvariantCulture), "a whole number of business days from 0 to 2600");
                continue;
            }

            all.Add(new LeadTimeOverride(kind, part, (int)days, source));
        }

        return all.ToImmutable();
    }
}
