using System.Data.Common;
using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>Runs, their files and their results.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class RunStore(Database database)
{
    private const string Columns = """
        id AS Id, state AS State, received_at AS ReceivedAt, started_at AS StartedAt, finished_at AS FinishedAt, as_of AS AsOf, delivery AS Delivery,
        gate AS Gate, all_lines AS AllLines, contract_sha256 AS ContractSha256, contract_name AS ContractName, attempts AS Attempts, problem_id AS ProblemId, problem AS Problem
        """;

    private const string IsUnfinished = "state IN ('queued', 'running')";

    /// <summary>Accepts a run, if fewer than <paramref name="limit"/> wait or run. Once this returns true, the run is in the store for good.</summary>
    /// <param name="run">The run.</param>
    /// <param name="files">Its files, whose content is on disk already.</param>
    /// <param name="uploads">Size of each content by its hash, the contract's too.</param>
    /// <param name="profiles">Ids of the profiles to apply.</param>
    /// <param name="limit">How many may wait or run.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when the queue is full.</returns>
    public Task<bool> TryAdd(
        RunRecord run, IReadOnlyList<RunFile> files, IReadOnlyDictionary<string, long> uploads, IReadOnlyList<string> profiles, int limit, CancellationToken cancellation) =>
        database.Change(async (connection, transaction) =>
        {
            // The row is locked until the transaction ends, so that no two uploads count the queue at once.
            await connection.ExecuteAsync("UPDATE queue_gate SET passed = passed + 1 WHERE id = 1", transaction: transaction);
            if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM runs WHERE {IsUnfinished}", transaction: transaction) >= limit)
            {
                return false;
            }

            await connection.ExecuteAsync(
                "INSERT INTO uploads (sha256, bytes, received_at) VALUES (@Sha256, @Bytes, @ReceivedAt) ON CONFLICT (sha256) DO NOTHING",
                uploads.Select(upload => new { Sha256 = upload.Key, Bytes = upload.Value, run.ReceivedAt }), transaction);
            await connection.ExecuteAsync("""
                INSERT INTO runs (id, state, received_at, as_of, delivery, gate, all_lines, contract_sha256, contract_name, attempts)
                VALUES (@Id, 'queued', @ReceivedAt, @AsOf, @Delivery, @Gate, @AllLines, @ContractSha256, @ContractName, 0)
                """, run, transaction);
            await connection.ExecuteAsync("INSERT INTO files (run_id, position, name, sha256) VALUES (@RunId, @Position, @Name, @Sha256)",
                files.Select(file => new { RunId = run.Id, file.Position, file.Name, file.Sha256 }), transaction);
            await connection.ExecuteAsync("INSERT INTO run_profiles (run_id, position, profile_id) VALUES (@RunId, @Position, @ProfileId)",
                profiles.Select((profile, at) => new { RunId = run.Id, Position = at + 1, ProfileId = profile }), transaction);
            return true;
        }, cancellation);

    /// <summary>A run; null when there is none.</summary>
    public Task<RunRecord?> Find(string id, CancellationToken cancellation) =>
        Read(connection => connection.QuerySingleOrDefaultAsync<RunRecord>($"SELECT {Columns} FROM runs WHERE id = @id", new { id }), cancellation);

    /// <summary>The newest runs, newest first.</summary>
    public Task<IEnumerable<RunRecord>> Newest(int count, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<RunRecord>($"SELECT {Columns} FROM runs ORDER BY received_at DESC, id LIMIT @count", new { count }), cancellation);

    /// <summary>The runs that wait or were running when the process ended, oldest first.</summary>
    public Task<IEnumerable<RunRecord>> Unfinished(CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<RunRecord>($"SELECT {Columns} FROM runs WHERE {IsUnfinished} ORDER BY received_at, id"), cancellation);

    /// <summary>The files of a run in the order of the upload.</summary>
    public Task<IEnumerable<RunFile>> FilesOf(string id, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<RunFile>("SELECT position AS Position, name AS Name, sha256 AS Sha256 FROM files WHERE run_id = @id ORDER BY position", new { id }), cancellation);

    /// <summary>The profiles that a run applies, in order.</summary>
    public Task<IEnumerable<StoredProfile>> ProfilesOf(string id, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<StoredProfile>("""
            SELECT profiles.id AS Id, name AS Name, json AS Json, created_at AS CreatedAt
            FROM run_profiles JOIN profiles ON profiles.id = profile_id WHERE run_id = @id ORDER BY position
            """, new { id }), cancellation);

    /// <summary>The result of a run; null when there is none.</summary>
    public Task<RunResult?> ResultOf(string id, CancellationToken cancellation) =>
        Read(connection => connection.QuerySingleOrDefaultAsync<RunResult>("""
            SELECT exit_code AS ExitCode, answer AS Answer, lines AS Lines, violation AS Violation, suspect AS Suspect, open_lines AS OpenLines,
            exempt AS Exempt, pass AS Pass, not_covered AS NotCovered, ties AS Ties FROM results WHERE run_id = @id
            """, new { id }), cancellation);

    /// <summary>The findings of a run, worst first.</summary>
    public Task<IEnumerable<StoredFinding>> FindingsOf(string id, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<StoredFinding>(
            "SELECT finding_id AS FindingId, verdict AS Verdict, part_number AS PartNumber, message AS Message FROM findings WHERE run_id = @id ORDER BY position", new { id }), cancellation);

    /// <summary>The actions of the newest runs, by latest start.</summary>
    public Task<IEnumerable<StoredAction>> Actions(int runs, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<StoredAction>("""
            SELECT run_id AS RunId, action_id AS ActionId, title AS Title, supplier AS Supplier, start_by AS StartBy, due_by AS DueBy, is_fallback AS IsFallback
            FROM actions WHERE run_id IN (SELECT id FROM runs WHERE state = 'done' ORDER BY received_at DESC LIMIT @runs)
            ORDER BY start_by, due_by, title, run_id, position
            """, new { runs }), cancellation);

    /// <summary>How many runs there are in each state.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Counts(CancellationToken cancellation) =>
        (await Read(connection => connection.QueryAsync<(string State, long Count)>("SELECT state, COUNT(*) FROM runs GROUP BY state"), cancellation))
            .ToDictionary(row => row.State, row => row.Count, StringComparer.Ordinal);

    /// <summary>Notes that a check begins.</summary>
    /// <returns>False when the run has ended already.</returns>
    public Task<bool> Start(string id, string at, CancellationToken cancellation) =>
        database.Change(async (connection, transaction) => await connection.ExecuteAsync(
            $"UPDATE runs SET state = 'running', started_at = @at, attempts = attempts + 1 WHERE id = @id AND {IsUnfinished}", new { id, at }, transaction) == 1, cancellation);

    /// <summary>Keeps the result of a run, once: a second one for the same run changes nothing.</summary>
    /// <returns>False when the run has ended already.</returns>
    public Task<bool> Complete(
        string id, RunResult result, IReadOnlyList<StoredFinding> findings, IReadOnlyList<StoredAction> actions, string at, CancellationToken cancellation) =>
        database.Change(async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync($"UPDATE runs SET state = 'done', finished_at = @at WHERE id = @id AND {IsUnfinished}", new { id, at }, transaction) != 1)
            {
                return false;
            }

            var row = new DynamicParameters(result);
            row.Add("RunId", id);
            await connection.ExecuteAsync("""
                INSERT INTO results (run_id, exit_code, answer, lines, violation, suspect, open_lines, exempt, pass, not_covered, ties)
                VALUES (@RunId, @ExitCode, @Answer, @Lines, @Violation, @Suspect, @OpenLines, @Exempt, @Pass, @NotCovered, @Ties)
                """, row, transaction);
            await connection.ExecuteAsync("INSERT INTO findings (run_id, position, finding_id, verdict, part_number, message) VALUES (@RunId, @Position, @FindingId, @Verdict, @PartNumber, @Message)",
                findings.Select((finding, at) => new { RunId = id, Position = at + 1, finding.FindingId, finding.Verdict, finding.PartNumber, finding.Message }), transaction);
            await connection.ExecuteAsync("INSERT INTO actions (run_id, position, action_id, title, supplier, start_by, due_by, is_fallback) VALUES (@RunId, @Position, @ActionId, @Title, @Supplier, @StartBy, @DueBy, @IsFallback)",
                actions.Select((action, at) => new { RunId = id, Position = at + 1, action.ActionId, action.Title, action.Supplier, action.StartBy, action.DueBy, action.IsFallback }), transaction);
            return true;
        }, cancellation);

    /// <summary>Ends a run without a result.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="state">A word of <see cref="RunState"/>.</param>
    /// <param name="problemId">Diagnostic id of what went wrong; null = nothing.</param>
    /// <param name="problem">What went wrong, in words; null = nothing.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="attempt">
    /// The attempt that failed: it ends the run only while no other was begun. A server that was taken for dead must not fail what another has taken up.
    /// Null = whichever attempt is under way.
    /// </param>
    /// <returns>False when the run has ended already, or another attempt was begun.</returns>
    public Task<bool> End(string id, string state, string? problemId, string? problem, string at, CancellationToken cancellation, int? attempt = null) =>
        database.Change(async (connection, transaction) => await connection.ExecuteAsync(
            $"UPDATE runs SET state = @state, problem_id = @problemId, problem = @problem, finished_at = @at WHERE id = @id AND {IsUnfinished}{(attempt is null ? "" : " AND attempts = @attempt")}",
            new { id, state, problemId, problem, at, attempt }, transaction) == 1, cancellation);

    private async Task<T> Read<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        await using DbConnection connection = await database.Open(cancellation);
        return await read(connection);
    }
}
