using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Evidence;

/// <summary>Which statements of a ledger count for a run: replaced ones count no more, others do not count for a pass.</summary>
public static class StatementStanding
{
    /// <summary>Why a statement does not count for a pass; null = it counts.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="terms">What the run asks.</param>
    public static UncountedReason? Of(Statement statement, EvidenceTerms terms)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(terms);
        bool needsSignature = terms.RequiresSignature && statement.Source.Kind is StatementKind.Questionnaire or StatementKind.Certificate or StatementKind.Letter;
        return statement switch
        {
            { ValidUntil: { } last } when last < terms.AsOf => UncountedReason.Expired,
            { Signer: null } when needsSignature => UncountedReason.NotSigned,
            { Day: { } day } when terms.Delivery is { } delivery && day > delivery => UncountedReason.AfterDelivery,
            _ => null,
        };
    }

    /// <summary>
    /// The ids of statements that newer ones replace. Only a statement that counts itself replaces another, and only one of the same supplier that is
    /// not newer.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="terms">What the run asks.</param>
    public static ImmutableHashSet<string> Superseded(EvidenceLedger ledger, EvidenceTerms terms)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Dictionary<string, Statement> byId = ledger.Statements.DistinctBy(statement => statement.Id, StringComparer.Ordinal)
            .ToDictionary(statement => statement.Id, StringComparer.Ordinal);
        return
        [
            .. ledger.Statements.Where(newer => !newer.Supersedes.IsEmpty && Of(newer, terms) is null)
                .SelectMany(newer => newer.Supersedes.Where(id => byId.TryGetValue(id, out Statement? older) && Replaces(newer, older))),
        ];
    }

    /// <summary>Whether a statement can replace another: both are of one supplier, and it is not the older one.</summary>
    internal static bool Replaces(Statement newer, Statement older) => newer.Id != older.Id && NameKey.Of(newer.Supplier.Name) == NameKey.Of(older.Supplier.Name)
        && (newer.Day is not { } day || older.Day is not { } before || day > before || (day == before && !older.Supersedes.Contains(newer.Id)));
}
