using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Server.Ledger;

/// <summary>What was asked of one supplier, and what it answered.</summary>
/// <param name="Supplier">Its name as it was asked or as it answered.</param>
/// <param name="Requests">The requests to it, the newest first.</param>
/// <param name="Statements">How many statements of it are on file.</param>
/// <param name="NotAsked">The checks in which it is to be asked and was not, with the names of their BOMs.</param>
public sealed record SupplierRow(
    string Supplier, IReadOnlyList<RequestRow> Requests, int Statements, IReadOnlyList<(string Check, string Names)> NotAsked)
{
    /// <summary>The suppliers of a ledger and of checks, those who are late first, then by name.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="toAsk">The suppliers that checks name: check, names of its BOMs, supplier.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<SupplierRow> Get(EvidenceLedger ledger, IEnumerable<(string Check, string Names, string Supplier)> toAsk, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ILookup<string, EvidenceRequest> asked = ledger.Log.Requests.ToLookup(request => NameKey.Compute(request.Supplier), StringComparer.Ordinal);
        ILookup<string, Statement> said = ledger.Statements.ToLookup(statement => NameKey.Compute(statement.Supplier.Name), StringComparer.Ordinal);
        ILookup<string, (string Check, string Names, string Supplier)> open = toAsk.ToLookup(row => NameKey.Compute(row.Supplier), StringComparer.Ordinal);
        ILookup<string?, Statement> answers = ledger.Statements.ToLookup(statement => statement.Request, StringComparer.Ordinal);
        return [.. asked.Select(group => group.Key).Union(said.Select(group => group.Key)).Union(open.Select(group => group.Key))
            .Select(key => new SupplierRow(
                asked[key].LastOrDefault()?.Supplier ?? open[key].Select(row => row.Supplier).FirstOrDefault() ?? said[key].First().Supplier.Name,
                [.. asked[key].Reverse().Select(request => RequestRow.From(request, answers[request.Id].FirstOrDefault(), today))],
                said[key].Count(),
                asked[key].Any() || said[key].Any() ? [] : [.. open[key].Select(row => (row.Check, row.Names)).Distinct()]))
            .OrderByDescending(row => row.Requests.Any(request => request.IsLate)).ThenBy(row => row.Supplier, StringComparer.OrdinalIgnoreCase)];
    }
}

/// <summary>One request to a supplier.</summary>
/// <param name="Request">The request.</param>
/// <param name="Answer">The statement that answers it; null = none does.</param>
/// <param name="IsLate">Whether it is due and not answered.</param>
public sealed record RequestRow(EvidenceRequest Request, Statement? Answer, bool IsLate)
{
    /// <summary>The row of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The statement that answers it; null = none does.</param>
    /// <param name="today">The day.</param>
    public static RequestRow From(EvidenceRequest request, Statement? answer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestRow(request, answer, answer is null && request.DueOn < today);
    }

    /// <summary>Its parts, each once.</summary>
    public IReadOnlyList<string> Parts => [.. Request.Items.Select(item => item.PartNumber).Distinct(StringComparer.Ordinal)];

    /// <summary>How many facts are asked for.</summary>
    public int Questions => Request.Items.Sum(item => item.Questions.Length);

    /// <summary>The requests to a supplier are usually one; its state in words: <c>answered</c>, <c>late</c>, <c>waiting</c>.</summary>
    public string State => Answer is not null ? "answered" : IsLate ? "late" : "waiting";
}
