using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>What the form for an answer shows.</summary>
/// <param name="Checks">The checks that can be run again, newest first.</param>
/// <param name="Check">Id of the one that is chosen; empty = the newest.</param>
public sealed record AnswerModel(IReadOnlyList<PastCheck> Checks, string Check)
{
    /// <summary>Who sent it, as typed.</summary>
    public string Supplier { get; init; } = "";

    /// <summary>Why the files cannot be used; null = they can.</summary>
    public string? Error { get; init; }

    /// <summary>The checks as choices of a field, the last one none.</summary>
    /// <param name="checks">The checks.</param>
    public static IReadOnlyList<(string Value, string Text)> GetChoices(IReadOnlyList<PastCheck> checks) =>
        [.. checks.Select(check => (check.Run.Id, $"{check.Names} ({Components.Numbers.GetDay(check.Run.ReceivedAt)})")), ("", "no check")];

    /// <summary>Id of the newest check; empty = there is none.</summary>
    /// <param name="checks">The checks, newest first.</param>
    public static string GetNewest(IReadOnlyList<PastCheck> checks) => checks is [var newest, ..] ? newest.Run.Id : "";
}
