using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>What an exemption prints of its claim: the basis in the words of the claim, and who claims it where.</summary>
public sealed class ExceptionClaimTests
{
    private static readonly ContractContext Contract = new() { Path = "contract.json" };
    private static readonly BomItem Top = new ItemBuilder("TOP").Build();
    private static readonly BomItem Part = new ItemBuilder("P-1").Under(Top).Build();

    private static ExceptionClaim? Claim(string? section, ContractContext? contract, params ImmutableArray<StageStatement> statements) =>
        ExceptionClaim.From(section, Part, contract, null, statements, id => id);

    private static ExceptionClaim Decided(NonavailabilityDetermination determination) =>
        ExceptionClaim.From("determinations", Part, Contract, determination, [], id => $"head {id}").ShouldNotBeNull();

    private static StageStatement Stated(string stage, string country) =>
        StageStatement.From(new ItemBuilder().With(ItemBuilder.Statement(stage, country, OriginCertainty.Definite)).Build()).Single();

    [Fact]
    public void A_claim_is_quoted_with_who_makes_it_and_where_it_stands() =>
        Claim("cots", Contract with { CotsClaims = [new CotsClaim { PartNumber = "P-1", Basis = "catalog", ClaimedBy = "J. Doe" }] })
            .ShouldBe(new ExceptionClaim("\"catalog\"", "J. Doe, contract.json (cots, P-1)"));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_claim_without_basis_or_claimant_says_so(string? nothing) =>
        Claim("electronicDevices", Contract with { ElectronicDeviceClaims = [new ElectronicDeviceClaim("P-1", nothing, null) { ClaimedBy = nothing }] })
            .ShouldBe(new ExceptionClaim("none is stated", "claimant not named, contract.json (electronicDevices, P-1)"));

    [Fact]
    public void A_claim_that_a_supplier_stated_of_the_item_stands_in_no_contract_file()
    {
        Claim("cots", Contract with { CotsClaims = [new CotsClaim { PartNumber = "P-1", Basis = "catalog", ClaimedBy = "Acme", Item = Part }] })
            .ShouldNotBeNull().Claimant.ShouldBe("Acme");
        Claim("electronicDevices", Contract with { ElectronicDeviceClaims = [new ElectronicDeviceClaim("P-1", "x", null) { ClaimedBy = "Acme", Item = Part }] })
            .ShouldNotBeNull().Claimant.ShouldBe("Acme");
        Claim("recycledMagnets", Contract with { RecycledMagnetClaims = [new RecycledMagnetClaim("P-1", "x", null, null) { ClaimedBy = "Acme", Item = Part }] })
            .ShouldNotBeNull().Claimant.ShouldBe("Acme");
    }

    [Fact]
    public void A_claim_for_the_part_goes_before_one_for_the_assembly_that_holds_it() =>
        Claim("cots", Contract with
        {
            CotsClaims = [new CotsClaim { PartNumber = "TOP", Basis = "of the whole" }, new CotsClaim { PartNumber = "p-1", Basis = "of the part" }],
        }).ShouldNotBeNull().Basis.ShouldBe("\"of the part\"");

    [Fact]
    public void A_claim_for_the_assembly_carries_its_parts() =>
        Claim("cots", Contract with { CotsClaims = [new CotsClaim { PartNumber = "TOP", Basis = "of the whole" }] })
            .ShouldNotBeNull().Claimant.ShouldEndWith("(cots, TOP)");

    [Theory]
    [InlineData("cots")]
    [InlineData("electronicDevices")]
    [InlineData("recycledMagnets")]
    [InlineData("determinations")]
    [InlineData("waivers")]
    [InlineData(null)]
    public void Where_nothing_on_file_speaks_of_an_exception_there_is_no_claim(string? section)
    {
        Claim(section, Contract with
        {
            CotsClaims = [new CotsClaim { PartNumber = "OTHER" }],
            ElectronicDeviceClaims = [new ElectronicDeviceClaim("OTHER", "x", null)],
            RecycledMagnetClaims = [new RecycledMagnetClaim("OTHER", "x", null, null)],
        }).ShouldBeNull();
        Claim(section, null).ShouldBeNull();
    }

    [Fact]
    public void A_claim_of_recycled_material_shows_the_places_of_claim_and_list()
    {
        ContractContext contract = Contract with { RecycledMagnetClaims = [new RecycledMagnetClaim("P-1", "letter", new Country("US"), new Country("JP"))] };

        Claim("recycledMagnets", contract, Stated(StageIds.Milled, "CA"), Stated(StageIds.Sintered, "CN"), Stated(StageIds.Mined, "AU"))
            .ShouldNotBeNull().Basis
            .ShouldBe("\"letter\", milled in US, sintered in JP by the claim; by the list milled \"CA\" (cell E2), sintered \"CN\" (cell E2)");
    }

    [Fact]
    public void A_claim_of_recycled_material_without_places_shows_its_basis_alone() =>
        Claim("recycledMagnets", Contract with { RecycledMagnetClaims = [new RecycledMagnetClaim("P-1", "letter", null, null)] })
            .ShouldNotBeNull().Basis.ShouldBe("\"letter\"");

    [Theory]
    [InlineData("US", null, "\"letter\", milled in US by the claim")]
    [InlineData(null, "JP", "\"letter\", sintered in JP by the claim")]
    public void A_place_that_the_claim_does_not_state_is_left_out(string? milled, string? sintered, string basis) =>
        Claim("recycledMagnets", Contract with
        {
            RecycledMagnetClaims =
            [
                new RecycledMagnetClaim("P-1", "letter", milled is null ? null : new Country(milled), sintered is null ? null : new Country(sintered)),
            ],
        }).ShouldNotBeNull().Basis.ShouldBe(basis);

    [Fact]
    public void A_list_that_says_that_the_feedstock_is_recycled_claims_it_itself() =>
        Claim("recycledMagnets", null, Stated(StageIds.Mined, "AU"), Stated(StageIds.Recycled, "JP"))
            .ShouldBe(new ExceptionClaim("the list says that the feedstock is recycled (cell E2 \"JP\")", "the list"));

    [Fact]
    public void The_contract_file_claims_by_its_facts() =>
        Claim("contract", Contract with
        {
            Value = 249_000.4m,
            AwardDate = new DateOnly(2025, 11, 3),
            IsAcquiredOutsideUnitedStates = true,
            PlaceOfUse = new Country("DE"),
            IsClauseInContract = false,
        }).ShouldBe(new ExceptionClaim(
            "value 249,000 US dollars, awarded 2025-11-03, acquired outside the United States, for use in DE, the clause is not in the contract",
            "contract.json"));

    [Fact]
    public void Facts_that_the_contract_file_does_not_state_are_left_out()
    {
        Claim("contract", Contract).ShouldNotBeNull().Basis.ShouldBe("whether the clause is in the contract is not stated");
        Claim("contract", Contract with { IsAcquiredOutsideUnitedStates = false, IsClauseInContract = true }).ShouldNotBeNull().Basis
            .ShouldBe("acquired in the United States, the clause is in the contract");
        Claim("contract", null).ShouldBeNull();
    }

    [Fact]
    public void A_whole_determination_is_told_with_its_limits_paper_and_official() =>
        Decided(new NonavailabilityDetermination
        {
            Id = "D-1", IsClass = false, Status = DeterminationStatus.Granted, Authority = "hca", DecidedBy = "A. Roe", ContractNumber = "N-1",
            GrantedOn = new DateOnly(2026, 6, 1), ExpiresOn = new DateOnly(2027, 12, 31), Quantity = 10.50m,
            PartNumbers = ["A-1", "A-2"], Materials = ["tantalum", "smco-magnet"], Document = new DeterminationDocument("d.pdf", null, "ab"),
        }).ShouldBe(new ExceptionClaim(
            "individual determination D-1, granted 2026-06-01, through 2027-12-31, contract N-1, end item A-1, A-2, tantalum, smco-magnet, quantity 10.5, "
                + "document \"d.pdf\", sha256 ab",
            "contract.json (determinations, D-1), decided by the head hca (A. Roe)"));

    [Fact]
    public void A_bare_determination_is_told_by_its_number() =>
        Decided(new NonavailabilityDetermination { Id = "D-1" })
            .ShouldBe(new ExceptionClaim("determination D-1", "contract.json (determinations, D-1), who decided is not stated"));

    [Theory]
    [InlineData(true, true, "national-security acceptance D-1")]
    [InlineData(true, false, "class determination D-1")]
    [InlineData(false, false, "individual determination D-1")]
    [InlineData(null, false, "determination D-1")]
    public void A_determination_is_called_by_its_kind(bool? isClass, bool isAcceptance, string words) =>
        Decided(new NonavailabilityDetermination { Id = "D-1", IsClass = isClass, IsNationalSecurityAcceptance = isAcceptance }).Basis.ShouldBe(words);

    [Theory]
    [InlineData(DeterminationStatus.Requested, "determination D-1, requested, not decided, dated 2026-06-01")]
    [InlineData(DeterminationStatus.Denied, "determination D-1, denied, dated 2026-06-01")]
    [InlineData(DeterminationStatus.Granted, "determination D-1, granted 2026-06-01")]
    [InlineData(null, "determination D-1, granted 2026-06-01")]
    public void Only_a_determination_that_was_granted_is_called_granted(DeterminationStatus? status, string words) =>
        Decided(new NonavailabilityDetermination { Id = "D-1", Status = status, GrantedOn = new DateOnly(2026, 6, 1) }).Basis.ShouldBe(words);

    [Theory]
    [InlineData("hca", null, "decided by the head hca")]
    [InlineData("hca", "", "decided by the head hca")]
    [InlineData(null, "A. Roe", "decided by A. Roe")]
    [InlineData(null, "", "who decided is not stated")]
    public void Who_decided_is_told_as_far_as_it_is_stated(string? authority, string? name, string words) =>
        Decided(new NonavailabilityDetermination { Id = "D-1", Authority = authority, DecidedBy = name }).Claimant.ShouldEndWith($"D-1), {words}");

    [Fact]
    public void An_empty_number_of_a_contract_and_a_paper_without_a_hash_are_told_without() =>
        Decided(new NonavailabilityDetermination { Id = "D-1", ContractNumber = "", Document = new DeterminationDocument("d.pdf", null, null) })
            .Basis.ShouldBe("determination D-1, document \"d.pdf\"");
}
