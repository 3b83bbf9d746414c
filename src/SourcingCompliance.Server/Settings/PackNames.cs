using SourcingCompliance.Formats.Files;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Server.Settings;

/// <summary>The shipped packs as pages and form name them.</summary>
internal static class PackNames
{
    // They ship inside the program and never change while it runs.
    private static readonly Lazy<IReadOnlyList<RulePack>> Shipped = new(() =>
    {
        RuleFolder rules = RuleFolders.Shipped();
        return [.. RulePack.IdsIn(rules).Select(id => RulePack.Load(rules, id, new DiagnosticBag())).OfType<RulePack>()
            .OrderBy(pack => pack.Id != CheckLibrary.MainPack).ThenBy(pack => pack.Status, StringComparer.Ordinal)
            .ThenBy(pack => pack.Id, StringComparer.Ordinal)];
    });

    /// <summary>Every pack: the clause first, then those that advise, then drafts.</summary>
    public static IReadOnlyList<RulePack> All => Shipped.Value;

    /// <summary>The packs that may be told beside the verdicts.</summary>
    public static IEnumerable<RulePack> Advisory => All.Where(pack => pack.Status == "advisory");
}
