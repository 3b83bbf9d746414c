using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Storage;

/// <summary>A failure of the disk or the database that is no defect of the program: what to answer, in one sentence.</summary>
/// <param name="Status">HTTP status: 507 when there is no room, 503 when the database cannot be used.</param>
/// <param name="Id">Diagnostic id.</param>
/// <param name="Sentence">What happened and what to do; it names no path and quotes no content.</param>
public sealed record StorageProblem(int Status, string Id, string Sentence)
{
    // sqlite.org/rescode.html, primary codes.
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;

    // errno.h of Linux and macOS, winerror.h.
    private static readonly int[] NoRoom = OperatingSystem.IsWindows() ? [0x70, 0x27] : OperatingSystem.IsMacOS() ? [28, 69] : [28, 122];

    /// <summary>There is no room on the disk.</summary>
    public static StorageProblem Full { get; } = new(StatusCodes.Status507InsufficientStorage, ServerDiagnosticIds.StorageFull,
        "The disk of the server is full: nothing was accepted or changed. Free some space where the data folder is, then send it again.");

    /// <summary>The database is damaged.</summary>
    public static StorageProblem Damaged { get; } = Unusable(
        "The database of the server is damaged. Stop the server, move the damaged file out of the data folder or restore a copy of it, and start again; "
            + "nothing is answered from it.");

    /// <summary>Whether SQLite met a page that it cannot understand.</summary>
    public static bool IsDamage(SqliteException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase;
    }

    /// <summary>The problem of a failure or of what caused it; null = it is none of the storage.</summary>
    public static StorageProblem? From(Exception? failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            StorageProblem? problem = cause switch
            {
                SqliteException { SqliteErrorCode: SqliteFull } => Full,
                SqliteException sqlite when IsDamage(sqlite) => Damaged,
                SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteIoError or SqliteCannotOpen } closed =>
                    Unusable(FormattableString.Invariant(
                        $"The database of the server cannot be read or written (SQLite error {closed.SqliteErrorCode}). Look at the disk and the permissions of the data folder, then try again.")),
                PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Full,
                PostgresException => null,
                NpgsqlException or TimeoutException { InnerException: DbException } =>
                    Unusable("The PostgreSQL database of the server does not answer. Try again when it does."),
                IOException io when NoRoom.Contains(io.HResult & 0xFFFF) => Full,
                _ => null,
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static StorageProblem Unusable(string sentence) => new(StatusCodes.Status503ServiceUnavailable, ServerDiagnosticIds.StorageUnusable, sentence);
}
