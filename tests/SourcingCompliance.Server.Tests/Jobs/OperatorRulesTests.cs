using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Jobs;

/// <summary>Rules and company policies come from the operator of the server, never from an upload.</summary>
public sealed class OperatorRulesTests
{
    [Fact]
    public async Task Policies_of_the_operator_are_evaluated_and_those_in_an_upload_are_not()
    {
        const string own = """{ "WorkflowName": "uploaded", "Rules": [{ "RuleName": "r", "Expression": "false", "ErrorMessage": "From an upload." }] }""";
        using var folder = new TemporaryFolder();
        await using RunningServer server =
            await RunningServer.Start(folder.Path, "--rules", Repository.PathOf("examples", "policies"), "--fail-on-policies", "error");

        JsonElement status =
            await server.Client.Check(("bom.csv", System.Text.Encoding.UTF8.GetBytes("Part Number,Description,Qty,Manufacturer\nSCR-1,Screw "
                + "M3,2,Watched Motors\n")), ("own.workflow.json", System.Text.Encoding.UTF8.GetBytes(own)));

        string report = await server.Client.Text($"/api/v1/checks/{status.GetProperty("id").GetString()}/reports/json");
        using JsonDocument document = JsonDocument.Parse(report);
        JsonElement policies = document.RootElement.GetProperty("policies");
        policies.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()).ShouldBe(["no-watched-company"]);
        policies.GetProperty("failOn").GetString().ShouldBe("error");
        report.ShouldNotContain("From an upload.");
    }

    [Fact]
    public void A_folder_that_is_not_there_or_an_unknown_word_stops_the_start()
    {
        Should.Throw<FormatException>(() => Options("--rules", "nowhere")).Message.ShouldContain("no folder nowhere");
        Should.Throw<FormatException>(() => Options("--fail-on-policies", "all")).Message.ShouldContain("none, error, warning, note");
        Options("--fail-on-policies", "note").PolicyGate.ShouldBe(PolicyGate.Note);
    }

    private static ServerOptions Options(params string[] args) => ServerOptions.From(new ConfigurationBuilder().AddCommandLine(args).Build());
}
