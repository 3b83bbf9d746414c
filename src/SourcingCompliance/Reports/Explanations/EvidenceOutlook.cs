using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports.Explanations;

/// <summary>What evidence would change one answer.</summary>
/// <param name="Regime">Id of the regime.</param>
/// <param name="Material">Id of the material; null for a line without one.</param>
/// <param name="Sentences">What would change it, the likeliest first.</param>
public sealed record EvidenceOutlook(string Regime, string? Material, ImmutableArray<string> Sentences)
{
    private const string Outside = "outside the covered countries";

    /// <summary>What would change a determination.</summary>
    public static EvidenceOutlook From(Determination determination)
    {
        ArgumentNullException.ThrowIfNull(determination);
        IEnumerable<string> sentences = determination.Verdict switch
        {
            Verdict.Violation => OfViolation(determination).Concat(ByException(determination)),
            Verdict.Suspect => OfSuspect(determination).Concat(ByException(determination)),
            Verdict.Open => OfOpen(determination).Concat(ByException(determination)),
            Verdict.Exempt => [$"The exception rests on what the contract file says ({determination.Citation}). If that is not correct, the answer is the "
                + $"one after \"without it\"."],
            Verdict.Pass => ["Evidence that any of these steps was in a covered country would make it a violation."],
            Verdict.NotCovered => NoMaterial,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new EvidenceOutlook(determination.Regime, determination.Material, [.. sentences]);
    }

    /// <summary>What would change the answer for a line on which no covered material was recognized; it is the same under every regime.</summary>
    public static EvidenceOutlook OfNothing(string regime) => new(regime, null, NoMaterial);

    private static ImmutableArray<string> NoMaterial =>
        ["Words in one of these columns that name a covered material, or a component known to contain one; a supplier who states that the part contains one."];

    private static IEnumerable<string> OfViolation(Determination determination)
    {
        if (determination.Deciding is { } step)
        {
            string cell = step.Statement is { } statement ? $"{char.ToUpperInvariant(statement.Where[0])}{statement.Where[1..]} (\"{statement.Raw}\")"
                : "The statement on file";
            yield return $"{cell} decides it. If the step \"{step.Requirement}\" was in truth {Outside}, correct the statement and keep the evidence.";
        }
        else
        {
            yield return $"It rests on this: {determination.Basis}. If that is not so, correct the list or the contract file and keep the evidence.";
        }

        int unsettled = determination.Steps.Count(step => step != determination.Deciding && step.InCoveredCountry == Truth.Unknown);
        if (unsettled > 0)
        {
            yield return $"That alone would not make it a pass: {Wording.FormatCount(unsettled, "other step")} would still be needed.";
        }
    }

    private static IEnumerable<string> OfSuspect(Determination determination) =>
        Answers(determination).Append($"One of these in a covered country makes it a violation; every required step {Outside} makes it a pass.");

    private static IEnumerable<string> OfOpen(Determination determination) => determination.Material is null
        ? Answers(determination)
        : Answers(determination).Append($"A restricted step in a covered country makes it a violation; every required step on file {Outside} makes it a "
            + $"pass. No answer leaves it open.");

    private static IEnumerable<string> Answers(Determination determination) => determination.Missing.Select(fact => $"An answer to: {fact.Question}");

    // An exception that is false is settled; only one that lacks a fact could still change the answer.
    private static IEnumerable<string> ByException(Determination determination) => determination.Exceptions
        .Where(exception => exception.Established == Truth.Unknown)
        .Select(exception => $"Recorded facts that establish the exception {exception.Rule}, {exception.Title} ({exception.Citation}).");
}
