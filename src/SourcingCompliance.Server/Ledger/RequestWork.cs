using System.Collections.Concurrent;
using SourcingCompliance.Evidence;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Asks suppliers in the background: a long BOM takes longer than a browser waits for an answer. What was asked is in the ledger, whatever happens
/// to the page.</summary>
/// <param name="requests">Asks.</param>
/// <param name="lifetime">Ends what is under way when the server ends.</param>
public sealed class RequestWork(SupplierRequests requests, IHostApplicationLifetime lifetime)
{
    private readonly ConcurrentDictionary<(string Run, string Supplier), Lazy<Task<IReadOnlyList<EvidenceRequest>?>>> _works = new();

    /// <summary>How long a page waits for the end before it says that it goes on: long enough for most BOMs, and short enough for a browser.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Begins to ask; what is under way already is not begun twice.</summary>
    /// <param name="run">The check.</param>
    /// <param name="supplier">The supplier; empty = every one.</param>
    /// <param name="company">The company that asks; empty = the one that came with the check, if any.</param>
    public Task<IReadOnlyList<EvidenceRequest>?> Begin(RunRecord run, string supplier, string company)
    {
        ArgumentNullException.ThrowIfNull(run);
        // An end that nobody came for: what is on file can have changed since.
        if (Find(run.Id, supplier) is { IsCompleted: true })
        {
            _works.TryRemove((run.Id, supplier), out _);
        }

        // The pool keeps whoever asked first from doing the work for all.
        return _works.GetOrAdd((run.Id, supplier), _ => new Lazy<Task<IReadOnlyList<EvidenceRequest>?>>(() =>
            Task.Run(() => requests.Ask(run, supplier.Length > 0 ? supplier : null, company, lifetime.ApplicationStopping)))).Value;
    }

    /// <summary>What is under way; null = nothing is, or its end was taken.</summary>
    /// <param name="run">Id of the check.</param>
    /// <param name="supplier">The supplier; empty = every one.</param>
    public Task<IReadOnlyList<EvidenceRequest>?>? Find(string run, string supplier) =>
        _works.TryGetValue((run, supplier), out Lazy<Task<IReadOnlyList<EvidenceRequest>?>>? work) ? work.Value : null;

    /// <summary>Waits for the end as long as <see cref="Patience"/> says, and takes it.</summary>
    /// <param name="run">Id of the check.</param>
    /// <param name="supplier">The supplier; empty = every one.</param>
    /// <param name="work">What is under way.</param>
    /// <returns>False = it has not ended yet.</returns>
    public async Task<bool> Await(string run, string supplier, Task<IReadOnlyList<EvidenceRequest>?> work)
    {
        if (await Task.WhenAny(work, Task.Delay(Patience)) != work)
        {
            return false;
        }

        _works.TryRemove((run, supplier), out _);
        return true;
    }
}
