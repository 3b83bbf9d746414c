using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Verification;

/// <summary>One change between two rules folders.</summary>
/// <param name="Pack">Id of the pack, or <c>reference</c> for vocabulary.</param>
/// <param name="Subject">What changed: a definition, a rule, the pack itself.</param>
/// <param name="Text">How, in a sentence that a lawyer can review.</param>
public sealed record RulesChange(string Pack, string Subject, string Text);

/// <summary>What changed between two rules folders, in the terms of the law and not of its files.</summary>
public static class RulesDiff
{
    /// <summary>The changes, by pack: the pack itself, its definitions, its rules, its texts; then reference vocabulary.</summary>
    /// <param name="older">The older folder.</param>
    /// <param name="newer">The newer folder.</param>
    /// <param name="diagnostics">Told of packs that cannot be loaded; they are not compared.</param>
    public static ImmutableArray<RulesChange> Get(RuleFolder older, RuleFolder newer, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        ArgumentNullException.ThrowIfNull(diagnostics);
        PackLibrary before = PackLibrary.Load([older], diagnostics);
        PackLibrary after = PackLibrary.Load([newer], diagnostics);
        var changes = new List<RulesChange>();
        foreach (string id in RulePack.IdsIn(older).Union(RulePack.IdsIn(newer)).Order(StringComparer.Ordinal)
            .OrderBy(id => (after.Pack(id) ?? before.Pack(id))?.Pack.BasedOn is null ? 0 : 1))
        {
            bool wasThere = RulePack.IdsIn(older).Contains(id);
            bool isThere = RulePack.IdsIn(newer).Contains(id);
            if (wasThere != isThere)
            {
                changes.Add(new RulesChange(id, "pack", isThere ? $"is new: {after.Pack(id)?.Pack.Title}." : "is no longer there."));
            }
            else if (before.Pack(id) is { } old && after.Pack(id) is { } now)
            {
                // A draft that takes its files from another pack changes with it; that is told once, at the other pack.
                var ofBase = changes.Where(change => change.Pack == now.Pack.BasedOn).Select(change => (change.Subject, change.Text)).ToHashSet();
                changes.AddRange(new PackDiff(old, now).Changes().Where(change => !ofBase.Contains((change.Subject, change.Text))));
            }
        }

        changes.AddRange(Texts("reference", older, newer, "reference"));
        return [.. changes];
    }

    /// <summary>Files below a folder that differ and whose content is not compared in terms of the law.</summary>
    internal static IEnumerable<RulesChange> Texts(string pack, RuleFolder older, RuleFolder newer, string folder, Func<string, bool>? isText = null)
    {
        foreach (string path in older.Below(folder).Union(newer.Below(folder)).Order(StringComparer.Ordinal).Where(path => isText?.Invoke(path) ?? true))
        {
            string name = path[(folder.Length + 1)..];
            string? text = (older.Find(path), newer.Find(path)) switch
            {
                (null, null) => null,
                (null, _) => "is new.",
                (_, null) => "is no longer there.",
                ({ } one, { } other) => one.Span.SequenceEqual(other.Span) ? null
                    : string.Create(CultureInfo.InvariantCulture, $"has changed ({one.Length} bytes, now {other.Length})."),
            };
            if (text is not null)
            {
                yield return new RulesChange(pack, name, text);
            }
        }
    }
}
