using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>A determination on file exempts only what it covers: one fact short, and the violation stands or its question does.</summary>
public sealed class DeterminationOnFileTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);

    private static readonly NonavailabilityDetermination Granted = new()
    {
        Id = "D-1",
        IsClass = false,
        Status = DeterminationStatus.Granted,
        Authority = "head-of-contracting-activity",
        ContractNumber = "N00024-26-C-0001",
        PartNumbers = ["P-1"],
        Materials = [MaterialIds.NdFeB],
        GrantedOn = new DateOnly(2026, 6, 1),
        ExpiresOn = new DateOnly(2027, 12, 31),
        MitigationPlanAcceptedOn = new DateOnly(2026, 6, 1),
        Quantity = 10,
        Document = new DeterminationDocument("d.pdf", new DateOnly(2026, 6, 1), new string('a', 64)),
    };

    private static Determination Decide(NonavailabilityDetermination determination, string? contractNumber = "N00024-26-C-0001", decimal? quantity = 10)
    {
        var contract = new ContractContext
        {
            Path = "contract.json",
            ContractNumber = contractNumber,
            LineItems = [new ContractLineItem("0001", "P-1", new DateOnly(2027, 3, 1)) { Quantity = quantity }],
            Determinations = [determination],
        };
        Regime regime = Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag())[1];
        return Engine.Determine(ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").Build(), contract, regime).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_determination_that_covers_everything_exempts() => Decide(Granted).Verdict.ShouldBe(Verdict.Exempt);

    [Theory]
    [InlineData("requested")]
    [InlineData("denied")]
    [InlineData("material")]
    [InlineData("item")]
    [InlineData("contract")]
    [InlineData("expired")]
    [InlineData("later")]
    [InlineData("quantity")]
    public void A_determination_that_falls_short_in_one_thing_leaves_the_violation(string what) => Decide(what switch
    {
        "requested" => Granted with { Status = DeterminationStatus.Requested },
        "denied" => Granted with { Status = DeterminationStatus.Denied },
        "material" => Granted with { Materials = [MaterialIds.Tantalum] },
        "item" => Granted with { PartNumbers = ["P-2"] },
        "contract" => Granted with { ContractNumber = "N00024-26-C-0002" },
        "expired" => Granted with { ExpiresOn = new DateOnly(2027, 2, 28) },
        "later" => Granted with { GrantedOn = new DateOnly(2027, 3, 2) },
        _ => Granted with { Quantity = 9 },
    }).Verdict.ShouldBe(Verdict.Violation);

    [Fact]
    public void A_determination_for_the_kinds_of_a_material_covers_it() =>
        Decide(Granted with { Materials = [MaterialIds.NdFeB, MaterialIds.SmCo] }).Verdict.ShouldBe(Verdict.Exempt);

    [Fact]
    public void A_day_of_grant_without_a_status_says_that_it_was_granted() => Decide(Granted with { Status = null }).Verdict.ShouldBe(Verdict.Exempt);

    [Fact]
    public void Without_status_and_day_of_grant_nothing_is_exempt() =>
        Decide(Granted with { Status = null, GrantedOn = null }).Verdict.ShouldNotBe(Verdict.Exempt);

    [Fact]
    public void An_individual_determination_needs_the_number_of_the_contract() => Decide(Granted, contractNumber: null).Verdict.ShouldNotBe(Verdict.Exempt);

    [Fact]
    public void A_determination_without_a_quantity_covers_any() => Decide(Granted with { Quantity = null }).Verdict.ShouldBe(Verdict.Exempt);

    [Fact]
    public void A_quantity_that_is_not_on_file_is_not_covered() => Decide(Granted, quantity: null).Verdict.ShouldNotBe(Verdict.Exempt);

    [Theory]
    [InlineData("contracting-officer", false, Verdict.Violation)]
    [InlineData("contractor", false, Verdict.Violation)]
    [InlineData("head-of-contracting-activity", true, Verdict.Violation)]
    [InlineData("senior-acquisition-executive", false, Verdict.Exempt)]
    [InlineData("senior-acquisition-executive", true, Verdict.Open)]
    [InlineData("secretary-of-defense", true, Verdict.Exempt)]
    [InlineData("secretary-of-defense", null, Verdict.Open)]
    public void Only_an_official_who_may_decide_it_exempts(string official, bool? isClass, Verdict verdict) =>
        Decide(Granted with { Authority = official, IsClass = isClass }).Verdict.ShouldBe(verdict);

    [Fact]
    public void A_class_determination_needs_no_number_of_a_contract() =>
        Decide(Granted with { Authority = "secretary-of-defense", IsClass = true, ContractNumber = null }, contractNumber: null)
            .Verdict.ShouldBe(Verdict.Exempt);

    [Fact]
    public void An_official_whom_the_pack_does_not_know_is_as_good_as_none() =>
        Decide(Granted with { Authority = "my-boss" }).Verdict.ShouldNotBe(Verdict.Exempt);

    [Fact]
    public void Of_two_determinations_the_one_that_holds_exempts()
    {
        var contract = new ContractContext
        {
            Path = "contract.json",
            ContractNumber = "N00024-26-C-0001",
            LineItems = [new ContractLineItem("0001", "P-1", new DateOnly(2027, 3, 1)) { Quantity = 1 }],
            Determinations = [Granted with { Id = "D-0", Status = DeterminationStatus.Denied }, Granted, Granted with { Id = "D-2", PartNumbers = ["P-9"] }],
        };

        Determination determination = Engine.Determine(
            ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").Build(), contract, Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag())[1])
            .ShouldHaveSingleItem();

        determination.Verdict.ShouldBe(Verdict.Exempt);
        determination.Exemption.ShouldNotBeNull().Claimant.ShouldContain("(determinations, D-1)");
    }

    [Fact]
    public void An_exemption_for_one_delivery_does_not_carry_the_next()
    {
        var contract = new ContractContext
        {
            Path = "contract.json",
            ContractNumber = "N00024-26-C-0001",
            LineItems =
            [
                new ContractLineItem("0001", "P-1", new DateOnly(2027, 3, 1)) { Quantity = 1 },
                new ContractLineItem("0002", "P-1", new DateOnly(2028, 3, 1)) { Quantity = 1 },
            ],
            Determinations = [Granted],
        };

        Engine.Determine(ItemBuilder.NdFeB.At(StageIds.Sintered, "CN").Build(), contract,
            Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag())[1]).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Violation);
    }
}
