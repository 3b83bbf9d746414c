using System.Collections.Immutable;
using SourcingCompliance.Evidence;

namespace SourcingCompliance.Formats.Reading.Questionnaires;

/// <summary>What was understood of an answer, and what was not.</summary>
/// <param name="Request">The request that it answers.</param>
/// <param name="Statement">What it states, ready for the ledger.</param>
public sealed record QuestionnaireReading(EvidenceRequest Request, Statement Statement)
{
    /// <summary>What a person must know of it, one sentence each: no signature, contradictions, changed questions.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>What was asked and is not answered, or answered with "not known", with the key of the row.</summary>
    public ImmutableArray<(RequestedItem Item, RequestedFact Question)> Missing { get; init; } = [];

    /// <summary>File names of certificates that the answer names and that were not given.</summary>
    public ImmutableArray<string> MissingDocuments { get; init; } = [];
}
