using System.Text.Json;

namespace SourcingCompliance.Cli.Examples;

/// <summary>The list of each example travels as CycloneDX without looking better at the other end.</summary>
public sealed class CycloneDxExamplesTests
{
    // The worst first.
    private static readonly string[] Verdicts = ["violation", "suspect", "open", "exempt", "pass", "notCovered"];

    [Theory]
    [MemberData(nameof(ExamplesTests.Stories), MemberType = typeof(ExamplesTests))]
    public void The_list_of_an_example_written_as_cyclonedx_reads_no_better_than_the_list(string story)
    {
        string list = Directory.GetFiles(Repository.PathOf("examples", story), "bom.*").ShouldHaveSingleItem();
        using var folder = new TemporaryFolder();
        CommandRun run = CommandRun.Of("packet", "cyclonedx", list, "--delivery", "2027-02-15", "--as-of", "2026-12-07", "--out", folder.Path);
        run.ExitCode.ShouldBe(0, run.Output + run.Errors);

        ILookup<string, int> before = VerdictsOf(list);
        ILookup<string, int> after = VerdictsOf(folder.Of("bom.cdx.json"));

        before.ShouldNotBeEmpty();
        before.Where(line => after[line.Key].DefaultIfEmpty(int.MaxValue).Min() > line.Min()).Select(line => line.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Two_countries_of_origin_are_two_statements_in_the_document_too()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv", "Part Number,Description,Qty,Country of Origin,Previous country of origin\nM-1,NdFeB magnet N42,4,Japan,China\n");

        CommandRun.Of("packet", "cyclonedx", list, "--as-of", "2026-12-07", "--out", folder.Of("boms")).ExitCode.ShouldBe(0);

        int[] read = [.. VerdictsOf(folder.Of("boms/bom.cdx.json")).SelectMany(verdict => verdict)];
        read.ShouldNotBeEmpty();
        read.ShouldBe(VerdictsOf(list).SelectMany(verdict => verdict));
        read.ShouldAllBe(at => at == 0);
    }

    [Fact]
    public void A_list_that_would_read_better_is_not_written_and_the_refusal_has_an_id_and_a_remedy()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv",
            "Part Number,Description,Qty,Sintered in,Sintered at,Sintering location\nM-1,NdFeB magnet N42,4,Japan,Germany,China\n");

        CommandRun run = CommandRun.Of("packet", "cyclonedx", list, "--as-of", "2026-12-07", "--out", folder.Of("boms"));

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain("SC9545");
        run.Errors.ShouldContain("Send the BOM itself");
        File.Exists(folder.Of("boms/bom.cdx.json")).ShouldBeFalse();
    }

    // By part number and regime.
    private static ILookup<string, int> VerdictsOf(string list)
    {
        (_, JsonDocument report) = CommandRun.Check(list, "--delivery", "2027-02-15", "--as-of", "2026-12-07", "--lines", "all");
        using JsonDocument owned = report;
        return report.RootElement.GetProperty("files")[0].GetProperty("lines").EnumerateArray()
            .SelectMany(line => line.GetProperty("verdicts").EnumerateObject().Select(verdict =>
                (Key: $"{line.GetProperty("partNumber").GetString()} {verdict.Name}", At: Array.IndexOf(Verdicts, verdict.Value.GetString()))))
            .ToLookup(verdict => verdict.Key, verdict => verdict.At);
    }
}
