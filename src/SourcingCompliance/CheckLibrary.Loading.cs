using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Items;
using SourcingCompliance.Items.Accounting;
using SourcingCompliance.Law;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance;

/// <content>How the library is loaded.</content>
public sealed partial class CheckLibrary
{
    /// <summary>Loads a library.</summary>
    /// <param name="folders">The shipped rules first, then the user's own, which add vocabulary and may replace a pack.</param>
    /// <param name="asOf">The day on which the check is made.</param>
    /// <param name="diagnostics">Told of everything wrong with the rules; an error means that nothing may be checked with them.</param>
    /// <param name="choice">Which packs to apply; null = <see cref="PackChoice.Default"/>.</param>
    public static CheckLibrary Load(IReadOnlyList<RuleFolder> folders, DateOnly asOf, DiagnosticBag diagnostics, PackChoice? choice = null)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(diagnostics);
        choice ??= PackChoice.Default;
        // The parts know nothing of one another, so they are read side by side; what is wrong with them is told in this order.
        DiagnosticBag[] told = [new(), new(), new(), new(), new(), new(), new()];
        var pack = new Lazy<RulePack?>(() => RulePack.Load(GetFolder(folders, choice.Deciding), choice.Deciding, told[0]));
        var advisory = new Lazy<ImmutableArray<RulePack>>(() => choice.LoadAdvisory(folders, told[1]));
        var columns = new Lazy<ColumnVocabulary>(() => ColumnVocabulary.Load(folders[0], told[3]));
        var countries = new Lazy<CountryVocabulary>(() => CountryVocabulary.Load(folders, told[4]));
        var materials = new Lazy<MaterialVocabulary>(() => MaterialVocabulary.Load(folders, told[5]));
        var templates = new Lazy<RemediationTemplates>(() => RemediationTemplates.Load(GetFolder(folders, MainPack), MainPack, told[6]));
        Parallel.Invoke(
            () => _ = (pack.Value, advisory.Value, templates.Value),
            () => _ = countries.Value,
            () => _ = (materials.Value, columns.Value));
        if (pack.Value?.VerifyBy is { } day && asOf > day)
        {
            told[2].Warn(DiagnosticIds.PackNeedsVerification, CellRef.ForFile($"{choice.Deciding}/pack.json"),
                $"The pack was to be verified against the law by {Wording.FormatDate(day)}. {pack.Value.VerifyReason}",
                "Check whether the law has changed before relying on the answer.");
        }

        TellAged(advisory.Value, asOf, told[2]);
        foreach (Diagnostic problem in told.SelectMany(problems => problems.Items))
        {
            diagnostics.Add(problem);
        }

        return new CheckLibrary(
            columns.Value, countries.Value, materials.Value, pack.Value, advisory.Value, templates.Value, SupplySources.Load(folders[0], diagnostics));
    }

    // One line for all of them: they decide nothing, and a check is no place to list each.
    private static void TellAged(ImmutableArray<RulePack> advisory, DateOnly asOf, DiagnosticBag diagnostics)
    {
        RulePack[] aged = [.. advisory.Where(pack => pack.VerifyBy < asOf)];
        if (aged.Length > 0)
        {
            diagnostics.Warn(DiagnosticIds.AdvisoriesNeedVerification, CellRef.ForFile($"{aged[0].Id}/pack.json"),
                $"Advisories may be out of date; they were to be verified by: "
                    + $"{string.Join(", ", aged.Select(pack => $"{pack.Id} {Wording.FormatDate(pack.VerifyBy ?? asOf)}"))}.",
                "No verdict depends on them; 'sourcing rules verify' gives the reasons.");
        }
    }

    // The footer of every report names the text that was applied, not only the one that the pack was verified against.
    private static string GetEdition(RulePack pack, AppliedClause? clause) => clause switch
    {
        { IsInContract: false } => $"{clause.Name}, which the contract does not have; pack edition {pack.Edition}",
        // The edition of the pack names the newest version already.
        { Stated: not null } when clause.Newest is not null || clause.Name.Contains("DEVIATION", StringComparison.Ordinal) =>
            $"{clause.Name}, the clause of the contract; pack edition {pack.Edition}",
        _ => pack.Edition,
    };

    private static RuleFolder GetFolder(IReadOnlyList<RuleFolder> folders, string packId) =>
        folders.LastOrDefault(folder => folder.Find($"{packId}/pack.json") is not null) ?? folders[0];
}
