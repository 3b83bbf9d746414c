using System.Linq.Dynamic.Core;
using RulesEngine.Models;
using SourcingCompliance.Findings.Policies;

namespace SourcingCompliance.Running.Rules.Engine;

/// <summary>The objects that the expressions of policies read: one for each root of the model, its facts as properties.</summary>
internal static class PolicyObjects
{
    /// <summary>Every object with its type.</summary>
    public static IReadOnlyList<(string Root, Type Type, PolicyFact[] Facts)> Roots { get; } =
        [.. PolicyModel.Roots.Select(root => (root, FindType(root), PolicyModel.Facts.Where(fact => fact.Root == root).ToArray()))];

    /// <summary>The objects of a line. Facts that no expression reads keep the value of their type.</summary>
    /// <param name="isRead">Whether an expression reads a fact.</param>
    /// <param name="valueOf">Value of a fact, as <see cref="PolicyFact.Read"/> gives it.</param>
    public static RuleParameter[] Create(Func<PolicyFact, bool> isRead, Func<PolicyFact, object?> valueOf)
    {
        var parameters = new RuleParameter[Roots.Count];
        for (int at = 0; at < parameters.Length; at++)
        {
            (string root, Type type, PolicyFact[] facts) = Roots[at];
            var made = (DynamicClass)(Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be made."));
            foreach (PolicyFact fact in facts)
            {
                if (isRead(fact) && Convert(fact, valueOf(fact)) is { } value)
                {
                    made.SetDynamicPropertyValue(fact.Member, value);
                }
            }

            parameters[at] = new RuleParameter(root, made);
        }

        return parameters;
    }

    // What is not stated is an empty text or array, so that an expression need not ask for null first.
    private static object? Convert(PolicyFact fact, object? value) => (fact.Kind, value) switch
    {
        (PolicyFactKind.Text, null) => "",
        (PolicyFactKind.Texts, null) => Array.Empty<string>(),
        (PolicyFactKind.Cell, _) => new PolicyCells(value as Func<string, string> ?? (_ => "")),
        (PolicyFactKind.CellDate, _) => new PolicyDates(value as Func<string, string> ?? (_ => "")),
        (_, DateOnly day) => day.ToDateTime(TimeOnly.MinValue),
        _ => value,
    };

    private static Type FindType(string root) =>
        DynamicClassFactory.CreateType([.. PolicyModel.Facts.Where(fact => fact.Root == root).Select(fact => new DynamicProperty(fact.Member, fact.Kind switch
    {
        PolicyFactKind.Text => typeof(string),
        PolicyFactKind.Texts => typeof(string[]),
        PolicyFactKind.Number => typeof(decimal?),
        PolicyFactKind.Count => typeof(int),
        PolicyFactKind.Date => typeof(DateTime?),
        PolicyFactKind.Day => typeof(DateTime),
        PolicyFactKind.Flag => typeof(bool),
        PolicyFactKind.Cell => typeof(PolicyCells),
        PolicyFactKind.CellDate => typeof(PolicyDates),
        _ => throw new System.Diagnostics.UnreachableException(),
    }))]);
}

/// <summary>Texts of a line by the header of their column.</summary>
/// <param name="textBelow">The text below a header; empty when there is none.</param>
public sealed class PolicyCells(Func<string, string> textBelow)
{
    /// <summary>The text below a header; empty when there is none.</summary>
    /// <param name="header">The header.</param>
    public string this[string header] => textBelow(header);
}

/// <summary>Days of a line by the header of their column.</summary>
/// <param name="textBelow">The text below a header; empty when there is none.</param>
public sealed class PolicyDates(Func<string, string> textBelow)
{
    /// <summary>The day below a header; null when there is none.</summary>
    /// <param name="header">The header.</param>
    public DateTime? this[string header] => CellDay.Parse(textBelow(header))?.ToDateTime(TimeOnly.MinValue);
}
