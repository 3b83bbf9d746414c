using System.Text;
using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>Every property of a contract file arrives in the fact that it states; one that cannot be used is told and stays not stated.</summary>
public sealed class ContractFieldsTests
{
    private static (ContractContext Contract, DiagnosticBag Diagnostics) Read(string json)
    {
        var diagnostics = new DiagnosticBag();
        return (ContractReader.Parse(Encoding.UTF8.GetBytes(json), "contract.json", diagnostics).ShouldNotBeNull(), diagnostics);
    }

    private static ContractContext ReadClean(string json)
    {
        (ContractContext contract, DiagnosticBag diagnostics) = Read(json);
        diagnostics.Items.ShouldBeEmpty();
        return contract;
    }

    private static NonavailabilityDetermination ReadDetermination(string properties) =>
        ReadClean($$"""{ "determinations": [{ "id": "D-1", {{properties}} }] }""").Determinations.ShouldHaveSingleItem();

    [Fact]
    public void The_facts_of_the_contract_are_read()
    {
        ContractContext contract = ReadClean("""
            {
              "contractNumber": "W-1", "clauseDate": "MAY 2024 (DEVIATION 2026-O0041)", "clauseInContract": true, "awardDate": "2025-11-03", "value": 0,
              "acquiredOutsideUnitedStates": true, "placeOfUse": "DE", "specialtyMetalsClause": false
            }
            """);

        (contract.Path, contract.ContractNumber, contract.ClauseDateText, contract.ClauseDeviation)
            .ShouldBe(("contract.json", "W-1", "MAY 2024 (DEVIATION 2026-O0041)", "2026-O0041"));
        (contract.AwardDate, contract.Value, contract.IsAcquiredOutsideUnitedStates, contract.PlaceOfUse, contract.HasSpecialtyMetalsClause)
            .ShouldBe((new DateOnly(2025, 11, 3), 0m, true, new Country("DE"), false));
    }

    [Fact]
    public void One_letter_that_is_no_hexadecimal_digit_makes_a_hash_none()
    {
        (ContractContext contract, DiagnosticBag diagnostics) = Read(
            $$"""{ "determinations": [{ "id": "D", "document": { "title": "d.pdf", "sha256": "{{new string('a', 63)}}g" } }] }""");

        diagnostics.Items.ShouldHaveSingleItem();
        contract.Determinations.ShouldHaveSingleItem().Document.ShouldNotBeNull().Sha256.ShouldBeNull();
    }

    [Fact]
    public void A_line_item_is_read_with_its_part_day_and_quantity() =>
        ReadClean("""{ "lineItems": [{ "id": "0001", "partNumber": "A-1", "deliveryDate": "2027-02-01", "quantity": 2.5 }, { "id": "0002" }] }""").LineItems
            .ShouldBe([new ContractLineItem("0001", "A-1", new DateOnly(2027, 2, 1)) { Quantity = 2.5m }, new ContractLineItem("0002", null, null)]);

    [Fact]
    public void An_off_the_shelf_claim_is_read_with_its_masses_and_its_form() =>
        ReadClean("""
            {
              "cots": [{ "partNumber": "M-1", "basis": "catalog", "massKilograms": 0.4, "tungstenMassKilograms": 0.1, "coveredMaterialMassKilograms": 0.02,
                "millProduct": true, "incorporated": false, "claimedBy": "J. Doe" }]
            }
            """).CotsClaims.ShouldHaveSingleItem().ShouldBe(new CotsClaim
        {
            PartNumber = "M-1",
            Basis = "catalog",
            MassKilograms = 0.4m,
            TungstenMassKilograms = 0.1m,
            CoveredMaterialMassKilograms = 0.02m,
            IsMillProduct = true,
            IsIncorporated = false,
            ClaimedBy = "J. Doe",
        });

    [Fact]
    public void An_electronic_device_is_read_with_the_terms_of_the_contract() =>
        ReadClean("""{ "electronicDevices": [{ "partNumber": "C-1", "basis": "capacitor", "contractSpecifiesOtherwise": true, "claimedBy": "J. Doe" }] }""")
            .ElectronicDeviceClaims.ShouldHaveSingleItem().ShouldBe(new ElectronicDeviceClaim("C-1", "capacitor", true) { ClaimedBy = "J. Doe" });

    [Fact]
    public void A_recycled_magnet_is_read_with_its_places() =>
        ReadClean("""{ "recycledMagnets": [{ "partNumber": "G-1", "basis": "letter", "milledIn": "US", "sinteredIn": "JP", "claimedBy": "J. Doe" }] }""")
            .RecycledMagnetClaims.ShouldHaveSingleItem()
            .ShouldBe(new RecycledMagnetClaim("G-1", "letter", new Country("US"), new Country("JP")) { ClaimedBy = "J. Doe" });

    [Fact]
    public void A_determination_is_read_with_what_it_names_and_its_days()
    {
        NonavailabilityDetermination read = ReadDetermination("""
            "contractNumber": "N-1", "partNumbers": ["A-1"], "materials": ["tantalum"], "grantedOn": "2026-01-01", "expiresOn": "2026-01-01",
            "mitigationPlanAcceptedOn": "2026-02-03", "authority": "hca", "decidedBy": "A. Roe"
            """);

        (read.ContractNumber, read.PartNumbers.ShouldHaveSingleItem(), read.Materials.ShouldHaveSingleItem()).ShouldBe(("N-1", "A-1", "tantalum"));
        (read.GrantedOn, read.ExpiresOn, read.MitigationPlanAcceptedOn)
            .ShouldBe((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 3)));
        (read.Authority, read.DecidedBy, read.Status, read.Document, read.Quantity).ShouldBe(("hca", "A. Roe", null, null, null));
    }

    [Theory]
    [InlineData("individual", false, false)]
    [InlineData("class", true, false)]
    [InlineData("national-security", null, true)]
    public void A_determination_is_of_the_kind_that_it_states(string kind, bool? isClass, bool isAcceptance)
    {
        NonavailabilityDetermination read = ReadDetermination($"\"kind\": \"{kind}\"");

        (read.IsClass, read.IsNationalSecurityAcceptance).ShouldBe((isClass, isAcceptance));
    }

    [Fact]
    public void A_determination_without_a_kind_is_of_none()
    {
        NonavailabilityDetermination read = ReadDetermination("\"quantity\": 1");

        (read.IsClass, read.IsNationalSecurityAcceptance).ShouldBe((null, false));
    }

    [Theory]
    [InlineData("requested", DeterminationStatus.Requested)]
    [InlineData("granted", DeterminationStatus.Granted)]
    [InlineData("denied", DeterminationStatus.Denied)]
    public void A_determination_stands_where_it_states(string word, DeterminationStatus status) =>
        ReadDetermination($"\"status\": \"{word}\"").Status.ShouldBe(status);

    [Fact]
    public void A_paper_without_a_hash_is_a_paper() =>
        ReadDetermination("\"document\": { \"title\": \"d.pdf\" }").Document.ShouldBe(new DeterminationDocument("d.pdf", null, null));

    [Theory]
    [InlineData("{\"placeOfUse\": \"de\"}")]
    [InlineData("{\"placeOfUse\": \"D1\"}")]
    [InlineData("{\"placeOfUse\": \"1D\"}")]
    [InlineData("{\"placeOfUse\": \"DEU\"}")]
    [InlineData("{\"placeOfUse\": \"[E\"}")]
    [InlineData("{\"placeOfUse\": \"E[\"}")]
    public void A_country_that_is_no_code_is_refused_and_stays_not_stated(string json)
    {
        (ContractContext contract, DiagnosticBag diagnostics) = Read(json);

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ContractValueInvalid);
        contract.PlaceOfUse.ShouldBeNull();
    }

    [Theory]
    [InlineData("AZ")]
    [InlineData("ZA")]
    public void A_country_code_may_begin_and_end_with_any_letter(string code) =>
        ReadClean($"{{\"placeOfUse\": \"{code}\"}}").PlaceOfUse.ShouldBe(new Country(code));

    [Theory]
    [InlineData("\"value\": -1")]
    [InlineData("\"cots\": [{ \"partNumber\": \"M-1\", \"massKilograms\": -0.1 }]")]
    public void A_number_below_zero_is_refused_and_stays_not_stated(string property)
    {
        (ContractContext contract, DiagnosticBag diagnostics) = Read($"{{ {property} }}");

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ContractValueInvalid);
        (contract.Value, contract.CotsClaims.FirstOrDefault()?.MassKilograms).ShouldBe((null, null));
    }

    [Fact]
    public void A_last_day_before_the_first_stays_not_stated() =>
        Read("""{ "determinations": [{ "id": "D", "grantedOn": "2026-02-01", "expiresOn": "2026-01-31" }] }""").Contract.Determinations.ShouldHaveSingleItem()
            .ExpiresOn.ShouldBeNull();

    [Theory]
    [InlineData('g', 64)]
    [InlineData('a', 63)]
    [InlineData('a', 65)]
    public void A_hash_that_is_none_stays_not_stated_and_the_paper_stands(char digit, int length)
    {
        (ContractContext contract, DiagnosticBag diagnostics) = Read(
            $$"""{ "determinations": [{ "id": "D", "document": { "title": "d.pdf", "sha256": "{{new string(digit, length)}}" } }] }""");

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ContractValueInvalid);
        contract.Determinations.ShouldHaveSingleItem().Document.ShouldBe(new DeterminationDocument("d.pdf", null, null));
    }

    [Theory]
    [InlineData("{\"determinations\": [{\"id\": \"D\", \"state\": \"granted\"}]}")]
    [InlineData("{\"determinations\": [{\"id\": \"D\", \"document\": {\"title\": \"d.pdf\", \"hash\": \"a\"}}]}")]
    [InlineData("{\"cots\": [{\"partNumber\": \"M-1\", \"mass\": 1}]}")]
    public void A_property_that_is_not_known_is_told_wherever_it_stands(string json) =>
        Read(json).Diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ContractPropertyUnknown);

    [Fact]
    public void A_status_that_is_none_is_refused_and_stays_not_stated()
    {
        (ContractContext contract, DiagnosticBag diagnostics) = Read("{\"determinations\": [{\"id\": \"D\", \"status\": \"pending\"}]}");

        diagnostics.Items.ShouldHaveSingleItem().ToString().ShouldContain("requested, granted or denied");
        contract.Determinations.ShouldHaveSingleItem().Status.ShouldBeNull();
    }

    [Fact]
    public void A_clause_date_beside_a_clause_that_is_not_in_the_contract_counts_as_in_it() =>
        Read("{\"clauseDate\": \"MAY 2024\", \"clauseInContract\": false}").Contract.IsClauseInContract.ShouldBe(true);

    [Fact]
    public void A_clause_date_that_cannot_be_used_leaves_open_which_clause_it_is()
    {
        ContractContext contract = Read("{\"clauseDate\": \"latest\"}").Contract;

        (contract.ClauseMonth, contract.ClauseDateText, contract.IsClauseInContract).ShouldBe((null, null, null));
    }
}
