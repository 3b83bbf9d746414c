using System.Diagnostics;

namespace SourcingCompliance.Primitives;

/// <summary>How files spell the verdicts: camel case, the same word in every format that goes in or out.</summary>
public static class VerdictTokens
{
    /// <summary>The verdicts that a finding can have, worst first.</summary>
    public static ReadOnlySpan<Verdict> OfFindings => [Verdict.Violation, Verdict.Suspect, Verdict.Open];

    /// <summary>The word of a verdict: <c>violation</c>, <c>notCovered</c>.</summary>
    public static string Format(Verdict verdict) => verdict switch
    {
        Verdict.Violation => "violation",
        Verdict.Suspect => "suspect",
        Verdict.Open => "open",
        Verdict.Exempt => "exempt",
        Verdict.Pass => "pass",
        Verdict.NotCovered => "notCovered",
        _ => throw new UnreachableException(),
    };

    /// <summary>The verdict of a finding that a word names, in the exact spelling; null = it names none.</summary>
    public static Verdict? ParseOfFinding(string word)
    {
        foreach (Verdict verdict in OfFindings)
        {
            if (Format(verdict).Equals(word, StringComparison.Ordinal))
            {
                return verdict;
            }
        }

        return null;
    }
}
