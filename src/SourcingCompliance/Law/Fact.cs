namespace SourcingCompliance.Law;

/// <summary>A fact that conditions may read.</summary>
/// <param name="Index">Place of its value in a <see cref="FactFrame"/>.</param>
/// <param name="Name">Name as conditions spell it, a path with dots: <c>stage.country</c>.</param>
/// <param name="Kind">Kind of its value.</param>
/// <param name="MissingFact">Id of the missing fact that is asked for when it is unknown (see <see cref="MissingFactIds"/>); null = it is never asked for on
/// its own.</param>
/// <param name="Meaning">What it is, its unit, and what unknown means.</param>
public sealed record Fact(int Index, string Name, FactKind Kind, string? MissingFact, string Meaning);
