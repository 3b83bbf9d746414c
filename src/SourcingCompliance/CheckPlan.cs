using System.Collections.Immutable;
using SourcingCompliance.Boms.Mapping;
using SourcingCompliance.Determinations;
using SourcingCompliance.Reports;

namespace SourcingCompliance;

/// <summary>What a run is asked, worked out against the law.</summary>
/// <param name="Run">The parameters with the gate's regime filled in.</param>
/// <param name="Contract">The contract; null = none.</param>
/// <param name="Regimes">The regimes of the contract's clause, in the order of time.</param>
/// <param name="FirstDelivery">The first delivery, which the plan must meet; null = none is known.</param>
public sealed record CheckPlan(RunParameters Run, ContractContext? Contract, ImmutableArray<Regime> Regimes, DateOnly? FirstDelivery)
{
    /// <summary>What the user said about the columns of some forms; empty = nothing.</summary>
    public ImmutableArray<MappingProfile> Profiles { get; init; } = [];

    /// <summary>Whether every condition asked is traced, for the explanation of single lines.</summary>
    public bool TracesAll { get; init; }

    /// <summary>The regimes as reports name them.</summary>
    public ImmutableArray<RegimeReference> References => [.. Regimes.Select(regime => new RegimeReference(regime.Id, regime.Title, regime.From, regime.To))];
}
