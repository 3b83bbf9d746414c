using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Running.Tests.Evidence;

/// <summary>What looks like an answer and is none: each of these statements would make a line pass that nobody vouches for.</summary>
public sealed class StatementStandingTests
{
    private static readonly StageFact[] Full = LedgerOnDisk.Full(MaterialIds.NdFeB, "JP");

    [Theory]
    [InlineData("Somebody Else", UncountedReason.OtherSupplier)]
    [InlineData("Acme Magnetics, Inc.", null)]
    [InlineData("ACME-Magnetics", null)]
    public void A_statement_counts_for_the_parts_of_the_company_that_makes_it(string supplier, UncountedReason? reason)
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", Full) with { Supplier = new StatementSupplier(supplier) });

        ComplianceReport report = folder.Check();

        LedgerOnDisk.VerdictOf(report, "MAG-22").ShouldBe(reason is null ? Verdict.Pass : Verdict.Open);
        LedgerOnDisk.LineOf(report, "MAG-22").Stated.Uncounted.ShouldAllBe(fact => fact.Reason == reason);
    }

    [Fact]
    public void A_company_that_the_supplier_names_as_the_one_who_knows_is_heard()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", new UnknownFact(MaterialIds.NdFeB) { Stage = StageIds.Mined, NextSupplier = "Ore Co" }));
        folder.Put(LedgerOnDisk.Of("R-2", "MAG-22", Full) with { Supplier = new StatementSupplier("Ore Co") });

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("Supplier,Supplier 2", "One,Two")]
    [InlineData("Manufacturer,Manufacturer 2", "One,Two")]
    [InlineData("Manufacturer 1,MPN 1,Manufacturer 2,MPN 2", "One,A1,Two,B1")]
    public void A_part_of_two_sources_passes_when_both_have_answered(string header, string cells)
    {
        using var folder = new LedgerOnDisk($"Part Number,Description,{header}\nMAG-22,NdFeB magnet N42,{cells}\n");
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", Full) with { Supplier = new StatementSupplier("One") });
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);

        folder.Put(LedgerOnDisk.Of("R-2", "MAG-22", Full) with { Supplier = new StatementSupplier("Two") });

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("ZZ", null, Verdict.Open)]
    [InlineData("UK", null, Verdict.Open)]
    [InlineData("US", 60, Verdict.Open)]
    [InlineData("US", 100, Verdict.Pass)]
    [InlineData("CN", 60, Verdict.Violation)]
    public void A_code_of_no_country_and_a_share_that_leaves_a_rest_settle_no_step(string country, int? percent, Verdict expected)
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22",
            [.. Full.Where(fact => fact.Stage != StageIds.Melted),
                new StageFact(MaterialIds.NdFeB, StageIds.Melted, [new OriginShare(new Country(country)) { Percent = percent }])]));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(expected);
    }

    [Fact]
    public void A_statement_dated_after_the_check_and_a_signature_without_a_date_do_not_count()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", Full) with { Signer = new StatementSigner("Ann", null, LedgerOnDisk.Today.AddDays(1)) });
        folder.Put(LedgerOnDisk.Of("R-2", "MAG-22", Full) with { Signer = new StatementSigner("Ann", null, null) });

        ComplianceReport report = folder.Check();

        LedgerOnDisk.VerdictOf(report, "MAG-22").ShouldBe(Verdict.Open);
        LedgerOnDisk.LineOf(report, "MAG-22").Stated.Uncounted.Select(fact => fact.Reason).Distinct()
            .ShouldBe([UncountedReason.AfterCheck, UncountedReason.NotSigned]);
    }

    [Fact]
    public void Production_up_to_a_day_before_the_delivery_proves_nothing_of_it()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", [.. Full.Select(fact => fact with { To = new DateOnly(2026, 12, 31) })]));

        LedgerOnDisk.VerdictOf(folder.Check(job => job with { Delivery = new DateOnly(2027, 3, 1) }), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void Statements_that_supersede_each_other_in_a_circle_all_count_and_are_named()
    {
        using var folder = new LedgerOnDisk();
        Statement typed = LedgerOnDisk.Of("R-1", "WID-1", new StageFact(MaterialIds.NdFeB, StageIds.Melted, [new OriginShare(new Country("CN"))])) with
        { Signer = null, Source = new StatementSource(StatementKind.TypedIn) };
        folder.Put(typed with { Supersedes = ["R-2"] });
        folder.Put(typed with { Id = "R-2", Supersedes = ["R-3"], Items = [] });
        folder.Put(typed with { Id = "R-3", Supersedes = ["R-1"], Items = [] });

        ComplianceReport report = folder.Check();

        LedgerOnDisk.VerdictOf(report, "WID-1").ShouldBe(Verdict.Violation);
        report.Diagnostics.Count(diagnostic => diagnostic.Id == "SC9527" && diagnostic.Message.Contains("circle", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void What_a_replaced_statement_says_against_a_part_stays_until_a_newer_one_speaks_of_the_part()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "WID-1", new StageFact(MaterialIds.NdFeB, StageIds.Melted, [new OriginShare(new Country("CN"))])));
        folder.Put(LedgerOnDisk.Of("R-2", "MAG-22", Full) with { Supersedes = ["R-1"] });
        LedgerOnDisk.VerdictOf(folder.Check(), "WID-1").ShouldBe(Verdict.Violation);

        folder.Put(LedgerOnDisk.Of("R-3", "WID-1", new UnknownFact(MaterialIds.NdFeB)) with { Supersedes = ["R-1"] });

        LedgerOnDisk.VerdictOf(folder.Check(), "WID-1").ShouldNotBe(Verdict.Violation);
    }

    [Fact]
    public void An_assembly_is_not_denied_what_the_list_names_below_it()
    {
        using var folder =
            new LedgerOnDisk("Level,Part Number,Description,Manufacturer\n1,ASSY-1,BLDC motor assembly,Motorco\n2,MAG-22,NdFeB magnet N42,Acme Magnetics\n");
        folder.Put(LedgerOnDisk.Of("R-1", "ASSY-1", new PresenceFact(null, false)) with { Supplier = new StatementSupplier("Motorco") });

        ComplianceReport report = folder.Check();

        LedgerOnDisk.LineOf(report, "ASSY-1").Determinations.ShouldNotContain(determination =>
            determination.Basis.StartsWith("not covered by statement", StringComparison.Ordinal));
        report.Files[0].Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "SC9530" && diagnostic.Message.Contains("ASSY-1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2027-02-28", false)]
    [InlineData("2027-03-01", true)]
    public void A_statement_that_ends_before_the_delivery_does_not_clear_it(string last, bool counts)
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", Full) with { ValidUntil = DateOnly.ParseExact(last, "yyyy-MM-dd", null) });

        ComplianceReport report = folder.Check(job => job with { Delivery = new DateOnly(2027, 3, 1) });

        LedgerOnDisk.VerdictOf(report, "MAG-22").ShouldBe(counts ? Verdict.Pass : Verdict.Open);
        report.Files[0].Diagnostics.Any(diagnostic => diagnostic.Id == "SC9529"
            && diagnostic.Message.Contains("before the deliveries", StringComparison.Ordinal)).ShouldBe(!counts);
    }

    [Theory]
    [InlineData(true, "Ann", "letter of November 1", true, null)]
    [InlineData(false, "Ann", "letter of November 1", true, UncountedReason.NotSigned)]
    [InlineData(true, "Ann", null, true, UncountedReason.NoBasis)]
    [InlineData(false, "Ann", "phone call", false, null)]
    [InlineData(false, null, "phone call", false, UncountedReason.NoBasis)]
    [InlineData(false, "Ann", null, false, UncountedReason.NoBasis)]
    public void What_somebody_typed_in_counts_only_with_who_said_it_and_in_what(bool isSigned, string? contact,
        string? basis, bool requiresSignature, UncountedReason? reason)
    {
        using var folder = new LedgerOnDisk();
        Statement typed = LedgerOnDisk.Of("T-1", "MOT-1", new PresenceFact(null, false));
        folder.Put(typed with
        {
            Source = new StatementSource(StatementKind.TypedIn) { Basis = basis },
            Supplier = new StatementSupplier("Motorco") { Contact = contact },
            Signer = isSigned ? typed.Signer : null,
        });

        LineReport line = LedgerOnDisk.LineOf(folder.Check(job => job with { RequiresSignature = requiresSignature, AllLines = true }), "MOT-1");

        line.Stated.Uncounted.Select(fact => (UncountedReason?)fact.Reason).FirstOrDefault().ShouldBe(reason);
        line.Verdicts[^1].Verdict.ShouldBe(reason is null ? Verdict.NotCovered : Verdict.Open);
        (line.Determinations.Any(determination => determination.Basis.Contains("typed-in statement T-1", StringComparison.Ordinal))).ShouldBe(reason is null);
    }

    [Fact]
    public void What_somebody_typed_in_against_a_part_counts_whoever_said_it()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("T-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "CN")) with
        { Source = new StatementSource(StatementKind.TypedIn), Signer = null });

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Violation);
    }

    [Theory]
    [InlineData("2026-12-31", Verdict.Open)]
    [InlineData("2027-01-01", Verdict.Pass)]
    public void A_statement_that_ends_before_the_period_of_the_result_does_not_count_where_no_delivery_is_known(string last, Verdict expected)
    {
        using var folder = new LedgerOnDisk();
        var day = DateOnly.ParseExact(last, "yyyy-MM-dd", null);
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", Full) with { ValidUntil = day });
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(expected);

        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", [.. Full.Select(fact => fact with { To = day })]));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(expected);
    }

    [Theory]
    [InlineData("US,CN", true, Verdict.Violation)]
    [InlineData("US,CN", false, Verdict.Open)]
    [InlineData("CN,RU", true, Verdict.Violation)]
    [InlineData("JP,US", true, Verdict.Pass)]
    public void Of_several_countries_that_are_all_stated_a_covered_one_decides(string countries, bool isCertain, Verdict expected)
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", [.. Full.Select(fact => fact.Stage != StageIds.Sintered ? fact
            : fact with { IsCertain = isCertain, Distribution = [.. countries.Split(',').Select(code => new OriginShare(new Country(code)))] })]));

        LineReport line = LedgerOnDisk.LineOf(folder.Check(), "MAG-22");

        line.Verdicts[^1].Verdict.ShouldBe(expected);
        line.Determinations[^1].Deciding?.Countries.ShouldBe(countries == "US,CN" ? [new Country("CN")] : [new Country("CN"), new Country("RU")]);
    }

    [Fact]
    public void A_statement_about_a_part_that_names_a_lot_fails_the_run_and_passes_nothing()
    {
        using var folder = new LedgerOnDisk();
        string path = folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", Full));
        File.WriteAllText(path, File.ReadAllText(path)
            .Replace("\"partNumber\": \"MAG-22\"", "\"partNumber\": \"MAG-22\", \"lot\": \"7731\"", StringComparison.Ordinal));
        File.ReadAllText(path).ShouldContain("7731");

        ComplianceReport report = folder.Check();

        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Severity == SourcingCompliance.Primitives.Diagnostics.DiagnosticSeverity.Error
            && diagnostic.Message.Contains("names a lot", StringComparison.Ordinal));
        report.Summary.ExitCode.ShouldNotBe(ExitCodes.Clean);
    }
}
