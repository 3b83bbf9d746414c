using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>On which days a program was reminded of its deadlines: once on a day, whichever server of several does it.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class ReminderStore(Database database)
{
    /// <summary>Takes the reminder of a day for this server, and forgets earlier days.</summary>
    /// <param name="program">Id of the program.</param>
    /// <param name="day">The day, ISO.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False = it was sent already, or another server is sending it.</returns>
    public Task<bool> TryClaim(string program, string day, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
    {
        await connection.ExecuteAsync("DELETE FROM reminders WHERE program_id = @program AND day < @day", new { program, day }, transaction);
        return await connection.ExecuteAsync("INSERT INTO reminders (program_id, day) VALUES (@program, @day) ON CONFLICT (program_id, day) DO NOTHING",
            new { program, day }, transaction) == 1;
    }, cancellation);

    /// <summary>Gives the reminder of a day back: it could not be sent, and is tried again.</summary>
    /// <param name="program">Id of the program.</param>
    /// <param name="day">The day, ISO.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> Release(string program, string day, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
        await connection.ExecuteAsync("DELETE FROM reminders WHERE program_id = @program AND day = @day",
            new { program, day }, transaction) == 1, cancellation);
}
