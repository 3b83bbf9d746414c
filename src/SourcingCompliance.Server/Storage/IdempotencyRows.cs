using System.Data.Common;
using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>The keys of uploads. A key lives as long as its run.</summary>
internal static class IdempotencyRows
{
    /// <summary>Looks for an earlier upload under a key, while the queue is locked.</summary>
    /// <returns>Its run, or that the key was used for something else; null = the key is new.</returns>
    public static async Task<Admission?> Find(DbConnection connection, DbTransaction transaction, IdempotencyKey key)
    {
        (string? fingerprint, string? run) = await connection.QuerySingleOrDefaultAsync<(string?, string?)>(
            "SELECT fingerprint, run_id FROM idempotency_keys WHERE scope = @Scope AND value = @Value", key, transaction);
        return run is null ? null
            : fingerprint == key.Fingerprint ? new Admission(AdmissionOutcome.Repeated, run)
            : new Admission(AdmissionOutcome.KeyReused, "");
    }

    /// <summary>Keeps a key with its run.</summary>
    public static Task Add(DbConnection connection, DbTransaction transaction, IdempotencyKey key, string run) =>
        connection.ExecuteAsync("INSERT INTO idempotency_keys (scope, value, fingerprint, run_id) VALUES (@Scope, @Value, @Fingerprint, @run)",
            new { key.Scope, key.Value, key.Fingerprint, run }, transaction);
}
