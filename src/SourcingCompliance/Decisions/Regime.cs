using System.Collections.Immutable;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Decisions;

/// <summary>A period of law under which every line gets a verdict of its own.</summary>
/// <param name="Id">Id: <c>melted-or-produced</c> or <c>mined-to-produced</c>.</param>
/// <param name="Title">How the reports call it.</param>
/// <param name="From">First day of delivery that it governs; null = from the beginning.</param>
/// <param name="To">Last day of delivery that it governs, inclusive; null = no end.</param>
/// <param name="LawDate">
/// The day whose definitions and rule versions apply. It is not the delivery date: a contract with an older clause keeps the older text
/// however late the delivery.
/// </param>
public sealed record Regime(string Id, string Title, DateOnly? From, DateOnly? To, DateOnly LawDate)
{
    /// <summary>Whether a delivery on a day is governed by it.</summary>
    public bool Governs(DateOnly delivery) => (From is not { } from || delivery >= from) && (To is not { } to || delivery <= to);

    /// <summary>
    /// The regimes of the clause that stands in the contract (see <see cref="AppliedClause"/>), in the order of time; those of the newest clause
    /// when there is no contract or it names no clause.
    /// </summary>
    /// <param name="pack">The pack.</param>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="diagnostics">Receives a clause date that the pack does not know (SC9514).</param>
    public static ImmutableArray<Regime> CreateAll(RulePack pack, ContractContext? contract, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return AppliedClause.GetVersion(pack, contract, diagnostics) is { } version ? OfVersion(version) : [];
    }

    /// <summary>The regimes of a version of the clause, in the order of time.</summary>
    internal static ImmutableArray<Regime> OfVersion(ClauseVersion version) =>
        [.. version.Regimes.Select(regime => new Regime(regime.Id, regime.Title, regime.From, regime.To, regime.LawDate))];
}
