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
    public static UncountedReason? Get(Statement statement, EvidenceTerms terms)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(terms);
        bool needsSignature = terms.RequiresSignature && statement.Source.Kind is StatementKind.Questionnaire
            or StatementKind.Certificate or StatementKind.Letter or StatementKind.TypedIn;
        return statement switch
        {
            { ValidUntil: { } last } when last < terms.AsOf => UncountedReason.Expired,
            { ValidUntil: { } last } when last < terms.NeededOn => UncountedReason.ExpiresBeforeDelivery,
            { Signer: null } or { Day: null } when needsSignature => UncountedReason.NotSigned,
            { Source.Kind: StatementKind.TypedIn } when !RestsOnSomething(statement) => UncountedReason.NoBasis,
            { Day: { } day } when day > terms.AsOf => UncountedReason.AfterCheck,
            { Day: { } day } when terms.Delivery is { } delivery && day > delivery => UncountedReason.AfterDelivery,
            _ => null,
        };
    }

    /// <summary>
    /// The ids of statements that newer ones replace. Only a statement that counts itself replaces another, and only one of the same supplier that is
    /// not newer. Statements that replace each other in a circle all stay.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="terms">What the run asks.</param>
    public static ImmutableHashSet<string> Superseded(EvidenceLedger ledger, EvidenceTerms terms) =>
        [.. Replacements(ledger, terms).Select(group => group.Key)];

    /// <summary>The statements that replace another, by its id.</summary>
    internal static ILookup<string, Statement> Replacements(EvidenceLedger ledger, EvidenceTerms terms)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ImmutableHashSet<string> inCircles = InCircles(ledger);
        Dictionary<string, Statement> byId = ById(ledger);
        return ledger.Statements.Where(newer => !newer.Supersedes.IsEmpty && !inCircles.Contains(newer.Id) && Get(newer, terms) is null)
            .SelectMany(newer => newer.Supersedes.Where(id => byId.TryGetValue(id, out Statement? older) && Replaces(newer, older))
                .Select(id => (Id: id, Newer: newer)))
            .ToLookup(pair => pair.Id, pair => pair.Newer, StringComparer.Ordinal);
    }

    /// <summary>The ids of statements that replace each other in a circle, so that none of them is the newer one.</summary>
    public static ImmutableHashSet<string> InCircles(EvidenceLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Dictionary<string, Statement> byId = ById(ledger);
        return [.. ledger.Statements.Where(statement => !statement.Supersedes.IsEmpty && Reaches(statement, byId)).Select(statement => statement.Id)];
    }

    /// <summary>Whether a statement can replace another: both are of one supplier, and it is not the older one.</summary>
    internal static bool Replaces(Statement newer, Statement older) => newer.Id != older.Id
        && NameKey.Compute(newer.Supplier.Name) == NameKey.Compute(older.Supplier.Name)
        && (newer.Day is not { } day || older.Day is not { } before || day >= before);

    // What one of our own people typed in counts where it says who said it, and in what: a paper on file, or a letter or call in words.
    private static bool RestsOnSomething(Statement statement) => (statement.Signer is not null || !string.IsNullOrWhiteSpace(statement.Supplier.Contact))
        && (!string.IsNullOrWhiteSpace(statement.Source.Basis) || !statement.Documents.IsEmpty);

    private static Dictionary<string, Statement> ById(EvidenceLedger ledger) => ledger.Statements.DistinctBy(statement => statement.Id, StringComparer.Ordinal)
        .ToDictionary(statement => statement.Id, StringComparer.Ordinal);

    // Whether the chain of what a statement replaces leads back to it.
    private static bool Reaches(Statement statement, Dictionary<string, Statement> byId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Stack<string>(statement.Supersedes);
        while (ahead.TryPop(out string? id))
        {
            if (id == statement.Id)
            {
                return true;
            }

            if (seen.Add(id) && byId.TryGetValue(id, out Statement? next))
            {
                next.Supersedes.ToList().ForEach(ahead.Push);
            }
        }

        return false;
    }
}
