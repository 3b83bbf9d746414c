using Dapper;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Storage;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_contract_of_a_check_that_an_older_version_accepted_is_kept()
    {
        using var folder = new TemporaryFolder();
        await using var database = new Database(new ServerOptions { DataFolder = folder.Path });
        await Migrations.Apply(database, 1, CancellationToken.None);
        await using (System.Data.Common.DbConnection connection = await database.Open(CancellationToken.None))
        {
            await connection.ExecuteAsync("""
                INSERT INTO uploads (sha256, bytes, received_at) VALUES ('c0', 5, '2026-11-20');
                INSERT INTO runs (id, state, received_at, as_of, gate, all_lines, contract_sha256, contract_name, attempts)
                VALUES ('r1', 'queued', '2026-11-20', '2026-11-20', 'suspect', 0, 'c0', 'contract.json', 0);
                """);
        }

        await Migrations.Apply(database, CancellationToken.None);

        var store = new RunStore(database);
        RunAttachment contract = (await store.GetAttachments("r1", CancellationToken.None)).ShouldHaveSingleItem();
        contract.ShouldBe(new RunAttachment { Kind = AttachmentKind.Contract, Name = "contract.json", Sha256 = "c0" });
        (await store.Find("r1", CancellationToken.None))?.Packs.ShouldBeNull();
    }
}
