using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Ledger;

/// <summary>What was understood of an upload, before anything is stored.</summary>
/// <param name="Files">Its files.</param>
/// <param name="Refused">Files that are not taken, each with the reason.</param>
public sealed record AnswerReview(IReadOnlyList<AnswerFile> Files, IReadOnlyList<(string Name, string Reason)> Refused)
{
    /// <summary>The answers that were received.</summary>
    public IReadOnlyList<(string Name, StoredContent Content)> Answers { get; init; } = [];

    /// <summary>The documents that were received.</summary>
    public IReadOnlyList<(string Name, StoredContent Content)> Documents { get; init; } = [];

    /// <summary>Tickets of the answers, for storing them without sending them again.</summary>
    public IReadOnlyList<KeptFile> KeptAnswers { get; init; } = [];

    /// <summary>Tickets of the documents.</summary>
    public IReadOnlyList<KeptFile> KeptDocuments { get; init; } = [];

    /// <summary>Documents that no statement names; they are not stored.</summary>
    public IReadOnlyList<string> Unnamed { get; init; } = [];

    /// <summary>Who sent them, as the user says; empty = as the forms say.</summary>
    public string Supplier { get; init; } = "";

    /// <summary>The check to run again; empty = none.</summary>
    public string Check { get; init; } = "";

    /// <summary>The statements of all files.</summary>
    public IEnumerable<Evidence.Statement> Statements => Files.SelectMany(file => file.Statements).Select(answer => answer.Statement);

    /// <summary>Whether anything can be stored.</summary>
    public bool IsUsable => Files.Any(file => file.IsUsable);

    /// <summary>Whether a form was read that does not say who sent it, so that the user must.</summary>
    public bool LacksSender => Files.Any(file => file is { Statements.Length: 0, Receipt.Form: not null }
        && file.Problems.Any(problem => problem.Id == DiagnosticIds.AnswerNotKnown));

    /// <summary>Whether a statement on file would be replaced.</summary>
    public bool Replaces => Files.Any(file => file.Statements.Any(statement => statement.State == AnswerState.Different));
}
