using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Decisions;

/// <summary>The version of the clause that a run applies, and why that one.</summary>
/// <param name="Id">The month as the clause prints it: <c>AUG 2022</c>.</param>
/// <param name="Name">The clause with its month, and the deviation that the contract names: <c>252.225-7052 (AUG 2022)</c>.</param>
/// <param name="Citation">Where the version was published.</param>
/// <param name="Stated">The clause date as the contract file writes it; null = it states none, and the newest version is applied.</param>
/// <param name="Newest">Id of the newest version that the pack knows, when an older one is applied; null = the newest is applied.</param>
/// <param name="IsInContract">Whether the contract file says that the clause is in the contract; null = it does not say.</param>
public sealed record AppliedClause(string Id, string Name, string Citation, string? Stated, string? Newest, bool? IsInContract)
{
    /// <summary>The clause that is applied under a contract; null for a pack without clause versions.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="contract">The contract; null = none.</param>
    public static AppliedClause? From(RulePack pack, ContractContext? contract)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (GetVersion(pack, contract, new DiagnosticBag()) is not { } version || GetVersions(pack) is not [.., var newest])
        {
            return null;
        }

        string deviation = pack.Status != "draft" && contract?.ClauseDeviation is { } number ? $" (DEVIATION {number})" : "";
        return new AppliedClause(
            version.Id, (version.Number is { } clause ? $"{clause} ({version.Id})" : version.Id) + deviation, version.Citation, contract?.ClauseDateText,
            version == newest ? null : newest.Id, contract?.IsClauseInContract);
    }

    /// <summary>
    /// The version of the clause that stands in the contract: that of its month; of a month that the pack does not know the newest version not
    /// later than it (SC9514), never a later one; of a deviation the version whose text it keeps, also against an older month (SC9514); else the newest.
    /// </summary>
    internal static ClauseVersion? GetVersion(RulePack pack, ContractContext? contract, DiagnosticBag diagnostics)
    {
        ImmutableArray<ClauseVersion> versions = GetVersions(pack);
        if (versions.IsEmpty)
        {
            return null;
        }

        // A scenario asks what its text would do, whatever clause the contract has today.
        if (pack.Status == "draft" || contract is not { ClauseDateText: not null } and not { ClauseMonth: not null })
        {
            return versions[^1];
        }

        ClauseVersion? ofDeviation = contract.ClauseDeviation is { } deviation
            ? versions.LastOrDefault(version => version.Deviations.Contains(deviation, StringComparer.OrdinalIgnoreCase)) : null;
        if (contract.ClauseDeviation is { } unknown && ofDeviation is null)
        {
            Warn(diagnostics, contract, $"The contract names deviation {unknown} of clause 252.225-7052, whose text the pack does not know.",
                "Compare the text of the clause in the contract with the version that the report names.");
        }

        if (contract.ClauseMonth is not { } month)
        {
            return ofDeviation ?? versions[^1];
        }

        string named = month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

        // The text that a deviation keeps is known; an older month beside it is a contradiction, and the later text restricts the most.
        if (ofDeviation is { } kept && month < kept.Month)
        {
            Warn(diagnostics, contract,
                $"The contract names clause 252.225-7052 of {named} and deviation {contract.ClauseDeviation}, which keeps the text of {ofDeviation.Id}. One "
                    + $"of the two is wrong; {ofDeviation.Id} is applied, which restricts the most.",
                "Check the month and the deviation after the title of the clause in the contract.");
            return ofDeviation;
        }

        if (versions.FirstOrDefault(version => version.Month == month) is { } same)
        {
            return same;
        }

        ClauseVersion? earlier = versions.LastOrDefault(version => version.Month < month);
        string known = string.Join(", ", versions.Select(version => version.Id));
        if (!(ofDeviation is not null && ofDeviation == earlier))
        {
            Warn(diagnostics, contract, earlier is null
                ? $"The contract names clause 252.225-7052 of {named}; the first version is {versions[0].Id}, so the month cannot be right. The newest text "
                    + $"({versions[^1].Id}) is applied, which restricts the most."
                : $"The contract names clause 252.225-7052 of {named}; known are {known}. It is read as {earlier.Id}, the newest version that is not later.",
                "Check the month after the title of the clause in the contract.");
        }

        return earlier ?? versions[^1];
    }

    /// <summary>The versions of the clause in the order of time; empty for a pack without any.</summary>
    internal static ImmutableArray<ClauseVersion> GetVersions(RulePack pack) => pack.ClauseVersions is { Periods: [.., var latest] } ? latest.Values : [];

    private static void Warn(DiagnosticBag diagnostics, ContractContext contract, string message, string hint) =>
        diagnostics.Warn(DiagnosticIds.ClauseVersionUnknown, CellRef.ForFile(contract.Path), message, hint);
}
