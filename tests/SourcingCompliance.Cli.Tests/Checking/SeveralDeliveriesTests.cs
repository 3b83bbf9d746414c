namespace SourcingCompliance.Cli.Checking;

public sealed class SeveralDeliveriesTests
{
    private const string Tantalum =
        "Part Number,Description,Qty,Country of Origin,Ta mined in,Refined in,Melted in\nTA-1,\"Tantalum bar, 99.95 %\",2,China,China,China,China\n";

    [Theory]
    [InlineData("2027-03-01", "2027-06-01", "2027-06-30", 0)]
    [InlineData("2027-03-01", "2027-07-01", "2027-06-30", 1)]
    [InlineData("2027-07-01", "2027-03-01", "2027-06-30", 1)]
    [InlineData("2026-12-31", "2027-07-01", "2027-06-30", 1)]
    public void A_determination_exempts_only_when_it_holds_for_every_delivery_of_the_part(string first, string second, string expires, int exitCode)
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv", Tantalum);
        string contract = folder.Write("contract.json", $$"""
            { "clauseDate": "2024-05", "contractNumber": "N1",
              "lineItems": [ { "id": "0001", "partNumber": "TA-1", "deliveryDate": "{{first}}" }, { "id": "0002", "partNumber": "TA-1", "deliveryDate": "{{second}}" } ],
              "determinations": [ { "id": "D1", "kind": "class", "partNumbers": ["TA-1"], "materials": ["tantalum"], "grantedOn": "2026-12-01", "expiresOn": "{{expires}}", "mitigationPlanAcceptedOn": "2026-12-02" } ] }
            """);

        CommandRun.Of("check", list, "--contract", contract, "--as-of", "2026-11-22", "--out", folder.Path, "--format", "json").ExitCode.ShouldBe(exitCode);
    }
}
