using Dapper;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Storage;

/// <summary>What an older version left in the store is there after the upgrade, on both databases.</summary>
public sealed class MigrationTests
{
    [Fact]
    public Task The_contract_of_a_check_that_an_older_version_accepted_is_kept() => KeepContract(null);

    [OnPostgresFact]
    public async Task The_contract_of_a_check_that_an_older_version_accepted_is_kept_on_postgresql() =>
        await KeepContract((await TestDatabase.NewPostgres())[1]);

    [Fact]
    public Task A_result_with_skipped_rows_stays_one_with_skipped_rows() => KeepSkipped(null);

    [OnPostgresFact]
    public async Task A_result_with_skipped_rows_stays_one_with_skipped_rows_on_postgresql() => await KeepSkipped((await TestDatabase.NewPostgres())[1]);

    [Fact]
    public async Task The_line_items_of_a_check_that_an_older_version_kept_are_found_after_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await using (RunningServer server = await RunningServer.Start(folder.Path))
        {
            await server.Client.Check("bom.csv", ServerClient.SmallBom);
            await Execute((Database)server.Parts.GetService(typeof(Database))!, "DELETE FROM part_lines; UPDATE results SET parts_listed = 0");
            (await server.Client.Text("/api/v1/parts?q=mag1")).ShouldBe("[]");
        }

        await using RunningServer next = await RunningServer.Start(folder.Path);
        string found = "[]";
        for (int wait = 0; found == "[]" && wait < 100; wait++)
        {
            await Task.Delay(50);
            found = await next.Client.Text("/api/v1/parts?q=mag1");
        }

        found.ShouldContain("MAG-1");
        found.ShouldContain("bom.csv");
    }

    private static async Task KeepContract(string? postgres)
    {
        using var folder = new TemporaryFolder();
        await using var database = new Database(new ServerOptions { DataFolder = folder.Path, Database = postgres });
        await Migrations.Apply(database, 1, CancellationToken.None);
        await Execute(database, """
            INSERT INTO uploads (sha256, bytes, received_at) VALUES ('c0', 5, '2026-11-20');
            INSERT INTO runs (id, state, received_at, as_of, gate, all_lines, contract_sha256, contract_name, attempts)
            VALUES ('r1', 'queued', '2026-11-20', '2026-11-20', 'suspect', 0, 'c0', 'contract.json', 0);
            """);

        await Migrations.Apply(database, CancellationToken.None);

        var store = new RunStore(database);
        RunAttachment contract = (await store.GetAttachments("r1", CancellationToken.None)).ShouldHaveSingleItem();
        contract.ShouldBe(new RunAttachment { Kind = AttachmentKind.Contract, Name = "contract.json", Sha256 = "c0" });
        RunRecord run = (await store.Find("r1", CancellationToken.None)).ShouldNotBeNull();
        run.Packs.ShouldBeNull();
        run.ProgramId.ShouldBeNull();
    }

    private static async Task KeepSkipped(string? postgres)
    {
        using var folder = new TemporaryFolder();
        await using var database = new Database(new ServerOptions { DataFolder = folder.Path, Database = postgres });
        await Migrations.Apply(database, 2, CancellationToken.None);
        await Execute(database, """
            INSERT INTO runs (id, state, received_at, as_of, gate, all_lines, attempts) VALUES
                ('r1', 'done', '2026-11-20', '2026-11-20', 'suspect', 0, 1), ('r2', 'done', '2026-11-21', '2026-11-21', 'suspect', 0, 1);
            INSERT INTO results (run_id, exit_code, answer, lines, violation, suspect, open_lines, exempt, pass, not_covered, ties) VALUES
                ('r1', 3, '2 skipped rows name a covered material.', 4, 0, 0, 0, 0, 0, 4, 0), ('r2', 0, 'No violation found.', 4, 0, 0, 0, 0, 0, 4, 0);
            """);

        await Migrations.Apply(database, CancellationToken.None);
        await Migrations.Apply(database, CancellationToken.None);

        var store = new RunStore(database);
        (await store.GetResult("r1", CancellationToken.None))?.Unaccounted.ShouldBe(1);
        (await store.GetResult("r2", CancellationToken.None))?.Unaccounted.ShouldBe(0);
        (await store.GetResult("r2", CancellationToken.None))?.NotCovered.ShouldBe(4);
    }

    private static async Task Execute(Database database, string sql)
    {
        await using System.Data.Common.DbConnection connection = await database.Open(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }
}
