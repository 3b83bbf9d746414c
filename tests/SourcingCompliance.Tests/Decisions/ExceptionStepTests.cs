using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>What exceptions make of a determination, in every word and fact that a report prints of it.</summary>
public sealed class ExceptionStepTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack) { CountryNames = country => country.Code == "CN" ? "China" : country.Code };
    private static readonly ContractContext Contract = new() { Path = "contract.json" };
    private static readonly ContractContext Small = Contract with { Value = 1_000 };
    private static readonly string[] Phases = [StageIds.Melted, StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized];

    private static readonly NonavailabilityDetermination Granted = new()
    {
        Id = "D-1",
        IsClass = false,
        Status = DeterminationStatus.Granted,
        Authority = "head-of-contracting-activity",
        ContractNumber = "N-1",
        PartNumbers = ["P-1"],
        Materials = [MaterialIds.NdFeB],
        GrantedOn = new DateOnly(2026, 6, 1),
        ExpiresOn = new DateOnly(2030, 12, 31),
        MitigationPlanAcceptedOn = new DateOnly(2026, 6, 1),
    };

    private static readonly CotsClaim Catalog =
        new() { PartNumber = "D-1", Basis = "catalog", MassKilograms = 1, CoveredMaterialMassKilograms = 0.05m, TungstenMassKilograms = 0 };

    private static ItemBuilder Barred => ItemBuilder.NdFeB.At(StageIds.Sintered, "CN");

    private static Determination Decide(ItemBuilder item, ContractContext contract, int regime = 0, DeterminationEngine? engine = null) =>
        (engine ?? Engine).Determine(item.Build(), contract, Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag())[regime]).ShouldHaveSingleItem();

    private static ContractContext Delivering(NonavailabilityDetermination determination, params string?[] days) => Contract with
    {
        ContractNumber = "N-1",
        LineItems = [.. days.Select((day, at) => new ContractLineItem($"000{at}", "P-1",
            day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) { Quantity = 1 })],
        Determinations = [determination],
    };

    private static ExceptionDetermination Exception(Determination determination, string rule) => determination.Exceptions.Single(one => one.Rule == rule);

    [Fact]
    public void An_exemption_reads_as_title_basis_claimant_and_what_it_excuses()
    {
        Determination exempt = Decide(Barred, Small);

        exempt.Basis.ShouldBe("Acquisition at or below the simplified acquisition threshold. Basis: value 1,000 US dollars, whether the clause is in the "
            + "contract is not stated. Claimed by: contract.json. Excuses: sintered in China (cell E2 \"CN\"), prohibited by 252.225-7052(b)(2)(i)(A)(2)");
        (exempt.Missing.Length, exempt.Notes.Length, exempt.IsExceptionClaimed).ShouldBe((0, 1, false));
        exempt.Notes[0].ShouldEndWith("(225.7018-5; 252.225-7052(d); 10 U.S.C. 4872)");
        exempt.Trace.ShouldContain(trace => trace.Rule == "SC2001" && trace.Condition.Contains("contract.value", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exemption_of_an_open_line_excuses_what_is_not_on_file() =>
        Decide(ItemBuilder.NdFeB.At(Phases[1..], "JP"), Small).Exemption.ShouldNotBeNull().Excuses
            .ShouldBe("1 restricted step of 5 not on file (restricted by 252.225-7052(b)(2)(i)(A)(1))");

    [Fact]
    public void An_exemption_of_a_suspicion_excuses_a_restricted_origin_and_what_else_is_on_file() =>
        Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("CN").At(StageIds.Mined, "RU"), Small).Exemption.ShouldNotBeNull().Excuses
            .ShouldBe("the only origin listed for the part is China (cell E2 \"CN\"), restricted by 252.225-7052(b)(1)(i); also on file: mined in RU "
                + "(cell E2 \"RU\"), not a step that the clause restricts for these deliveries");

    [Fact]
    public void A_pass_asks_for_no_exception() => Decide(ItemBuilder.NdFeB.At(Phases, "JP"), Small).Exceptions.ShouldBeEmpty();

    [Fact]
    public void Every_exception_of_the_pack_is_asked_about_a_violation() =>
        Decide(Barred, Contract).Exceptions.Select(exception => exception.Rule)
            .ShouldBe(["SC2001", "SC2002", "SC2003", "SC2004", "SC2005", "SC2006", "SC2007"]);

    [Fact]
    public void A_claim_with_its_basis_that_lacks_an_input_leaves_the_line_open_and_asks_for_the_input_first()
    {
        ContractContext contract = Contract with { ElectronicDeviceClaims = [new ElectronicDeviceClaim("P-1", "switches", null) { ClaimedBy = "J. Doe" }] };

        Determination open = Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("CN"), contract);

        (open.Verdict, open.Rule, open.Citation, open.IsExceptionClaimed).ShouldBe((Verdict.Open, "SC3005", "252.225-7052(c)(1)(iii)", true));
        open.Basis.ShouldBe("an exception is claimed with its basis but lacks an input (Electronic device, unless the contract specifies otherwise); "
            + "without it: the only origin listed for the part is China (cell E2 \"CN\"), restricted by 252.225-7052(b)(1)(i)");
        open.Missing[0].Fact.ShouldBe("contract-electronic-device-terms");
        open.Missing.Length.ShouldBeGreaterThan(1);
        open.Notes.ShouldBe(["Claimed: Electronic device, unless the contract specifies otherwise (252.225-7052(c)(1)(iii)). "
            + "Basis: \"switches\". Claimed by: J. Doe, contract.json (electronicDevices, P-1)."]);
        open.Trace.ShouldContain(trace => trace.Rule == "SC2004");
        Exception(open, "SC2004").Missing.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_claim_without_its_basis_is_told_with_what_it_lacks_and_changes_nothing()
    {
        ContractContext contract = Contract with { ElectronicDeviceClaims = [new ElectronicDeviceClaim("P-1", null, null)] };

        Determination barred = Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).At(StageIds.Melted, "CN"), contract);

        barred.Verdict.ShouldBe(Verdict.Violation);
        barred.FutileClaims.ShouldBe(["Claimed without its basis, so it changes nothing: Electronic device, unless the contract specifies otherwise "
            + "(252.225-7052(c)(1)(iii)). Basis: none is stated. Claimed by: claimant not named, contract.json (electronicDevices, P-1)."]);
        barred.Notes.ShouldBe(barred.FutileClaims);
        barred.Missing.Select(fact => fact.Fact).ShouldBe(["electronic-device-basis", "contract-electronic-device-terms"]);
        barred.Trace.ShouldContain(trace => trace.Rule == "SC2004");
    }

    [Fact]
    public void A_claim_that_is_not_met_says_why_and_asks_nothing()
    {
        ContractContext contract = Contract with { ElectronicDeviceClaims = [new ElectronicDeviceClaim("P-1", "switches", true)] };

        Determination barred = Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).At(StageIds.Melted, "CN"), contract);

        barred.Verdict.ShouldBe(Verdict.Violation);
        barred.FutileClaims.ShouldBe(["Claimed and not met: Electronic device, unless the contract specifies otherwise (252.225-7052(c)(1)(iii)): the contract "
            + "specifies otherwise. Basis: \"switches\". Claimed by: claimant not named, contract.json (electronicDevices, P-1)."]);
        barred.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Where_nothing_is_claimed_nothing_is_said_of_exceptions()
    {
        Determination barred = Decide(Barred, Contract);

        (barred.FutileClaims.Length, barred.Notes.Length, barred.Missing.Length).ShouldBe((0, 0, 0));
        barred.Trace.ShouldAllBe(trace => !trace.Rule.StartsWith("SC20", StringComparison.Ordinal));
    }

    [Fact]
    public void Conditions_of_exceptions_that_nobody_claims_are_traced_only_where_all_are()
    {
        var tracing = new DeterminationEngine(MainPack.Pack) { TracesAll = true };

        string[] rules = [.. Decide(Barred, Small, engine: tracing).Trace.Select(trace => trace.Rule).Distinct()];

        rules.ShouldBeSubsetOf(["SC1002", "SC2001", "SC2002", "SC2003", "SC2004", "SC2005", "SC2006", "SC2007"]);
        rules.ShouldContain("SC2006");
        Decide(Barred, Small, engine: tracing).Trace.Count(trace => trace.Rule == "SC2001")
            .ShouldBe(Decide(Barred, Small).Trace.Count(trace => trace.Rule == "SC2001"));
    }

    [Fact]
    public void An_input_that_list_and_claim_dispute_is_asked_with_a_sentence_on_both()
    {
        BomItem device = new ItemBuilder("D-1").WithChildren().Build();
        ContractContext contract = Contract with
        {
            CotsClaims = [Catalog],
        };

        Determination open = Decide(Barred.Weighing(0.6m).Under(device), contract, 1);

        open.Missing[0].Question.ShouldEndWith("(The claim gives 50 g of covered material in it, the list 600 g.)");
        open.Missing[0].Fact.ShouldBe("covered-material-mass");
    }

    [Fact]
    public void The_fractions_are_asked_for_again_as_claimed_after_a_dispute()
    {
        BomItem device = new ItemBuilder("D-1").WithChildren().Build();
        ContractContext contract = Contract with
        {
            CotsClaims = [Catalog],
        };

        // 100 g of 1 kg are more than claimed and still less than half, so the dispute undoes nothing.
        Decide(Barred.Weighing(0.1m).Under(device), contract, 1).Verdict.ShouldBe(Verdict.Exempt);
    }

    [Theory]
    [InlineData("2029-06-01", Verdict.Exempt)]
    [InlineData("2029-06-02", Verdict.Violation)]
    public void Thirty_six_months_after_the_grant_a_determination_carries_no_more(string day, Verdict verdict) =>
        Decide(Barred, Delivering(Granted, day), 1).Verdict.ShouldBe(verdict);

    [Fact]
    public void A_delivery_of_an_unknown_day_is_asked_for()
    {
        Determination open = Decide(Barred, Delivering(Granted, (string?)null), 1);

        open.Verdict.ShouldBe(Verdict.Open);
        open.Missing.ShouldContain(fact => fact.Fact == "contract-delivery-date");
    }

    [Fact]
    public void A_delivery_of_an_unknown_day_beside_a_known_one_is_asked_for() =>
        Decide(Barred, Delivering(Granted, "2027-06-01", null), 1).Verdict.ShouldBe(Verdict.Open);

    [Theory]
    [InlineData("2026-06-01", 0, Verdict.Exempt)]
    [InlineData("2027-01-01", 0, Verdict.Exempt)]
    [InlineData("2026-12-31", 1, Verdict.Exempt)]
    public void A_period_without_a_delivery_is_asked_as_if_it_had_one(string day, int regime, Verdict verdict) =>
        Decide(Barred, Delivering(Granted, day), regime).Verdict.ShouldBe(verdict);

    [Fact]
    public void Only_the_deliveries_of_a_period_count_for_it()
    {
        NonavailabilityDetermination shortly = Granted with { ExpiresOn = new DateOnly(2026, 12, 31) };

        Decide(Barred, Delivering(shortly, "2026-12-01", "2027-02-01"), 0).Verdict.ShouldBe(Verdict.Exempt);
        Decide(Barred, Delivering(shortly, "2026-12-01", "2027-02-01"), 1).Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void From_2027_a_determination_needs_a_mitigation_plan_accepted_by_the_delivery()
    {
        Decide(Barred, Delivering(Granted with { MitigationPlanAcceptedOn = null }, "2027-06-01"), 1).Verdict.ShouldBe(Verdict.Open);
        Decide(Barred, Delivering(Granted with { MitigationPlanAcceptedOn = new DateOnly(2027, 6, 2) }, "2027-06-01"), 1).Verdict.ShouldBe(Verdict.Violation);
        Decide(Barred, Delivering(Granted with { MitigationPlanAcceptedOn = null }, "2026-12-01"), 0).Verdict.ShouldBe(Verdict.Exempt);
    }

    [Fact]
    public void What_still_binds_names_the_months_and_the_paper_where_they_fall_short()
    {
        string[] longer = [.. Decide(Barred, Delivering(Granted, "2027-06-01"), 1).Notes];
        string[] signed = [.. Decide(Barred, Delivering(Granted with
        {
            ExpiresOn = new DateOnly(2029, 6, 1),
            Document = new DeterminationDocument("d.pdf", null, new string('a', 64)),
        }, "2027-06-01"), 1).Notes];

        longer.Count(note => note.StartsWith("It was granted for more than the 36 months", StringComparison.Ordinal)).ShouldBe(1);
        longer.Count(note => note.StartsWith("No signed document with its hash", StringComparison.Ordinal)).ShouldBe(1);
        signed.ShouldHaveSingleItem().ShouldStartWith("Everything that the determination does not name stays restricted.");
    }

    [Fact]
    public void A_paper_without_its_hash_is_no_signed_document() =>
        Decide(Barred, Delivering(Granted with { Document = new DeterminationDocument("d.pdf", null, null) }, "2027-06-01"), 1).Notes
            .ShouldContain(note => note.StartsWith("No signed document with its hash", StringComparison.Ordinal));

    [Fact]
    public void An_acceptance_for_national_security_covers_every_material_and_needs_its_quantity()
    {
        NonavailabilityDetermination acceptance = Granted with
        {
            IsClass = null,
            IsNationalSecurityAcceptance = true,
            Authority = "secretary-of-defense",
            Materials = [],
            ContractNumber = null,
            Quantity = 1,
        };

        Decide(Barred, Delivering(acceptance, "2027-06-01"), 1).Rule.ShouldBe("SC2007");
        Decide(Barred, Delivering(acceptance with { Quantity = null }, "2027-06-01"), 1).Verdict.ShouldBe(Verdict.Open);
        Decide(Barred, Delivering(acceptance with { Materials = [MaterialIds.Tantalum] }, "2027-06-01"), 1).Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void A_determination_that_names_no_material_covers_none_for_certain()
    {
        Determination barred = Decide(Barred, Delivering(Granted with { Materials = [] }, "2027-06-01"), 1);

        barred.Verdict.ShouldNotBe(Verdict.Exempt);
        Exception(barred, "SC2006").Missing.ShouldContain(fact => fact.Fact == "contract-determination-material");
    }

    [Fact]
    public void A_determination_that_names_no_part_covers_none_for_certain() =>
        Exception(Decide(Barred, Delivering(Granted with { PartNumbers = [] }, "2027-06-01"), 1), "SC2006").Missing
            .ShouldContain(fact => fact.Fact == "contract-determination-end-item");

    [Fact]
    public void A_magnet_of_unstated_kind_is_covered_only_where_every_kind_is()
    {
        ItemBuilder magnet = new ItemBuilder().Carrying(MaterialIds.RareEarthMagnet).At(StageIds.Sintered, "CN");

        Decide(magnet, Delivering(Granted with { Materials = [MaterialIds.NdFeB] }, "2027-06-01"), 1).Verdict.ShouldBe(Verdict.Violation);
        Decide(magnet, Delivering(Granted with { Materials = [MaterialIds.NdFeB, MaterialIds.SmCo] }, "2027-06-01"), 1).Verdict.ShouldBe(Verdict.Exempt);
        Decide(magnet, Delivering(Granted with { Materials = [MaterialIds.RareEarthMagnet] }, "2027-06-01"), 1).Verdict.ShouldBe(Verdict.Exempt);
    }

    [Fact]
    public void A_determination_for_the_assembly_carries_its_parts() =>
        Decide(Barred.Under(new ItemBuilder("TOP").WithChildren().Build()), Delivering(Granted with { PartNumbers = ["TOP"] }, "2027-06-01"), 1)
            .Verdict.ShouldBe(Verdict.Exempt);
}
