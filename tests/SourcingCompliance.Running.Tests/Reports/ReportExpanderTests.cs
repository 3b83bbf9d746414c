using System.Text.Json.Nodes;
using SourcingCompliance.Formats.Tests;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Formats.Writing.Json.Expanding;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Explanations;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Tests.Reports;

public sealed class ReportExpanderTests : IDisposable
{
    private const string Contract = """
        { "$schema": "contract.schema.json", "contractNumber": "W-1", "clause": { "inContract": true, "version": "AUG 2022" },
          "cots": [{ "partNumber": "MTR-4", "basis": "catalog item", "claimedBy": "J. Doe", "massKilograms": 2, "coveredMaterialMassKilograms": 0.1 }] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("expanded-reports-").FullName.Replace('\\', '/');

    public static TheoryData<string, string> Lists => new()
    {
        { "origins of every kind", "Part Number,Description,Qty,Manufacturer,Supplier,Country of Origin,Melted in,Sintered in\n"
            + "MAG-1,\"Magnet, NdFeB N42\",2,Maker,,China,,\nMAG-2,\"Magnet, NdFeB N42\",,Maker,Trader,Japan,China?,CN or RU\nMAG-3,\"Magnet, NdFeB "
            + "N42\",,,,\"USA, Xunwu\",Japan,China\n"
            + "MAG-4,\"Magnet, NdFeB N42\",1,Maker,,China {row},,Germany\nCAP-5,Tantalum capacitor,1,Kemet,,,,\nMTR-6,\"Motor, "
                + "brushless\",1,,,China,,\nSCR-7,Screw M3,4,,,China,,\n" },
        { "a tree with alternates", "Level,Part Number,Description,Qty,Country of Origin\n0,END-1,Drone,1,China\n1,MTR-2,\"Motor, "
            + "brushless\",4,\n2,MAG-3,\"Magnet, SmCo\",14,Japan\n"
            + "1,CAP-4,Tantalum capacitor,8,\n1,WGT-5,Tungsten heavy alloy weight,1,Russia\n" },
        { "one part in many rows, and a part that is not installed",
            "Part Number,Description,Qty,DNP,Country of Origin\nMAG-1,\"Magnet, NdFeB\",1,,China\nMAG-1,\"Magnet, NdFeB\",1,,China\n"
            + "MAG-1,\"Magnet, NdFeB\",1,,\nMAG-2,\"Magnet, NdFeB\",1,DNP,China\nGAL-3,Gallium arsenide amplifier,1,,\n" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void What_stands_once_comes_back_to_every_line_finding_and_action(string name, string list)
    {
        ComplianceReport report = Check(name, list, contract: null);

        Whole(report).ToJsonString().ShouldBe(Explained(report).ToJsonString());
        SchemaLibrary.Problems("report.schema.json", new JsonReportWriter().Text(report)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_contract_with_claims_and_an_older_clause_comes_back_too(string name, string list)
    {
        ComplianceReport report = Check(name, list, Write("contract.json", Contract));

        Whole(report).ToJsonString().ShouldBe(Explained(report).ToJsonString());
    }

    [Fact]
    public void The_sample_report_comes_back()
    {
        ComplianceReport sample = SampleReport.BuildCompact();

        Whole(sample).ToJsonString().ShouldBe(Explained(sample).ToJsonString());
    }

    // What explain prints is its JSON: the line, and sentences that follow from nothing else.
    [Fact]
    public void Everything_that_explain_tells_of_a_line_is_in_the_report()
    {
        ComplianceReport report = Check("explained",
            "Part Number,Description,Qty,Country of Origin\nMAG-1,\"Magnet, NdFeB N42\",2,China\nMTR-2,\"Motor, brushless\",1,China?\n", null);
        using var output = new MemoryStream();
        ExplanationReportWriter.Write(report, LineExplanation.From(report, new LineAddress(report.Files[0].Path, null, null), null), output);
        JsonArray explained = JsonNode.Parse(output.ToArray())?["lines"]?.AsArray() ?? [];

        JsonArray lines = Whole(report)["files"]?[0]?["lines"]?.AsArray() ?? [];

        lines.Count.ShouldBe(2);
        lines.Select(line => line?.ToJsonString()).ShouldBe(explained.Select(line => Sorted(line?["line"])?.ToJsonString()));
    }

    [Fact]
    public void Two_lines_that_differ_in_row_and_part_alone_share_one_explanation()
    {
        ComplianceReport report = Check("shared", "Part Number,Description,Qty,Country of Origin,Melted in\nMAG-1,\"Magnet, NdFeB "
            + "N42\",2,China?,Japan\nMAG-2,\"Magnet, NdFeB N42\",3,China?,Japan\n", null);

        JsonNode written = JsonNode.Parse(new JsonReportWriter().Text(report)).ShouldNotBeNull();

        JsonArray lines = written["files"]?[0]?["lines"]?.AsArray() ?? [];
        lines[1]?["refs"]?.ToJsonString().ShouldBe(lines[0]?["refs"]?.ToJsonString());
        written["tables"]?["explanations"]?.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void A_report_of_version_1_0_comes_back_as_it_is()
    {
        JsonObject old = Explained(SampleReport.Build());
        old["schemaVersion"] = "1.0";

        new ReportExpander(old).Expand(old).ToJsonString().ShouldBe(old.ToJsonString());
    }

    [Fact]
    public void A_finding_of_version_1_1_that_refers_only_to_what_is_missing_comes_back_whole()
    {
        JsonObject old = JsonNode.Parse("""
            { "schemaVersion": "1.1", "files": [{ "path": "a.csv", "lines": [{ "row": 7, "partNumber": "P" }],
              "findings": [{ "id": "F-1", "rule": "SC3001", "verdict": "open", "line": 0,
              "regimes": ["r"], "row": 7, "partNumber": "P", "message": "P: where?", "citation": "c", "actions": [], "refs": { "missing": 0 } }] }],
              "actions": [], "plan": { "cannotBeFixed": [{ "partNumber": "P", "fix": "re-sourcing" }] },
              "tables": { "missing": [[0]], "facts": [{ "fact": "f", "stage": null, "element": null, "question": "Cell L{row}?" }] } }
            """).ShouldBeOfType<JsonObject>();

        JsonObject whole = new ReportExpander(old).Expand(old);

        JsonNode finding = whole["files"]?[0]?["findings"]?[0].ShouldNotBeNull() ?? throw new InvalidOperationException();
        ((string?)finding["message"]).ShouldBe("P: where?");
        ((string?)finding["missing"]?[0]?["question"]).ShouldBe("Cell L7?");
        whole["plan"]?.ToJsonString().ShouldBe(old["plan"]?.ToJsonString());
    }

    [Fact]
    public void Two_findings_that_differ_in_part_row_and_cell_share_a_sentence()
    {
        ComplianceReport report = Check("sentences", "Part Number,Description,Qty,Country of Origin\nMAG-1,\"Magnet, NdFeB N42\",2,China\n"
            + "MAG-2,\"Magnet, NdFeB N42\",3,China\n", null);

        JsonNode written = JsonNode.Parse(new JsonReportWriter().Text(report)).ShouldNotBeNull();

        JsonArray findings = written["files"]?[0]?["findings"]?.AsArray() ?? [];
        findings[1]?["refs"]?.ToJsonString().ShouldBe(findings[0]?["refs"]?.ToJsonString());
        findings.Select(finding => finding?["message"]).ShouldAllBe(message => message == null);
        Whole(report)["files"]?[0]?["findings"]?[1]?["message"]?.ToString().ShouldBe(report.Files[0].Findings[1].Message);
    }

    [Fact]
    public void A_reference_to_nothing_is_refused()
    {
        JsonObject report = JsonNode.Parse(new JsonReportWriter().Text(SampleReport.BuildCompact())).ShouldBeOfType<JsonObject>();
        report.Remove("tables");

        Should.Throw<InvalidOperationException>(() => new ReportExpander(report).Expand(report));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = $"{_folder}/{name}";
        File.WriteAllText(path, text);
        return path;
    }

    private ComplianceReport Check(string name, string list, string? contract) => CheckRunner.Run(
        new CheckJob
        {
            Paths = [Write(name + ".csv", list)], AsOf = new DateOnly(2026, 11, 22), TracesAll = true,
            ContractPath = contract, SecondOpinion = false
        }, null, CancellationToken.None);

    private static JsonObject Whole(ComplianceReport report)
    {
        JsonObject compact = JsonNode.Parse(new JsonReportWriter().Text(report)).ShouldBeOfType<JsonObject>();
        return (JsonObject)Sorted(new ReportExpander(compact).Expand(compact)).ShouldNotBeNull();
    }

    private static JsonObject Explained(ComplianceReport report)
    {
        JsonObject explained = JsonNode.Parse(new JsonReportWriter().Text(report with { Run = report.Run with { IsExplained = true } }))
            .ShouldBeOfType<JsonObject>();
        explained.Remove("tables");
        explained["run"]?.AsObject().Remove("explained");
        return (JsonObject)Sorted(explained).ShouldNotBeNull();
    }

    // Properties in ordinal order, and lines of advisories in the order of their rows: neither order says anything.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject owner => new JsonObject(owner.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property =>
            KeyValuePair.Create(property.Key, property.Key == "lines" && owner.ContainsKey("substance") ? InRows(property.Value) : Sorted(property.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };

    private static JsonArray InRows(JsonNode? lines) =>
        new([.. (lines?.AsArray() ?? []).Select(Sorted).OrderBy(line => (int?)line?["row"])
            .ThenBy(line => (string?)line?["partNumber"], StringComparer.Ordinal)]);
}
