using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance;

/// <summary>Which packs of rules a run applies.</summary>
/// <param name="Deciding">Id of the pack that gives the verdicts: the clause, or for a scenario a draft.</param>
/// <param name="Advisory">Ids of the advisory packs that are told beside them; null = all there are.</param>
public sealed record PackChoice(string Deciding, ImmutableArray<string>? Advisory)
{
    /// <summary>The clause, and every advisory pack.</summary>
    public static readonly PackChoice Default = new(CheckLibrary.MainPack, null);

    /// <summary>
    /// The choice that a user names: the clause always decides, so its id is taken and changes nothing; <c>all</c> stands for every advisory pack.
    /// </summary>
    /// <param name="ids">Ids of packs, or <c>all</c>; empty = the default.</param>
    public static PackChoice From(IReadOnlyCollection<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return ids.Count == 0 || ids.Contains("all", StringComparer.Ordinal)
            ? Default
            : Default with { Advisory = [.. ids.Where(id => id != CheckLibrary.MainPack).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>The advisory packs of the choice, in id order.</summary>
    /// <param name="folders">The rules folders; of several with a pack the last one counts.</param>
    /// <param name="diagnostics">Told of ids that are no advisory pack, and of active packs that nothing applies.</param>
    internal ImmutableArray<RulePack> LoadAdvisory(IReadOnlyList<RuleFolder> folders, DiagnosticBag diagnostics)
    {
        var owners = new SortedDictionary<string, RuleFolder>(StringComparer.Ordinal);
        foreach (RuleFolder folder in folders)
        {
            foreach (string id in RulePack.IdsIn(folder))
            {
                owners[id] = folder;
            }
        }

        TellUnknown(owners, diagnostics);
        var packs = ImmutableArray.CreateBuilder<RulePack>();
        foreach ((string id, RuleFolder folder) in owners)
        {
            string status = GetStatus(folder, id);
            if (status == "active" && id != CheckLibrary.MainPack)
            {
                diagnostics.Warn(DiagnosticIds.PackNotApplied, CellRef.ForFile($"{folder.Name}/{id}/pack.json"),
                    $"The pack {id} is active, but verdicts come from {CheckLibrary.MainPack} alone; it is not applied.",
                    "Make it advisory to have it shown next to the verdicts.");
            }

            if (status == "advisory" && (Advisory is not { } chosen || chosen.Contains(id)) && RulePack.Load(folder, id, diagnostics) is { } pack)
            {
                packs.Add(pack);
            }
        }

        return packs.ToImmutable();
    }

    private void TellUnknown(SortedDictionary<string, RuleFolder> owners, DiagnosticBag diagnostics)
    {
        foreach (string id in Advisory ?? [])
        {
            if (!owners.TryGetValue(id, out RuleFolder? folder))
            {
                diagnostics.Error(DiagnosticIds.PackUnknown, CellRef.ForFile(id), "No pack has that id.", $"There are {string.Join(", ", owners.Keys)}.");
            }
            else if (GetStatus(folder, id) == "draft")
            {
                diagnostics.Error(DiagnosticIds.PackUnknown, CellRef.ForFile(id), "The pack is a draft; no check applies a draft.",
                    "See what it would change with 'sourcing scenario'.");
            }
        }
    }

    // The status alone, so that packs that are not chosen need not load. A file that cannot be read has none and is told by those who load it.
    private static string GetStatus(RuleFolder folder, string id)
    {
        try
        {
            using JsonDocument document = JsonText.Parse(folder.Find($"{id}/pack.json") ?? default);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("status", out JsonElement status) && status.ValueKind == JsonValueKind.String
                ? status.GetString() ?? ""
                : "";
        }
        catch (JsonException)
        {
            // Loading it tells the syntax error with its place.
            return "advisory";
        }
    }
}
