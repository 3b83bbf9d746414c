namespace SourcingCompliance.Decisions;

/// <summary>A fact that the law asks for and that is not on file.</summary>
/// <param name="Fact">Id of the kind of fact: <c>stage-origin</c>, <c>country-of-origin</c>, <c>material-identity</c>, <c>contract-value</c>.</param>
/// <param name="Stage">Stage id; null when the fact is no stage.</param>
/// <param name="Element">Chemical symbol; null = of no single element.</param>
/// <param name="Question">A question that a supplier, or the contract's owner, can answer.</param>
public sealed record MissingFact(string Fact, string? Stage, string? Element, string Question);
