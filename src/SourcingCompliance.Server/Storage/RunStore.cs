using System.Data.Common;
using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>Runs, their files and their results.</summary>
/// <param name="database">Where they are kept.</param>
public sealed partial class RunStore(Database database)
{
    private const string Columns = """
        id AS Id, state AS State, received_at AS ReceivedAt, started_at AS StartedAt, finished_at AS FinishedAt, as_of AS AsOf, delivery AS Delivery,
        gate AS Gate, all_lines AS AllLines, packs AS Packs, attempts AS Attempts, problem_id AS ProblemId, problem AS Problem,
        program_id AS ProgramId, settings_at AS SettingsAt
        """;

    private const string IsUnfinished = "state IN ('queued', 'running')";

    /// <summary>Accepts a run, if fewer than <paramref name="limit"/> wait or run. Once this returns true, the run is in the store for good.</summary>
    /// <param name="run">The run.</param>
    /// <param name="inputs">What it is made of.</param>
    /// <param name="limit">How many may wait or run.</param>
    /// <param name="whileLocked">Called at a moment in which <see cref="ClearContent"/> removes nothing; throws to refuse the run. Null = nothing is
    /// asked.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it is in the store now, or an earlier run under the same key stands for it.</returns>
    public async Task<Admission> TryAdd(RunRecord run, RunInputs inputs, int limit, Action? whileLocked, CancellationToken cancellation)
    {
        Admission? earlier = null;
        bool isAdded = await database.Change(async (connection, transaction) =>
        {
            // So that no two uploads count the queue, or look for one key, at once.
            await Lock(connection, transaction);
            if (inputs.Key is { } key && (earlier = await IdempotencyRows.Find(connection, transaction, key)) is not null)
            {
                return false;
            }

            whileLocked?.Invoke();
            if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM runs WHERE {IsUnfinished}", transaction: transaction) >= limit)
            {
                return false;
            }

            await connection.ExecuteAsync(
                "INSERT INTO uploads (sha256, bytes, received_at) VALUES (@Sha256, @Bytes, @ReceivedAt) ON CONFLICT (sha256) DO NOTHING",
                inputs.Contents.Select(upload => new { Sha256 = upload.Key, Bytes = upload.Value, run.ReceivedAt }), transaction);
            await connection.ExecuteAsync("""
                INSERT INTO runs (id, state, received_at, as_of, delivery, gate, all_lines, packs, attempts, program_id, settings_at)
                VALUES (@Id, 'queued', @ReceivedAt, @AsOf, @Delivery, @Gate, @AllLines, @Packs, 0, @ProgramId, @SettingsAt)
                """, run, transaction);
            await connection.ExecuteAsync("INSERT INTO files (run_id, position, name, sha256) VALUES (@RunId, @Position, @Name, @Sha256)",
                inputs.Files.Select(file => new { RunId = run.Id, file.Position, file.Name, file.Sha256 }), transaction);
            await connection.ExecuteAsync("INSERT INTO attachments (run_id, kind, name, sha256) VALUES (@RunId, @Kind, @Name, @Sha256)",
                inputs.Attachments.Select(beside => new { RunId = run.Id, beside.Kind, beside.Name, beside.Sha256 }), transaction);
            await connection.ExecuteAsync("INSERT INTO run_profiles (run_id, position, profile_id) VALUES (@RunId, @Position, @ProfileId)",
                inputs.Profiles.Select((profile, at) => new { RunId = run.Id, Position = at + 1, ProfileId = profile }), transaction);
            await CallbackStore.Add(connection, transaction, run.Id, inputs.Callbacks);
            await (inputs.Key is { } mine ? IdempotencyRows.Add(connection, transaction, mine, run.Id) : Task.CompletedTask);
            return true;
        }, cancellation);
        return isAdded ? new Admission(AdmissionOutcome.Added, run.Id) : earlier ?? new Admission(AdmissionOutcome.QueueFull, "");
    }

    /// <summary>Notes that a check begins.</summary>
    /// <returns>The number of the attempt, from 1 on; null when the run has ended already.</returns>
    public async Task<int?> Start(string id, string at, CancellationToken cancellation)
    {
        long? attempt = null;
        await database.Change(async (connection, transaction) =>
        {
            attempt = await connection.ExecuteScalarAsync<long?>(
                $"UPDATE runs SET state = 'running', started_at = @at, attempts = attempts + 1 WHERE id = @id AND {IsUnfinished} RETURNING attempts",
                new { id, at }, transaction);
            return attempt is not null;
        }, cancellation);
        return (int?)attempt;
    }

    /// <summary>Keeps the result of a run, once: a second one for the same run changes nothing.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="attempt">The attempt that the result comes from; it counts only while no later one was begun, so that the reports on disk are those of the
    /// result.</param>
    /// <param name="result">The result.</param>
    /// <param name="findings">Its findings, worst first.</param>
    /// <param name="actions">Its actions.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="parts">Its line items for the search; null = none.</param>
    /// <returns>False when the run has ended already, or another attempt was begun.</returns>
    public Task<bool> Complete(
        string id, int attempt, RunResult result, IReadOnlyList<StoredFinding> findings,
        IReadOnlyList<StoredAction> actions, string at, CancellationToken cancellation, IndexedParts? parts = null) =>
        database.Change(async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync($"UPDATE runs SET state = 'done', finished_at = @at WHERE id = @id AND attempts = @attempt AND "
                + $"{IsUnfinished}", new { id, at, attempt }, transaction) != 1)
            {
                return false;
            }

            IndexedParts indexed = parts ?? IndexedParts.None;
            var row = new DynamicParameters(result);
            row.Add("RunId", id);
            row.Add("LeftOut", (long)indexed.LeftOut);
            await connection.ExecuteAsync("""
                INSERT INTO results (run_id, exit_code, answer, lines, violation, suspect, open_lines, exempt, pass, not_covered, ties, unaccounted,
                    parts_listed, parts_left_out)
                VALUES (@RunId, @ExitCode, @Answer, @Lines, @Violation, @Suspect, @OpenLines, @Exempt, @Pass, @NotCovered, @Ties, @Unaccounted, 1, @LeftOut)
                """, row, transaction);
            await connection.ExecuteAsync("INSERT INTO findings (run_id, position, finding_id, verdict, part_number, message) VALUES (@RunId, @Position, "
                + "@FindingId, @Verdict, @PartNumber, @Message)",
                findings.Select((finding, at) =>
                    new { RunId = id, Position = at + 1, finding.FindingId, finding.Verdict, finding.PartNumber, finding.Message }), transaction);
            await connection.ExecuteAsync("INSERT INTO actions (run_id, position, action_id, title, supplier, start_by, due_by, is_fallback) VALUES "
                + "(@RunId, @Position, @ActionId, @Title, @Supplier, @StartBy, @DueBy, @IsFallback)",
                actions.Select((action, at) => new
                {
                    RunId = id, Position = at + 1, action.ActionId, action.Title, action.Supplier,
                    action.StartBy, action.DueBy, action.IsFallback
                }), transaction);
            await PartStore.Add(connection, transaction, id, indexed.Parts);
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
            $"UPDATE runs SET state = @state, problem_id = @problemId, problem = @problem, finished_at = @at WHERE id = @id AND "
                + $"{IsUnfinished}{(attempt is null ? "" : " AND attempts = @attempt")}",
            new { id, state, problemId, problem, at, attempt }, transaction) == 1, cancellation);

    /// <summary>Forgets a run that has ended: its result, its findings, what it was made of.</summary>
    /// <returns>False when there is no such run, or it has not ended.</returns>
    public Task<bool> Forget(string id, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
    {
        if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM runs WHERE id = @id AND NOT ({IsUnfinished})", new { id }, transaction) == 0)
        {
            return false;
        }

        foreach (string table in (string[])["actions", "findings", "part_lines", "results", "run_profiles", "attachments", "files", "idempotency_keys",
            "callbacks"])
        {
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE run_id = @id", new { id }, transaction);
        }

        return await connection.ExecuteAsync("DELETE FROM runs WHERE id = @id", new { id }, transaction) == 1;
    }, cancellation);

    /// <summary>The runs that ended before a moment, oldest first.</summary>
    /// <param name="moment">UTC, as it stands in <see cref="RunRecord.FinishedAt"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IEnumerable<string>> EndedBefore(string moment, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<string>($"SELECT id FROM runs WHERE finished_at < @moment AND NOT ({IsUnfinished}) ORDER BY "
            + $"finished_at, id", new { moment }), cancellation);

    /// <summary>All runs with the number of their last attempt, whose reports are the ones that count.</summary>
    public async Task<IReadOnlyDictionary<string, int>> LastAttempts(CancellationToken cancellation) =>
        (await Read(connection => connection.QueryAsync<(string Id, long Attempts)>("SELECT id, attempts FROM runs"), cancellation)).ToDictionary(
            run => run.Id, run => (int)run.Attempts, StringComparer.Ordinal);

    /// <summary>Removes content that no run is made of any more. No run is added while that happens.</summary>
    /// <param name="removeOthers">Removes from the disk what is not among the hashes that it is given.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> ClearContent(Action<IReadOnlySet<string>> removeOthers, CancellationToken cancellation) =>
        database.Change(async (connection, transaction) =>
    {
        await Lock(connection, transaction);
        await connection.ExecuteAsync("""
            DELETE FROM uploads WHERE NOT EXISTS (SELECT 1 FROM files WHERE files.sha256 = uploads.sha256)
            AND NOT EXISTS (SELECT 1 FROM attachments WHERE attachments.sha256 = uploads.sha256)
            """, transaction: transaction);
        removeOthers((await connection.QueryAsync<string>("SELECT sha256 FROM uploads", transaction: transaction)).ToHashSet(StringComparer.Ordinal));
        return true;
    }, cancellation);

    /// <summary>Writes a row that says nothing.</summary>
    /// <exception cref="DbException">Nothing can be written.</exception>
    public Task EnsureWritable(CancellationToken cancellation) =>
        database.Change(async (connection, transaction) => await Lock(connection, transaction) == 1, cancellation);

    /// <summary>Removes some content, unless a run is made of it. No run is added while that happens.</summary>
    /// <param name="hashes">Hashes of the content.</param>
    /// <param name="remove">Removes one from the disk.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The hashes of what other runs need.</returns>
    public async Task<IReadOnlySet<string>> GetClearContent(string[] hashes, Action<string> remove, CancellationToken cancellation)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        await database.Change(async (connection, transaction) =>
        {
            await Lock(connection, transaction);
            kept.UnionWith(await connection.QueryAsync<string>(
                $"SELECT sha256 FROM files WHERE sha256 {database.IsOneOf("hashes")} UNION SELECT sha256 FROM attachments WHERE sha256 "
                    + $"{database.IsOneOf("hashes")}", new { hashes }, transaction));
            string[] gone = [.. hashes.Where(hash => !kept.Contains(hash))];
            await connection.ExecuteAsync($"DELETE FROM uploads WHERE sha256 {database.IsOneOf("gone")}", new { gone }, transaction);
            foreach (string hash in gone)
            {
                remove(hash);
            }

            return true;
        }, cancellation);
        return kept;
    }

    // The row stays locked until the transaction ends.
    private static Task<int> Lock(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteAsync("UPDATE queue_gate SET passed = passed + 1 WHERE id = 1", transaction: transaction);

    private Task<T> Read<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) => database.Read(read, cancellation);
}
