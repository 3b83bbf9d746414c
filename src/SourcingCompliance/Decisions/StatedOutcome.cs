using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>What statements of suppliers make of determinations, beside the origins that they state.</summary>
internal static class StatedOutcome
{
    /// <summary>The determination of a material that a statement says the line does not contain: not covered, and shown as such.</summary>
    /// <param name="denied">The material, and who denies it.</param>
    /// <param name="edition">The law.</param>
    /// <param name="regime">The regime.</param>
    public static Determination NotCovered(DeniedMaterial denied, LawEdition edition, Regime regime) => new()
    {
        Pack = edition.Pack.Id,
        Rule = edition.FindEvidence(MissingFactIds.MaterialIdentity)?.Id ?? "",
        Regime = regime.Id,
        Material = denied.Occurrence.Material,
        Presence = denied.Occurrence.Presence,
        Verdict = Verdict.NotCovered,
        Citation = edition.PartRules is [{ } rule, ..] ? rule.Version.Citation : "",
        Basis = $"not covered by statement: it contains no {edition.FindMaterial(denied.Occurrence.Material)?.Name ?? denied.Occurrence.Material}"
            + $" ({denied.Evidence.Chain})",
        Steps = [],
        Missing = [],
        Notes = [$"The words of the line name a part that may contain it; {denied.Evidence.Words} says that it does not."],
    };

    /// <summary>The statements that speak of a material: those of the list, and those of suppliers on that material or on none.</summary>
    public static ImmutableArray<StageStatement> OfMaterial(ImmutableArray<StageStatement> statements, string material) =>
        statements.Any(statement => statement.Source.Material is not null)
            ? [.. statements.Where(statement => statement.Source.Material is not { } stated || AreSame(stated, material))]
            : statements;

    /// <summary>A pass or exemption with what keeps it from being one: a lead that nobody has explained, or steps without a document where documents are
    /// required.</summary>
    /// <param name="determination">The determination.</param>
    /// <param name="item">The line.</param>
    /// <param name="edition">The law.</param>
    /// <param name="requiresDocuments">Whether every step of a pass needs a document.</param>
    public static Determination Unsettle(Determination determination, BomItem item, LawEdition edition, bool requiresDocuments)
    {
        if (determination.Verdict is not (Verdict.Pass or Verdict.Exempt))
        {
            return determination;
        }

        EvidenceLead? lead = item.Stated.Leads.FirstOrDefault(lead => edition.CoveredCountries.GetCount(lead.Countries) > 0
            && (lead.Material is null || determination.Material is null || AreSame(lead.Material, determination.Material)));
        if (lead is not null)
        {
            string where = Wording.GetList([.. lead.Countries.Select(edition.GetName)], "and");
            return Open(determination, edition, $"but {lead.Evidence.Words} ({lead.Evidence.Source}) says: {lead.Words}, which nothing on file explains",
                [new MissingFact(MissingFactIds.StageOrigin, null, null, $"{lead.Evidence.Supplier} names {where} ({lead.Words}). Does that "
                    + $"concern this part?")]);
        }

        StepDetermination[] stated = requiresDocuments && determination.Verdict == Verdict.Pass
            ? [.. determination.Steps.Where(step => step is { IsRequired: true, IsDocumented: false })] : [];
        return stated.Length == 0 ? determination : Open(determination, edition,
            $"but a document is required for each step, and {Wording.FormatCount(stated.Length, "step")} of "
                + $"{determination.Steps.Count(step => step.IsRequired)} {(stated.Length == 1 ? "is" : "are")} only stated",
            [.. stated.Select(step => new MissingFact(MissingFactIds.StageOrigin, step.Stages[0], step.Element, $"Which document shows where it was "
                + $"{Wording.DoneAt(step.Stages)}?"))]);
    }

    private static Determination Open(Determination determination, LawEdition edition, string why, ImmutableArray<MissingFact> missing) => determination with
    {
        Verdict = Verdict.Open,
        Rule = edition.FindEvidence(missing[0].Fact)?.Id ?? determination.Rule,
        Basis = $"{determination.Basis}; {why}",
        Missing = [.. determination.Missing, .. missing],
        Exemption = null,
    };

    private static bool AreSame(string stated, string material) => stated == material
        || (stated == MaterialIds.RareEarthMagnet && material is MaterialIds.NdFeB or MaterialIds.SmCo)
        || (material == MaterialIds.RareEarthMagnet && stated is MaterialIds.NdFeB or MaterialIds.SmCo);
}
