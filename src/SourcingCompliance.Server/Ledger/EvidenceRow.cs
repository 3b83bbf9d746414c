using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Items;

namespace SourcingCompliance.Server.Ledger;

/// <summary>One statement of the library.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="NotCounted">Why it does not count for a pass; null = it counts.</param>
/// <param name="IsSuperseded">Whether a newer statement replaces it.</param>
/// <param name="EndsBefore">Whether it ends before the delivery, or has expired.</param>
public sealed record EvidenceRow(Statement Statement, UncountedReason? NotCounted, bool IsSuperseded, bool EndsBefore)
{
    /// <summary>Its place: <c>counts</c>, <c>ending</c> or <c>not</c>.</summary>
    public string Standing => IsSuperseded || Statement.Source.IsLead ? "not" : EndsBefore ? "ending" : NotCounted is null ? "counts" : "not";

    /// <summary>What is said of its standing.</summary>
    public string Words => IsSuperseded ? "replaced by a newer one" : Statement.Source.IsLead ? "a lead only: it answers another question"
        : NotCounted is { } reason ? EvidenceReport.GetWords(reason) : "counts";

    /// <summary>The statements of a ledger, those that need attention first, then by supplier.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="terms">What a run asks.</param>
    public static IReadOnlyList<EvidenceRow> Get(EvidenceLedger ledger, EvidenceTerms terms)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(terms);
        ImmutableHashSet<string> superseded = StatementStanding.Superseded(ledger, terms);
        return [.. ledger.Statements.Select(statement => new EvidenceRow(statement, StatementStanding.Get(statement, terms), superseded.Contains(statement.Id),
                statement.ValidUntil < terms.NeededOn || statement.ValidUntil < terms.AsOf))
            .OrderBy(row => row.Standing switch { "ending" => 0, "not" => 1, _ => 2 })
            .ThenBy(row => row.Statement.Supplier.Name, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Statement.Id, StringComparer.Ordinal)];
    }

    /// <summary>Whether it contains a text: in supplier, id, part, document, form or signer.</summary>
    /// <param name="text">The text.</param>
    public bool Contains(string text) => new[] { Statement.Supplier.Name, Statement.Id, Statement.Source.Form, Statement.Signer?.Name, Statement.Request }
        .Concat(Statement.Items.SelectMany(item => new[] { item.Subject.PartNumber, item.Subject.Manufacturer, item.Subject.ManufacturerPartNumber,
            item.Subject.Lot, item.Subject.Family }))
        .Concat(Statement.Documents.Select(document => document.FileName))
        .Any(word => word is not null && word.Contains(text, StringComparison.OrdinalIgnoreCase));
}
