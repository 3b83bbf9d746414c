using System.Text.Json;

namespace SourcingCompliance.Cli.Checking;

/// <summary>What a report says under one contract or another, as counsel reads it.</summary>
public sealed class ContractReportTests
{
    private const string Header = "Level,Part Number,Description,Quantity,Unit Weight (g),Supplier,Country of Origin,Mined In,Refined In,Separated "
        + "In,Reduced In,Melted In,Powder Made In,Pressed In,Sintered In,Magnetized In\n";
    private const string End = "0,END-1,Seeker,1,5000,Acme,US,,,,,,,,,\n";
    private const string ChineseOre = "1,MAG-1,NdFeB magnet N42 sintered,4,12,Orion,JP,CN,MY,MY,JP,JP,JP,JP,JP,JP\n";
    private const string ChineseAlloy = "1,MAG-1,NdFeB magnet N42 sintered,4,12,Orion,JP,AU,MY,MY,JP,CN,JP,JP,JP,JP\n";
    private const string Silent = "1,MAG-2,NdFeB magnet N42 sintered,4,12,Orion,JP,,,,,,,,,\n";
    private const string May2024 = """ "clauseDate": "MAY 2024", "contractNumber": "C-1" """;
    private const string Delivered2027 = """ "lineItems": [ { "id": "1", "partNumber": "END-1", "deliveryDate": "2027-03-01", "quantity": 5 } ] """;

    [Fact]
    public void A_report_under_an_older_clause_cites_the_paragraphs_of_that_clause()
    {
        string report = Check(ChineseAlloy,
            """{ "clauseDate": "AUG 2022", "lineItems": [ { "id": "1", "partNumber": "END-1", "deliveryDate": "2027-03-01" } ] }""");

        Message(report, "MAG-1").ShouldContain("252.225-7052(b)(2)(i)(A).");
        report.ShouldNotContain("(b)(2)(i)(A)(1)");
    }

    [Fact]
    public void A_finding_of_a_period_without_delivery_is_told_and_asks_for_no_action()
    {
        string report = Check(ChineseOre, $$"""{ {{May2024}}, "lineItems": [ { "id": "1", "partNumber": "END-1", "deliveryDate": "2026-12-15" } ] }""",
            out string console);

        Message(report, "MAG-1").ShouldContain("prohibited for deliveries from January 1, 2027");
        JsonDocument.Parse(report).RootElement.GetProperty("actions").GetArrayLength().ShouldBe(0);
        console.ShouldContain("No violation found on the evidence supplied");
        console.ShouldContain("MAG-1 would violate the rule, or be suspect, for deliveries from January 1, 2027");
    }

    [Fact]
    public void An_exception_that_came_after_the_first_delivery_does_not_carry_it_through_the_gate()
    {
        string contract = $$"""
            { {{May2024}}, "lineItems": [ { "id": "1", "partNumber": "END-1", "deliveryDate": "2026-12-15" }, { "id": "2", "partNumber": "END-1", "deliveryDate": "2027-03-01" } ],
              "determinations": [ { "id": "ND-1", "kind": "class", "status": "granted", "authority": "secretary-of-defense", "partNumbers": ["END-1"], "materials": ["ndfeb-magnet"],
                "grantedOn": "2027-01-15", "expiresOn": "2028-01-15", "mitigationPlanAcceptedOn": "2027-01-15" } ] }
            """;

        using var folder = new TemporaryFolder();
        CommandRun run = Run(folder, ChineseAlloy, contract);

        run.ExitCode.ShouldBe(1);
        run.Output.ReplaceLineEndings(" ").ShouldContain("For the delivery of December 15, 2026: 1 line item violates the rule");
    }

    [Fact]
    public void Goods_already_delivered_are_disclosed_at_once_and_the_plan_counts_back_from_the_next_delivery()
    {
        string report = Check(ChineseAlloy,
            $$"""{ {{May2024}}, "lineItems": [ { "id": "1", "partNumber": "END-1", "deliveryDate": "2026-10-15" }, { "id": "2", "partNumber": "END-1", "deliveryDate": "2027-06-30" } ] }""");

        Action(report, "disclose").GetProperty("startBy").GetString().ShouldBe("2026-11-30");
        JsonElement source = Actions(report).First(action => action.GetProperty("title").GetString()!.StartsWith("Qualify", StringComparison.Ordinal));
        source.GetProperty("dueBy").GetString().ShouldBe("2027-06-30");
    }

    [Fact]
    public void A_claim_that_is_not_met_stands_in_the_finding_with_its_reason()
    {
        string report = Check(ChineseAlloy, $$"""
            { {{May2024}}, {{Delivered2027}}, "electronicDevices": [ { "partNumber": "MAG-1", "basis": "it is electronic", "contractSpecifiesOtherwise": false } ],
              "determinations": [ { "id": "ND-7", "kind": "class", "status": "denied", "authority": "secretary-of-defense", "partNumbers": ["END-1"], "materials": ["ndfeb-magnet"] } ] }
            """);

        Message(report, "MAG-1").ShouldContain("Claimed and not met: Electronic device");
        Message(report, "MAG-1").ShouldContain("the part is the covered material itself");
        Message(report, "MAG-1").ShouldContain("class determination ND-7, denied");
        Message(report, "MAG-1").ShouldContain("it was not granted");
    }

    [Fact]
    public void Without_the_clause_in_the_contract_nothing_is_said_to_be_barred_by_it()
    {
        string report = Check(ChineseAlloy, $$"""{ "clauseInContract": false, {{Delivered2027}} }""", out string console);

        Message(report, "MAG-1").ShouldContain("would be prohibited if the clause were in the contract");
        console.ShouldContain("would violate the rule");
    }

    [Fact]
    public void The_answer_names_the_office_that_must_answer_where_no_supplier_can()
    {
        Check(ChineseAlloy, $$"""{ {{May2024}}, {{Delivered2027}}, "cots": [ { "partNumber": "END-1", "basis": "catalog item, unmodified" } ] }""",
            out string console);

        console.ShouldContain("an answer from Contracts");
        Check(Silent, $$"""{ {{May2024}}, {{Delivered2027}} }""", out console);
        console.ShouldContain("origin information from suppliers");
    }

    [Fact]
    public void A_component_made_in_a_covered_country_is_to_be_made_elsewhere_and_its_alloy_needs_no_other_source()
    {
        const string component = "1,CW-1,Counterweight assembly,1,900,Balance,CN,,,,,,,,,\n"
            + "2,WHA-1,Tungsten heavy alloy slug ASTM B777,2,400,Elmet,US,US,US,,US,,US,US,US,\n";

        string report = Check(component, $$"""{ {{May2024}}, {{Delivered2027}} }""");

        Actions(report).First(action => action.GetProperty("parts")[0].GetString() == "CW-1" && !action.GetProperty("fallback").GetBoolean())
            .GetProperty("title").GetString().ShouldBe("Have CW-1 made and assembled outside the covered countries");
    }

    private static string Check(string rows, string contract) => Check(rows, contract, out _);

    private static string Check(string rows, string contract, out string console)
    {
        using var folder = new TemporaryFolder();
        console = Run(folder, rows, contract).Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
        return CommandRun.WholeReport(Path.Combine(folder.Path, "bom.json"));
    }

    private static CommandRun Run(TemporaryFolder folder, string rows, string contract) => CommandRun.Of(
        "check", folder.Write("bom.csv", Header + End + rows), "--contract", folder.Write("contract.json", contract), "--as-of",
        "2026-11-29", "--out", folder.Path, "--format", "json", "--no-config");

    private static JsonElement[] Actions(string report) => [.. JsonDocument.Parse(report).RootElement.GetProperty("actions").EnumerateArray()];

    private static JsonElement Action(string report, string kind) => Actions(report).First(action => action.GetProperty("kind").GetString() == kind);

    private static string Message(string report, string part) => JsonDocument.Parse(report).RootElement.GetProperty("files")[0]
        .GetProperty("findings").EnumerateArray()
        .First(finding => finding.GetProperty("partNumber").GetString() == part).GetProperty("message").GetString() ?? "";
}
