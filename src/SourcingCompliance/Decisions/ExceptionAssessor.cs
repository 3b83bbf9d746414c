using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Decisions;

/// <summary>One exception as asked.</summary>
/// <param name="Rule">The exception.</param>
/// <param name="Determination">What came of it.</param>
/// <param name="Trace">Its conditions.</param>
/// <param name="Notes">What still binds when it is established.</param>
/// <param name="Claim">What it rests on and who claims it; null when nothing on file speaks of it.</param>
internal sealed record ExceptionAssessment(
    CompiledRule Rule, ExceptionDetermination Determination, ImmutableArray<ConditionTrace> Trace, ImmutableArray<string> Notes, ExceptionClaim? Claim);

/// <summary>Asks the exceptions of an edition.</summary>
internal sealed class ExceptionAssessor
{
    private readonly LawEdition _edition;
    private readonly IRuleEvaluator _evaluator;
    private readonly bool _tracesAll;

    public ExceptionAssessor(LawEdition edition, IRuleEvaluator evaluator, bool tracesAll = false)
    {
        _edition = edition;
        _evaluator = evaluator;
        _tracesAll = tracesAll;
    }

    /// <summary>Every exception of the edition, in rule order.</summary>
    public ImmutableArray<ExceptionAssessment> Assess(
        BomItem item, MaterialOccurrence occurrence, CoveredMaterial material, ContractContext? contract, Regime regime,
        ImmutableArray<StageStatement> statements, FactFrame facts)
    {
        var working = new ExceptionFacts(_edition, contract, facts);
        working.Set(item, occurrence, statements);
        ImmutableArray<DateOnly?> deliveries = working.GetDeliveries(item, regime);
        ImmutableArray<NonavailabilityDetermination> determinations = contract?.Determinations ?? [];
        var assessments = ImmutableArray.CreateBuilder<ExceptionAssessment>();
        foreach (CompiledRule rule in _edition.Exceptions)
        {
            // An exception that holds for one delivery does not carry the next: the weakest of them speaks.
            ExceptionAssessment? weakest = null;
            foreach (DateOnly? delivery in deliveries)
            {
                working.Set(delivery);
                ExceptionAssessment? best = null;
                for (int index = 0; index < Math.Max(1, determinations.Length); index++)
                {
                    NonavailabilityDetermination? determination = index < determinations.Length ? determinations[index] : null;
                    working.Set(determination, item, material, delivery);
                    ExceptionAssessment one = Assess(rule, working, facts, GetClaim(rule, item, contract, determination, statements));
                    best = best is null || Rank(one) > Rank(best) ? one : best;
                }

                weakest = weakest is null || (best is not null && Rank(best) < Rank(weakest)) ? best : weakest;
            }

            if (weakest is not null)
            {
                assessments.Add(weakest);
            }
        }

        return assessments.ToImmutable();
    }

    // Of several determinations the one that goes furthest speaks: established, then claimed with its basis, then claimed.
    private static int Rank(ExceptionAssessment assessment) => assessment.Determination switch
    {
        { Established: Truth.True } => 5,
        { Established: Truth.Unknown, HasBasis: true } => 4,
        { Established: Truth.Unknown, IsClaimed: true } => 3,
        { Established: Truth.Unknown } => 2,
        { IsClaimed: true } => 1,
        _ => 0,
    };

    private ExceptionAssessment Assess(CompiledRule rule, ExceptionFacts working, FactFrame facts, ExceptionClaim? claim)
    {
        (RuleOutcome outcome, DisputedMasses? masses) = working.GetWorst(_evaluator.Evaluate(rule.When, facts), () => _evaluator.Evaluate(rule.When, facts));
        bool isClaimed = Holds(rule.ClaimedWhen, facts);
        bool hasBasis = isClaimed && Holds(rule.BasisWhen, facts);
        ImmutableArray<MissingFact> missing = isClaimed && outcome.Truth == Truth.Unknown
            ? [.. outcome.Unknowns().Select(fact => fact.MissingFact).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(fact => new MissingFact(fact, null, null, masses is null ? _edition.GetQuestion(fact)
                    : $"{_edition.GetQuestion(fact)} ({Capital(masses.Words)}.)"))]
            : [];
        ImmutableArray<string> notes = outcome.Truth == Truth.True
            ? [.. rule.StillBinds.Where(duty => _evaluator.Evaluate(duty.When, facts).Truth == Truth.True)
                .Select(duty => $"{duty.Duty.Text} ({duty.Duty.Citation})")]
            : [];
        var determination = new ExceptionDetermination(rule.Rule.Id, rule.Rule.Title, outcome.Truth,
            isClaimed, missing, rule.Version.Citation)
        { HasBasis = hasBasis };
        ImmutableArray<ConditionTrace> trace = _tracesAll || isClaimed || outcome.Truth == Truth.True ? rule.When.Explain(rule.Rule.Id, facts) : [];
        return new ExceptionAssessment(rule, determination, trace, notes, claim);
    }

    private bool Holds(Condition? condition, FactFrame facts) => condition is not null && _evaluator.Evaluate(condition, facts).Truth == Truth.True;

    private ExceptionClaim? GetClaim(
        CompiledRule rule, BomItem item, ContractContext? contract, NonavailabilityDetermination? determination, ImmutableArray<StageStatement> statements) =>
        ExceptionClaim.From(rule.Rule.ClaimedIn, item, contract, determination, statements, id => _edition.FindAuthority(id)?.Name ?? id);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
