using System.Text.Json;

namespace SourcingCompliance.Cli.Commands;

public sealed class InitCommandTests
{
    [Fact]
    public void The_contract_file_has_every_field_of_the_schema_and_is_read_without_complaint()
    {
        using var folder = new TemporaryFolder();

        CommandRun run = CommandRun.Of("init", folder.Path);

        run.ExitCode.ShouldBe(0, run.Errors);
        using JsonDocument contract = JsonDocument.Parse(File.ReadAllText(folder.Of("contract.json")));
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("rules", "schema", "contract.schema.json")));
        string[] fields = [.. schema.RootElement.GetProperty("properties").EnumerateObject().Select(field => field.Name).Where(name => name != "$schema")];
        contract.RootElement.EnumerateObject().Select(field => field.Name).ShouldBe(fields, ignoreOrder: true);
        string guidance = File.ReadAllText(folder.Of("contract.md"));
        fields.ShouldAllBe(field => guidance.Contains($"`{field}`", StringComparison.Ordinal));

        string bom = Repository.PathOf("examples", "08-ferrite-and-alnico-only", "bom.csv");
        (CommandRun check, JsonDocument report) = CommandRun.Check(bom, "--contract", folder.Of("contract.json"));
        check.ExitCode.ShouldBe(0, check.Output);
        report.RootElement.GetProperty("diagnostics").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void What_is_there_is_written_over_only_with_force()
    {
        using var folder = new TemporaryFolder();
        folder.Write("contract.json", "mine");

        CommandRun refused = CommandRun.Of("init", folder.Path);
        refused.ExitCode.ShouldBe(4);
        refused.Errors.ShouldContain("--force");
        File.ReadAllText(folder.Of("contract.json")).ShouldBe("mine");
        File.Exists(folder.Of("contract.md")).ShouldBeFalse();

        CommandRun.Of("init", folder.Path, "--force").ExitCode.ShouldBe(0);
        File.ReadAllText(folder.Of("contract.json")).ShouldNotBe("mine");
    }
}
