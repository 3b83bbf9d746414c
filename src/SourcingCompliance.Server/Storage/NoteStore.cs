using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>
/// Notes and assignees of parts. They belong to a part of a program (or of all checks without one), so that they live on when a BOM is checked again. No check
/// reads them.
/// </summary>
/// <param name="database">Where they are kept.</param>
public sealed class NoteStore(Database database)
{
    private const int Most = 5000;
    private const string NoteColumns = "id AS Id, part_key AS PartKey, part AS Part, note AS Text, author AS Author, written_at AS WrittenAt";
    private const string AssigneeColumns = "part_key AS PartKey, part AS Part, assignee AS Name, author AS Author, assigned_at AS AssignedAt";

    /// <summary>The notes of a program, newest first.</summary>
    /// <param name="program">Id of the program; null = checks without one.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PartNotes> Read(string? program, CancellationToken cancellation)
    {
        string id = program ?? "";
        return new PartNotes(
            [.. await database.Read(connection => connection.QueryAsync<PartNote>(
                $"SELECT {NoteColumns} FROM part_notes WHERE program_id = @id ORDER BY written_at DESC, id LIMIT @Most", new { id, Most }), cancellation)],
            [.. await database.Read(connection => connection.QueryAsync<PartAssignee>(
                $"SELECT {AssigneeColumns} FROM part_assignees WHERE program_id = @id ORDER BY assignee, part LIMIT @Most", new { id, Most }), cancellation)]);
    }

    /// <summary>Keeps a note.</summary>
    /// <param name="program">Id of the program; null = checks without one.</param>
    /// <param name="note">The note.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> Add(string? program, PartNote note, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
        await connection.ExecuteAsync("""
            INSERT INTO part_notes (id, program_id, part_key, part, note, author, written_at) VALUES (@Id, @Program, @PartKey, @Part, @Text, @Author, @WrittenAt)
            """, With(note, program), transaction) == 1, cancellation);

    /// <summary>Removes a note.</summary>
    /// <param name="program">Id of the program; null = checks without one.</param>
    /// <param name="id">Id of the note.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False = there is no such note.</returns>
    public Task<bool> Remove(string? program, string id, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
        await connection.ExecuteAsync("DELETE FROM part_notes WHERE id = @id AND program_id = @program", new { id, program = program ?? "" }, transaction) == 1,
        cancellation);

    /// <summary>Assigns a part; an empty name removes the assignee.</summary>
    /// <param name="program">Id of the program; null = checks without one.</param>
    /// <param name="assignee">Who, of which part.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> Assign(string? program, PartAssignee assignee, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(assignee);
        return database.Change(async (connection, transaction) =>
        {
            DynamicParameters row = With(assignee, program);
            await connection.ExecuteAsync(assignee.Name.Length == 0
                ? "DELETE FROM part_assignees WHERE program_id = @Program AND part_key = @PartKey"
                : """
                  INSERT INTO part_assignees (program_id, part_key, part, assignee, author, assigned_at)
                  VALUES (@Program, @PartKey, @Part, @Name, @Author, @AssignedAt)
                  ON CONFLICT (program_id, part_key) DO UPDATE SET part = @Part, assignee = @Name, author = @Author, assigned_at = @AssignedAt
                  """, row, transaction);
            return true;
        }, cancellation);
    }

    private static DynamicParameters With(object row, string? program)
    {
        var parameters = new DynamicParameters(row);
        parameters.Add("Program", program ?? "");
        return parameters;
    }
}
