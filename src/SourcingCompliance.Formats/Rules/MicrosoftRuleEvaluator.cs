using System.Linq.Dynamic.Core;
using System.Runtime.CompilerServices;
using RulesEngine.Models;
using SourcingCompliance.Determinations;
using SourcingCompliance.Normalization;
using SourcingCompliance.Rules;
using Engine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Formats.Rules;

/// <summary>
/// Evaluates conditions with Microsoft's RulesEngine (MIT). That library knows two values and compiles at run time, so each condition is
/// asked twice, for what is established and for what is excluded, and an error in it is an exception here and never "did not match". Built only
/// with <c>-p:UseMicrosoftRulesEngine=true</c>; the only file that knows the library.
/// </summary>
public sealed class MicrosoftRuleEvaluator : IRuleEvaluator
{
    private const string WorkflowName = "condition";

    private static readonly Type OriginType = DynamicClassFactory.CreateType([new DynamicProperty("possible", typeof(string[])), new DynamicProperty("isDefinite", typeof(bool))]);

    // The facts of one root ("stage") are the properties of one object.
    private static readonly (string Root, Type Type, Fact[] Facts)[] Roots =
        [.. Vocabulary.Facts.GroupBy(fact => fact.Name.Split('.')[0], StringComparer.Ordinal).Select(group => (group.Key, TypeOf(group), group.ToArray()))];

    private readonly ConditionalWeakTable<Condition, Engine> _engines = [];

    /// <summary>How the library has to be set up so that nothing that goes wrong looks like an answer.</summary>
    public static ReSettings Settings => new()
    {
        EnableExceptionAsErrorMessage = false,
        EnableExceptionAsErrorMessageForRuleExpressionParsing = false,
        IgnoreException = false,
        AutoExecuteActions = false,
        IsExpressionCaseSensitive = true,
    };

    /// <inheritdoc/>
    public RuleOutcome Evaluate(Condition condition, FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(facts);
        Engine engine = _engines.GetValue(condition, Compile);
        Truth truth = TruthOf(Run(engine, WorkflowName, facts), "");
        return new RuleOutcome(truth, truth == Truth.Unknown ? condition.UnknownFacts(facts) : 0);
    }

    /// <summary>Runs every rule of a workflow over facts.</summary>
    /// <param name="engine">The engine with the workflow.</param>
    /// <param name="workflow">Its name.</param>
    /// <param name="facts">The facts.</param>
    public static IReadOnlyList<RuleResultTree> Run(Engine engine, string workflow, FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(facts);
        // Without actions nothing in the engine waits, so the task has ended.
        return engine.ExecuteAllRulesAsync(workflow, ParametersOf(facts)).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>What the two results of a rule say together.</summary>
    /// <param name="results">The results of a workflow.</param>
    /// <param name="rule">Id of the rule; empty for a workflow of one condition.</param>
    public static Truth TruthOf(IReadOnlyList<RuleResultTree> results, string rule)
    {
        bool isEstablished = results.Single(result => result.Rule.RuleName == $"{rule} {RulesEngineWriter.Established}".Trim()).IsSuccess;
        bool isExcluded = results.Single(result => result.Rule.RuleName == $"{rule} {RulesEngineWriter.Excluded}".Trim()).IsSuccess;
        return (isEstablished, isExcluded) switch
        {
            (true, false) => Truth.True,
            (false, true) => Truth.False,
            (false, false) => Truth.Unknown,
            (true, true) => throw new InvalidOperationException($"The rule {rule} is both established and excluded."),
        };
    }

    private static Engine Compile(Condition condition)
    {
        TwoValuedCondition spelt = condition.InTwoValues();
        var workflow = new Workflow
        {
            WorkflowName = WorkflowName,
            GlobalParams = [.. spelt.Definitions.Select(definition => new ScopedParam { Name = definition.Name, Expression = definition.Expression })],
            Rules =
            [
                new RulesEngine.Models.Rule { RuleName = RulesEngineWriter.Established, Expression = spelt.Established },
                new RulesEngine.Models.Rule { RuleName = RulesEngineWriter.Excluded, Expression = spelt.Excluded },
            ],
        };
        return new Engine([workflow], Settings);
    }

    private static RuleParameter[] ParametersOf(FactFrame facts) =>
        [.. Roots.Select(root => new RuleParameter(root.Root, ObjectOf(root.Type, root.Facts, facts)))];

    private static DynamicClass ObjectOf(Type type, Fact[] facts, FactFrame frame)
    {
        DynamicClass made = New(type);
        foreach (Fact fact in facts)
        {
            if ((fact.Kind == FactKind.Origin ? OriginOf(fact, frame) : ValueOf(fact, frame)) is { } value)
            {
                made.SetDynamicPropertyValue(PropertyOf(fact), value);
            }
        }

        return made;
    }

    private static object? ValueOf(Fact fact, FactFrame frame) =>
        frame.ValueOf(fact) is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : frame.ValueOf(fact);

    private static DynamicClass OriginOf(Fact fact, FactFrame frame)
    {
        (IReadOnlyList<Country> countries, OriginCertainty certainty) = frame.OriginOf(fact);
        DynamicClass origin = New(OriginType);
        origin.SetDynamicPropertyValue("possible", countries.Select(country => country.Code).ToArray());
        origin.SetDynamicPropertyValue("isDefinite", certainty == OriginCertainty.Definite);
        return origin;
    }

    private static DynamicClass New(Type type) =>
        (DynamicClass)(Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be made."));

    private static Type TypeOf(IEnumerable<Fact> facts) => DynamicClassFactory.CreateType([.. facts.Select(fact => new DynamicProperty(PropertyOf(fact), fact.Kind switch
    {
        FactKind.Text => typeof(string),
        FactKind.Number => typeof(decimal?),
        FactKind.Date => typeof(DateTime?),
        FactKind.Boolean => typeof(bool?),
        FactKind.Origin => OriginType,
        FactKind.CountrySet or FactKind.TextSet => throw new InvalidOperationException($"The fact {fact.Name} is a definition."),
        _ => throw new System.Diagnostics.UnreachableException(),
    }))]);

    private static string PropertyOf(Fact fact) => fact.Name[(fact.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
