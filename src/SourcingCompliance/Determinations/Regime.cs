using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Determinations;

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
    /// The regimes of the clause that stands in the contract, in the order of time; those of the newest clause when there is no contract
    /// or it names no clause. A month that the pack does not know is told (SC9514) and read as the newest, which restricts the most.
    /// </summary>
    /// <param name="pack">The pack.</param>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="diagnostics">Receives an unknown month.</param>
    public static ImmutableArray<Regime> Of(RulePack pack, ContractContext? contract, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ImmutableArray<ClauseVersion> versions = pack.ClauseVersions is { Periods: [.., var latest] } ? latest.Values : [];
        if (versions.IsEmpty)
        {
            return [];
        }

        ClauseVersion version = versions[^1];

        // A scenario asks what its text would do, whatever clause the contract has today.
        if (pack.Status != "draft" && contract?.ClauseMonth is { } month)
        {
            if (versions.FirstOrDefault(candidate => candidate.Month == month) is { } named)
            {
                version = named;
            }
            else
            {
                diagnostics.Warn(DiagnosticIds.ClauseVersionUnknown, CellRef.ForFile(contract.Path),
                    FormattableString.Invariant($"The contract names clause 252.225-7052 of {month:MMMM yyyy}; known are {string.Join(", ", versions.Select(known => known.Id))}. It is read as {version.Id}."),
                    "Look at the month behind the title of the clause in the contract.");
            }
        }

        return [.. version.Regimes.Select(regime => new Regime(regime.Id, regime.Title, regime.From, regime.To, regime.LawDate))];
    }
}
