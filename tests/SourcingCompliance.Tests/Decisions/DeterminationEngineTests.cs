using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

public sealed class DeterminationEngineTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);
    private static readonly Regime Now = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[0];
    private static readonly Regime From2027 = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag())[1];
    private static readonly string[] Phases = [StageIds.Melted, StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized];
    private static readonly string[] Chain = [StageIds.Mined, StageIds.Refined, StageIds.Separated, StageIds.Reduced, .. Phases];

    private static Determination Decide(ItemBuilder item, Regime regime, ContractContext? contract = null) =>
        Engine.Determine(item.Build(), contract, regime).ShouldHaveSingleItem();

    [Fact]
    public void A_magnet_sintered_in_china_violates_both_regimes()
    {
        ItemBuilder magnet = ItemBuilder.NdFeB.At(StageIds.Sintered, "CN");

        Decide(magnet, Now).Verdict.ShouldBe(Verdict.Violation);
        Decide(magnet, From2027).Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void A_violation_names_rule_step_cell_and_paragraph()
    {
        Determination determination = Decide(ItemBuilder.NdFeB.At(Phases[..3], "JP").At(StageIds.Sintered, "CN"), Now);

        determination.Rule.ShouldBe("SC1002");
        determination.Citation.ShouldBe("252.225-7052(b)(2)(i)(A)(2)");
        determination.Deciding.ShouldNotBeNull().Requirement.ShouldBe("ndfeb-sintered-or-bonded");
        determination.Deciding.ShouldNotBeNull().Statement.ShouldNotBeNull().Raw.ShouldBe("CN");
        determination.Trace.ShouldContain(trace => trace.Condition == "coveredCountries.Contains(stage.country)" && trace.Truth == Truth.True);
    }

    [Fact]
    public void Mining_in_china_is_restricted_from_2027()
    {
        ItemBuilder magnet = ItemBuilder.NdFeB.At(Phases, "JP").At(StageIds.Mined, "CN").At([StageIds.Refined, StageIds.Separated, StageIds.Reduced], "MY");

        Decide(magnet, Now).Verdict.ShouldBe(Verdict.Pass);
        Decide(magnet, From2027).Verdict.ShouldBe(Verdict.Violation);
        Decide(magnet, From2027).Citation.ShouldBe("252.225-7052(b)(3)");
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(StageIds.Sintered, "")]
    [InlineData(StageIds.Sintered, "US")]
    [InlineData(StageIds.Mined, "US")]
    public void A_text_that_nobody_could_read_keeps_a_line_from_passing_and_is_shown(string? stage, string countries)
    {
        ItemBuilder complete = ItemBuilder.NdFeB.At(Chain, "JP");
        Decide(complete, From2027).Verdict.ShouldBe(Verdict.Pass);

        OriginStatement read = ItemBuilder.Statement(stage, countries, countries.Length == 0 ? OriginCertainty.Unknown : OriginCertainty.Ambiguous);
        OriginStatement unread = read with { Raw = "USA, Zzyzxburg", Origin = read.Origin with { Unread = "Zzyzxburg" } };
        Determination determination = Decide(complete.With(unread), From2027);

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Missing.ShouldContain(fact => fact.Question.Contains("\"USA, Zzyzxburg\" (cell E2)"));
    }

    [Fact]
    public void A_second_source_of_a_covered_country_makes_the_part_suspect()
    {
        ItemBuilder motor = new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("JP").From("CN");

        Determination determination = Decide(motor, From2027);

        determination.Verdict.ShouldBe(Verdict.Suspect);
        determination.Basis.ShouldBe("an origin listed for one source of the part is People's Republic of China");
    }

    [Fact]
    public void A_cell_that_names_two_countries_is_no_second_source()
    {
        Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("CN|JP", OriginCertainty.Ambiguous),
            From2027).Verdict.ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_doubtful_origin_that_names_a_covered_country_lifts_no_suspicion()
    {
        ItemBuilder motor = new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("RU");

        Determination determination = Decide(motor.From("CN|JP", OriginCertainty.Ambiguous), From2027);

        determination.Verdict.ShouldBe(Verdict.Suspect);
        determination.Basis.ShouldStartWith("the only origin stated for certain is ");
    }

    [Fact]
    public void A_doubtful_origin_that_names_no_covered_country_leaves_a_plain_one_open()
    {
        ItemBuilder motor = new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("RU");

        Decide(motor.From("MX|JP", OriginCertainty.Ambiguous), From2027).Verdict.ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_text_that_nobody_could_read_takes_no_violation_away()
    {
        OriginStatement read = ItemBuilder.Statement(StageIds.Sintered, "", OriginCertainty.Unknown);
        OriginStatement unread = read with { Raw = "Zzyzxburg", Origin = read.Origin with { Unread = "Zzyzxburg" } };

        Decide(ItemBuilder.NdFeB.With(unread).At(StageIds.Sintered, "CN"), Now).Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void A_magnet_from_china_is_produced_there()
    {
        Decide(ItemBuilder.NdFeB.From("CN"), Now).Verdict.ShouldBe(Verdict.Violation);
        Decide(ItemBuilder.NdFeB.From("CN"), From2027).Citation.ShouldBe("252.225-7052(b)(1)(ii)");
    }

    [Fact]
    public void A_magnet_from_japan_with_no_word_on_the_melt_is_open_and_asks_for_what_is_missing()
    {
        Determination determination = Decide(ItemBuilder.NdFeB.From("JP").At(Phases[1..], "JP"), Now);

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Rule.ShouldBe("SC3001");
        determination.Missing.ShouldBe(
        [
            new MissingFact("stage-origin", StageIds.Melted, null, "In which country was the neodymium-iron-boron alloy melted and cast (strip cast)?"),
            new MissingFact("stage-origin", StageIds.Finished, null,
                "In which countries was the magnet machined, coated or otherwise finished, or was it not?"),
        ]);
    }

    [Fact]
    public void From_2027_the_open_magnet_asks_for_each_named_element()
    {
        Determination determination = Decide(ItemBuilder.NdFeB.From("JP").At(Phases, "JP").At(StageIds.Mined, "AU", element: "Nd"), From2027);

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Missing.Where(fact => fact.Stage == StageIds.Mined).Select(fact => fact.Element).ShouldBe(["Fe", "B"]);
    }

    [Fact]
    public void A_stage_column_without_an_element_speaks_for_all_named_elements()
    {
        Decide(ItemBuilder.NdFeB.At(Chain, "AU"), From2027).Verdict.ShouldBe(Verdict.Pass);
        Decide(new ItemBuilder().Carrying(MaterialIds.SmCo).At(Chain, "AU"), From2027).Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void A_hedged_japan_is_no_evidence()
    {
        ItemBuilder magnet = ItemBuilder.NdFeB.At(Phases[1..], "JP").At(StageIds.Melted, "JP", OriginCertainty.Ambiguous);

        Decide(magnet, Now).Verdict.ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_hedged_china_is_suspect()
    {
        Decide(ItemBuilder.NdFeB.From("CN", OriginCertainty.Ambiguous), Now).Verdict.ShouldBe(Verdict.Suspect);
        Decide(ItemBuilder.NdFeB.At(StageIds.Sintered, "CN", OriginCertainty.Ambiguous), Now).Verdict.ShouldBe(Verdict.Suspect);
    }

    [Fact]
    public void A_hedged_china_is_never_a_pass_whatever_else_is_on_file()
    {
        Decide(ItemBuilder.NdFeB.At(Chain, "AU").From("CN", OriginCertainty.Ambiguous), From2027).Verdict.ShouldBe(Verdict.Suspect);
    }

    [Fact]
    public void China_or_vietnam_is_open_and_names_china()
    {
        Determination determination = Decide(ItemBuilder.NdFeB.From("CN|VN", OriginCertainty.Ambiguous), Now);

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Basis.ShouldContain("People's Republic of China");
        determination.Missing.ShouldContain(fact => fact.Fact == "country-of-origin");
    }

    [Fact]
    public void A_motor_from_china_without_magnet_evidence_is_suspect()
    {
        Determination determination = Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains, 0.95).From("CN"), Now);

        determination.Verdict.ShouldBe(Verdict.Suspect);
        determination.Rule.ShouldBe("SC1020");
        determination.Deciding.ShouldNotBeNull().Countries.ShouldBe([new Country("CN")]);
    }

    [Fact]
    public void Stage_evidence_clears_the_magnet_in_a_motor_from_china()
    {
        ItemBuilder motor = new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("CN").At(Phases, "JP");

        Decide(motor, Now).Verdict.ShouldBe(Verdict.Pass);
        Decide(motor, From2027).Verdict.ShouldBe(Verdict.Suspect);
    }

    [Fact]
    public void A_motor_from_japan_is_open_and_its_origin_is_not_that_of_the_magnet()
    {
        Determination determination = Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("JP"), Now);

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Missing.Length.ShouldBe(6);
    }

    [Fact]
    public void An_explicit_stage_in_china_violates_for_the_magnet_in_a_motor()
    {
        Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).From("US").At(StageIds.Melted, "CN"), Now)
            .Verdict.ShouldBe(Verdict.Violation);
    }

    [Theory]
    [InlineData(0.19, Verdict.Open)]
    [InlineData(0.2, Verdict.Suspect)]
    public void A_part_from_china_that_may_contain_a_magnet_is_suspect_from_a_fifth(double likelihood, Verdict verdict)
    {
        Determination determination = Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Possible, likelihood).From("CN"), Now);

        determination.Verdict.ShouldBe(verdict);
        determination.Missing.ShouldHaveSingleItem().Fact.ShouldBe("material-identity");
    }

    [Fact]
    public void A_part_that_may_contain_a_magnet_is_never_a_violation()
    {
        Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Possible, 0.9).At(StageIds.Sintered, "CN"), Now).Verdict.ShouldBe(Verdict.Suspect);
    }

    [Fact]
    public void A_line_without_material_has_no_determination() => Engine.Determine(new ItemBuilder().From("CN").Build(), null, Now).ShouldBeEmpty();

    [Fact]
    public void A_damaged_row_is_open_even_with_nothing_recognised()
    {
        Determination determination = Decide(new ItemBuilder().Damaged("two cells run together"), Now);

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Rule.ShouldBe("SC3004");
        determination.Material.ShouldBeNull();
    }

    [Fact]
    public void Hong_kong_is_china_unless_the_setting_says_otherwise()
    {
        BomItem magnet = ItemBuilder.NdFeB.From("HK").Build();
        var without = new DeterminationEngine(MainPack.Pack, PackSettings.With("hong-kong-and-macao", false));

        Engine.Determine(magnet, null, Now)[0].Verdict.ShouldBe(Verdict.Violation);
        without.Determine(magnet, null, Now)[0].Verdict.ShouldBe(Verdict.Open);
    }

    [Fact]
    public void An_element_that_the_text_does_not_name_keeps_a_line_open()
    {
        ItemBuilder magnet = ItemBuilder.NdFeB.At(Chain, "AU").At(StageIds.Separated, "CN", element: "Dy");

        Determination determination = Decide(magnet, From2027);
        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Rule.ShouldBe("SC3007");
        determination.Missing[0].Element.ShouldBe("Dy");
        Decide(magnet, Now).Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void A_rare_earth_magnet_of_unstated_kind_is_covered_either_way()
    {
        Decide(new ItemBuilder().Carrying(MaterialIds.RareEarthMagnet).From("CN"), Now).Rule.ShouldBe("SC1006");
        Decide(new ItemBuilder().Carrying(MaterialIds.RareEarthMagnet).At(Chain, "AU"), From2027).Verdict.ShouldBe(Verdict.Pass);
        Decide(new ItemBuilder().Carrying(MaterialIds.RareEarthMagnet).At(Chain[1..], "AU").At(StageIds.Mined, "AU", element: "Nd"), From2027)
            .Verdict.ShouldBe(Verdict.Open);
    }

    [Fact]
    public void Tantalum_reduced_abroad_and_bought_as_made_there_passes_through_2026_and_is_open_after()
    {
        ItemBuilder wire = new ItemBuilder().Carrying(MaterialIds.Tantalum).From("JP").At(StageIds.Reduced, "JP");

        Decide(wire, Now).Verdict.ShouldBe(Verdict.Pass);
        Decide(wire, From2027).Missing.Select(fact => fact.Stage).ShouldBe([StageIds.Mined, StageIds.Refined]);
    }

    [Fact]
    public void Tungsten_powder_needs_calcination_and_reduction_or_atomization()
    {
        Decide(new ItemBuilder().Carrying(MaterialIds.TungstenPowder).At(StageIds.Atomized, "AT"), Now).Verdict.ShouldBe(Verdict.Pass);
        Decide(new ItemBuilder().Carrying(MaterialIds.TungstenPowder).At(StageIds.Reduced, "AT"), Now)
            .Missing.ShouldHaveSingleItem().Stage.ShouldBe(StageIds.Calcined);
        Decide(new ItemBuilder().Carrying(MaterialIds.TungstenPowder).At([StageIds.Calcined, StageIds.Reduced], "AT"), Now).Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void A_role_in_the_origin_cell_speaks_for_its_stage()
    {
        OriginStatement cell = ItemBuilder.Statement(null, "CN|US", OriginCertainty.Definite) with
        {
            Origin = new RecognizedOrigin
            {
                Countries = [new Country("CN"), new Country("US")],
                Certainty = OriginCertainty.Definite,
                Relation = OriginRelation.All,
                Stages =
                [
                    new StagePart(StageIds.Sintered, null, [new Country("CN")], OriginCertainty.Definite, "sintered CN"),
                    new StagePart(StageIds.Magnetized, null, [new Country("US")], OriginCertainty.Definite, "magnetized US"),
                ],
            },
        };

        Decide(ItemBuilder.NdFeB.With(cell), Now).Deciding.ShouldNotBeNull().Requirement.ShouldBe("ndfeb-sintered-or-bonded");
    }

    [Fact]
    public void The_threshold_exempts_and_says_what_still_binds()
    {
        var contract = new ContractContext { Path = "contract.json", Value = 249_000 };

        Determination determination = Decide(ItemBuilder.NdFeB.From("CN"), Now, contract);

        determination.Verdict.ShouldBe(Verdict.Exempt);
        determination.Rule.ShouldBe("SC2001");
        determination.Citation.ShouldBe("225.7018-3(a)");
        determination.Notes.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(350_000, "2025-10-01", Verdict.Exempt)]
    [InlineData(350_001, "2025-10-01", Verdict.Violation)]
    [InlineData(350_000, "2025-09-30", Verdict.Violation)]
    [InlineData(250_000, "2025-09-30", Verdict.Exempt)]
    [InlineData(300_000, null, Verdict.Open)]
    [InlineData(400_000, null, Verdict.Violation)]
    public void The_threshold_is_that_of_the_day_of_award(int value, string? award, Verdict verdict)
    {
        var contract = new ContractContext
        {
            Path = "contract.json",
            Value = value,
            AwardDate = award is null ? null : DateOnly.ParseExact(award, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };

        Decide(ItemBuilder.NdFeB.From("CN"), Now, contract).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void An_acquisition_abroad_without_a_place_of_use_changes_nothing_and_asks_for_it()
    {
        var contract = new ContractContext { Path = "contract.json", IsAcquiredOutsideUnitedStates = true };

        Determination determination = Decide(ItemBuilder.NdFeB.From("CN"), Now, contract);

        determination.Verdict.ShouldBe(Verdict.Violation);
        determination.Missing[0].Fact.ShouldBe("contract-place-of-use");
        Decide(ItemBuilder.NdFeB.From("CN"), Now, contract with { PlaceOfUse = new Country("DE") }).Verdict.ShouldBe(Verdict.Exempt);
        Decide(ItemBuilder.NdFeB.From("CN"), Now, contract with { PlaceOfUse = new Country("GU") }).Verdict.ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void An_exception_that_nobody_claims_changes_nothing() =>
        Decide(ItemBuilder.NdFeB.From("CN"), Now, new ContractContext { Path = "contract.json" }).Verdict.ShouldBe(Verdict.Violation);

    [Theory]
    [InlineData("US", Verdict.Exempt)]
    [InlineData("JP", Verdict.Open)]
    public void A_doubtful_place_of_sintering_takes_nothing_from_the_same_place_said_plainly(string doubtful, Verdict verdict) =>
        Decide(
            ItemBuilder.NdFeB.At(StageIds.Recycled, "JP").At(StageIds.Milled, "US").At(StageIds.Sintered, "US")
                .At(StageIds.Sintered, doubtful, OriginCertainty.Ambiguous),
            Now).Verdict.ShouldBe(verdict);

    [Fact]
    public void An_old_clause_has_no_step_in_2027()
    {
        var contract = new ContractContext { Path = "contract.json", ClauseMonth = new DateOnly(2022, 8, 1) };
        Regime only = Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag()).ShouldHaveSingleItem();

        only.Governs(new DateOnly(2028, 1, 1)).ShouldBeTrue();
        Decide(ItemBuilder.NdFeB.At(Phases, "JP").At(StageIds.Mined, "CN"), only, contract).Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void The_clause_of_2019_does_not_cover_tantalum()
    {
        var contract = new ContractContext { Path = "contract.json", ClauseMonth = new DateOnly(2019, 12, 1) };
        Regime only = Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag())[0];

        Engine.Determine(new ItemBuilder().Carrying(MaterialIds.Tantalum).From("CN").Build(), contract, only).ShouldBeEmpty();
    }

    [Fact]
    public void A_clause_month_that_is_not_known_is_told_and_read_as_the_newest_that_is_not_later()
    {
        var diagnostics = new DiagnosticBag();
        var contract = new ContractContext { Path = "contract.json", ClauseMonth = new DateOnly(2023, 6, 1) };

        Regime.CreateAll(MainPack.Pack, contract, diagnostics).ShouldHaveSingleItem();

        diagnostics.GetCount(DiagnosticIds.ClauseVersionUnknown).ShouldBe(1);
        AppliedClause.From(MainPack.Pack, contract).ShouldNotBeNull().Id.ShouldBe("JAN 2023");
    }

    [Theory]
    [InlineData("MAY 2024 (DEVIATION 2026-O0041)", "MAY 2024", "252.225-7052 (MAY 2024) (DEVIATION 2026-O0041)", 0)]
    [InlineData("DEVIATION 2026-O0041", "MAY 2024", "252.225-7052 (MAY 2024) (DEVIATION 2026-O0041)", 0)]
    [InlineData("FEB 2026 (DEVIATION 2026-O0041)", "MAY 2024", "252.225-7052 (MAY 2024) (DEVIATION 2026-O0041)", 0)]
    [InlineData("AUG 2022 (DEVIATION 2026-O0041)", "MAY 2024", "252.225-7052 (MAY 2024) (DEVIATION 2026-O0041)", 1)]
    [InlineData("AUG 2022 (DEVIATION 2023-O0001)", "AUG 2022", "252.225-7052 (AUG 2022) (DEVIATION 2023-O0001)", 1)]
    [InlineData("JUN 2018", "MAY 2024", "252.225-7052 (MAY 2024)", 1)]
    public void A_clause_date_is_read_with_its_deviation(string text, string id, string name, int warnings)
    {
        ClauseDate date = ClauseDate.Parse(text).ShouldNotBeNull();
        var contract = new ContractContext { Path = "contract.json", ClauseMonth = date.Month, ClauseDateText = date.Text, ClauseDeviation = date.Deviation };
        var diagnostics = new DiagnosticBag();

        Regime.CreateAll(MainPack.Pack, contract, diagnostics);

        AppliedClause clause = AppliedClause.From(MainPack.Pack, contract).ShouldNotBeNull();
        (clause.Id, clause.Name).ShouldBe((id, name));
        diagnostics.GetCount(DiagnosticIds.ClauseVersionUnknown).ShouldBe(warnings);
    }

    [Fact]
    public void A_claim_without_a_basis_leaves_the_violation_and_puts_its_question_beside_it()
    {
        var contract = new ContractContext { Path = "contract.json", CotsClaims = [new CotsClaim { PartNumber = "P-1" }] };

        Determination determination = Decide(ItemBuilder.NdFeB.At(StageIds.Melted, "CN"), Now, contract);

        determination.Verdict.ShouldBe(Verdict.Violation);
        determination.Missing.ShouldContain(fact => fact.Fact == "cots-basis");
        determination.Notes.ShouldContain(note => note.Contains("without its basis", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exemption_says_its_basis_its_claimant_and_the_step_that_it_excuses()
    {
        var contract = new ContractContext
        {
            Path = "contract.json",
            ElectronicDeviceClaims = [new ElectronicDeviceClaim("P-1", "transistors switch the current", false) { ClaimedBy = "J. Doe" }],
        };

        Determination determination = Decide(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains).At(StageIds.Melted, "CN"), From2027, contract);

        Exemption exemption = determination.Exemption.ShouldNotBeNull();
        exemption.Basis.ShouldContain("transistors switch the current");
        exemption.Claimant.ShouldBe("J. Doe, contract.json (electronicDevices, P-1)");
        exemption.Excuses.ShouldBe("melted in People's Republic of China (cell E2 \"CN\"), prohibited by 252.225-7052(b)(3)");
        determination.Basis.ShouldContain(exemption.Excuses);
    }

    [Fact]
    public void Masses_that_list_and_claim_dispute_are_both_shown()
    {
        BomItem device = new ItemBuilder("D-1").WithChildren().Build();
        ItemBuilder magnet = ItemBuilder.NdFeB.At(StageIds.Melted, "CN").Weighing(0.6m).Under(device);
        var contract = new ContractContext
        {
            Path = "contract.json",
            CotsClaims = [new CotsClaim { PartNumber = "D-1", Basis = "catalog", MassKilograms = 1,
                CoveredMaterialMassKilograms = 0.05m, TungstenMassKilograms = 0 }],
        };

        Determination determination = Decide(magnet, From2027, contract);

        determination.Verdict.ShouldBe(Verdict.Open);
        determination.Missing[0].Question.ShouldContain("the claim gives 50 g of covered material in it, the list 600 g", Case.Insensitive);
    }

    [Fact]
    public void Two_statements_of_one_step_that_differ_are_both_on_the_determination_and_the_worse_counts()
    {
        OriginStatement japan = ItemBuilder.Statement(StageIds.Melted, "JP", OriginCertainty.Definite);

        Determination determination = Decide(ItemBuilder.NdFeB.With(japan).At(StageIds.Melted, "CN"), Now);

        determination.Verdict.ShouldBe(Verdict.Violation);
        determination.Deciding.ShouldNotBeNull().Others.ShouldBe([japan]);
    }

    [Fact]
    public void A_pass_names_the_later_phases_that_are_not_on_file()
    {
        Decide(ItemBuilder.NdFeB.At(Chain, "AU"), From2027).Notes.ShouldContain(note => note.Contains("machined, coated", StringComparison.Ordinal));
        Decide(ItemBuilder.NdFeB.At(Chain, "AU").At(StageIds.Finished, "DE"), From2027).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Under_an_older_clause_a_pass_says_what_is_on_file_and_not_restricted()
    {
        var contract = new ContractContext { Path = "contract.json", ClauseMonth = new DateOnly(2022, 8, 1) };
        Regime only = Regime.CreateAll(MainPack.Pack, contract, new DiagnosticBag())[0];

        Determination determination = Decide(ItemBuilder.NdFeB.At(Phases, "JP").At(StageIds.Mined, "CN", element: "Nd"), only, contract);

        determination.Verdict.ShouldBe(Verdict.Pass);
        determination.Adverse.ShouldHaveSingleItem().Kind.ShouldBe(AdverseKind.NotRestricted);
    }
}
