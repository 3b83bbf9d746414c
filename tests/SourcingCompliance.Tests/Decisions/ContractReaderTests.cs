using System.Text;
using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Decisions;

public sealed class ContractReaderTests
{
    private static ContractContext? Read(string json, DiagnosticBag diagnostics) =>
        ContractReader.Parse(Encoding.UTF8.GetBytes(json), "contract.json", diagnostics);

    [Fact]
    public void A_whole_contract_is_read()
    {
        var diagnostics = new DiagnosticBag();

        ContractContext contract = Read("""
            {
              "$schema": "contract.schema.json",
              "contractNumber": "W-1",
              "clauseDate": "MAY 2024",
              "awardDate": "2025-11-03",
              "value": 1200000,
              "acquiredOutsideUnitedStates": false,
              "placeOfUse": "US",
              "specialtyMetalsClause": true,
              "lineItems": [{ "id": "0001", "partNumber": "A-1", "deliveryDate": "2027-02-01" }],
              "endItems": [{ "partNumber": "A-1", "placeOfManufacture": "US" }],
              "cots": [{ "partNumber": "M-1", "basis": "catalogue", "massKilograms": 0.4, "coveredMaterialMassKilograms": 0.02, "tungstenMassKilograms": 0 }],
              "electronicDevices": [{ "partNumber": "C-1", "basis": "capacitor", "contractSpecifiesOtherwise": false }],
              "recycledMagnets": [{ "partNumber": "G-1", "milledIn": "US", "sinteredIn": "US" }],
              "determinations": [{ "id": "D-1", "kind": "class", "partNumbers": ["A-1"], "materials": ["tantalum"], "grantedOn": "2026-01-01", "expiresOn": "2027-12-31" }]
            }
            """, diagnostics).ShouldNotBeNull();

        diagnostics.Items.ShouldBeEmpty();
        contract.ClauseMonth.ShouldBe(new DateOnly(2024, 5, 1));
        contract.Value.ShouldBe(1_200_000m);
        contract.LineItems.ShouldHaveSingleItem().DeliveryDate.ShouldBe(new DateOnly(2027, 2, 1));
        contract.EndItems.ShouldHaveSingleItem().PlaceOfManufacture.ShouldBe(new Country("US"));
        contract.CotsClaims.ShouldHaveSingleItem().CoveredMaterialMassKilograms.ShouldBe(0.02m);
        contract.RecycledMagnetClaims.ShouldHaveSingleItem().Basis.ShouldBeNull();
        contract.Determinations.ShouldHaveSingleItem().IsClass.ShouldBe(true);
    }

    [Fact]
    public void A_determination_is_read_with_who_decided_quantity_and_paper()
    {
        var diagnostics = new DiagnosticBag();

        NonavailabilityDetermination determination = Read($$"""
            {
              "determinations": [{ "id": "D-1", "kind": "national-security", "status": "granted", "authority": "secretary-of-military-department", "decidedBy": "The Secretary",
                "quantity": 126, "document": { "title": "D.pdf", "date": "2026-10-08", "sha256": "{{new string('A', 64)}}" } }]
            }
            """, diagnostics).ShouldNotBeNull().Determinations.ShouldHaveSingleItem();

        diagnostics.Items.ShouldBeEmpty();
        (determination.IsNationalSecurityAcceptance, determination.Status, determination.Quantity).ShouldBe((true, DeterminationStatus.Granted, 126m));
        determination.Document.ShouldBe(new DeterminationDocument("D.pdf", new DateOnly(2026, 10, 8), new string('a', 64)));
    }

    [Fact]
    public void A_clause_date_says_that_the_clause_is_in_the_contract()
    {
        Read("{\"clauseDate\": \"MAY 2024\"}", new DiagnosticBag()).ShouldNotBeNull().IsClauseInContract.ShouldBe(true);
        Read("{\"clauseInContract\": false}", new DiagnosticBag()).ShouldNotBeNull().IsClauseInContract.ShouldBe(false);
        Read("{}", new DiagnosticBag()).ShouldNotBeNull().IsClauseInContract.ShouldBeNull();
    }

    [Fact]
    public void An_empty_contract_states_nothing()
    {
        ContractContext contract = Read("{}", new DiagnosticBag()).ShouldNotBeNull();

        contract.IsAcquiredOutsideUnitedStates.ShouldBeNull();
        contract.ClauseMonth.ShouldBeNull();
        contract.Value.ShouldBeNull();
    }

    [Theory]
    [InlineData("{\"vlaue\": 1}", DiagnosticIds.ContractPropertyUnknown, "vlaue")]
    [InlineData("{\"lineItems\": [{\"id\": \"1\", \"delivery\": \"2027-01-01\"}]}", DiagnosticIds.ContractPropertyUnknown, "$.lineItems[0]")]
    [InlineData("{\"value\": \"much\"}", DiagnosticIds.ContractValueInvalid, "$.value")]
    [InlineData("{\"value\": -1}", DiagnosticIds.ContractValueInvalid, "not below 0")]
    [InlineData("{\"awardDate\": \"3 Nov 2025\"}", DiagnosticIds.ContractValueInvalid, "2027-01-01")]
    [InlineData("{\"clauseDate\": \"latest\"}", DiagnosticIds.ContractValueInvalid, "MAY 2024")]
    [InlineData("{\"placeOfUse\": \"Germany\"}", DiagnosticIds.ContractValueInvalid, "ISO 3166")]
    [InlineData("{\"endItems\": [{}]}", DiagnosticIds.ContractValueInvalid, "partNumber")]
    [InlineData("{\"endItems\": {}}", DiagnosticIds.ContractValueInvalid, "an array")]
    [InlineData("{\"determinations\": [{\"id\": \"D\", \"kind\": \"broad\"}]}", DiagnosticIds.ContractValueInvalid, "individual, class or national-security")]
    [InlineData("{\"determinations\": [{\"id\": \"D\", \"grantedOn\": \"2026-02-01\", \"expiresOn\": "
        + "\"2026-01-01\"}]}", DiagnosticIds.ContractValueInvalid, "on or after")]
    [InlineData("{\"clauseDate\": \"MAY 2024\", \"clauseInContract\": false}", DiagnosticIds.ContractValueInvalid, "no clauseDate next to it")]
    [InlineData("{\"determinations\": [{\"id\": \"D\", \"document\": {\"title\": \"D.pdf\", \"sha256\": "
        + "\"abc\"}}]}", DiagnosticIds.ContractValueInvalid, "64 hexadecimal digits")]
    [InlineData("[]", DiagnosticIds.ContractUnreadable, "object")]
    [InlineData("{", DiagnosticIds.ContractUnreadable, "line 1")]
    public void A_fault_is_told_and_never_thrown(string json, string id, string words)
    {
        var diagnostics = new DiagnosticBag();

        Read(json, diagnostics);

        Diagnostic fault = diagnostics.Items.ShouldHaveSingleItem();
        fault.Id.ShouldBe(id);
        fault.ToString().ShouldContain(words);
    }

    [Theory]
    [InlineData("2024-05")]
    [InlineData("MAY 2024")]
    [InlineData("May 2024")]
    [InlineData("2024-05-30")]
    [InlineData("(MAY 2024)")]
    [InlineData("MAY 2024 (DEVIATION 2026-O0041)")]
    public void The_clause_is_known_by_its_month(string text) =>
        Read($"{{\"clauseDate\": \"{text}\"}}", new DiagnosticBag()).ShouldNotBeNull().ClauseMonth.ShouldBe(new DateOnly(2024, 5, 1));

    [Fact]
    public void The_delivery_date_is_that_of_the_line_item_that_holds_the_part()
    {
        ContractContext contract = Read("""
            { "lineItems": [{ "id": "1", "partNumber": "A-1", "deliveryDate": "2026-12-01" }, { "id": "2", "partNumber": "A-2", "deliveryDate": "2027-12-01" }] }
            """, new DiagnosticBag()).ShouldNotBeNull();

        contract.GetDeliveryDates(new ItemBuilder("M-1").Under(new ItemBuilder("a-2").Build()).Build()).ShouldBe([new DateOnly(2027, 12, 1)]);
        contract.GetDeliveryDates(new ItemBuilder("M-1").Build()).ShouldBeEmpty();
    }
}
