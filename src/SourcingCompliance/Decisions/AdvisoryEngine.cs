using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>Applies advisory packs to lines. It gives no verdict and never gates: a rule that is not true for certain is not told.</summary>
public sealed class AdvisoryEngine
{
    private readonly ImmutableArray<LawEdition> _editions;
    private readonly ThreeValuedEvaluator _evaluator = new();

    /// <summary>Makes an engine.</summary>
    /// <param name="packs">The advisory packs, in any order.</param>
    /// <param name="asOf">The day whose rules apply: advisories speak of the present, not of the delivery.</param>
    public AdvisoryEngine(IEnumerable<RulePack> packs, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(packs);
        var diagnostics = new DiagnosticBag();
        _editions = [.. packs.OrderBy(pack => pack.Id, StringComparer.Ordinal).Select(pack => pack.On(asOf, PackSettings.Default, diagnostics))];
    }

    /// <summary>The advisories of a line, by pack and then by rule.</summary>
    /// <param name="item">The line.</param>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="isBrokenDown">Whether the item is an assembly whose own lines list what its words promise: then those lines are told of, and not it as
    /// well.</param>
    public ImmutableArray<Advisory> Get(BomItem item, ContractContext? contract, bool isBrokenDown = false)
    {
        ArgumentNullException.ThrowIfNull(item);
        string[] substances = [.. (isBrokenDown ? [] : item.Materials).Select(material => material.Material)
            .Concat(item.OtherSubstances.Select(other => other.Id)).Distinct(StringComparer.Ordinal)];
        if (substances.Length == 0)
        {
            return [];
        }

        ImmutableArray<StageStatement> statements = StageStatement.From(item);
        FactFrame facts = GetFacts(statements, contract);
        var advisories = ImmutableArray.CreateBuilder<Advisory>();
        bool isRecycled = statements.Any(statement => statement.Stage is StageIds.Recycled or StageIds.Milled);
        string? set = null;
        foreach (LawEdition edition in _editions)
        {
            foreach (CompiledRule rule in edition.SubstanceRules)
            {
                foreach (string substance in substances)
                {
                    if (substance != set)
                    {
                        SetSubstance(facts, substance, statements);
                        facts.Set(Vocabulary.Presence, GetPresence(item, substance));
                        facts.Set(Vocabulary.IsClaimedRecycled, isRecycled || IsClaimedRecycled(item, contract));
                        set = substance;
                    }

                    if (_evaluator.Evaluate(rule.When, facts).Truth == Truth.True)
                    {
                        advisories.Add(new Advisory(
                            edition.Pack.Id, rule.Rule.Id, rule.Version.Title ?? rule.Rule.Title, substance, rule.Version.Citation,
                            [.. rule.Version.Figures, .. rule.Rule.Figures])
                        { BindsFrom = rule.Rule.BindsFrom });
                    }
                }
            }
        }

        return advisories.ToImmutable();
    }

    private static void SetSubstance(FactFrame facts, string substance, ImmutableArray<StageStatement> statements)
    {
        var provenance = new MagnetProvenance(statements, substance);
        facts.Set(Vocabulary.Substance, substance);
        facts.Set(Vocabulary.IsMineOnFile, provenance.IsMineOnFile);
        facts.Set(Vocabulary.IsRefiningOnFile, provenance.IsRefiningOnFile);
        facts.Set(Vocabulary.IsMetalOnFile, provenance.IsMetalOnFile);
        facts.Set(Vocabulary.IsMakingOnFile, provenance.IsMakingOnFile);
    }

    // A duty on magnets or metal says nothing of a motor or capacitor that holds some.
    private static string? GetPresence(BomItem item, string substance) =>
        item.Materials.Where(material => material.Material == substance).Select(material => StepAssessor.GetName(material.Presence)).FirstOrDefault();

    private static bool IsClaimedRecycled(BomItem item, ContractContext? contract) => contract is { RecycledMagnetClaims: { IsEmpty: false } claims }
        && PartNumbers.Upwards(item).Any(number => claims.Any(claim => PartNumbers.AreSame(claim.PartNumber, number)));

    private static FactFrame GetFacts(ImmutableArray<StageStatement> statements, ContractContext? contract)
    {
        var facts = new FactFrame();
        facts.Set(Vocabulary.HasSpecialtyMetalsClause, contract?.HasSpecialtyMetalsClause);
        facts.Set(Vocabulary.IsDeterminationOnFile, contract?.Determinations.Length > 0);
        Set(Vocabulary.NamedOrigin, statements.Where(statement => statement.IsOfPart));
        Set(Vocabulary.MeltedIn, statements.Where(statement => statement.Stage is StageIds.Melted or StageIds.Atomized or StageIds.Consolidated));
        return facts;

        void Set(Fact fact, IEnumerable<StageStatement> stated)
        {
            StageStatement[] all = [.. stated];

            // A hedge is left out: a rule that allows countries would take a doubtful one for a country that is not allowed.
            bool isDefinite = all.All(statement => statement.Certainty == OriginCertainty.Definite);
            facts.Set(fact, isDefinite ? [.. all.SelectMany(statement => statement.Countries).Distinct().Order()] : [], OriginCertainty.Definite);
        }
    }
}
