using System.Globalization;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Storage;

/// <summary>The search for parts over long BOMs.</summary>
public sealed class PartIndexTests
{
    [Fact]
    public async Task Every_covered_line_item_of_a_long_bom_is_searched_and_what_is_not_is_said()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "long.csv");
        await File.WriteAllTextAsync(path, "Part Number,Description,Qty,Country of Origin\n"
            + string.Concat(Enumerable.Range(0, 20_003).Select(at => string.Create(CultureInfo.InvariantCulture, $"SCR-{at},Screw M3 steel,2,Germany\n")))
            + "MAG-LAST,NdFeB magnet N42,2,China\n");
        ComplianceReport report = CheckRunner.Run(
            new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22), AllLines = true }, null, CancellationToken.None);

        IndexedParts indexed = PartRows.Get(report);

        indexed.Parts.Count.ShouldBe(20_001);
        indexed.LeftOut.ShouldBe(3);
        StoredPart last = indexed.Parts[^1];
        (last.Part, last.Position, last.Verdict).ShouldBe(("MAG-LAST", 20_003, "violation"));
        await ShouldSay(folder.Path, indexed with { Parts = [last] });
    }

    private static async Task ShouldSay(string folder, IndexedParts indexed)
    {
        await using RunningServer server = await RunningServer.Start(Path.Combine(folder, "data"));
        string id = (await server.Client.Check("long.csv", ServerClient.SmallBom)).GetProperty("id").GetString() ?? "";
        var database = (Database)server.Parts.GetService(typeof(Database))!;
        await using (System.Data.Common.DbConnection connection = await database.Open(CancellationToken.None))
        {
            await using System.Data.Common.DbCommand command = connection.CreateCommand();
            command.CommandText = "DELETE FROM part_lines; UPDATE results SET parts_listed = 0";
            await command.ExecuteNonQueryAsync();
        }

        (await ((PartStore)server.Parts.GetService(typeof(PartStore))!).Fill(id, indexed, CancellationToken.None)).ShouldBeTrue();
        string page = await server.Client.Text("/parts?q=maglast");

        page.ShouldContain("3 line items not searched");
        page.ShouldContain(">MAG-LAST");
        page.ShouldNotContain("/lines/20003", Case.Sensitive, "a line item that far down has no page");
    }
}
