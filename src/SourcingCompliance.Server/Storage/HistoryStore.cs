using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>Runs with the names of their files and their results, as lists of checks show them.</summary>
/// <param name="database">Where they are kept.</param>
/// <param name="store">The runs.</param>
public sealed class HistoryStore(Database database, RunStore store)
{
    /// <summary>The newest checks, newest first.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PastCheck>> ReadNewest(int count, CancellationToken cancellation) =>
        await Complete([.. await store.Newest(count, cancellation)], cancellation);

    /// <summary>The same runs with names and results.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PastCheck>> Complete(IReadOnlyList<RunRecord> runs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(runs);
        string[] ids = [.. runs.Select(run => run.Id)];
        ILookup<string, string> names = await store.GetNames(ids, cancellation);
        Dictionary<string, RunResult> results = (await database.Read(
                connection => connection.QueryAsync<string, RunResult, (string Id, RunResult Result)>($"""
                    SELECT run_id AS Id, exit_code AS ExitCode, answer AS Answer, lines AS Lines, violation AS Violation, suspect AS Suspect, open_lines AS OpenLines,
                    exempt AS Exempt, pass AS Pass, not_covered AS NotCovered, ties AS Ties, unaccounted AS Unaccounted FROM results WHERE run_id {database.IsOneOf("ids")}
                    """, (id, result) => (id, result), new { ids }, splitOn: "ExitCode"), cancellation))
            .ToDictionary(row => row.Id, row => row.Result, StringComparer.Ordinal);
        return [.. runs.Select(run => new PastCheck(run, string.Join(", ", names[run.Id]), results.GetValueOrDefault(run.Id)))];
    }
}

/// <summary>One check in a list of checks.</summary>
/// <param name="Run">The run.</param>
/// <param name="Names">Names of its files, with commas between.</param>
/// <param name="Result">Its result; null = it has none.</param>
public sealed record PastCheck(RunRecord Run, string Names, RunResult? Result);
