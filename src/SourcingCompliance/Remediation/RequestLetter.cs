using System.Collections.Immutable;

namespace SourcingCompliance.Remediation;

/// <summary>The words of a letter to a supplier as the pack has them, with places to fill.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Opening">Who asks, and why.</param>
/// <param name="Evidence">What counts as an answer, one sentence each.</param>
/// <param name="Closing">The last paragraph.</param>
public sealed record RequestLetter(string Subject, string Opening, ImmutableArray<string> Evidence, string Closing)
{
    /// <summary>Questions that the letter asks beside those of the findings, about the parts that its conditions name, in the order of the file.</summary>
    public ImmutableArray<TemplateNote> Questions { get; init; } = [];

    /// <summary>The opening when the contract does not have the clause; null = the same.</summary>
    public string? WithoutClause { get; init; }

    /// <summary>The last paragraph when the contract does not have the clause; null = the same.</summary>
    public string? ClosingWithoutClause { get; init; }

    /// <summary>Sentences after the opening that say how far the restriction goes, where one of the findings falls under their condition.</summary>
    public ImmutableArray<TemplateNote> Extents { get; init; } = [];

    /// <summary>A letter for a pack that has no words of its own.</summary>
    public static RequestLetter Plain { get; } = new(
        "Country of origin by production step: {count}, answer by {due}",
        "We have no origin on file for the parts below. Please answer by {due}.",
        ["For each step: country, name and place of the facility, date, and the lot that it belongs to."],
        "");
}
