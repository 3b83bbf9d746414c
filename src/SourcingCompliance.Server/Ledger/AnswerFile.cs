using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Exchange;

namespace SourcingCompliance.Server.Ledger;

/// <summary>One file of a supplier, read and not stored yet.</summary>
/// <param name="Name">The user's name for it; empty = typed in.</param>
/// <param name="Receipt">What was understood of it.</param>
/// <param name="Problems">What is wrong with it, errors first.</param>
public sealed record AnswerFile(string Name, Receipt Receipt, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Its statements, each with its place in the ledger.</summary>
    public ImmutableArray<AnswerStatement> Statements { get; init; } = [];

    /// <summary>What is said when it was read and nothing came of it; null = something did, or a problem says why not.</summary>
    public string? Silence => Statements.Length > 0 || Problems.Any(problem => problem.Severity == DiagnosticSeverity.Error) ? null
        : Receipt.Form is { } form ? $"Read as {form}. It names no part with a covered material or the country of a step, so nothing is stored from it. "
            + "If it should, ask for the filled form; a certificate on paper goes with the questionnaire, or with a call or letter that you record."
        : "It is not a form that can be read, so nothing is stored from it.";

    /// <summary>Whether anything of it can be stored.</summary>
    public bool IsUsable => Statements.Any(statement => statement.State is not AnswerState.Same);
}

/// <summary>One statement of an answer.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="State">Whether the ledger has it.</param>
/// <param name="NotCounted">Why it does not count for a pass; null = it counts.</param>
public sealed record AnswerStatement(Statement Statement, AnswerState State, UncountedReason? NotCounted);

/// <summary>Whether the ledger has a statement of an id already.</summary>
public enum AnswerState
{
    /// <summary>It has none.</summary>
    New,

    /// <summary>It has one that says the same.</summary>
    Same,

    /// <summary>It has one that says something else.</summary>
    Different,
}
