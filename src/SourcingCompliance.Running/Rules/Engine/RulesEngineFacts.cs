using System.Linq.Dynamic.Core;
using RulesEngine.Models;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Running.Rules.Engine;

/// <summary>Facts as the objects that a workflow of RulesEngine reads: one for each root (<c>stage</c>), its facts as nullable properties.</summary>
internal static class RulesEngineFacts
{
    private static readonly Type OriginType =
        DynamicClassFactory.CreateType([new DynamicProperty("possible", typeof(string[])), new DynamicProperty("isDefinite", typeof(bool))]);

    // The facts of one root ("stage") are the properties of one object.
    private static readonly (string Root, Lazy<Type> Type, Fact[] Facts)[] Roots =
        [.. Vocabulary.Facts.GroupBy(fact => fact.Name.Split('.')[0], StringComparer.Ordinal)
            .Select(group => (group.Key, new Lazy<Type>(() => FindType(group)), group.ToArray()))];

    /// <summary>The parameters of a rule.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="isRead">Whether the rule reads a root; null = it may read all.</param>
    public static RuleParameter[] CreateParameters(FactFrame facts, Func<string, bool>? isRead = null) =>
        [.. Roots.Where(root => isRead is null || isRead(root.Root))
            .Select(root => new RuleParameter(root.Root, GetObject(root.Type.Value, root.Facts, facts)))];

    private static DynamicClass GetObject(Type type, Fact[] facts, FactFrame frame)
    {
        DynamicClass made = New(type);
        foreach (Fact fact in facts)
        {
            if ((fact.Kind == FactKind.Origin ? GetOrigin(fact, frame) : GetValue(fact, frame)) is { } value)
            {
                made.SetDynamicPropertyValue(GetProperty(fact), value);
            }
        }

        return made;
    }

    private static object? GetValue(Fact fact, FactFrame frame) =>
        frame.GetValue(fact) is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : frame.GetValue(fact);

    private static DynamicClass GetOrigin(Fact fact, FactFrame frame)
    {
        (IReadOnlyList<Country> countries, OriginCertainty certainty) = frame.GetOrigin(fact);
        DynamicClass origin = New(OriginType);
        origin.SetDynamicPropertyValue("possible", countries.Select(country => country.Code).ToArray());
        origin.SetDynamicPropertyValue("isDefinite", certainty == OriginCertainty.Definite);
        return origin;
    }

    private static DynamicClass New(Type type) =>
        (DynamicClass)(Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be made."));

    private static Type FindType(IEnumerable<Fact> facts) =>
        DynamicClassFactory.CreateType([.. facts.Select(fact => new DynamicProperty(GetProperty(fact), fact.Kind switch
    {
        FactKind.Text => typeof(string),
        FactKind.Number => typeof(decimal?),
        FactKind.Date => typeof(DateTime?),
        FactKind.Boolean => typeof(bool?),
        FactKind.Origin => OriginType,
        FactKind.CountrySet or FactKind.TextSet => throw new InvalidOperationException($"The fact {fact.Name} is a definition."),
        _ => throw new System.Diagnostics.UnreachableException(),
    }))]);

    private static string GetProperty(Fact fact) => fact.Name[(fact.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
