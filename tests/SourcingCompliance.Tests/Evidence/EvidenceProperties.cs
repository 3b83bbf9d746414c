using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Evidence;

/// <summary>Properties that hold for every line and every ledger.</summary>
public sealed class EvidenceProperties
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);
    private static readonly ImmutableArray<Regime> Regimes = Regime.CreateAll(MainPack.Pack, null, new DiagnosticBag());
    private static readonly string[] Materials = [MaterialIds.NdFeB, MaterialIds.SmCo, MaterialIds.Tantalum,
        MaterialIds.TungstenHeavyAlloy, MaterialIds.RareEarthMagnet];
    private static readonly string[] Covered = ["CN", "RU", "IR", "KP"];
    private static readonly string[] Stages =
    [
        StageIds.Mined, StageIds.Refined, StageIds.Separated, StageIds.Reduced, StageIds.Melted, StageIds.Powder,
        StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized,
        StageIds.Calcined, StageIds.Consolidated, StageIds.Finished, StageIds.Produced, "smelted",
    ];

    private static readonly Gen<StatementFact> Facts =
        from kind in Gen.Choose(0, 9)
        from material in Gen.Elements(Materials)
        from isOfAny in Gen.Elements(true, false)
        from stage in Gen.Elements(Stages)
        from country in Gen.Frequency((6, Gen.Elements("JP", "US", "AU")), (1, Gen.Elements(Covered)))
        from isCertain in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        from percent in Gen.Frequency((5, Gen.Constant<decimal?>(null)), (1, Gen.Elements<decimal?>(60, 100)))
        select kind switch
        {
            < 6 => (StatementFact)new StageFact(isOfAny ? null : material, stage,
                [new OriginShare(new Country(country)) { Percent = percent }])
            { IsCertain = isCertain },
            < 8 => new PresenceFact(isOfAny ? null : material, false),
            8 => new PresenceFact(material, true),
            _ => new UnknownFact(material),
        };

    private static readonly Gen<Statement> Statements =
        from facts in Gen.ArrayOf(Facts)
        from scope in Gen.Elements(StatementScope.Part, StatementScope.Part, StatementScope.Family, StatementScope.Company, StatementScope.Lot)
        from isSigned in Gen.Frequency((6, Gen.Constant(true)), (1, Gen.Constant(false)))
        from isExpired in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
        from isLead in Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true)))
        from isFull in Gen.Elements(true, false)
        from supplier in Gen.Frequency((6, Gen.Constant("Acme")), (1, Gen.Constant("Other")))
        from id in Gen.Choose(0, 1_000_000)
        select new Statement
        {
            Id = $"R-{id}",
            Source = new StatementSource(isLead ? StatementKind.Cmrt : StatementKind.Questionnaire),
            Supplier = new StatementSupplier(supplier),
            Signer = isSigned ? new StatementSigner("Ann", null, new DateOnly(2026, 1, 1)) : null,
            ValidUntil = isExpired ? new DateOnly(2026, 2, 1) : null,
            Items = [new StatementItem(SubjectOf(scope), isFull ? [.. Full(MaterialIds.NdFeB), .. facts] : [.. facts])],
        };

    private static readonly Gen<(Line Line, Statement[] Ledger)> Cases =
        from material in Gen.Elements(Materials)
        from presence in Gen.Elements(Presence.Is, Presence.Contains, Presence.Possible)
        from likelihood in Gen.Elements(0.4, 0.9, 1)
        from isBlank in Gen.Frequency((1, Gen.Constant(true)), (6, Gen.Constant(false)))
        from cells in Gen.ArrayOf(
            from stage in Gen.Elements(Stages[..^1])
            from country in Gen.Frequency((6, Gen.Elements("JP", "US")), (1, Gen.Elements(Covered)))
            select (stage, country))
        from ledger in Gen.ArrayOf(Statements)
        select (new Line(isBlank ? null : material, presence, presence == Presence.Is ? 1 : likelihood, [.. cells.Take(4)]), ledger);

    [Fact]
    public void Removing_evidence_that_speaks_against_nothing_never_improves_a_verdict() => Check(Cases, pair =>
    {
        for (int at = 0; at < pair.Ledger.Length; at++)
        {
            if (!pair.Ledger[at].Items.SelectMany(item => item.Facts).Any(fact => SpeaksAgainst(fact, pair.Line)))
            {
                NeverImproves(pair.Line, pair.Ledger, [.. pair.Ledger[..at], .. pair.Ledger[(at + 1)..]]);
            }
        }
    });

    [Fact]
    public void Adding_a_statement_that_names_a_covered_country_never_improves_a_verdict() => Check(
        from pair in Cases
        from stage in Gen.Elements(Stages)
        from material in Gen.Elements(Materials)
        from other in Gen.Elements("JP", "CN")
        from isCertain in Gen.Elements(true, false)
        from added in Statements
        select (pair, added with
        {
            Items = [added.Items[0]
                with { Facts = [new StageFact(material, stage, [.. new[] { "CN", other }.Distinct()
                    .Select(code => new OriginShare(new Country(code)))]) { IsCertain = isCertain }, new PresenceFact(material, false)] }],
        }),
        more => NeverImproves(Settled(more.pair.Line, more.Item2), more.pair.Ledger, [.. more.pair.Ledger, more.Item2]));

    [Fact]
    public void The_end_of_a_statement_never_improves_a_verdict() => Check(Cases, pair =>
        NeverImproves(pair.Line, pair.Ledger, [.. pair.Ledger.Select(statement => statement with { ValidUntil = new DateOnly(2026, 3, 1) })]));

    [Fact]
    public void Asking_for_documents_never_improves_a_verdict() => Check(Cases, pair =>
    {
        ImmutableArray<Verdict> stated = VerdictsOf(pair.Line, pair.Ledger, requiresDocuments: false);
        ImmutableArray<Verdict> documented = VerdictsOf(pair.Line, pair.Ledger, requiresDocuments: true);
        documented.Zip(stated).All(both => both.First <= both.Second).ShouldBeTrue($"{string.Join(",", stated)} became {string.Join(",", documented)}");
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_statement_on_the_magnet_of_a_part_that_may_hold_one_kind_says_that_it_holds_one(bool isEnded)
    {
        var line = new Line(MaterialIds.NdFeB, Presence.Possible, 0.9, [(StageIds.Melted, "RU")]);
        var statement = new Statement
        {
            Id = "R-1", Source = new StatementSource(StatementKind.Questionnaire), Supplier = new StatementSupplier("Acme"),
            Signer = new StatementSigner("Ann", null, Today), ValidUntil = isEnded ? new DateOnly(2026, 3, 1) : null,
            Items = [new StatementItem(SubjectOf(StatementScope.Part),
                [new PresenceFact(null, false), new StageFact(MaterialIds.RareEarthMagnet, StageIds.Consolidated, [new OriginShare(new Country("JP"))])])],
        };

        VerdictsOf(line, [], requiresDocuments: false).ShouldAllBe(verdict => verdict == Verdict.Suspect);
        VerdictsOf(line, [statement], requiresDocuments: false).ShouldAllBe(verdict => verdict == Verdict.Violation);
    }

    [Fact]
    public void A_full_statement_makes_an_open_magnet_pass()
    {
        var line = new Line(MaterialIds.NdFeB, Presence.Is, 1, []);
        Statement statement = new()
        {
            Id = "R-1", Source = new StatementSource(StatementKind.Questionnaire), Supplier = new StatementSupplier("Acme"),
            Signer = new StatementSigner("Ann", null, Today),
            Items = [new StatementItem(SubjectOf(StatementScope.Part), [.. Full(MaterialIds.NdFeB)])],
        };

        VerdictsOf(line, [], requiresDocuments: false).ShouldAllBe(verdict => verdict == Verdict.Open);
        VerdictsOf(line, [statement], requiresDocuments: false).ShouldAllBe(verdict => verdict == Verdict.Pass);
        VerdictsOf(line, [statement], requiresDocuments: true).ShouldAllBe(verdict => verdict == Verdict.Open);
    }

    internal static StatementSubject SubjectOf(StatementScope scope) => scope switch
    {
        StatementScope.Lot => new StatementSubject { Scope = scope, PartNumber = "P-1", Lot = "7" },
        StatementScope.Family => new StatementSubject { Scope = scope, Manufacturer = "Acme", Family = "AC*" },
        StatementScope.Company => new StatementSubject { Scope = scope, Manufacturer = "Acme" },
        _ => new StatementSubject { Scope = scope, PartNumber = "P-1" },
    };

    internal static IEnumerable<StatementFact> Full(string material) =>
        Stages.Where(stage => stage is not (StageIds.Produced or "smelted"))
            .Select(stage => new StageFact(material, stage, [new OriginShare(new Country("AU"))]));

    // Where the list has every step of a material on file, it passes once somebody says that it is there, whatever else is said of steps that do not count.
    private static Line Settled(Line line, Statement added) => line.Presence == Presence.Possible
        && added.Items[0].Facts.OfType<StageFact>().Any(stage => stage.Material == line.Material || (IsMagnet(stage.Material) && IsMagnet(line.Material)))
            ? line with { Presence = Presence.Contains } : line;

    private static bool IsMagnet(string? material) => material is MaterialIds.NdFeB or MaterialIds.SmCo or MaterialIds.RareEarthMagnet;

    // What says that the line contains a material speaks against it, unless the line is that material anyway: it settles what was only possible and
    // contradicts whoever denies it. A hedge about the part itself stands in for what is certain of all parts.
    private static bool SpeaksAgainst(StatementFact fact, Line line) => fact switch
    {
        // Milling or sintering outside the United States speaks against the exception for recycled magnets.
        StageFact stage => (stage.Material is { } material && !line.Is(material))
            || stage.Countries.Any(country => Covered.Contains(country.Code)) || stage.Stage is StageIds.Sintered
            || stage is not { IsCertain: true, IsWhole: true },
        PresenceFact { Contains: true } presence => !line.Is(presence.Material),
        _ => false,
    };

    private static void NeverImproves(Line line, Statement[] before, Statement[] after)
    {
        ImmutableArray<Verdict> first = VerdictsOf(line, before, requiresDocuments: false);
        ImmutableArray<Verdict> then = VerdictsOf(line, after, requiresDocuments: false);
        then.Zip(first).All(both => both.First <= both.Second).ShouldBeTrue($"{line}: {string.Join(",", first)} became {string.Join(",", then)}");
    }

    private static ImmutableArray<Verdict> VerdictsOf(Line line, Statement[] statements, bool requiresDocuments)
    {
        var ledger = new EvidenceLedger("evidence", [.. statements.DistinctBy(statement => statement.Id)], RequestLog.Empty, []);
        var terms = new EvidenceTerms { AsOf = Today, RequiresDocuments = requiresDocuments };
        var join = new EvidenceJoin(new EvidenceIndex(ledger, terms, country => Covered.Contains(country.Code)));
        StatedLine joined = join.Join(line.BomLine, isAlternate: false, line.Origins, line.Materials);
        var item = new BomItem { Line = line.BomLine, Origins = joined.Origins, Materials = joined.Materials, Stated = joined.Stated };
        DeterminationEngine engine = requiresDocuments ? Strict : Engine;
        return [.. Regimes.Select(regime => engine.Determine(item, null, regime).Select(one => one.Verdict).DefaultIfEmpty(Verdict.NotCovered).Min())];
    }

    private static readonly DeterminationEngine Strict = new(MainPack.Pack) { RequiresDocuments = true };

    private static void Check<T>(Gen<T> generator, Action<T> property) =>
        Prop.ForAll(generator.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    /// <summary>A line as generated.</summary>
    private sealed record Line(string? Material, Presence Presence, double Likelihood, ImmutableArray<(string Stage, string Country)> Cells)
    {
        private static readonly ColumnMap Map = new()
        {
            Sheet = CellRef.ForFile("bom.csv"),
            HeaderRow = 1,
            Columns =
            [
                new MappedColumn(BomField.PartNumber, 1, "Part", MappingBasis.ExactAlias, ""),
                new MappedColumn(BomField.Manufacturer, 2, "Maker", MappingBasis.ExactAlias, ""),
                new MappedColumn(BomField.ManufacturerPartNumber, 3, "MPN", MappingBasis.ExactAlias, ""),
            ],
        };

        public BomLine BomLine { get; } = new(Map, 2, ["P-1", "ACME", "AC-77"]);

        public ImmutableArray<MaterialOccurrence> Materials => Material is null ? []
            : [new MaterialOccurrence { Material = Material, Presence = Presence, Likelihood = Likelihood,
                Signals = [new MaterialSignal(BomField.Description, "magnet", "")] }];

        public ImmutableArray<OriginStatement> Origins =>
        [
            .. Cells.Select((cell, at) =>
                new OriginStatement(new CellRef("bom.csv", "", 2, at + 4), EvidenceJoin.GetField(cell.Stage) ?? BomField.Notes, cell.Country,
                cell.Stage == StageIds.Produced ? null : cell.Stage, null,
                new RecognizedOrigin { Countries = [new Country(cell.Country)], Certainty = OriginCertainty.Definite, Relation = OriginRelation.Single })),
        ];

        public bool Is(string? material) => Presence == Presence.Is && Material == material;

        public override string ToString() => $"{Material} {Presence} {Likelihood} {string.Join(", ", Cells)}";
    }
}
