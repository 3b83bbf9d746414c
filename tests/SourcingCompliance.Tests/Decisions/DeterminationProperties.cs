using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>Properties that hold for every line, however its columns are filled.</summary>
public sealed class DeterminationProperties
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);
    private static readonly ImmutableArray<Regime> Regimes = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag());
    private static readonly string[] Materials =
        [MaterialIds.SmCo, MaterialIds.NdFeB, MaterialIds.Tantalum, MaterialIds.TungstenPowder, MaterialIds.TungstenHeavyAlloy, MaterialIds.RareEarthMagnet];
    private static readonly string?[] Stages =
    [
        null, StageIds.Mined, StageIds.Recycled, StageIds.Refined, StageIds.Separated, StageIds.Melted, StageIds.Powder, StageIds.Pressed, StageIds.Sintered,
        StageIds.Bonded, StageIds.Magnetized, StageIds.Reduced, StageIds.Calcined, StageIds.Atomized, StageIds.Consolidated, StageIds.Milled, StageIds.Finished,
    ];
    private static readonly string?[] Elements = [null, null, null, "Nd", "Fe", "Sm", "Co", "Ta", "W", "Dy"];
    private static readonly string[] Covered = ["CN", "RU", "IR", "KP"];

    // Columns are mostly filled and mostly outside, so that passes are as common as the rest.
    private static readonly Gen<ImmutableArray<Column>> Columns =
        from material in Gen.Constant(0)
        from columns in Gen.ArrayOf(
            from stage in Gen.Elements(Stages)
            from element in Gen.Elements(Elements)
            from country in Gen.Frequency((8, Gen.Elements("US", "JP", "AU")), (1, Gen.Elements(Covered)), (1, Gen.Elements("CN|VN", "")))
            from isHedged in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new Column(stage, element, country, isHedged))
        from isFilled in Gen.Elements(true, false)
        select isFilled ? Filled().AddRange(columns.Take(3)) : [.. columns];

    private static readonly Gen<ContractContext> Contracts =
        from value in Gen.Elements<decimal?>(null, 200_000, 300_000, 500_000)
        from award in Gen.Elements<DateOnly?>(null, new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1))
        from abroad in Gen.Elements<bool?>(null, true, false)
        from place in Gen.Elements<Country?>(null, new Country("DE"), new Country("US"))
        from basis in Gen.Elements(null, "catalogue")
        from otherwise in Gen.Elements<bool?>(null, true, false)
        from mass in Gen.Elements<decimal?>(null, 1m)
        from covered in Gen.Elements<decimal?>(null, 0.1m, 0.6m)
        from claims in Gen.Choose(0, 7)
        from expires in Gen.Elements<DateOnly?>(null, new DateOnly(2027, 12, 31), new DateOnly(2029, 12, 31))
        from authority in Gen.Elements(null, "secretary-of-defense", "head-of-contracting-activity")
        from clause in Gen.Elements<bool?>(null, true, false)
        from plan in Gen.Elements<DateOnly?>(null, new DateOnly(2026, 12, 1))
        select new ContractContext
        {
            Path = "contract.json",
            Value = value,
            IsClauseInContract = clause,
            AwardDate = award,
            IsAcquiredOutsideUnitedStates = abroad,
            PlaceOfUse = place,
            LineItems = [new ContractLineItem("1", "P-1", new DateOnly(2027, 3, 1))],
            CotsClaims = (claims & 1) == 0 ? []
                : [new CotsClaim { PartNumber = "P-1", Basis = basis, MassKilograms = mass,
                    CoveredMaterialMassKilograms = covered, TungstenMassKilograms = covered }],
            ElectronicDeviceClaims = (claims & 2) == 0 ? [] : [new ElectronicDeviceClaim("P-1", basis, otherwise)],
            Determinations = (claims & 4) == 0 ? [] : [new NonavailabilityDetermination
            {
                Id = "D-1", IsClass = true, Authority = authority, PartNumbers = ["P-1"], Materials = [.. Materials],
                GrantedOn = new DateOnly(2026, 6, 1), ExpiresOn = expires, MitigationPlanAcceptedOn = plan,
            }],
        };

    private static readonly Gen<Line> Lines =
        from material in Gen.Elements(Materials)
        from presence in Gen.Elements(Presence.Is, Presence.Contains, Presence.Possible)
        from likelihood in Gen.Elements(0.1, 0.2, 0.9)
        from columns in Columns
        select new Line(material, presence, likelihood, columns);

    [Fact]
    public void Removing_a_statement_that_speaks_against_nothing_never_improves_a_verdict() => Check(
        from line in Lines
        from contract in Contracts
        select (line, contract),
        pair =>
        {
            for (int index = 0; index < pair.line.Columns.Length; index++)
            {
                if (SpeaksAgainst(pair.line.Columns[index]))
                {
                    continue;
                }

                Line less = pair.line with { Columns = pair.line.Columns.RemoveAt(index) };
                foreach (Regime regime in Regimes)
                {
                    Verdict before = Decide(pair.line, pair.contract, regime);
                    Verdict after = Decide(less, pair.contract, regime);
                    (after <= before).ShouldBeTrue($"{before} became {after} under {regime.Id} without {pair.line.Columns[index]}");
                }
            }
        });

    [Fact]
    public void Removing_a_fact_of_the_contract_never_makes_a_pass_or_an_exemption() => Check(
        from line in Lines
        from contract in Contracts
        select (line, contract),
        pair =>
        {
            foreach (Regime regime in Regimes)
            {
                Verdict whole = Decide(pair.line, pair.contract, regime);
                foreach (ContractContext less in WithoutOneFact(pair.contract))
                {
                    NeverBecomesClean(whole, Decide(pair.line, less, regime));
                }
            }
        });

    [Fact]
    public void Adding_a_step_in_a_covered_country_never_improves_a_verdict() => Check(
        from line in Lines
        from contract in Contracts
        from stage in Gen.Elements(Stages)
        from element in Gen.Elements(Elements)
        from country in Gen.Elements(Covered)
        select (line, contract, added: new Column(stage, element, country, false)),
        triple =>
        {
            Line more = triple.line with { Columns = triple.line.Columns.Add(triple.added) };
            foreach (Regime regime in Regimes)
            {
                Verdict before = Decide(triple.line, triple.contract, regime);
                Verdict after = Decide(more, triple.contract, regime);
                (after <= before).ShouldBeTrue($"{before} became {after} under {regime.Id}");
            }
        });

    [Fact]
    public void Adding_an_incomplete_claim_never_improves_a_verdict() => Check(
        from line in Lines
        from contract in Contracts
        from stub in Gen.Elements(Stubs)
        select (line, contract, stub),
        triple =>
        {
            ContractContext more = triple.stub(triple.contract);
            foreach (Regime regime in Regimes)
            {
                Verdict before = Decide(triple.line, triple.contract, regime);
                Verdict after = Decide(triple.line, more, regime);
                if (!more.RecycledMagnetClaims.IsEmpty && triple.line.Columns.Any(column => column.Stage == StageIds.Recycled))
                {
                    // The column is the basis that the claim lacks: what else it needs is asked for.
                    NeverBecomesClean(before, after);
                    continue;
                }

                (after <= before).ShouldBeTrue($"{before} became {after} under {regime.Id}");
            }
        });

    [Fact]
    public void Removing_a_claim_never_improves_a_verdict() => Check(
        from line in Lines
        from contract in Contracts
        select (line, contract),
        pair =>
        {
            ContractContext[] fewer =
            [
                pair.contract with { CotsClaims = [] }, pair.contract with { ElectronicDeviceClaims = [] }, pair.contract with { Determinations = [] },
                pair.contract with { Value = null }, pair.contract with { IsAcquiredOutsideUnitedStates = null },
            ];
            foreach (Regime regime in Regimes)
            {
                Verdict before = Decide(pair.line, pair.contract, regime);
                fewer.ShouldAllBe(less => Decide(pair.line, less, regime) <= before);
            }
        });

    [Fact]
    public void A_violation_is_demoted_to_open_only_by_a_claim_whose_basis_is_on_file() => Check(
        from line in Lines
        from contract in Contracts
        select (line, contract),
        pair =>
        {
            foreach (Regime regime in Regimes)
            {
                Determination without = Engine.Determine(pair.line.Build(), null, regime)[0];
                Determination with = Engine.Determine(pair.line.Build(), pair.contract, regime)[0];
                if (without.Verdict == Verdict.Violation && with.Verdict == Verdict.Open)
                {
                    with.Exceptions.ShouldContain(exception => exception.HasBasis && exception.Established == Truth.Unknown);
                }
            }
        });

    [Fact]
    public void A_violation_through_2026_is_no_pass_from_2027() => Check(
        Lines,
        line =>
        {
            Verdict first = Decide(line, null, Regimes[0]);
            Verdict second = Decide(line, null, Regimes[1]);
            (first == Verdict.Violation && second != Verdict.Violation).ShouldBeFalse();
            (second == Verdict.Pass && first != Verdict.Pass).ShouldBeFalse($"{first} became a pass");
        });

    [Fact]
    public void A_pass_has_every_required_step_outside_for_certain() => Check(
        Lines,
        line =>
        {
            foreach (Regime regime in Regimes)
            {
                Determination determination = Engine.Determine(line.Build(), null, regime)[0];
                if (determination.Verdict == Verdict.Pass)
                {
                    ImmutableArray<StageRequirement> required = [.. (MainPack.Pack.Stages?.On(regime.LawDate) ?? [])
                        .Where(row => row.Material == line.Material && row.IsRequired && (!row.IsOfComponent || line.Presence == Presence.Contains))];
                    required.ShouldNotBeEmpty();
                    required.All(row => determination.Steps.Single(step => step.Requirement == row.Id).InCoveredCountry == Truth.False).ShouldBeTrue();
                }
            }
        });

    [Fact]
    public void An_open_line_always_asks_something() => Check(
        from line in Lines
        from contract in Contracts
        select (line, contract),
        pair =>
        {
            foreach (Regime regime in Regimes)
            {
                Determination determination = Engine.Determine(pair.line.Build(), pair.contract, regime)[0];
                if (determination.Verdict == Verdict.Open)
                {
                    determination.Missing.ShouldNotBeEmpty();
                    determination.Missing.All(fact => fact.Question.Contains('?', StringComparison.Ordinal)).ShouldBeTrue();
                    determination.Rule.ShouldStartWith("SC3");
                }
            }
        });

    [Fact]
    public void The_restriction_of_2027_covers_every_step_of_2026()
    {
        ImmutableArray<StageRequirement> before = MainPack.Pack.Stages?.On(new DateOnly(2026, 12, 31)) ?? [];
        ImmutableArray<StageRequirement> after = MainPack.Pack.Stages?.On(new DateOnly(2027, 1, 1)) ?? [];

        before.ShouldNotBeEmpty();
        foreach (StageRequirement row in before)
        {
            StageRequirement kept = after.Single(candidate => candidate.Id == row.Id);
            row.Stages.Except(kept.Stages).ShouldBeEmpty(row.Id);
            (row.IsRequired && !kept.IsRequired).ShouldBeFalse(row.Id);
        }
    }

    [Fact]
    public void Every_material_stage_and_day_is_decided_by_exactly_one_version()
    {
        for (var day = new DateOnly(2019, 4, 30); day < new DateOnly(2029, 1, 1); day = day.AddDays(1))
        {
            MainPack.Pack.Rules.All(rule => rule.Versions.Count(version => version.Period.Contains(day)) == 1).ShouldBeTrue($"{day}");
            (MainPack.Pack.Stages?.Periods.Count(period => period.Period.Contains(day))).ShouldBe(1);
            (MainPack.Pack.Materials?.Periods.Count(period => period.Period.Contains(day))).ShouldBe(1);
        }
    }

    [Fact]
    public void Every_covered_material_has_exactly_one_rule_and_a_chain_of_steps()
    {
        foreach (Regime regime in Regimes)
        {
            LawEdition edition = Engine.EditionOn(regime.LawDate).ShouldNotBeNull();
            foreach (string material in Materials)
            {
                var frame = new FactFrame();
                frame.Set(Vocabulary.Material, material);
                edition.StepRules.Count(rule => rule.When.Evaluate(frame).Truth != Truth.False).ShouldBe(1, material);
                edition.GetRequirements(material).Count(row => row.IsRequired).ShouldBeGreaterThan(1, material);
            }
        }
    }

    // Claims that lack their basis: what a hurried clerk types to make a red line yellow.
    private static readonly Func<ContractContext, ContractContext>[] Stubs =
    [
        contract => contract with { CotsClaims = [.. contract.CotsClaims, new CotsClaim { PartNumber = "P-1" }] },
        contract => contract
            with { CotsClaims = [.. contract.CotsClaims,
                new CotsClaim { PartNumber = "P-1", MassKilograms = 1, CoveredMaterialMassKilograms = 0.01m, TungstenMassKilograms = 0, Basis = " " }] },
        contract => contract with { ElectronicDeviceClaims = [.. contract.ElectronicDeviceClaims, new ElectronicDeviceClaim("P-1", null, false)] },
        contract => contract with { RecycledMagnetClaims = [.. contract.RecycledMagnetClaims, new RecycledMagnetClaim("P-1", null, null, null)] },
        contract => contract with
        {
            RecycledMagnetClaims = [.. contract.RecycledMagnetClaims, new RecycledMagnetClaim("P-1", "", new Country("US"), new Country("JP"))]
        },
        contract => contract with { Determinations = [.. contract.Determinations, new NonavailabilityDetermination { Id = "ND-1" }] },
        contract => contract
            with { Determinations = [.. contract.Determinations,
                new NonavailabilityDetermination { Id = "ND-1", IsClass = true, Authority = "secretary-of-defense" }] },
        contract => contract
            with { Determinations = [.. contract.Determinations, new NonavailabilityDetermination { Id = "ND-1", Status = DeterminationStatus.Requested,
                IsClass = true, Authority = "secretary-of-defense", PartNumbers = ["P-1"], Materials = [.. Materials] }] },
        contract => contract
            with { Determinations = [.. contract.Determinations,
                new NonavailabilityDetermination { Id = "NS-1", IsNationalSecurityAcceptance = true, Quantity = 5 }] },
        contract => contract.PlaceOfUse is null && contract.IsAcquiredOutsideUnitedStates is null ? contract
            with { IsAcquiredOutsideUnitedStates = true } : contract,
        contract => contract.IsAcquiredOutsideUnitedStates is null && contract.PlaceOfUse is null ? contract with { PlaceOfUse = new Country("DE") } : contract,
    ];

    private static void NeverBecomesClean(Verdict before, Verdict after)
    {
        if (before is not (Verdict.Pass or Verdict.Exempt))
        {
            (after is Verdict.Pass or Verdict.Exempt or Verdict.NotCovered).ShouldBeFalse($"{before} became {after}");
        }
    }

    // A covered country speaks against a pass; milling or sintering outside the United States speaks against the exception for recycled magnets.
    private static bool SpeaksAgainst(Column column) =>
        Covered.Any(code => column.Countries.Contains(code, StringComparison.Ordinal))
        || (column.Stage is StageIds.Milled or StageIds.Sintered && column.Countries is not ("" or "US"));

    private static IEnumerable<ContractContext> WithoutOneFact(ContractContext contract)
    {
        yield return contract with { Value = null };
        yield return contract with { AwardDate = null };
        yield return contract with { IsAcquiredOutsideUnitedStates = null };
        yield return contract with { PlaceOfUse = null };
        yield return contract with { LineItems = [] };
        yield return contract with { CotsClaims = [] };
        yield return contract with { CotsClaims = [.. contract.CotsClaims.Select(claim => claim with { Basis = null })] };
        yield return contract with { ElectronicDeviceClaims = [] };
        yield return contract with
        { ElectronicDeviceClaims = [.. contract.ElectronicDeviceClaims.Select(claim => claim with { ContractSpecifiesOtherwise = null })] };
        yield return contract with { Determinations = [] };
        yield return contract with { Determinations = [.. contract.Determinations.Select(one => one with { ExpiresOn = null })] };
        yield return contract with { Determinations = [.. contract.Determinations.Select(one => one with { Materials = [] })] };
        yield return contract with { Determinations = [.. contract.Determinations.Select(one => one with { PartNumbers = [] })] };
        yield return contract with { Determinations = [.. contract.Determinations.Select(one => one with { MitigationPlanAcceptedOn = null })] };
    }

    private static Verdict Decide(Line line, ContractContext? contract, Regime regime) => Engine.Determine(line.Build(), contract, regime)[0].Verdict;

    private static ImmutableArray<Column> Filled() =>
        [.. Stages.Where(stage => stage is not (null or StageIds.Recycled)).Select(stage => new Column(stage, null, "AU", false))];

    private static void Check<T>(Gen<T> generator, Action<T> property) =>
        FsCheck.Fluent.Prop.ForAll(generator.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>A filled column of a line.</summary>
    private sealed record Column(string? Stage, string? Element, string Countries, bool IsHedged);

    /// <summary>A line as generated.</summary>
    private sealed record Line(string Material, Presence Presence, double Likelihood, ImmutableArray<Column> Columns)
    {
        public BomItem Build()
        {
            ItemBuilder builder = new ItemBuilder("P-1").Carrying(Material, Presence, Likelihood);
            foreach (Column column in Columns)
            {
                OriginCertainty certainty = column.Countries.Length == 0 ? OriginCertainty.Unknown
                    : column.IsHedged || column.Countries.Contains('|', StringComparison.Ordinal) ? OriginCertainty.Ambiguous : OriginCertainty.Definite;
                builder.At(column.Stage, column.Countries, certainty, column.Element);
            }

            return builder.Build();
        }

        public override string ToString() => $"{Material} {Presence} {string.Join(", ", Columns)}";
    }
}
