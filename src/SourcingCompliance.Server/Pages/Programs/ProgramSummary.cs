using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Programs;

/// <summary>A program with its checks, as its pages show it.</summary>
/// <param name="Program">The program.</param>
/// <param name="Today">Today, ISO, UTC.</param>
/// <param name="Checks">Its checks, newest first.</param>
public sealed record ProgramSummary(ProgramRecord Program, string Today, IReadOnlyList<PastCheck> Checks)
{
    private const int MostChecks = 500;
    private const int MostActions = 10;

    /// <summary>The next delivery; null = none is ahead.</summary>
    public string? Need { get; } = Program.GetDeliveriesFrom(Today) is [{ } next, ..] ? next : null;

    /// <summary>The newest finished check of each BOM; BOMs are told apart by their file names.</summary>
    public IReadOnlyList<PastCheck> Newest { get; } =
        [.. Checks.Where(check => check.Run.State == RunState.Done).DistinctBy(check => check.Names, StringComparer.Ordinal)];

    /// <summary>What there was to settle, by day.</summary>
    public IReadOnlyList<TrendPoint> Trend { get; } = TrendPoint.From(Checks.Where(check => check.Run.State == RunState.Done));

    /// <summary>What to start next, by latest start; empty on the list of programs.</summary>
    public IReadOnlyList<StoredAction> Next { get; init; } = [];

    /// <summary>A program with its next deadlines.</summary>
    public static async Task<ProgramSummary> Read(ProgramRecord program, HistoryStore history, RunStore store, TimeProvider time,
        CancellationToken cancellation)
    {
        ProgramSummary summary = await ReadChecks(program, history, store, time, cancellation);
        StoredAction[] actions = [.. await store.Actions([.. summary.Newest.Select(check => check.Run.Id)], MostActions, cancellation)];
        return summary with { Next = [.. actions.Where(action => action.IsFallback == 0)] };
    }

    /// <summary>All programs.</summary>
    public static async Task<IReadOnlyList<ProgramSummary>> ReadAll(ProgramStore programs, HistoryStore history, RunStore store, TimeProvider time,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(programs);
        var all = new List<ProgramSummary>();
        foreach (ProgramRecord program in await programs.ReadAll(cancellation))
        {
            all.Add(await ReadChecks(program, history, store, time, cancellation));
        }

        return all;
    }

    private static async Task<ProgramSummary> ReadChecks(ProgramRecord program, HistoryStore history, RunStore store, TimeProvider time,
        CancellationToken cancellation) => new(program, Timestamp.Now(time)[..10],
        await history.Complete([.. await store.NewestIn(program.Id, MostChecks, cancellation)], cancellation));
}
