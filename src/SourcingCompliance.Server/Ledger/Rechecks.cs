using SourcingCompliance.Evidence;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Checks again what an answer can change, so that no BOM keeps a result that the evidence on file contradicts.</summary>
/// <param name="store">The checks.</param>
/// <param name="history">The checks with their names.</param>
/// <param name="parts">Which parts they have.</param>
/// <param name="ledger">When evidence was stored last.</param>
/// <param name="intake">Accepts checks.</param>
public sealed class Rechecks(RunStore store, HistoryStore history, PartStore parts, LedgerFolder ledger, UploadIntake intake)
{
    /// <summary>So many BOMs are checked again at once.</summary>
    public const int Most = 50;

    private const int LookedAt = 1000;

    /// <summary>The newest finished check of each BOM of each program that lists a part of some statements, newest first.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PastCheck>> FindHolding(IEnumerable<Statement> statements, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(statements);
        StatementSubject[] subjects = [.. statements.SelectMany(statement => statement.Items).Select(item => item.Subject)];
        IReadOnlyList<PastCheck> newest = await ReadNewest(cancellation);
        if (subjects.Any(subject => subject.Scope is StatementScope.Family or StatementScope.Company))
        {
            // What is said of a company concerns each of its parts, however a BOM spells its name.
            return newest;
        }

        IReadOnlySet<string> holding = await parts.FindChecks(
            subjects.SelectMany(subject => new[] { subject.PartNumber, subject.ManufacturerPartNumber }).OfType<string>().Select(PartKey.From), [],
            cancellation);
        return [.. newest.Where(check => holding.Contains(check.Run.Id))];
    }

    /// <summary>The same without the BOM of a check that is run again anyway.</summary>
    /// <param name="check">Id of that check; empty = none.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PastCheck>> FindOthers(string check, IEnumerable<Statement> statements, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(check);
        PastCheck? chosen = check.Length > 0 && await store.Find(check, cancellation) is { } run
            ? (await history.Complete([run], cancellation))[0] : null;
        return [.. (await FindHolding(statements, cancellation)).Where(holding => chosen is null
            || (holding.Run.ProgramId, holding.Names) != (chosen.Run.ProgramId, chosen.Names))];
    }

    /// <summary>The newest finished check of each BOM of each program that began before evidence was stored last, newest first.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PastCheck>> FindOlder(CancellationToken cancellation) => ledger.ChangedAt is not { } changed ? []
        : [.. (await ReadNewest(cancellation)).Where(check => string.CompareOrdinal(check.Run.StartedAt, changed) <= 0)];

    /// <summary>Begins them again under today's day.</summary>
    /// <param name="checks">Ids of the checks; what is more than <see cref="Most"/> is not begun.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Each check with the one that repeats it, and why the rest was not begun; null = all were begun.</returns>
    public async Task<(IReadOnlyList<(string Before, string After)> Begun, string? Problem)> Begin(
        IEnumerable<string> checks, CancellationToken cancellation)
    {
        var begun = new List<(string, string)>();
        string[] wanted = [.. checks.Distinct(StringComparer.Ordinal)];
        foreach (string check in wanted.Take(Most))
        {
            try
            {
                if (await intake.Repeat(check, cancellation, isForToday: true) is { } after)
                {
                    begun.Add((check, after));
                }
            }
            catch (UploadRefusedException refusal)
            {
                return (begun, refusal.Message);
            }
        }

        return (begun, wanted.Length > Most ? FormattableString.Invariant($"Only {Most} BOMs are checked again at once; repeat this for the others.") : null);
    }

    private async Task<IReadOnlyList<PastCheck>> ReadNewest(CancellationToken cancellation) =>
        [.. (await history.ReadNewest(LookedAt, cancellation)).Where(check => check.Run.State == RunState.Done)
            .DistinctBy(check => (check.Run.ProgramId, check.Names))];
}
