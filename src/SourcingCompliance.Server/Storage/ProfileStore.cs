using System.Data.Common;
using Dapper;

namespace SourcingCompliance.Server.Storage;

/// <summary>The mapping profiles that users saved.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class ProfileStore(Database database)
{
    private const string Columns = "id AS Id, name AS Name, json AS Json, created_at AS CreatedAt";

    /// <summary>Keeps a profile.</summary>
    public Task<bool> Add(StoredProfile profile, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
        await connection.ExecuteAsync("INSERT INTO profiles (id, name, json, created_at) VALUES (@Id, @Name, @Json, @CreatedAt)", profile, transaction) == 1,
            cancellation);

    /// <summary>Removes a profile: no later check applies it. Those that did keep it, so that they can be told how they came about.</summary>
    /// <param name="id">Id of the profile.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when there is no such profile.</returns>
    public Task<bool> Remove(string id, string at, CancellationToken cancellation) => database.Change(async (connection, transaction) =>
        await connection.ExecuteAsync("UPDATE profiles SET removed_at = @at WHERE id = @id AND removed_at IS NULL", new { id, at }, transaction) == 1,
            cancellation);

    /// <summary>All profiles, newest first: of two for one form the newer goes first.</summary>
    public async Task<IReadOnlyList<StoredProfile>> All(CancellationToken cancellation) => [.. await database.Read(
        connection => connection.QueryAsync<StoredProfile>($"SELECT {Columns} FROM profiles WHERE removed_at IS NULL ORDER BY "
            + $"created_at DESC, id"), cancellation)];
}
