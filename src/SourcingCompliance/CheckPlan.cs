using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Law;

namespace SourcingCompliance;

/// <summary>What a run does: what it was asked, worked out against the law. <see cref="CheckLibrary.CreatePlan"/> makes it, complete.</summary>
/// <param name="Request">What the user asks.</param>
/// <param name="Run">The parameters as reports state them, with the regime that the gate looks at.</param>
/// <param name="Contract">The contract; null = none.</param>
/// <param name="Regimes">The regimes of the contract's clause, in the order of time.</param>
/// <param name="FirstDelivery">The first delivery that is still to come, which the plan must meet; the last one when all are past; null = none is
/// known.</param>
public sealed record CheckPlan(
    CheckRequest Request, RunParameters Run, ContractContext? Contract, ImmutableArray<Regime> Regimes, DateOnly? FirstDelivery)
{
    /// <summary>What the run asks of evidence.</summary>
    public EvidenceTerms EvidenceTerms =>
        new()
        {
            AsOf = Run.AsOf, Delivery = Run.Delivery, PeriodFrom = Regimes.FirstOrDefault(regime => regime.Id == Run.GateRegime)?.From,
            RequiresDocuments = Request.RequiresDocuments, RequiresSignature = Request.RequiresSignature
        };

    /// <summary>The regimes as reports name them.</summary>
    public ImmutableArray<RegimeReference> References => [.. Regimes.Select(regime => new RegimeReference(regime.Id, regime.Title, regime.From, regime.To))];
}
