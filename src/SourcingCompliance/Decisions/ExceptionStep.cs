using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Decisions;

/// <summary>
/// What exceptions make of a determination: an established one exempts, one whose basis is on file and that lacks an input leaves it open and
/// names the input, and anything else changes no verdict: its question stands beside it.
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
            return Exempt(asked, established);
        }

        ExceptionAssessment[] incomplete = [.. assessments.Where(assessment => assessment.Determination is { IsClaimed: true, Established: Truth.Unknown })];
        return incomplete.FirstOrDefault(assessment => assessment.Determination.HasBasis) is { } claimed
            ? Claimed(asked, claimed)
            : Unchanged(asked, incomplete, assessments);
    }

    private Determination Exempt(Determination asked, ExceptionAssessment established)
    {
        string excuses = Told(asked);
        var exemption = new Exemption(established.Claim?.Basis ?? "the facts on file", established.Claim?.Claimant ?? "the list", excuses);
        return asked with
        {
            Verdict = Verdict.Exempt,
            Rule = established.Rule.Rule.Id,
            Citation = established.Rule.Version.Citation,
            Basis = $"{established.Rule.Rule.Title}. Basis: {exemption.Basis}. Claimed by: {exemption.Claimant}. Excuses: {excuses}",
            Missing = [],
            Exemption = exemption,
            Notes = [.. asked.Notes, .. established.Notes],
            Trace = WithTrace(asked, established),
        };
    }

    // The barred steps with their cells and paragraph; what is not on file where nothing is barred.
    private string Told(Determination asked) => Told(asked, _edition.GetName);

    internal static string Told(Determination asked, Func<Country, string> nameOf)
    {
        if (asked.Verdict == Verdict.Open)
        {
            return $"{asked.Basis} (restricted by {asked.Citation})";
        }

        string cell = asked.Deciding?.Statement is { } statement ? $" ({statement.Where} \"{AdverseFacts.Shorten(statement.Raw)}\")" : "";
        string more = asked.Adverse.IsEmpty ? "" : $"; also on file: {string.Join("; ", asked.Adverse.Select(fact => AdverseFacts.GetWords(fact, nameOf)))}";
        return $"{asked.Basis}{cell}, {(asked.Verdict == Verdict.Violation ? "prohibited" : "restricted")} by {asked.Citation}{more}";
    }

    // 252.225-7052(c) excepts what is shown, not what is said: a claim without its basis leaves the verdict and puts its question beside it.
    private Determination Unchanged(Determination asked, ExceptionAssessment[] incomplete, ImmutableArray<ExceptionAssessment> assessments)
    {
        string[] unmet = [.. assessments.Where(assessment => assessment.Determination is { IsClaimed: true, Established: Truth.False })
            .Select(assessment => $"Claimed and not met: {GetName(assessment)}: {ClaimShortfall.Describe(assessment.Trace)}. {GetClaim(assessment)}.")];
        string[] unshown = [.. incomplete.Select(assessment => $"Claimed without its basis, so it changes nothing: {GetName(assessment)}. "
            + $"{GetClaim(assessment)}.")];
        return unmet.Length + unshown.Length == 0
            ? asked
            : asked with
            {
                Missing = [.. asked.Missing.Concat(incomplete.SelectMany(assessment => assessment.Determination.Missing)).Distinct()],
                Notes = [.. asked.Notes, .. unshown, .. unmet],
                FutileClaims = [.. unshown, .. unmet],
                Trace = incomplete.Aggregate(asked, (whole, one) => whole with { Trace = WithTrace(whole, one) }).Trace,
            };
    }

    private static string GetName(ExceptionAssessment assessment) => $"{assessment.Rule.Rule.Title} ({assessment.Rule.Version.Citation})";

    private static string GetClaim(ExceptionAssessment assessment) =>
        assessment.Claim is { } claim ? $"Basis: {claim.Basis}. Claimed by: {claim.Claimant}" : "Claimed by: the BOM";

    private ImmutableArray<ConditionTrace> WithTrace(Determination asked, ExceptionAssessment deciding) =>
        _tracesAll ? asked.Trace : [.. asked.Trace, .. deciding.Trace];

    private Determination Claimed(Determination asked, ExceptionAssessment claimed)
    {
        ImmutableArray<MissingFact> inputs = claimed.Determination.Missing;
        string fact = inputs.IsEmpty ? MissingFactIds.ContractValue : inputs[0].Fact;
        return asked with
        {
            Verdict = Verdict.Open,
            Rule = _edition.FindEvidence(fact)?.Id ?? asked.Rule,
            Citation = claimed.Rule.Version.Citation,
            Basis = $"an exception is claimed with its basis but lacks an input ({claimed.Rule.Rule.Title}); without it: {Told(asked)}",
            IsExceptionClaimed = true,
            Missing = [.. inputs, .. asked.Missing],
            Notes = [.. asked.Notes, $"Claimed: {GetName(claimed)}. {GetClaim(claimed)}."],
            Trace = WithTrace(asked, claimed),
        };
    }
}
