using System.Data.Common;
using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>The addresses to call when runs have ended. They are kept with their runs, so that no call is lost when a server ends.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class CallbackStore(Database database)
{
    private const string Columns = "callbacks.run_id AS RunId, callbacks.position AS Position, callbacks.url AS Url, callbacks.state AS State, "
        + "callbacks.attempts AS Attempts, callbacks.problem AS Problem";

    /// <summary>Keeps the addresses of a run, in the transaction that adds the run.</summary>
    internal static Task Add(DbConnection connection, DbTransaction transaction, string run, IReadOnlyList<string> urls) =>
        connection.ExecuteAsync("INSERT INTO callbacks (run_id, position, url, state, attempts, next_at) VALUES (@RunId, @Position, @Url, 'waiting', 0, '')",
            urls.Select((url, at) => new { RunId = run, Position = at + 1, Url = url }), transaction);

    /// <summary>The addresses of a run.</summary>
    /// <param name="run">Id of the run.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IEnumerable<StoredCallback>> ReadOf(string run, CancellationToken cancellation) =>
        database.Read(connection => connection.QueryAsync<StoredCallback>($"SELECT {Columns} FROM callbacks WHERE run_id = @run ORDER "
            + $"BY position", new { run }), cancellation);

    /// <summary>The addresses to call now: their runs have ended, and their time has come.</summary>
    /// <param name="now">Now, UTC.</param>
    /// <param name="most">How many are read.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IEnumerable<StoredCallback>> ReadDue(string now, int most, CancellationToken cancellation) =>
        database.Read(connection => connection.QueryAsync<StoredCallback>($"""
            SELECT {Columns} FROM callbacks JOIN runs ON runs.id = callbacks.run_id
            WHERE callbacks.state = 'waiting' AND callbacks.next_at <= @now AND runs.state IN ('done', 'cancelled', 'failed')
            ORDER BY callbacks.next_at, runs.finished_at, callbacks.run_id, callbacks.position LIMIT @most
            """, new { now, most }), cancellation);

    /// <summary>Takes a call for this server, and sets when it is tried again unless its end is stored before.</summary>
    /// <param name="callback">The call as it was read.</param>
    /// <param name="nextAt">When it is tried again, UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when another server has taken it.</returns>
    public Task<bool> TryClaim(StoredCallback callback, string nextAt, CancellationToken cancellation) =>
        database.Change(async (connection, transaction) => await connection.ExecuteAsync(
            "UPDATE callbacks SET attempts = attempts + 1, next_at = @nextAt WHERE run_id = @RunId AND position = @Position AND state = 'waiting' AND "
                + "attempts = @Attempts",
            new { callback.RunId, callback.Position, callback.Attempts, nextAt }, transaction) == 1, cancellation);

    /// <summary>Keeps what became of a call.</summary>
    /// <param name="callback">The call.</param>
    /// <param name="state">waiting = it is tried again; delivered or failed = it is over.</param>
    /// <param name="problem">What went wrong; null = nothing.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> Keep(StoredCallback callback, string state, string? problem, CancellationToken cancellation) =>
        database.Change(async (connection, transaction) => await connection.ExecuteAsync(
            "UPDATE callbacks SET state = @state, problem = @problem WHERE run_id = @RunId AND position = @Position AND state = 'waiting'",
            new { callback.RunId, callback.Position, state, problem }, transaction) == 1, cancellation);
}
