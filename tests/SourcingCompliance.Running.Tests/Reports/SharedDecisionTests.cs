using System.Text.Json.Nodes;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Tests.Reports;

/// <summary>Lines with the same facts are decided once; what is said of each must be what is said of it alone in its row.</summary>
public sealed class SharedDecisionTests : IDisposable
{
    private const string Header = "Part Number,Description,Qty,Country of Origin,Melted in,Sintered in\n";

    // Each of them twice and more, in rows of their own.
    private static readonly string[] Kinds =
    [
        "\"Magnet, NdFeB N42\",2,China,,", "\"Magnet, NdFeB N42\",2,Japan,China?,CN or RU", "\"Magnet, NdFeB N42\",2,\"USA, Xunwu\",Japan,China",
        "\"Magnet, NdFeB N42\",2,see cell D3,,Germany", "\"Motor, brushless\",1,China,,", "Tantalum capacitor,8,,,",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("shared-decisions-").FullName.Replace('\\', '/');

    [Fact]
    public void A_line_among_others_with_its_facts_says_what_it_says_alone()
    {
        string[] lines = [.. Enumerable.Range(0, 3 * Kinds.Length).Select(at => $"P-{at},{Kinds[at % Kinds.Length]}")];
        JsonArray together = Lines(Header + string.Join('\n', lines) + "\n");

        for (int kind = 0; kind < Kinds.Length; kind++)
        {
            int row = (2 * Kinds.Length) + kind;
            JsonArray alone = Lines(Header + string.Join('\n', lines.Select((line, at) => at == row ? line : $"S-{at},Screw M3,1,,,")) + "\n");

            alone.Count.ShouldBe(1);
            together[row]?.ToJsonString().ShouldBe(alone[0]?.ToJsonString());
        }
    }

    [Fact]
    public void Findings_of_lines_with_the_same_facts_name_their_own_cell_and_part()
    {
        ComplianceReport report = Check(Header + $"P-1,{Kinds[0]}\nP-2,{Kinds[0]}\n");

        report.Files[0].Findings.Select(finding => finding.Message).ShouldBe(
        [
            "P-1: neodymium-iron-boron magnets produced in China (cell D2 \"China\"); prohibited under both the current and the 2027 rule, "
                + "252.225-7052(b)(1)(i) and (b)(1)(ii).",
            "P-2: neodymium-iron-boron magnets produced in China (cell D3 \"China\"); prohibited under both the current and the 2027 rule, "
                + "252.225-7052(b)(1)(i) and (b)(1)(ii).",
        ]);
        report.Files[0].Lines[0].SameFacts.ShouldNotBeNull().ShouldBeSameAs(report.Files[0].Lines[1].SameFacts);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Lines and findings in one: the findings of a line follow it.
    private JsonArray Lines(string list)
    {
        ComplianceReport report = Check(list);
        JsonNode file = JsonNode.Parse(new JsonReportWriter().Text(report with { Run = report.Run with { IsExplained = true } }))?["files"]?[0]
            ?? throw new InvalidOperationException("No file.");
        return new JsonArray([.. (file["lines"]?.AsArray() ?? []).Select(line => (JsonNode)new JsonObject
        {
            ["line"] = line?.DeepClone(),
            ["findings"] =
                new JsonArray([.. (file["findings"]?.AsArray() ?? []).Where(finding => (string?)finding?["partNumber"] == (string?)line?["partNumber"])
                    .Select(finding =>
            {
                var one = (JsonObject)(finding?.DeepClone() ?? new JsonObject());
                one.Remove("actions");
                return (JsonNode)one;
            })]),
        })]);
    }

    private ComplianceReport Check(string list)
    {
        string path = $"{_folder}/bom.csv";
        File.WriteAllText(path, list);
        return CheckRunner.Run(new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22), SecondOpinion = false }, null, CancellationToken.None);
    }
}
