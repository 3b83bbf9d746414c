using SourcingCompliance.Findings;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Ledger;

namespace SourcingCompliance.Running.Tests.Ledger;

public sealed class RunKeyTests
{
    private static readonly CheckJob Job = new() { Paths = ["boms"], AsOf = new DateOnly(2026, 11, 22) };

    [Fact]
    public void Every_property_of_a_job_is_part_of_the_key_or_named_as_left_out() =>
        RunKey.Parts(Job).Select(part => part.Name).Concat(RunKey.Left).Order(StringComparer.Ordinal)
            .ShouldBe(typeof(CheckJob).GetProperties().Where(property => property.Name != "EqualityContract")
                .Select(property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_same_job_has_the_same_key() => KeyOf(Job).ShouldBe(KeyOf(Job with { Paths = ["boms/a.csv"], Scope = new RunScope.Resumed([]) }));

    [Fact]
    public void A_list_of_rules_folders_counts_by_its_values() =>
        KeyOf(Job with { RuleFolders = ["a", "b"] }).ShouldNotBe(KeyOf(Job with { RuleFolders = ["a", "c"] }));

    [Fact]
    public void A_list_of_packs_counts_by_its_values() =>
        KeyOf(Job with { Packs = PackChoice.From(["us-tariffs-section-301"]) })
            .ShouldNotBe(KeyOf(Job with { Packs = PackChoice.From(["section-857-provenance"]) }));

    [Fact]
    public void Values_that_run_into_one_another_are_told_apart() =>
        KeyOf(Job with { RuleFolders = ["ab", "c"] }).ShouldNotBe(KeyOf(Job with { RuleFolders = ["a", "bc"] }));

    [Fact]
    public void A_day_or_a_gate_makes_another_key()
    {
        string[] keys = [KeyOf(Job), KeyOf(Job with { Delivery = new DateOnly(2027, 1, 1) }),
            KeyOf(Job with { AsOf = new DateOnly(2026, 11, 23) }), KeyOf(Job with { Gate = Gate.None })];

        keys.Distinct().Count().ShouldBe(4);
    }

    private static string KeyOf(CheckJob job) => RunKey.Compute(job, []);
}
