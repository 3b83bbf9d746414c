using SourcingCompliance.Law;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tests.Law;
using SourcingCompliance.Verification;

namespace SourcingCompliance.Tests.Verification;

public sealed class PackVerifierTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<string> Packs => [.. RulePack.IdsIn(MainPack.Folder)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_shipped_pack_is_sound(string id)
    {
        var diagnostics = new DiagnosticBag();

        PackVerification verification = PackVerifier.Verify(MainPack.Folder, id, Today, diagnostics);

        diagnostics.Items.Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty();
        verification.IsSound.ShouldBeTrue();
        verification.CasesRun.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("2026-12-31", 0)]
    [InlineData("2027-01-01", 1)]
    public void A_verification_that_is_due_is_a_warning(string asOf, int warnings)
    {
        var diagnostics = new DiagnosticBag();

        PackVerification verification = PackVerifier.Verify(
            MainPack.Folder, MainPack.Id, DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture), diagnostics);

        diagnostics.GetCount(DiagnosticIds.PackNeedsVerification).ShouldBe(warnings);
        verification.IsSound.ShouldBeTrue();
    }

    [Fact]
    public void A_case_that_comes_out_otherwise_is_told() =>
        Faults("restrictions/SC1003-tantalum.cases.json", "\"stage.country\": \"RU\"", "\"stage.country\": \"SE\"")
            .ShouldContain(fault => fault.Id == DiagnosticIds.RuleCaseFailed && fault.Message.Contains("Russia"));

    [Fact]
    public void A_rule_without_an_unknown_case_is_told() =>
        Faults("restrictions/SC1003-tantalum.cases.json", "\"unknown\"", "\"false\"")
            .ShouldContain(fault => fault.Id == DiagnosticIds.RuleIncomplete && fault.Message.Contains("Unknown"));

    [Fact]
    public void A_rule_without_a_pair_around_its_date_is_told() =>
        Faults("restrictions/SC1003-tantalum.cases.json", "\"on\": \"2027-01-01\"", "\"on\": \"2027-01-02\"")
            .ShouldContain(fault => fault.Id == DiagnosticIds.RuleIncomplete && fault.Message.Contains("2027-01-01"));

    [Fact]
    public void An_interpretation_that_is_not_written_down_is_told() =>
        Faults("restrictions/SC1010-end-item-manufactured-in-a-covered-country.json", "I-13", "I-99")
            .ShouldContain(fault => fault.Message.Contains("I-99"));

    [Fact]
    public void A_guidance_page_with_a_todo_is_told() =>
        Faults("exceptions/SC2001-simplified-acquisition-threshold.md", "## What it says", "## What it says TODO")
            .ShouldContain(fault => fault.Id == DiagnosticIds.RuleIncomplete);

    [Theory]
    [InlineData("\"verdicts\": [\"suspect\"]", "\"verdicts\": [\"violation\"]", "a suspect part under SC1003")]
    [InlineData("\"verdicts\": [\"open\"]", "\"verdicts\": [\"violation\"]", "the missing fact stage-origin")]
    public void A_rule_or_fact_without_a_way_out_is_told(string old, string replacement, string missing) =>
        Faults("remediation.json", old, replacement)
            .ShouldContain(fault => fault.Id == DiagnosticIds.RuleIncomplete && fault.Message.Contains(missing));

    [Fact]
    public void A_missing_question_is_told() =>
        Faults("missing-evidence.json", "\"cots-basis\"", "\"cots-bases\"").ShouldContain(fault => fault.Message.Contains("cots-basis"));

    [Theory]
    [InlineData("\"true\"", "True")]
    [InlineData("\"false\"", "False")]
    public void A_rule_without_a_true_or_a_false_case_is_told(string expectation, string named) =>
        Faults("restrictions/SC1003-tantalum.cases.json", expectation, "\"unknown\"")
            .ShouldContain(fault => fault.Id == DiagnosticIds.RuleIncomplete && fault.Message.Contains($"no case that is {named}"));

    [Fact]
    public void A_version_without_a_citation_is_told() =>
        Faults("restrictions/SC1003-tantalum.json", "\"citation\": \"", "\"citation\": \"\", \"interpretation\": \"")
            .ShouldContain(fault => fault.Message.Contains("citation"));

    [Fact]
    public void An_id_on_two_rules_is_told() =>
        Faults("missing-evidence.json", "\"SC3002\"", "\"SC3001\"").ShouldContain(fault => fault.Id == DiagnosticIds.RuleIdInvalid);

    private static IReadOnlyList<Diagnostic> Faults(string path, string old, string replacement)
    {
        var diagnostics = new DiagnosticBag();
        PackVerifier.Verify(RulePackTests.With(path, old, replacement), MainPack.Id, Today, diagnostics).IsSound.ShouldBeFalse();
        return diagnostics.Items;
    }
}
