using System.Data.Common;
using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>Brings the tables of the store to the newest shape at the start. A step is never changed once it was released; a new one is added.</summary>
public static class Migrations
{
    // Times are ISO 8601 in UTC, dates ISO days, both as text: the same on both databases and readable in either.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE queue_gate (id BIGINT PRIMARY KEY, passed BIGINT NOT NULL);
        INSERT INTO queue_gate (id, passed) VALUES (1, 0);
        CREATE TABLE uploads (sha256 TEXT PRIMARY KEY, bytes BIGINT NOT NULL, received_at TEXT NOT NULL);
        CREATE TABLE profiles (id TEXT PRIMARY KEY, name TEXT NOT NULL, json TEXT NOT NULL, created_at TEXT NOT NULL);
        CREATE TABLE runs (
            id TEXT PRIMARY KEY, state TEXT NOT NULL, received_at TEXT NOT NULL, started_at TEXT, finished_at TEXT,
            as_of TEXT NOT NULL, delivery TEXT, gate TEXT NOT NULL, all_lines BIGINT NOT NULL,
            contract_sha256 TEXT REFERENCES uploads (sha256), contract_name TEXT,
            attempts BIGINT NOT NULL, problem_id TEXT, problem TEXT);
        CREATE INDEX runs_by_state ON runs (state);
        CREATE INDEX runs_by_time ON runs (received_at);
        CREATE TABLE files (
            run_id TEXT NOT NULL REFERENCES runs (id), position BIGINT NOT NULL, name TEXT NOT NULL,
            sha256 TEXT NOT NULL REFERENCES uploads (sha256), PRIMARY KEY (run_id, position));
        CREATE TABLE run_profiles (
            run_id TEXT NOT NULL REFERENCES runs (id), position BIGINT NOT NULL,
            profile_id TEXT NOT NULL REFERENCES profiles (id), PRIMARY KEY (run_id, position));
        CREATE TABLE results (
            run_id TEXT PRIMARY KEY REFERENCES runs (id), exit_code BIGINT NOT NULL, answer TEXT NOT NULL, lines BIGINT NOT NULL,
            violation BIGINT NOT NULL, suspect BIGINT NOT NULL, open_lines BIGINT NOT NULL, exempt BIGINT NOT NULL, pass BIGINT NOT NULL,
            not_covered BIGINT NOT NULL, ties BIGINT NOT NULL);
        CREATE TABLE findings (
            run_id TEXT NOT NULL REFERENCES runs (id), position BIGINT NOT NULL, finding_id TEXT NOT NULL, verdict TEXT NOT NULL,
            part_number TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (run_id, position));
        CREATE TABLE actions (
            run_id TEXT NOT NULL REFERENCES runs (id), position BIGINT NOT NULL, action_id TEXT NOT NULL, title TEXT NOT NULL,
            supplier TEXT, start_by TEXT NOT NULL, due_by TEXT NOT NULL, is_fallback BIGINT NOT NULL, PRIMARY KEY (run_id, position));
        """,
        // The contract becomes one of several files beside the lists; its columns stay, for SQLite cannot drop what refers to another table.
        """
        CREATE TABLE attachments (
            run_id TEXT NOT NULL REFERENCES runs (id), kind TEXT NOT NULL, name TEXT NOT NULL,
            sha256 TEXT NOT NULL REFERENCES uploads (sha256), PRIMARY KEY (run_id, kind));
        INSERT INTO attachments (run_id, kind, name, sha256) SELECT id, 'contract', contract_name, contract_sha256 FROM runs WHERE contract_sha256 IS NOT NULL;
        UPDATE runs SET contract_sha256 = NULL;
        ALTER TABLE runs ADD COLUMN packs TEXT;
        ALTER TABLE profiles ADD COLUMN removed_at TEXT;
        CREATE INDEX files_by_content ON files (sha256);
        CREATE INDEX attachments_by_content ON attachments (sha256);
        """,
        // An older result says in its answer alone that rows were skipped.
        """
        ALTER TABLE results ADD COLUMN unaccounted BIGINT NOT NULL DEFAULT 0;
        UPDATE results SET unaccounted = 1 WHERE answer LIKE '%skipped row%';
        """,
        """
        CREATE TABLE idempotency_keys (
            scope TEXT NOT NULL, value TEXT NOT NULL, fingerprint TEXT NOT NULL, run_id TEXT NOT NULL REFERENCES runs (id), PRIMARY KEY (scope, value));
        CREATE INDEX idempotency_keys_by_run ON idempotency_keys (run_id);
        """,
        """
        CREATE TABLE callbacks (
            run_id TEXT NOT NULL REFERENCES runs (id), position BIGINT NOT NULL, url TEXT NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL,
            next_at TEXT NOT NULL, problem TEXT, PRIMARY KEY (run_id, position));
        CREATE INDEX callbacks_by_time ON callbacks (state, next_at);
        """,
        """
        CREATE TABLE programs (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, prime TEXT NOT NULL, marking TEXT NOT NULL, deliveries TEXT NOT NULL,
            contract TEXT NOT NULL, remind_to TEXT NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL);
        ALTER TABLE runs ADD COLUMN program_id TEXT REFERENCES programs (id);
        CREATE INDEX runs_by_program ON runs (program_id, received_at);
        """,
        // Keys are what is compared: capital letters and digits. The results of older versions are filled in after the start.
        """
        ALTER TABLE results ADD COLUMN parts_listed BIGINT NOT NULL DEFAULT 0;
        CREATE TABLE part_lines (
            run_id TEXT NOT NULL REFERENCES runs (id), position BIGINT NOT NULL, part_key TEXT NOT NULL, maker_part_key TEXT NOT NULL, maker_key TEXT NOT NULL,
            part TEXT NOT NULL, maker_part TEXT NOT NULL, maker TEXT NOT NULL, supplier TEXT NOT NULL, description TEXT NOT NULL, file TEXT NOT NULL,
            sheet TEXT NOT NULL, sheet_row BIGINT NOT NULL, verdict TEXT NOT NULL, materials TEXT NOT NULL, origin TEXT NOT NULL,
            PRIMARY KEY (run_id, position));
        CREATE INDEX part_lines_by_part ON part_lines (part_key);
        CREATE INDEX part_lines_by_maker_part ON part_lines (maker_part_key);
        CREATE INDEX part_lines_by_maker ON part_lines (maker_key);
        CREATE INDEX files_by_name ON files (name);
        """,
        // The empty program stands for the checks without one.
        """
        CREATE TABLE part_notes (
            id TEXT PRIMARY KEY, program_id TEXT NOT NULL, part_key TEXT NOT NULL, part TEXT NOT NULL, note TEXT NOT NULL, author TEXT NOT NULL,
            written_at TEXT NOT NULL);
        CREATE INDEX part_notes_by_program ON part_notes (program_id, written_at);
        CREATE TABLE part_assignees (
            program_id TEXT NOT NULL, part_key TEXT NOT NULL, part TEXT NOT NULL, assignee TEXT NOT NULL, author TEXT NOT NULL, assigned_at TEXT NOT NULL,
            PRIMARY KEY (program_id, part_key));
        """,
        """
        CREATE TABLE reminders (program_id TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (program_id, day));
        """,
        "ALTER TABLE runs ADD COLUMN settings_at TEXT",
        // An older version kept the first 20,000 line items of a check for the search and did not count the others.
        """
        ALTER TABLE results ADD COLUMN parts_left_out BIGINT NOT NULL DEFAULT 0;
        UPDATE results SET parts_left_out = -1 WHERE parts_listed = 1 AND (SELECT COUNT(*) FROM part_lines WHERE part_lines.run_id = results.run_id) >= 20000;
        """,
    ];

    /// <summary>Applies the steps that the store does not have yet, each whole or not at all.</summary>
    /// <exception cref="NewerStoreException">The store was made by a newer version of the program.</exception>
    public static Task Apply(Database database, CancellationToken cancellation) => Apply(database, Steps.Length, cancellation);

    /// <summary>The same up to a step, as an older version left the store.</summary>
    internal static async Task Apply(Database database, int last, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        await database.Change(async (connection, transaction) =>
        {
            if (database.IsPostgres)
            {
                // Two servers that start at once take turns; the number is ours alone.
                await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(52257052)", transaction: transaction);
            }

            await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_steps (step BIGINT PRIMARY KEY)", transaction: transaction);
            return await ApplyMissing(connection, transaction, last);
        }, cancellation);
    }

    private static async Task<bool> ApplyMissing(DbConnection connection, DbTransaction transaction, int last)
    {
        long applied = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_steps", transaction: transaction);
        if (applied > Steps.Length)
        {
            throw new NewerStoreException(FormattableString.Invariant(
                $"The store has {applied} steps and this version knows {Steps.Length}: it was made by a newer version. Run that one."));
        }

        for (long step = applied; step < last; step++)
        {
            await connection.ExecuteAsync(Steps[step], transaction: transaction);
            await connection.ExecuteAsync("INSERT INTO schema_steps (step) VALUES (@step)", new { step = step + 1 }, transaction);
        }

        return true;
    }
}
