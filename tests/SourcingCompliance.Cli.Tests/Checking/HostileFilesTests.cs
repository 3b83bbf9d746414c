using System.Text.Json;
using SourcingCompliance.Cli.Display;

namespace SourcingCompliance.Cli.Checking;

/// <summary>From the command line to the report: no damage is silent, no size is without a limit, and no cell is obeyed.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private const string Sound = "Part Number,Description,Country of Origin\nSCR-1,Screw M3,Germany\n";

    // What the reports of the files from elsewhere must hold; every other list of theirs is sound and has violations.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["malformed-row-tag.xlsx"] = HostileFile.Damaged,
        ["crc-stored.xlsx"] = HostileFile.Damaged,
        ["crc-deflated.ods"] = HostileFile.Damaged,
        ["xls-cut.xls"] = HostileFile.Damaged,
        ["hang1byte.xls"] = HostileFile.Damaged,
        ["rowsrep.ods"] = HostileFile.Limit,
    };

    private static readonly string OtherFolder = Repository.PathOf("..", "shared", "cases", "hostile");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_damaged_file_says_so_in_its_report_and_ends_with_3()
    {
        string[] lists = [.. HostileFile.All.Select(file => _folder.Write(file.Name, file.Content))];

        ShouldBeAnswered(lists, HostileFile.All.Where(file => file.Id is not null).ToDictionary(file => file.Name, file => file.Id ?? ""));
    }

    [Fact]
    public void The_files_from_elsewhere_are_answered_as_their_readme_says()
    {
        string[] lists = FromElsewhere(".csv", ".ods", ".xls", ".xlsx").Where(path => !path.EndsWith("rowsrep.ods", StringComparison.Ordinal)).ToArray();
        if (lists.Length > 0)
        {
            ShouldBeAnswered(lists, Others);
        }
    }

    // Its report is a quarter of a gigabyte, so only what is printed is looked at.
    [Fact]
    public void A_list_from_elsewhere_that_repeats_a_row_a_million_times_ends_at_a_limit()
    {
        foreach (string list in FromElsewhere(".ods").Where(path => path.EndsWith("rowsrep.ods", StringComparison.Ordinal)))
        {
            CommandRun run = CommandRun.Of("check", list, "--out", _folder.Of("out"), "--format", "github-output",
                "--as-of", "2026-11-22", "--pack", "usc-10-4872", "-q");

            run.ExitCode.ShouldBe(3);
            run.Errors.ShouldContain(HostileFile.Limit);
        }
    }

    public static TheoryData<string, string> Contracts => new()
    {
        { """{"lineItems": [{"id": "1", "deliveryDate": "2027-03-15", "deliveryD\u0061te": "2026-12-01"}]}""", "the key \"deliveryDate\" stands twice" },
        { """{"\ud800value": 1}""", "half a character" },
        { $$"""{"value": {{string.Concat(Enumerable.Repeat("[", 500))}}{{string.Concat(Enumerable.Repeat("]", 500))}}}""", "nested deeper" },
        { """{"value": 1e999}""", "too large" },
        { """{"value": 1} {"value": 2}""", "not valid JSON at line 1" },
    };

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_contract_that_readers_take_differently_is_refused_with_the_place(string contract, string told)
    {
        string list = _folder.Write("bom.csv", Sound);

        ShouldBeRefused(list, _folder.Write("contract.json", contract), told);
    }

    [Fact]
    public void The_contracts_from_elsewhere_are_refused_with_the_place()
    {
        string list = _folder.Write("bom.csv", Sound);
        foreach (string contract in FromElsewhere(".json"))
        {
            ShouldBeRefused(list, contract, contract.Contains("duplicate", StringComparison.Ordinal)
                ? "the key \"deliveryDate\" stands twice" : "at line 2, byte 3");
        }
    }

    private static string[] FromElsewhere(params string[] extensions) => !Directory.Exists(OtherFolder) ? [] :
        [.. Directory.GetFiles(OtherFolder).Where(path => extensions.Contains(Path.GetExtension(path))).Order(StringComparer.Ordinal)];

    private void ShouldBeAnswered(string[] lists, Dictionary<string, string> ids)
    {
        CommandRun run = CommandRun.Of(["check", .. lists, "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22", "--per-file", "false"]);

        run.ExitCode.ShouldBe(3, run.Output + run.Errors);
        PrintedText.ShouldBeHarmless(run, "the console");
        using var report = JsonDocument.Parse(File.ReadAllBytes(_folder.Of("out/sourcing-report.json")));
        JsonElement[] files = [.. report.RootElement.GetProperty("files").EnumerateArray()];
        files.Length.ShouldBe(lists.Length);
        foreach (JsonElement file in files)
        {
            string name = Path.GetFileName(file.GetProperty("path").GetString().ShouldNotBeNull());
            string[] errors = [.. file.GetProperty("diagnostics").EnumerateArray()
                .Where(diagnostic => diagnostic.GetProperty("severity").GetString() == "error")
                .Select(diagnostic => diagnostic.GetProperty("id").GetString() ?? "")];
            file.GetProperty("exitCode").GetInt32().ShouldBe(ids.ContainsKey(name) ? 3 : 1, name);
            if (ids.TryGetValue(name, out string? id))
            {
                errors.ShouldContain(id, name);
            }
            else
            {
                errors.ShouldBeEmpty(name);
            }
        }
    }

    private void ShouldBeRefused(string list, string contract, string told)
    {
        CommandRun run = CommandRun.Of("check", list, "--contract", contract, "--out", _folder.Of("out"), "--format", "json");

        run.ExitCode.ShouldBe(4, run.Output + run.Errors);
        string text = (run.Output + run.Errors).ReplaceLineEndings(" ");
        text.ShouldContain(Path.GetFileName(contract));
        text.ShouldContain(told);
        _folder.ReportsIn("out").ShouldBeEmpty();
    }
}
