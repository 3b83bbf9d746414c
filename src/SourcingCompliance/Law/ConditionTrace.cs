using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law;

/// <summary>A condition of a rule and what came of it.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Condition">Text of the condition.</param>
/// <param name="Truth">What came of it.</param>
/// <param name="Facts">The facts that it read, each as <c>name = value</c>, in the order read.</param>
public sealed record ConditionTrace(string Rule, string Condition, Truth Truth, ImmutableArray<string> Facts);
