using System.Text.Json;

namespace SourcingCompliance.Cli.Output;

/// <summary>What a configuration names as alternates, contract, waivers or profile is no bill of materials, whichever configuration names it.</summary>
public sealed class ConfiguredFilesTests : IDisposable
{
    private const string List = "Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\n";
    private const string Alternates = "part,alternate part,manufacturer,approvedBy,approvedOn,notes\nMAG-1,MAG-9,Acme,QA,2026-05-04,NdFeB magnet\n";
    private readonly TemporaryFolder _folder = new();

    public ConfiguredFilesTests()
    {
        _folder.Write("boms/motor/bom.csv", List);
        _folder.Write("boms/motor/alternates.csv", Alternates);
        _folder.Write("boms/motor/bom-contract.json", """{ "contractNumber": "EXAMPLE-27-C-0001", "lineItems": [ { "id": "0001", "partNumber": "X" } ] }""");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("boms/sourcing.json", """{ "alternates": "motor/alternates.csv", "contract": "motor/bom-contract.json" }""", "boms")]
    [InlineData("boms/motor/sourcing.json", """{ "alternates": "alternates.csv", "contract": "bom-contract.json" }""", "boms")]
    [InlineData("boms/motor/sourcing.json", """{ "alternates": "alternates.csv", "contract": "bom-contract.json" }""", "boms/motor/*.csv")]
    public void They_are_left_out_of_folders_and_patterns(string config, string text, string path)
    {
        _folder.Write(config, text);

        Lists(path).ShouldBe(["bom.csv"]);
    }

    [Fact]
    public void They_stay_out_when_a_flag_names_another_file_in_their_place()
    {
        _folder.Write("boms/motor/sourcing.json", """{ "alternates": "alternates.csv" }""");
        string other = _folder.Write("others.csv", Alternates);

        Lists("boms/motor", "--alternates", other, "--exclude", "*.json").ShouldBe(["bom.csv"]);
    }

    [Fact]
    public void A_shell_that_expands_a_pattern_names_them_too()
    {
        _folder.Write("boms/motor/sourcing.json", """{ "alternates": "alternates.csv" }""");

        Lists("boms/motor/bom.csv", _folder.Of("boms/motor/alternates.csv")).ShouldBe(["bom.csv"]);
    }

    [Fact]
    public void A_configuration_below_the_folder_cannot_hide_a_list_by_calling_it_alternates()
    {
        _folder.Write("hidden/motor/bom.csv", List);
        _folder.Write("hidden/motor/sourcing.json", """{ "alternates": "bom.csv" }""");

        Lists("hidden").ShouldContain("bom.csv");
    }

    private string[] Lists(string path, params string[] more)
    {
        CommandRun run = CommandRun.Of(["check", _folder.Of(path), .. more, "--out", _folder.Of("out"), "--format", "json",
            "--as-of", "2026-11-22", "--fail-on", "none", "--per-file", "false"]);
        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        run.Output.ShouldNotContain("SC9023");
        using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(Directory.GetFiles(_folder.Of("out"), "*.json").ShouldHaveSingleItem()));
        return [.. report.RootElement.GetProperty("files").EnumerateArray().Select(file => Path.GetFileName(file.GetProperty("path").GetString() ?? ""))];
    }
}
