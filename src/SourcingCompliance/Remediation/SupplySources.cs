using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Remediation;

/// <summary>What a maker outside the covered countries has made public about itself. It clears no part: origin must be asked.</summary>
/// <param name="Maker">Name of the maker.</param>
/// <param name="Site">Place and country of the facility; empty when not stated.</param>
/// <param name="Materials">Ids of the materials that it speaks of.</param>
/// <param name="Says">What was made public, in our words.</param>
/// <param name="Ask">What to ask before relying on it.</param>
/// <param name="AsOf">Day or month of the fact, ISO.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Certainty">How sure: A official text, B primary text through a mirror, C one secondary source.</param>
public sealed record SupplySource(
    string Maker, string Site, ImmutableArray<string> Materials, string Says, string Ask, string AsOf, string Source, string Certainty);

/// <summary>Public facts about makers outside the covered countries (<c>reference/sources.json</c>).</summary>
public sealed record SupplySources
{
    /// <summary>Path of the file in the rules folder.</summary>
    public const string Path = "reference/sources.json";

    /// <summary>How many makers a text names before the rest is counted.</summary>
    public const int ListedMakers = 4;

    /// <summary>No facts.</summary>
    public static SupplySources None { get; } = new();

    /// <summary>The facts in the order of the file.</summary>
    public ImmutableArray<SupplySource> All { get; init; } = [];

    /// <summary>What holds for every entry, and stands before any list of them.</summary>
    public string Caution { get; init; } = "";

    /// <summary>Loads the facts. A file that is not there gives none; one that cannot be used gives none and SC9606.</summary>
    public static SupplySources Load(RuleFolder folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (folder.Find(Path) is not { } content)
        {
            return None;
        }

        // Faults are collected apart: one is enough to leave the file unused.
        var own = new DiagnosticBag();
        SupplySources sources = None;
        var context = JsonReadingContext.ForOneId(CellRef.ForFile($"{folder.Name}/{Path}"), DiagnosticIds.SupplySourcesInvalid, own);
        if (JsonObjectReader.Open(content, context) is { } root)
        {
            sources = new SupplySources { Caution = root.RequiredText("caution"), All = [.. root.Objects("sources").Select(Read)] };
            root.Date("reviewedOn");
            root.Finish();
        }

        foreach (Diagnostic fault in own.Items)
        {
            diagnostics.Add(fault with { Hint = "Correct the file, see rules/schema/sources.schema.json." });
        }

        return own.HasErrors ? None : sources;
    }

    /// <summary>The facts of some materials, in the order of the file.</summary>
    public ImmutableArray<SupplySource> For(IReadOnlyCollection<string> materials) =>
        [.. All.Where(source => source.Materials.Any(material => materials.Contains(material, StringComparer.Ordinal)))];

    /// <summary>One or two sentences that name makers to ask and what each has said; empty when none is known.</summary>
    public string Sentence(IReadOnlyCollection<string> materials)
    {
        ImmutableArray<SupplySource> found = For(materials);
        if (found.IsEmpty)
        {
            return "";
        }

        int left = found.Length - ListedMakers;
        string named = string.Join("; ", found.Take(ListedMakers).Select(source =>
            $"{source.Maker}{(source.Site.Length > 0 ? $" ({source.Site})" : "")}: {source.Says} ({source.AsOf}); ask {source.Ask}"));
        string more = left > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {left} more in {Path}") : "";
        return $"{Caution} {named}{more}.".TrimStart();
    }

    private static SupplySource Read(JsonObjectReader fields)
    {
        var source = new SupplySource(
            fields.RequiredText("maker"), fields.Text("site") ?? "", fields.Texts("materials"), fields.RequiredText("says"), fields.RequiredText("ask"),
            fields.RequiredText("asOf"), fields.RequiredText("source"), fields.RequiredText("certainty"));
        fields.Finish();
        return source;
    }
}
