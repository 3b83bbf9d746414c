using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Batches;

/// <summary>A resumed run and joined parts give the bytes of one full run, in every format.</summary>
public sealed class ResumeAndShardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Joined_parts_and_a_resumed_run_are_the_same_byte_for_byte_as_one_run()
    {
        string whole = Check("whole");
        string resumed = Check("resumed", "--resume");
        string[] parts = [.. Enumerable.Range(1, 3).Select(number => Check($"part{number}", "--shard", $"{number}/3"))];
        string joined = _folder.Of("joined");
        string kept = KeptIn(resumed).First(path => File.ReadAllText(path).Contains("02-chinese-magnet", StringComparison.Ordinal));
        DateTime first = File.GetLastWriteTimeUtc(kept);

        CommandRun merged = CommandRun.Of(["merge", .. parts, "--out", joined]);
        Check("resumed", "--resume");

        merged.ExitCode.ShouldBe(1, merged.Output + merged.Errors);
        parts.Sum(part => KeptIn(part).Length).ShouldBe(KeptIn(resumed).Length);
        parts.ShouldAllBe(part => KeptIn(part).Length > 0, "the lists should not all fall to one part of three");
        ShouldBeSame(joined, whole);
        File.GetLastWriteTimeUtc(kept).ShouldBe(first, "a result that was taken over is not written again");
        ShouldBeSame(resumed, whole);
    }

    [Fact]
    public void A_missing_part_is_an_error_that_names_its_files()
    {
        string part = Check("part1", "--shard", "1/3");

        CommandRun merged = CommandRun.Of("merge", part, "--out", _folder.Of("joined"), "--format-is-no-option");
        CommandRun alone = CommandRun.Of("merge", part, "--out", _folder.Of("joined"));

        merged.ExitCode.ShouldBe(64);
        alone.ExitCode.ShouldBe(3);
        alone.Output.ShouldContain("No part contains a result for this file.");
        Directory.Exists(_folder.Of("joined")).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_without_results_cannot_be_joined()
    {
        CommandRun merged = CommandRun.Of("merge", _folder.Path, "--out", _folder.Of("joined"));

        merged.ExitCode.ShouldBe(3);
        merged.Errors.ShouldContain("None of the folders contains results");
    }

    [Fact]
    public void A_resumed_run_says_what_it_reused()
    {
        _folder.Write("lists/one.csv", "Part Number,Description,Country of Origin\nM-1,NdFeB magnet,China\n");
        _folder.Write("lists/two.csv", "Part Number,Description,Country of Origin\nM-1,NdFeB magnet,China\n");
        CheckPath(_folder.Of("lists"), "out", "--resume").Output.ShouldContain("Resumed: 0 of 2 results reused from the earlier run, 2 checked now.");
        _folder.Write("lists/two.csv", "Part Number,Description,Country of Origin\nM-2,NdFeB magnet,China\n");

        CheckPath(_folder.Of("lists"), "out", "--resume").Output.ShouldContain("Resumed: 1 of 2 results reused from the earlier run, 1 checked now.");
    }

    [Fact]
    public void A_changed_list_is_checked_anew()
    {
        string list = _folder.Write("lists/bom.csv", "Part Number,Description,Country of Origin\nM-1,NdFeB magnet,China\n");
        CheckPath(list, "out", "--resume").ExitCode.ShouldBe(1);
        File.WriteAllText(list, "Part Number,Description,Country of Origin\nM-1,Steel screw,China\n");

        CheckPath(list, "out", "--resume").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Another_contract_under_the_same_name_is_another_run()
    {
        string list = _folder.Write("lists/bom.csv", "Part Number,Description,Country of Origin\nM-1,NdFeB magnet,China\n");
        string contract = _folder.Write("contract.json", ContractOf("2027-02-15"));
        CheckPath(list, "out", "--resume", "--contract", contract);
        string before = File.ReadAllText(KeptIn(_folder.Of("out")).ShouldHaveSingleItem());
        File.WriteAllText(contract, ContractOf("2026-12-15"));

        CheckPath(list, "out", "--resume", "--contract", contract);

        File.ReadAllText(KeptIn(_folder.Of("out")).ShouldHaveSingleItem()).ShouldNotBe(before);
    }

    [Fact]
    public void A_damaged_result_is_made_anew()
    {
        string list = _folder.Write("lists/bom.csv", "Part Number,Description,Country of Origin\nM-1,NdFeB magnet,China\n");
        CheckPath(list, "out", "--resume");
        string kept = KeptIn(_folder.Of("out")).ShouldHaveSingleItem();
        File.WriteAllText(kept, "{ \"Key\": ");

        CheckPath(list, "out", "--resume").ExitCode.ShouldBe(1);

        File.ReadAllText(kept).ShouldContain("M-1");
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1-3")]
    public void A_part_that_cannot_be_is_a_usage_error(string part)
    {
        CommandRun run = CommandRun.Of("check", Repository.PathOf("examples"), "--shard", part);

        run.ExitCode.ShouldBe(64);
        run.Errors.ShouldContain(part);
    }

    private string Check(string name, params string[] more)
    {
        CommandRun run =
            CommandRun.Of(["check", Repository.PathOf("examples"), "--no-evidence", "--out", _folder.Of(name), "--as-of", "2026-11-22", "--format", AllFormats,
                .. more]);
        run.ExitCode.ShouldBeOneOf(0, 1);
        return _folder.Of(name);
    }

    private CommandRun CheckPath(string path, string name, params string[] more) =>
        CommandRun.Of(["check", path, "--out", _folder.Of(name), "--as-of", "2026-11-22", "--format", "json", .. more]);

    private static string ContractOf(string day) =>
        $$"""{ "contractNumber": "EXAMPLE-27-C-0009", "lineItems": [ { "id": "0001", "partNumber": "X", "deliveryDate": "{{day}}" } ] }""";

    private static string AllFormats => string.Join(',', ReportFiles.Formats);

    private static string[] KeptIn(string folder) =>
        [.. Directory.GetFiles(Path.Combine(folder, ".sourcing"), "*.json").Where(path => Path.GetFileName(path) != "run.json")];

    private static void ShouldBeSame(string actual, string expected)
    {
        string[] names = Reports(expected);
        Reports(actual).ShouldBe(names);
        names.Length.ShouldBeGreaterThan(5);
        foreach (string name in names)
        {
            File.ReadAllBytes(Path.Combine(actual, name)).SequenceEqual(File.ReadAllBytes(Path.Combine(expected, name))).ShouldBeTrue(name);
        }
    }

    private static string[] Reports(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path)).Where(path => !path.StartsWith(".sourcing", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];
}
