using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using RulesEngine.Models;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Running.Rules;
using SourcingCompliance.Running.Rules.Engine;
using SourcingCompliance.Verification;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Running.Tests.Rules;

/// <summary>The same facts must give the same answer in both engines.</summary>
public class MicrosoftRuleEvaluatorTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly RuleFolder Shipped = RuleFolders.Shipped();

    public static TheoryData<string> Packs => [.. RulePack.IdsIn(Shipped)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_case_of_a_pack_comes_out_as_it_says(string id)
    {
        var diagnostics = new DiagnosticBag();

        PackVerification verification = PackVerifier.Verify(Shipped, id, Day, diagnostics, new MicrosoftRuleEvaluator());

        verification.CasesRun.ShouldBe(PackVerifier.Verify(Shipped, id, Day, new DiagnosticBag()).CasesRun);
        verification.CasesFailed.ShouldBe(0, string.Join('\n', diagnostics.Items));
    }

    [Fact]
    public void Any_facts_give_the_same_truth_in_both_engines()
    {
        var ours = new ThreeValuedEvaluator();
        var theirs = new MicrosoftRuleEvaluator();
        Condition[] conditions = [.. RulePack.IdsIn(Shipped).SelectMany(ConditionsOf)];

        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            FactFrame facts = FactsOf(new System.Random(seed));
            Condition condition = conditions[seed % conditions.Length];
            Truth truth = theirs.Evaluate(condition, facts).Truth;
            return (truth == ours.Evaluate(condition, facts).Truth).Label($"{condition.Text}: {truth}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void An_exported_pack_loads_and_answers_as_ours_does(string id)
    {
        using var json = new MemoryStream();
        RulePack pack = RulePack.Load(Shipped, id, new DiagnosticBag()).ShouldNotBeNull();
        RulesEngineWriter.Write(pack, json);
        Workflow[] workflows = System.Text.Json.JsonSerializer.Deserialize<Workflow[]>(json.ToArray()).ShouldNotBeNull();
        var engine = new WorkflowEngine(workflows, MicrosoftRuleEvaluator.Settings);
        var ours = new ThreeValuedEvaluator();
        var random = new System.Random(4872);

        ImmutableArray<DateOnly> days = pack.Steps();
        for (int at = 0; at < days.Length; at++)
        {
            DateOnly? last = at + 1 < days.Length ? days[at + 1].AddDays(-1) : null;
            CompiledRule[] rules = [.. RulesOf(pack.On(days[at], PackSettings.Default, new DiagnosticBag()))];
            Workflow? workflow = workflows.SingleOrDefault(one => one.WorkflowName == $"{id} {new EffectivePeriod(days[at], last)}");
            (workflow is not null).ShouldBe(rules.Length > 0);
            if (workflow is null)
            {
                continue;
            }

            for (int round = 0; round < 20; round++)
            {
                FactFrame facts = FactsOf(random);
                IReadOnlyList<RuleResultTree> results = MicrosoftRuleEvaluator.Run(engine, workflow.WorkflowName, facts);
                results.Count.ShouldBe(2 * rules.Sum(rule => rule.Conditions.Count()));
                foreach ((string name, Condition condition) in rules.SelectMany(rule => rule.Conditions))
                {
                    MicrosoftRuleEvaluator.GetTruth(results, name).ShouldBe(ours.Evaluate(condition, facts).Truth, $"{workflow.WorkflowName}, {name}");
                }
            }
        }
    }

    private static IEnumerable<Condition> ConditionsOf(string id)
    {
        RulePack pack = RulePack.Load(Shipped, id, new DiagnosticBag()).ShouldNotBeNull();
        return pack.Steps().SelectMany(day => RulesOf(pack.On(day, PackSettings.Default, new DiagnosticBag())))
            .SelectMany(rule => rule.Conditions).Select(named => named.Condition);
    }

    private static IEnumerable<CompiledRule> RulesOf(LawEdition edition) =>
        edition.StepRules.Concat(edition.PartRules).Concat(edition.EndItemRules).Concat(edition.Exceptions).Concat(edition.SubstanceRules);

    // A third of the facts is unknown; texts and days are those that conditions speak of, or others.
    private static FactFrame FactsOf(System.Random random)
    {
        string[] texts = ["ndfeb-magnet", "smco-magnet", "tantalum", "tungsten-powder", "tungsten-heavy-alloy",
            "gallium", "melted", "mined", "is", "possible", "other"];
        string[] codes = ["CN", "RU", "KP", "IR", "US", "DE", "JP", "HK"];
        var frame = new FactFrame();
        foreach (Fact fact in Vocabulary.Facts.Where(_ => random.Next(3) > 0))
        {
            switch (fact.Kind)
            {
                case FactKind.Text:
                    frame.Set(fact, texts[random.Next(texts.Length)]);
                    break;
                case FactKind.Number:
                    frame.Set(fact, random.Next(2) == 0 ? random.Next(101) / 100m : random.Next(400_000));
                    break;
                case FactKind.Date:
                    frame.Set(fact, new DateOnly(2019 + random.Next(10), random.Next(2) == 0 ? 1 : 12, random.Next(2) == 0 ? 1 : 31));
                    break;
                case FactKind.Boolean:
                    frame.Set(fact, random.Next(2) == 0);
                    break;
                case FactKind.Origin:
                    ImmutableArray<Country> countries = [.. Enumerable.Range(0, 1 + random.Next(2))
                        .Select(_ => new Country(codes[random.Next(codes.Length)])).Distinct()];
                    frame.Set(fact, countries, random.Next(3) > 0 ? OriginCertainty.Definite : OriginCertainty.Ambiguous);
                    break;
                case FactKind.CountrySet or FactKind.TextSet:
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return frame;
    }
}
