using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>The programs.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class ProgramStore(Database database)
{
    private const string Columns = "id AS Id, name AS Name, prime AS Prime, marking AS Marking, deliveries AS Deliveries, contract AS Contract, "
        + "remind_to AS RemindTo, created_at AS CreatedAt, changed_at AS ChangedAt";

    /// <summary>All programs, by name.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<ProgramRecord>> ReadAll(CancellationToken cancellation) => [.. await database.Read(connection =>
        connection.QueryAsync<ProgramRecord>($"SELECT {Columns} FROM programs ORDER BY name_key"), cancellation)];

    /// <summary>A program; null = there is none.</summary>
    /// <param name="idOrName">Its id or its name, in any case of letters.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ProgramRecord?> Find(string idOrName, CancellationToken cancellation) => database.Read(connection =>
        connection.QueryFirstOrDefaultAsync<ProgramRecord>($"SELECT {Columns} FROM programs WHERE id = @idOrName OR name_key = @key ORDER BY CASE id WHEN "
            + $"@idOrName THEN 0 ELSE 1 END", new { idOrName, key = GetKey(idOrName) }), cancellation);

    /// <summary>Adds a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False = another program has the name.</returns>
    public Task<bool> Add(ProgramRecord program, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
        await connection.ExecuteAsync("""
            INSERT INTO programs (id, name, name_key, prime, marking, deliveries, contract, remind_to, created_at, changed_at)
            VALUES (@Id, @Name, @NameKey, @Prime, @Marking, @Deliveries, @Contract, @RemindTo, @CreatedAt, @ChangedAt) ON CONFLICT (name_key) DO NOTHING
            """, WithKey(program), transaction) == 1, cancellation);

    /// <summary>Changes a program; when it was added stays.</summary>
    /// <param name="program">The program.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False = another program has the name, or there is no such program.</returns>
    public Task<bool> Update(ProgramRecord program, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
        await connection.ExecuteAsync("""
            UPDATE programs SET name = @Name, name_key = @NameKey, prime = @Prime, marking = @Marking, deliveries = @Deliveries, contract = @Contract,
            remind_to = @RemindTo, changed_at = @ChangedAt
            WHERE id = @Id AND NOT EXISTS (SELECT 1 FROM programs AS other WHERE other.name_key = @NameKey AND other.id <> @Id)
            """, WithKey(program), transaction) == 1, cancellation);

    /// <summary>Removes a program with all that was kept for it alone. Its checks stay, without a program.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False = there is no such program.</returns>
    public Task<bool> Remove(string id, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
    {
        await connection.ExecuteAsync("UPDATE runs SET program_id = NULL WHERE program_id = @id", new { id }, transaction);
        foreach (string table in (string[])["part_notes", "part_assignees", "reminders"])
        {
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE program_id = @id", new { id }, transaction);
        }

        return await connection.ExecuteAsync("DELETE FROM programs WHERE id = @id", new { id }, transaction) == 1;
    }, cancellation);

    private static string GetKey(string name) => name.Trim().ToUpperInvariant();

    private static DynamicParameters WithKey(ProgramRecord program)
    {
        var row = new DynamicParameters(program);
        row.Add("NameKey", GetKey(program.Name));
        return row;
    }
}
