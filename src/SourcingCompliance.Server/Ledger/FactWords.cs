using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Facts and questions in few words: steps in one country are one sentence, for sixteen lines that all end in one country hide the other.</summary>
internal static class FactWords
{
    /// <summary>What a statement says of one subject, a sentence for each country or other fact.</summary>
    /// <param name="item">The subject and its facts.</param>
    public static IEnumerable<string> Get(StatementItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        UnknownFact[] unknown = [.. item.Facts.OfType<UnknownFact>().Where(fact => fact is { Stage: not null, NextSupplier: null, Note: null })];
        if (unknown.Length > 1)
        {
            yield return "not known: " + Format(unknown.Select(fact => new RequestedFact(fact.Material, fact.Stage, fact.Element)));
        }

        foreach (IGrouping<string, StatementFact> group in item.Facts.Where(fact => unknown.Length <= 1 || !unknown.Contains(fact))
            .GroupBy(GetPlace, StringComparer.Ordinal))
        {
            string end = " in " + group.Key;
            if (group.Key.Length > 0 && group.Count() > 1)
            {
                yield return string.Join(", ", group.Select(fact => fact is StageFact { Stage: StageIds.Produced } ? "the finished part made"
                    : StatementWords.Format(fact)[..^end.Length])) + end;
                continue;
            }

            foreach (StatementFact fact in group)
            {
                yield return StatementWords.Format(fact) + (fact.Note is { } note ? $" ({note})" : "");
            }
        }
    }

    /// <summary>What is asked about one part as a phrase: <c>whether it contains the material; where it was mined (neodymium, iron), melted</c>.</summary>
    /// <param name="questions">The questions.</param>
    public static string FormatQuestions(IEnumerable<RequestedFact> questions)
    {
        RequestedFact[] all = [.. questions];
        RequestedFact[] steps = [.. all.Where(question => question.Stage is not (null or StageIds.Produced))];
        return string.Join("; ", new[] { Format(all.Except(steps)), steps.Length > 0 ? "where it was " + Format(steps) : "" }.Where(text => text.Length > 0));
    }

    /// <summary>What is asked about one part: <c>mined (neodymium, iron), melted</c>.</summary>
    /// <param name="questions">The questions.</param>
    public static string Format(IEnumerable<RequestedFact> questions) => string.Join(", ", questions.GroupBy(question => question.Stage).Select(group =>
    {
        string[] elements = [.. group.Select(question => question.Element).OfType<string>().Select(Wording.GetElement)];
        return group.Key switch
        {
            null => "whether it contains the material",
            StageIds.Produced => "where the finished part was made",
            { } stage => Wording.DoneAt(stage) + (elements.Length > 0 ? $" ({string.Join(", ", elements)})" : ""),
        };
    }));

    // The words of a fact end in its countries, unless these are too many to be said.
    private static string GetPlace(StatementFact fact) => fact is StageFact { Note: null } stage && StatementWords.GetCountries(stage) is var countries
        && StatementWords.Format(fact).EndsWith(" in " + countries, StringComparison.Ordinal) ? countries : "";
}
