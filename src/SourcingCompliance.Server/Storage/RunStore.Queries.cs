using System.Data.Common;
using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <content>What is read of runs.</content>
public sealed partial class RunStore
{
    /// <summary>A run; null when there is none.</summary>
    public Task<RunRecord?> Find(string id, CancellationToken cancellation) =>
        Read(connection => connection.QuerySingleOrDefaultAsync<RunRecord>($"SELECT {Columns} FROM runs WHERE id = @id", new { id }), cancellation);

    /// <summary>The newest runs, newest first.</summary>
    public Task<IEnumerable<RunRecord>> Newest(int count, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<RunRecord>($"SELECT {Columns} FROM runs ORDER BY received_at DESC, id LIMIT @count", new { count }),
            cancellation);

    /// <summary>The newest runs of a program, newest first.</summary>
    /// <param name="program">Id of the program.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IEnumerable<RunRecord>> NewestIn(string program, int count, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<RunRecord>(
            $"SELECT {Columns} FROM runs WHERE program_id = @program ORDER BY received_at DESC, id LIMIT @count", new { program, count }), cancellation);

    /// <summary>The runs that wait or were running when the process ended, oldest first.</summary>
    public Task<IEnumerable<RunRecord>> Unfinished(CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<RunRecord>($"SELECT {Columns} FROM runs WHERE {IsUnfinished} ORDER BY received_at, id"), cancellation);

    /// <summary>The files of a run in the order of the upload.</summary>
    public Task<IEnumerable<RunFile>> GetFiles(string id, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<RunFile>("SELECT position AS Position, name AS Name, sha256 AS Sha256 FROM files WHERE run_id = @id ORDER "
            + "BY position", new { id }), cancellation);

    /// <summary>The files beside those of a run, by kind.</summary>
    public Task<IEnumerable<RunAttachment>> GetAttachments(string id, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<RunAttachment>("SELECT kind AS Kind, name AS Name, sha256 AS Sha256 FROM attachments WHERE run_id = @id "
            + "ORDER BY kind", new { id }), cancellation);

    /// <summary>Size of the lists of a run and of the files beside them.</summary>
    public Task<long> GetBytes(string id, CancellationToken cancellation) =>
        Read(connection => connection.ExecuteScalarAsync<long>("""
            SELECT COALESCE(SUM(bytes), 0) FROM uploads WHERE sha256 IN (SELECT sha256 FROM files WHERE run_id = @id UNION SELECT sha256 FROM attachments WHERE run_id = @id)
            """, new { id }), cancellation);

    /// <summary>The profiles that a run applies, in order.</summary>
    public Task<IEnumerable<StoredProfile>> GetProfiles(string id, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<StoredProfile>("""
            SELECT profiles.id AS Id, name AS Name, json AS Json, created_at AS CreatedAt
            FROM run_profiles JOIN profiles ON profiles.id = profile_id WHERE run_id = @id ORDER BY position
            """, new { id }), cancellation);

    /// <summary>The result of a run; null when there is none.</summary>
    public Task<RunResult?> GetResult(string id, CancellationToken cancellation) =>
        Read(connection => connection.QuerySingleOrDefaultAsync<RunResult>("""
            SELECT exit_code AS ExitCode, answer AS Answer, lines AS Lines, violation AS Violation, suspect AS Suspect, open_lines AS OpenLines,
            exempt AS Exempt, pass AS Pass, not_covered AS NotCovered, ties AS Ties, unaccounted AS Unaccounted FROM results WHERE run_id = @id
            """, new { id }), cancellation);

    /// <summary>The findings of a run, worst first.</summary>
    public Task<IEnumerable<StoredFinding>> GetFindings(string id, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<StoredFinding>(
            "SELECT finding_id AS FindingId, verdict AS Verdict, part_number AS PartNumber, message AS Message FROM findings WHERE run_id = @id ORDER "
                + "BY position", new { id }), cancellation);

    /// <summary>The files of several runs, by run and in the order of the upload.</summary>
    public async Task<ILookup<string, string>> GetNames(IEnumerable<string> runs, CancellationToken cancellation)
    {
        string[] ids = [.. runs];
        return (await Read(connection => connection.QueryAsync<(string RunId, string Name)>($"SELECT run_id, name FROM files WHERE run_id "
            + $"{database.IsOneOf("ids")} ORDER BY run_id, position", new { ids }), cancellation))
            .ToLookup(file => file.RunId, file => file.Name, StringComparer.Ordinal);
    }

    /// <summary>How many actions several runs have.</summary>
    public Task<long> CountOfActions(string[] runs, CancellationToken cancellation) =>
        Read(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM actions WHERE run_id {database.IsOneOf("runs")}", new { runs }),
            cancellation);

    /// <summary>The actions of several runs, by latest start; those that are needed only when another fails come last when there are too many.</summary>
    /// <param name="runs">Ids of the runs.</param>
    /// <param name="most">How many are read.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IEnumerable<StoredAction>> Actions(string[] runs, int most, CancellationToken cancellation) =>
        Read(connection => connection.QueryAsync<StoredAction>($"""
            SELECT run_id AS RunId, action_id AS ActionId, title AS Title, supplier AS Supplier, start_by AS StartBy, due_by AS DueBy, is_fallback AS IsFallback
            FROM (SELECT * FROM actions WHERE run_id {database.IsOneOf("runs")} ORDER BY is_fallback, start_by, due_by, title, run_id, position LIMIT @most) AS first
            ORDER BY start_by, due_by, title, run_id, position
            """, new { runs, most }), cancellation);

    /// <summary>How many runs there are in each state.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Counts(CancellationToken cancellation) =>
        (await Read(connection => connection.QueryAsync<(string State, long Count)>("SELECT state, COUNT(*) FROM runs GROUP BY state"), cancellation))
            .ToDictionary(row => row.State, row => row.Count, StringComparer.Ordinal);
}
