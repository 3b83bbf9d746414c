using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Materials;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Determinations;

/// <summary>
/// What exceptions make of a determination: an established one exempts, a claimed one that lacks an input leaves it open and names the
/// input, and anything else changes nothing.
/// </summary>
internal sealed class ExceptionStep
{
    private readonly LawEdition _edition;
    private readonly IRuleEvaluator _evaluator;
    private readonly bool _tracesAll;

    public ExceptionStep(LawEdition edition, IRuleEvaluator evaluator, bool tracesAll)
    {
        _edition = edition;
        _evaluator = evaluator;
        _tracesAll = tracesAll;
    }

    public Determination Apply(
        Determination determination, BomItem item, MaterialOccurrence occurrence, CoveredMaterial material, ContractContext? contract,
        Regime regime, ImmutableArray<StageStatement> statements, FactFrame facts)
    {
        if (determination.Verdict is Verdict.Exempt or Verdict.Pass or Verdict.NotCovered)
        {
            return determination;
        }

        ImmutableArray<ExceptionAssessment> assessments =
            new ExceptionAssessor(_edition, _evaluator, _tracesAll).Assess(item, occurrence, material, contract, regime, statements, facts);
        Determination asked = determination with { Exceptions = [.. assessments.Select(assessment => assessment.Determination)] };
        if (_tracesAll)
        {
            asked = asked with { Trace = [.. asked.Trace, .. assessments.SelectMany(assessment => assessment.Trace)] };
        }

        if (assessments.FirstOrDefault(assessment => assessment.Determination.Established == Truth.True) is { } established)
        {
            return asked with
            {
                Verdict = Verdict.Exempt,
                Rule = established.Rule.Rule.Id,
                Citation = established.Rule.Version.Citation,
                Basis = $"{established.Rule.Rule.Title}; without it: {determination.Basis}",
                Missing = [],
                Notes = [.. asked.Notes, .. established.Notes],
                Trace = WithTrace(asked, established),
            };
        }

        return assessments.FirstOrDefault(assessment => assessment.Determination is { IsClaimed: true, Established: Truth.Unknown }) is { } claimed
            ? Claimed(asked, claimed)
            : asked;
    }

    private ImmutableArray<ConditionTrace> WithTrace(Determination asked, ExceptionAssessment deciding) =>
        _tracesAll ? asked.Trace : [.. asked.Trace, .. deciding.Trace];

    private Determination Claimed(Determination asked, ExceptionAssessment claimed)
    {
        ImmutableArray<MissingFact> inputs = claimed.Determination.Missing;
        string fact = inputs.IsEmpty ? MissingFactIds.ContractValue : inputs[0].Fact;
        return asked with
        {
            Verdict = Verdict.Open,
            Rule = _edition.Evidence(fact)?.Id ?? asked.Rule,
            Citation = claimed.Rule.Version.Citation,
            Basis = $"an exception is claimed and lacks an input ({claimed.Rule.Rule.Title}); without it: {asked.Basis}",
            Missing = [.. inputs, .. asked.Missing],
            Trace = WithTrace(asked, claimed),
        };
    }
}
