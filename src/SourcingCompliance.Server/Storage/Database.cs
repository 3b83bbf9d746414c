using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Storage;

/// <summary>Opens connections to the store: SQLite in the data folder, or PostgreSQL. The SQL over them is the same.</summary>
public sealed class Database : IAsyncDisposable
{
    private const int BusySeconds = 60;
    private const int PooledConnections = 20;

    private readonly NpgsqlDataSource? _postgres;
    private readonly string _sqlite = "";

    // SQLite lets one writer in at a time; waiting here is fair and costs no thread, waiting in SQLite polls.
    private readonly SemaphoreSlim? _sqliteWriter;

    /// <summary>Holds where the store is.</summary>
    public Database(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Database is { } connection)
        {
            _postgres = NpgsqlDataSource.Create(GetPostgresConnection(connection));
            return;
        }

        PrivateFiles.CreateFolder(options.DataFolder);
        string file = Path.Combine(options.DataFolder, "store.db");
        PrivateFiles.EnsureFile(file);
        _sqlite = GetSqliteConnection(file);
        _sqliteWriter = new SemaphoreSlim(1);
    }

    /// <summary>Whether the store is PostgreSQL.</summary>
    public bool IsPostgres => _postgres is not null;

    /// <summary>The condition that a column holds one of the values of a parameter that is an array: the one place where the two databases differ.</summary>
    /// <param name="parameter">Name of the parameter.</param>
    public string IsOneOf(string parameter) => IsPostgres ? $"= ANY(@{parameter})" : $"IN @{parameter}";

    /// <summary>The connection string of a SQLite file.</summary>
    public static string GetSqliteConnection(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = BusySeconds }.ConnectionString;

    /// <summary>
    /// The connection string as we use it. PostgreSQL lets in a hundred clients as it comes, and a burst of uploads would take them all; so few
    /// connections are shared, and whoever wants one waits for it, unless the string itself says otherwise.
    /// </summary>
    public static string GetPostgresConnection(string connection)
    {
        // Npgsql's own builder knows every key, whether the string has it or not.
        var given = new DbConnectionStringBuilder { ConnectionString = connection };
        var ours = new NpgsqlConnectionStringBuilder(connection);
        if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize"))
        {
            ours.MaxPoolSize = PooledConnections;
        }

        if (!given.ContainsKey("Timeout"))
        {
            ours.Timeout = BusySeconds;
        }

        return ours.ConnectionString;
    }

    /// <summary>Whether a damaged page was met since the start; such a database stays unusable until someone repairs it, whichever pages are still
    /// sound.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Reads.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Asks the connection.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<T> Read<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            await using DbConnection connection = await Open(cancellation);
            return await read(connection);
        }
        catch (SqliteException failure)
        {
            Note(failure);
            throw;
        }
    }

    /// <summary>Opens a connection for reading.</summary>
    public async Task<DbConnection> Open(CancellationToken cancellation)
    {
        if (_postgres is not null)
        {
            return await _postgres.OpenConnectionAsync(cancellation);
        }

        var connection = new SqliteConnection(_sqlite);
        await connection.OpenAsync(cancellation);
        await using DbCommand pragma = connection.CreateCommand();
        // A commit that was acknowledged must survive a power cut too, hence FULL; what is deleted is overwritten with zeros.
        pragma.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";
        await pragma.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    /// <summary>Runs a change in one transaction: it happens whole or not at all.</summary>
    /// <param name="change">The change; returns whether to keep it.</param>
    /// <param name="cancellation">Stops waiting and the change.</param>
    /// <returns>What the change returned.</returns>
    public async Task<bool> Change(Func<DbConnection, DbTransaction, Task<bool>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (_sqliteWriter is not null)
        {
            await _sqliteWriter.WaitAsync(cancellation);
        }

        try
        {
            await using DbConnection connection = await Open(cancellation);
            await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellation);
            bool isKept = await change(connection, transaction);
            if (isKept)
            {
                await transaction.CommitAsync(cancellation);
            }

            return isKept;
        }
        catch (SqliteException failure)
        {
            Note(failure);
            throw;
        }
        finally
        {
            _sqliteWriter?.Release();
        }
    }

    /// <summary>
    /// Takes what was deleted out of the log that SQLite writes ahead, so that no file of the store contains it any more. PostgreSQL does so by itself,
    /// when it vacuums and recycles its log.
    /// </summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when a reader keeps the log in use, so that some of it remains until the next call.</returns>
    public async Task<bool> Purge(CancellationToken cancellation)
    {
        if (_sqliteWriter is null)
        {
            return true;
        }

        await _sqliteWriter.WaitAsync(cancellation);
        try
        {
            await using DbConnection connection = await Open(cancellation);
            await using DbCommand checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            // The first column tells whether someone kept it from finishing.
            return Convert.ToInt64(await checkpoint.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture) == 0;
        }
        finally
        {
            _sqliteWriter.Release();
        }
    }

    private void Note(SqliteException failure) => IsDamaged |= StorageProblem.IsDamage(failure);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _sqliteWriter?.Dispose();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
        else
        {
            // The pool holds the file open, and whoever asked us to end may want to remove it.
            using var connection = new SqliteConnection(_sqlite);
            SqliteConnection.ClearPool(connection);
        }
    }
}
