using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>The line items of all checks, for the search by part number, maker's part number, and maker.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class PartStore(Database database)
{
    // SQLite looks for each parameter among all those of the command; PostgreSQL answers each command over a connection.
    private const int RowsAtOnce = 25;
    private const int KeysAtOnce = 500;
    private const int LeastCharacters = 2;

    private const string IsSame = "(part_key = @key OR maker_part_key = @key OR maker_key = @key)";

    // Of the line items of one check the worst comes first: when not all are read, those that are left out are no worse.
    private const string Severity = "CASE verdict WHEN 'violation' THEN 0 WHEN 'suspect' THEN 1 WHEN 'open' THEN 2 WHEN 'exempt' THEN 3 ELSE 4 END";

    private static readonly string[] Columns =
    [
        "run_id", "position", "part_key", "maker_part_key", "maker_key", "part", "maker_part", "maker", "supplier", "description", "file", "sheet", "sheet_row",
        "verdict", "materials", "origin",
    ];

    /// <summary>The line items that match a text, those of the newest checks first.</summary>
    /// <param name="text">Part number, maker's part number, or maker; case and dashes do not matter.</param>
    /// <param name="isSame">True = only those that are the same; false = only those that contain the text and are not the same.</param>
    /// <param name="most">How many are read.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<FoundPart>> Search(string text, bool isSame, int most, CancellationToken cancellation)
    {
        string key = PartKey.From(text);
        if (key.Length == 0 || (!isSame && key.Length < LeastCharacters))
        {
            return [];
        }

        string condition = isSame ? IsSame
            : $"NOT {IsSame} AND (part_key LIKE @like OR maker_part_key LIKE @like OR maker_key LIKE @like)";
        return [.. await database.Read(connection => connection.QueryAsync<FoundPart>($"""
            SELECT part_lines.position AS Position, part AS Part, maker_part AS MakerPart, maker AS Maker, supplier AS Supplier, description AS Description,
            file AS File, sheet AS Sheet, sheet_row AS Row, verdict AS Verdict, materials AS Materials, origin AS Origin, part_lines.run_id AS CheckId,
            runs.received_at AS ReceivedAt, runs.delivery AS Delivery, runs.program_id AS ProgramId, programs.name AS Program,
            CASE WHEN EXISTS (SELECT 1 FROM files AS again JOIN runs AS later ON later.id = again.run_id WHERE again.name = part_lines.file
                AND later.state = 'done' AND later.received_at > runs.received_at AND COALESCE(later.program_id, '') = COALESCE(runs.program_id, ''))
                THEN 0 ELSE 1 END AS IsNewest
            FROM part_lines JOIN runs ON runs.id = part_lines.run_id LEFT JOIN programs ON programs.id = runs.program_id
            WHERE {condition} ORDER BY runs.received_at DESC, part_lines.run_id, {Severity}, part_lines.position LIMIT @most
            """, new { key, like = $"%{key}%", most }), cancellation)];
    }

    /// <summary>The checks that have a line item of some part or maker.</summary>
    /// <param name="parts">Keys of part numbers, the buyer's or the makers'.</param>
    /// <param name="makers">Keys of makers.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlySet<string>> FindChecks(IEnumerable<string> parts, IEnumerable<string> makers, CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string column, IEnumerable<string> keys) in ((string, IEnumerable<string>)[])
            [("part_key", parts), ("maker_part_key", parts), ("maker_key", makers)])
        {
            foreach (string[] some in keys.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).Chunk(KeysAtOnce))
            {
                found.UnionWith(await database.Read(connection => connection.QueryAsync<string>(
                    $"SELECT DISTINCT run_id FROM part_lines WHERE {column} {database.IsOneOf("some")}", new { some }), cancellation));
            }
        }

        return found;
    }

    /// <summary>The checks whose line items are not all searched, newest first.</summary>
    /// <param name="most">How many checks are read.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<UnsearchedCheck>> ReadUnsearched(int most, CancellationToken cancellation)
    {
        (string Id, long LeftOut)[] checks = [.. await database.Read(connection => connection.QueryAsync<(string, long)>(
            "SELECT runs.id, parts_left_out FROM results JOIN runs ON runs.id = results.run_id WHERE parts_left_out <> 0 "
                + "ORDER BY runs.received_at DESC, runs.id LIMIT @most", new { most }), cancellation)];
        ILookup<string, string> names = (await database.Read(connection => connection.QueryAsync<(string Run, string Name)>(
                $"SELECT run_id, name FROM files WHERE run_id {database.IsOneOf("ids")} ORDER BY run_id, position",
                new { ids = checks.Select(check => check.Id).ToArray() }), cancellation))
            .ToLookup(row => row.Run, row => row.Name, StringComparer.Ordinal);
        return [.. checks.Select(check => new UnsearchedCheck(check.Id, string.Join(", ", names[check.Id]), check.LeftOut))];
    }

    /// <summary>The finished runs whose line items an older version did not keep, newest first, with the attempt that counts.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<(string Run, int Attempt)>> ReadUnlisted(CancellationToken cancellation) =>
        [.. (await database.Read(connection => connection.QueryAsync<(string Run, long Attempt)>(
            "SELECT runs.id, runs.attempts FROM results JOIN runs ON runs.id = results.run_id WHERE parts_listed = 0 ORDER BY runs.received_at DESC, runs.id"),
            cancellation)).Select(run => (run.Run, (int)run.Attempt))];

    /// <summary>Keeps the line items of a finished run, once.</summary>
    /// <param name="run">Id of the run.</param>
    /// <param name="parts">Its line items.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False = they were kept already, or the run was deleted.</returns>
    public Task<bool> Fill(string run, IndexedParts parts, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
    {
        if (await connection.ExecuteAsync("UPDATE results SET parts_listed = 1, parts_left_out = @leftOut WHERE run_id = @run AND parts_listed = 0",
            new { run, leftOut = (long)parts.LeftOut }, transaction) != 1)
        {
            return false;
        }

        await Add(connection, transaction, run, parts.Parts);
        return true;
    }, cancellation);

    /// <summary>Keeps the line items of a run, in the transaction that keeps its result.</summary>
    internal static async Task Add(DbConnection connection, DbTransaction transaction, string run, IReadOnlyList<StoredPart> parts)
    {
        foreach (StoredPart[] some in parts.Chunk(RowsAtOnce))
        {
            await using DbCommand insert = connection.CreateCommand();
            insert.Transaction = transaction;
            var text = new StringBuilder($"INSERT INTO part_lines ({string.Join(", ", Columns)}) VALUES ");
            for (int row = 0; row < some.Length; row++)
            {
                text.Append(row == 0 ? "(" : ", (");
                object[] values = GetValues(run, some[row]);
                for (int column = 0; column < values.Length; column++)
                {
                    DbParameter parameter = insert.CreateParameter();
                    parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"p{row}_{column}");
                    parameter.Value = values[column];
                    insert.Parameters.Add(parameter);
                    text.Append(column == 0 ? "@" : ", @").Append(parameter.ParameterName);
                }

                text.Append(')');
            }

#pragma warning disable CA2100 // It is made of column names and numbers only; the values are parameters.
            insert.CommandText = text.ToString();
#pragma warning restore CA2100
            await insert.ExecuteNonQueryAsync();
        }
    }

    private static object[] GetValues(string run, StoredPart part) =>
    [
        run, (long)part.Position, PartKey.From(part.Part), PartKey.From(part.MakerPart), PartKey.From(part.Maker), part.Part, part.MakerPart, part.Maker,
        part.Supplier, part.Description, part.File, part.Sheet, (long)part.Row, part.Verdict, part.Materials, part.Origin,
    ];
}
