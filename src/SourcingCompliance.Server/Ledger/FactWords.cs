using System.Globalization;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Facts and questions in few words: steps in one country are one sentence, for sixteen lines that all end in one country hide the other.</summary>
internal static class FactWords
{
    private const int MostCountries = 12;

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
            .OrderBy(GetRank).GroupBy(GetPlace, StringComparer.Ordinal))
        {
            if (group.Key.Length > 0)
            {
                // The country first: at the end of a long list it seems to belong to the last step alone.
                yield return group.Count() > 1 ? $"{group.Key}: {Format(group.OfType<StageFact>())}" : Format(group.First());
                continue;
            }

            foreach (StatementFact fact in group)
            {
                yield return Format(fact) + (fact.Note is { } note ? $" ({note})" : "");
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

    // Steps of one country in the order of production: mined (neodymium, iron), melted.
    private static string Format(IEnumerable<StageFact> steps) => string.Join(", ", steps.GroupBy(step => (step.Stage, IsWhole: step.Element is null))
        .Select(group => (group.Key.Stage == StageIds.Produced ? "finished part made" : Wording.DoneAt(group.Key.Stage))
            + (group.Key.IsWhole ? "" : $" ({string.Join(", ", group.Select(step => Wording.GetElement(step.Element ?? "")))})")));

    private static string Format(StatementFact fact) => fact switch
    {
        StageFact stage => $"{Format([stage])} in {GetCountries(stage)}",
        PresenceFact { Material: { } material } presence => $"contains {(presence.Contains ? "" : "no ")}{QuestionnaireTerms.GetName(material)}",
        UnknownFact { Material: { } material } => StatementWords.Format(fact).Replace(material, QuestionnaireTerms.GetName(material), StringComparison.Ordinal),
        _ => StatementWords.Format(fact),
    };

    private static string GetCountries(StageFact stage)
    {
        string[] names = [.. stage.Distribution.Select(share => CountryNames.Get(share.Country) + (share.Percent is { } percent and not 100
            ? string.Create(CultureInfo.InvariantCulture, $" {percent:0.##}%") : "")).Distinct(StringComparer.Ordinal)];
        string[] shown = names.Length <= MostCountries ? names
            : [.. names.Take(MostCountries), Wording.FormatCount(names.Length - MostCountries, "more country", "more countries")];
        return string.Join(stage.IsCertain ? ", " : " or ", shown);
    }

    private static int GetRank(StatementFact fact) => fact is StageFact stage
        ? 1 + Math.Max(0, TypedAnswer.Stages.Select(one => one.Stage).ToList().IndexOf(stage.Stage)) : fact is PresenceFact ? 0 : int.MaxValue;

    private static string GetPlace(StatementFact fact) => fact is StageFact { Note: null } stage ? GetCountries(stage) : "";
}
