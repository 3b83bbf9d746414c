using System.Collections.Immutable;
using System.Diagnostics;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Benchmarks.Inputs;

/// <summary>The conditions of the clause's pack as a work.</summary>
public static class RuleWorks
{
    private static readonly DateOnly Day = new(2027, 1, 15);

    /// <summary>Microseconds from a loaded pack to the answer of its first rule: every condition of the day compiled, one evaluated.</summary>
    public static long FirstEvaluation()
    {
        RulePack pack = Pack();
        FactFrame facts = Facts("tantalum");
        var watch = Stopwatch.StartNew();
        Truth truth = new ThreeValuedEvaluator().Evaluate(RulesOf(pack)[2].When, facts).Truth;
        watch.Stop();
        return truth == Truth.Unknown ? throw new InvalidOperationException("The rule was not answered.") : (long)watch.Elapsed.TotalMicroseconds;
    }

    /// <summary>Evaluates every rule of the day over facts of every material, that many times; gives the number of evaluations.</summary>
    public static long Evaluate(int rounds)
    {
        ImmutableArray<CompiledRule> rules = RulesOf(Pack());
        FactFrame[] frames = [.. new[] { "smco-magnet", "ndfeb-magnet", "tantalum", "tungsten-powder", "tungsten-heavy-alloy" }.Select(Facts)];
        var evaluator = new ThreeValuedEvaluator();
        long known = 0;
        for (int round = 0; round < rounds; round++)
        {
            foreach (FactFrame facts in frames)
            {
                foreach (CompiledRule rule in rules)
                {
                    known += evaluator.Evaluate(rule.When, facts).Truth == Truth.Unknown ? 0 : 1;
                }
            }
        }

        return known > 0 ? (long)rounds * frames.Length * rules.Length : throw new InvalidOperationException("Nothing was answered.");
    }

    private static RulePack Pack() =>
        RulePack.Load(RuleFolders.Shipped(), CheckLibrary.MainPack, new DiagnosticBag()) ?? throw new InvalidOperationException("The pack does not load.");

    private static ImmutableArray<CompiledRule> RulesOf(RulePack pack)
    {
        LawEdition edition = pack.On(Day, PackSettings.Default, new DiagnosticBag());
        return [.. edition.StepRules, .. edition.PartRules, .. edition.EndItemRules, .. edition.Exceptions];
    }

    private static FactFrame Facts(string material)
    {
        var facts = new FactFrame();
        facts.Set(Vocabulary.Material, material);
        facts.Set(Vocabulary.StageCountry, [new Country("CN")], OriginCertainty.Definite);
        facts.Set(Vocabulary.NamedOrigin, [new Country("CN")], OriginCertainty.Definite);
        facts.Set(Vocabulary.IsEndItem, false);
        facts.Set(Vocabulary.ContractValue, 1_000_000m);
        return facts;
    }
}
