using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Evidence;

/// <summary>
/// What a supplier says beside a fact, in a remark or in the name of who did the step, and that names a covered country of which the fact does not speak:
/// "Japan", with the remark "from January on sintered in China". It settles nothing, and a part does not pass until somebody explains it.
/// </summary>
/// <param name="Words">What it says: <c>remark "sintered in China"</c>.</param>
/// <param name="Covered">The covered countries, in code order.</param>
internal sealed record StatedAside(string Words, ImmutableArray<Country> Covered)
{
    private const int LongestText = 120;

    /// <summary>The first text of a fact that names such a country; null = none does.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="stated">The countries that the fact itself names.</param>
    /// <param name="isCovered">Whether a country is a covered country at any time.</param>
    /// <param name="getNamed">The countries that a text names; null = none are looked for.</param>
    public static StatedAside? Find(
        StatementFact fact, ImmutableArray<Country> stated, Func<Country, bool> isCovered, Func<string, ImmutableArray<Country>>? getNamed)
    {
        if (getNamed is null)
        {
            return null;
        }

        foreach ((string what, string text) in GetTexts(fact))
        {
            ImmutableArray<Country> covered = [.. getNamed(text).Where(country => isCovered(country) && !stated.Contains(country)).Distinct().Order()];
            if (!covered.IsEmpty)
            {
                return new StatedAside($"{what} {QuotedText.Quote(text, LongestText)}", covered);
            }
        }

        return null;
    }

    private static IEnumerable<(string What, string Text)> GetTexts(StatementFact fact)
    {
        if (fact.Note is { Length: > 0 } note)
        {
            yield return ("remark", note);
        }

        foreach (OriginShare share in fact is StageFact stage ? stage.Distribution : [])
        {
            if (share.PerformedBy is { } company)
            {
                yield return ("done by", company);
            }

            if (share.Facility is { } facility)
            {
                yield return ("done by", facility);
            }
        }
    }
}
