using System.Runtime.CompilerServices;
using Npgsql;

namespace SourcingCompliance.Server.Storage;

/// <summary>The databases that store and jobs are tested against: SQLite always, PostgreSQL where <c>SOURCING_TEST_POSTGRES</c> holds a connection
/// string.</summary>
internal static class TestDatabase
{
    public const string Variable = "SOURCING_TEST_POSTGRES";

    public static string? Postgres => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? connection : null;

    /// <summary>Why nothing can be tested with PostgreSQL here; null = it can.</summary>
    public static string? MissingPostgres => Postgres is null ? $"needs PostgreSQL: set {Variable} to a connection string" : null;

    /// <summary>The arguments of a server with an empty PostgreSQL schema of its own.</summary>
    public static async Task<string[]> NewPostgres()
    {
        string schema = "test_" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        await using var source = NpgsqlDataSource.Create(Postgres ?? throw new InvalidOperationException($"{Variable} is not set."));
        await using NpgsqlCommand create = source.CreateCommand($"CREATE SCHEMA {schema}");
        await create.ExecuteNonQueryAsync();
        return ["--database", new NpgsqlConnectionStringBuilder(Postgres) { SearchPath = schema, Pooling = true }.ConnectionString];
    }
}

/// <summary>A test that needs PostgreSQL.</summary>
internal sealed class OnPostgresFactAttribute : FactAttribute
{
    public OnPostgresFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (TestDatabase.MissingPostgres is { } why)
        {
            Skip = why;
        }
    }
}
