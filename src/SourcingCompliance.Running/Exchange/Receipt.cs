using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Reading.Questionnaires;

namespace SourcingCompliance.Running.Exchange;

/// <summary>What was understood of one file that a supplier sent.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Form">What it is, in words: <c>questionnaire Q7F3K2M9A</c>, <c>CMRT 6.5</c>; null = nothing that is known.</param>
public sealed record Receipt(string File, string? Form)
{
    /// <summary>The statements for the ledger.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>What a person must know of it.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The answer to a questionnaire of ours; null for other forms.</summary>
    public QuestionnaireReading? Questionnaire { get; init; }

    /// <summary>The documents to put beside the statements, by hash.</summary>
    public ImmutableDictionary<string, (byte[] Content, string FileName, string Kind)> Documents { get; init; } =
        ImmutableDictionary<string, (byte[], string, string)>.Empty;
}
