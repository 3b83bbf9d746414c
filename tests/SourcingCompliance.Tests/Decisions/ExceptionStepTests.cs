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

    [Theory]
    [InlineData(0, "tungsten-mass")]
    [InlineData(1, "covered-material-mass")]
    public void Of_two_masses_in_dispute_the_one_that_the_law_of_the_delivery_weighs_is_asked_for(int regime, string fact)
    {
        BomItem device = new ItemBuilder("D-1").WithChildren().Build();
        ItemBuilder slug = new ItemBuilder().Carrying(MaterialIds.TungstenHeavyAlloy).At(StageIds.Consolidated, "CN").Weighing(0.6m).Under(device);

        Decide(slug, Contract with { CotsClaims = [Catalog with { TungstenMassKilograms = 0.05m }] }, regime).Missing[0].Fact.ShouldBe(fact);
    }

    [Fact]
    public void A_dispute_is_traced_with_the_shares_as_claimed()
    {
        BomItem device = new ItemBuilder("D-1").WithChildren().Build();

        Decide(Barred.Weighing(0.6m).Under(device), Contract with { CotsClaims = [Catalog] }, 1).Trace.SelectMany(trace => trace.Facts)
            .ShouldContain("item.coveredMaterialFraction = 0.05");
    }

    [Fact]
    public void An_off_the_shelf_item_is_weighed_by_the_list_where_the_claim_gives_no_mass()
    {
        BomItem device = new ItemBuilder("D-1").Weighing(1).WithChildren().Build();

        Decide(Barred.Under(device), Contract with { CotsClaims = [Catalog with { MassKilograms = null }] }, 1).Verdict.ShouldBe(Verdict.Exempt);
    }

    [Fact]
    public void A_magnet_is_no_tungsten_unless_the_claim_says_so()
    {
        CotsClaim loose = Catalog with { PartNumber = "P-1", TungstenMassKilograms = null };

        Decide(Barred, Contract with { CotsClaims = [loose] }).Verdict.ShouldBe(Verdict.Exempt);
        Decide(Barred, Contract with { CotsClaims = [loose with { TungstenMassKilograms = 0.6m }] }).Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void Heavy_alloy_is_tungsten_whatever_mass_is_claimed() =>
        Decide(new ItemBuilder().Carrying(MaterialIds.TungstenHeavyAlloy).At(StageIds.Consolidated, "CN"),
            Contract with { CotsClaims = [Catalog with { PartNumber = "P-1", IsMillProduct = false }] }).Verdict.ShouldBe(Verdict.Violation);

    private static ItemBuilder Recycled => ItemBuilder.NdFeB.From("CN").At(StageIds.Recycled, "JP").At(StageIds.Sintered, "US");

    private static OriginStatement UnreadMill
    {
        get
        {
            OriginStatement cell = ItemBuilder.Statement(StageIds.Milled, "", OriginCertainty.Unknown);
            return cell with { Raw = "Zzyzx", Origin = cell.Origin with { Unread = "Zzyzx" } };
        }
    }

    [Fact]
    public void Recycled_material_milled_in_the_united_states_is_excepted() =>
        Decide(Recycled.At(StageIds.Milled, "US"), Contract).Verdict.ShouldBe(Verdict.Exempt);

    [Fact]
    public void Recycled_material_that_was_probably_milled_there_is_not() =>
        Decide(Recycled.At(StageIds.Milled, "US", OriginCertainty.Ambiguous), Contract).Verdict.ShouldBe(Verdict.Violation);

    [Fact]
    public void A_text_on_its_milling_that_nobody_could_read_excepts_nothing() =>
        Decide(Recycled.At(StageIds.Milled, "US").With(UnreadMill), Contract).Verdict.ShouldBe(Verdict.Violation);

    [Fact]
    public void Two_plain_places_in_the_united_states_are_as_good_as_one_and_both_are_traced()
    {
        Determination exempt = Decide(Recycled.At(StageIds.Milled, "US").At(StageIds.Milled, "GU"), Contract);

        exempt.Verdict.ShouldBe(Verdict.Exempt);
        exempt.Trace.SelectMany(trace => trace.Facts).ShouldContain(fact => fact.StartsWith("item.milledIn", StringComparison.Ordinal)
            && fact.Contains("US", StringComparison.Ordinal) && fact.Contains("GU", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_plain_places_the_one_abroad_counts() =>
        Decide(Recycled.At(StageIds.Milled, "US").At(StageIds.Milled, "JP"), Contract).Verdict.ShouldBe(Verdict.Violation);

    [Fact]
    public void Above_every_threshold_there_was_the_exception_is_ruled_out_without_the_day_of_award()
    {
        Exception(Decide(Barred, Contract with { Value = 400_000 }), "SC2001").Established.ShouldBe(Truth.False);
        Exception(Decide(Barred, Contract with { Value = 300_000 }), "SC2001").Established.ShouldBe(Truth.Unknown);
    }

    [Fact]
    public void An_exception_that_nobody_claims_asks_for_nothing() => Decide(Barred, Contract).Exceptions.ShouldAllBe(one => one.Missing.IsEmpty);

    [Fact]
    public void A_claim_that_is_not_met_and_one_that_is_not_shown_are_both_told()
    {
        ContractContext contract = Contract with
        {
            ElectronicDeviceClaims = [new ElectronicDeviceClaim("P-1", "switches", true)],
            RecycledMagnetClaims = [new RecycledMagnetClaim("P-1", null, null, null)],
        };

        Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).At(StageIds.Melted, "CN"), contract).FutileClaims.Select(claim => claim[..14])
            .ShouldBe(["Claimed withou", "Claimed and no"]);
    }

    [Fact]
    public void A_determination_for_several_end_items_covers_each() =>
        Decide(Barred, Delivering(Granted with { PartNumbers = ["P-9", "P-1"] }, "2027-06-01"), 1).Verdict.ShouldBe(Verdict.Exempt);

    [Fact]
    public void Who_decided_is_told_by_the_name_of_the_office() =>
        Decide(Barred, Delivering(Granted, "2027-06-01"), 1).Exemption.ShouldNotBeNull().Claimant
            .ShouldBe("contract.json (determinations, D-1), decided by the head of the contracting activity");

    private static Determination DecideWith(NonavailabilityDetermination first, NonavailabilityDetermination second) =>
        Decide(Barred, Delivering(first, "2027-06-01") with { Determinations = [first, second] }, 1);

    [Fact]
    public void Of_two_determinations_that_hold_the_first_is_named() =>
        DecideWith(Granted, Granted with { Id = "D-2" }).Exemption.ShouldNotBeNull().Claimant.ShouldContain("(determinations, D-1)");

    [Fact]
    public void A_determination_whose_basis_is_on_file_goes_before_one_whose_is_not()
    {
        NonavailabilityDetermination shown = Granted with { Id = "D-2", Authority = null };
        NonavailabilityDetermination unshown = Granted with { PartNumbers = [] };

        DecideWith(unshown, shown).Notes.ShouldContain(note => note.StartsWith("Claimed: ", StringComparison.Ordinal) && note.Contains("determination D-2"));
        DecideWith(shown, unshown).Notes.ShouldContain(note => note.StartsWith("Claimed: ", StringComparison.Ordinal) && note.Contains("determination D-2"));
    }

    [Fact]
    public void A_determination_that_falls_short_goes_before_one_for_another_material()
    {
        NonavailabilityDetermination denied = Granted with { Id = "D-2", Status = DeterminationStatus.Denied };
        NonavailabilityDetermination other = Granted with { Materials = [MaterialIds.Tantalum] };

        DecideWith(other, denied).FutileClaims.ShouldHaveSingleItem().ShouldContain("determination D-2, denied");
        DecideWith(denied, other).FutileClaims.ShouldHaveSingleItem().ShouldContain("determination D-2, denied");
    }

    [Fact]
    public void An_off_the_shelf_end_item_is_excepted_and_its_samarium_cobalt_magnet_still_bound()
    {
        BomItem top = new ItemBuilder("D-1").From("CN").WithChildren().Build();
        BomItem magnet = new ItemBuilder("G-1").Carrying(MaterialIds.SmCo).Under(top).Build();
        ContractContext contract = Contract with { CotsClaims = [Catalog] };

        Determination exempt = new EndItemLimb(Engine)
            .Determine(top, [top, magnet], contract, Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag())[1]).ShouldNotBeNull();

        exempt.Verdict.ShouldBe(Verdict.Exempt);
        exempt.Notes.ShouldContain(note => note.StartsWith("A samarium-cobalt magnet stays under", StringComparison.Ordinal));
    }
}
