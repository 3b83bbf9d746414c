using System.Collections.Immutable;

namespace SourcingCompliance.Law;

/// <summary>
/// A condition spelt twice for an engine that knows only "matched" and "did not match": once for what is established and once for what is
/// excluded. Where neither matches, the answer is unknown, so no missing fact turns into an answer. Facts are nullable properties, null =
/// unknown; a date is a <c>DateTime</c>; an origin has <c>possible</c>, its countries (empty = unknown), and <c>isDefinite</c>.
/// </summary>
/// <param name="Established">A C# expression that is true when the condition is.</param>
/// <param name="Excluded">A C# expression that is true when the condition is false.</param>
/// <param name="Definitions">The definitions that both name, each with an expression for its value, in the order of names.</param>
public sealed record TwoValuedCondition(string Established, string Excluded, ImmutableArray<NamedExpression> Definitions);

/// <summary>A name for an expression.</summary>
/// <param name="Name">The name.</param>
/// <param name="Expression">A C# expression.</param>
public sealed record NamedExpression(string Name, string Expression);
