using System.Collections.Immutable;
using System.Text;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Law;

/// <summary>A loaded pack with the folder that it is from.</summary>
/// <param name="Folder">The folder as the pack sees it, with the files of the pack that it is based on.</param>
/// <param name="Pack">The pack.</param>
public sealed record LoadedPack(RuleFolder Folder, RulePack Pack);

/// <summary>Every pack of several rules folders, for the commands that show rules.</summary>
public sealed class PackLibrary
{
    private PackLibrary(ImmutableArray<LoadedPack> packs) => Packs = packs;

    /// <summary>The packs: those in force first, then advisories, then drafts; by id.</summary>
    public ImmutableArray<LoadedPack> Packs { get; }

    /// <summary>Loads every pack; of several folders with one pack the last counts.</summary>
    /// <param name="folders">The folders, the shipped one first.</param>
    /// <param name="diagnostics">Told of what is wrong with a pack, which is then left out.</param>
    public static PackLibrary Load(IReadOnlyList<RuleFolder> folders, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var owners = new SortedDictionary<string, RuleFolder>(StringComparer.Ordinal);
        foreach (RuleFolder folder in folders)
        {
            foreach (string id in RulePack.IdsIn(folder))
            {
                owners[id] = folder;
            }
        }

        return new PackLibrary(
        [
            .. owners.Select(owner => RulePack.Load(owner.Value, owner.Key, diagnostics) is { } pack
                ? new LoadedPack(PackOverlay.Create(owner.Value, owner.Key), pack) : null)
                .OfType<LoadedPack>().OrderBy(loaded => loaded.Pack.Status switch { "active" => 0, "advisory" => 1, _ => 2 }),
        ]);
    }

    /// <summary>The pack of an id; null when there is none.</summary>
    public LoadedPack? Pack(string id) => Packs.FirstOrDefault(loaded => loaded.Pack.Id == id);

    /// <summary>The first pack that has a restriction, exception or rule of missing evidence of an id; null when none has.</summary>
    public LoadedPack? Owner(string ruleId) =>
        Packs.FirstOrDefault(loaded => loaded.Pack.Rules.Any(rule => rule.Id == ruleId) || loaded.Pack.Evidence.Any(rule => rule.Id == ruleId));

    /// <summary>The guidance written beside a rule; null when there is none.</summary>
    public static string? GetGuidance(LoadedPack owner, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(rule);
        string kind = rule.Subject == RuleSubject.Exception ? "exceptions" : "restrictions";
        return GetText(owner, $"{kind}/{rule.Id}-{rule.Name}.md");
    }

    /// <summary>The interpretations that a rule rests on, each with its heading, in the order of the file.</summary>
    public static ImmutableArray<string> GetInterpretations(LoadedPack owner, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(rule);
        string[] named = [.. rule.Versions.Select(version => version.Interpretation).OfType<string>().Distinct(StringComparer.Ordinal)];
        return [.. Sections(GetText(owner, "interpretations.md") ?? "")
            .Where(section => named.Any(number => section.StartsWith($"## {number} ", StringComparison.Ordinal)))];
    }

    /// <summary>A text file of a pack; null when it has none.</summary>
    /// <param name="owner">The pack.</param>
    /// <param name="path">Path below the pack's folder.</param>
    public static string? GetText(LoadedPack owner, string path)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return owner.Folder.Find($"{owner.Pack.Id}/{path}") is { } content ? Encoding.UTF8.GetString(content.Span).Trim() : null;
    }

    private static IEnumerable<string> Sections(string text)
    {
        string[] lines = text.Split('\n');
        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(at => lines[at].StartsWith("## ", StringComparison.Ordinal)), lines.Length];
        for (int at = 0; at + 1 < starts.Length; at++)
        {
            yield return string.Join('\n', lines[starts[at]..starts[at + 1]]).Trim();
        }
    }
}
