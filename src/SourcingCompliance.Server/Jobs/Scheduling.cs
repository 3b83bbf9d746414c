using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>Sets up the scheduler with its store: a SQLite file of its own, or the PostgreSQL database, where several servers are one cluster.</summary>
public static class Scheduling
{
    // Three of these in silence and a server counts as dead.
    private static readonly TimeSpan CheckinInterval = TimeSpan.FromSeconds(2);

    /// <summary>Adds the scheduler and what it calls.</summary>
    public static void Add(IServiceCollection parts, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        parts.AddSingleton<RunSignals>().AddSingleton<CheckLanes>().AddSingleton<ReportStore>().AddSingleton<CheckJobs>()
            .AddSingleton<RunCheck>().AddSingleton<CheckQueue>().AddTransient<QuartzCheck>();
        PrivateFiles.CreateFolder(options.DataFolder);
        parts.AddQuartz(scheduler =>
        {
            scheduler.ConfigureScheduler(settings => settings.InstanceName = "sourcing");
            scheduler.UseDefaultThreadPool(CheckLanes.WorkersFor(options));
            scheduler.UsePersistentStore(store =>
            {
                // Of its own, so that the scheduler's writes and the store's never wait for each other.
                if (options.Database is { } connection)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, Database.GetPostgresConnection(connection));
                    // Several servers on one database share the queue; what one of them left when it died, another takes up after some seconds.
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = CheckinInterval;
                        cluster.CheckinMisfireThreshold = 2 * CheckinInterval;
                    });
                }
                else
                {
                    string file = Path.Combine(options.DataFolder, "scheduler.db");
                    PrivateFiles.EnsureFile(file);
                    store.UseSqlite(SqliteFactory.Instance, Database.GetSqliteConnection(file));
                }

                store.ProvisionSchema();
            });
        });
        parts.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = false);
    }
}
