using System.Collections.Immutable;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>Finds the statements on file that speak against a line beside the one that decides: none of them may go unsaid.</summary>
internal static class AdverseFacts
{
    private const int LongestQuote = 40;

    /// <summary>The adverse statements of a line in their order, each once.</summary>
    /// <param name="edition">The law.</param>
    /// <param name="presence">How the line carries the material.</param>
    /// <param name="steps">The steps as assessed.</param>
    /// <param name="unnamed">Statements about elements that the text does not name.</param>
    /// <param name="statements">What is on file of the line.</param>
    /// <param name="deciding">The step that decides; null = none does.</param>
    public static ImmutableArray<AdverseFact> Get(
        LawEdition edition, Presence presence, ImmutableArray<StepAssessment> steps, ImmutableArray<StageStatement> unnamed,
        ImmutableArray<StageStatement> statements, StepDetermination? deciding)
    {
        var facts = ImmutableArray.CreateBuilder<AdverseFact>();
        foreach (StageStatement statement in statements)
        {
            if (edition.CoveredCountries.GetCount(statement.Countries) == 0 || statement.Source == deciding?.Statement)
            {
                continue;
            }

            AdverseKind kind = GetKind(statement, presence, steps, unnamed);
            bool isSaid = kind == AdverseKind.OriginOfPart && statement.Certainty != OriginCertainty.Definite
                && statements.Any(other => other.Source == statement.Source && !other.IsOfPart);
            if (!isSaid)
            {
                facts.Add(new AdverseFact(statement.Source, statement.Stage, statement.Element, statement.Countries, kind));
            }
        }

        // Two lists of the same countries are not equal, so their codes are compared.
        return facts.Count < 2 ? facts.ToImmutable() : [.. facts.DistinctBy(fact =>
            (fact.Statement, fact.Stage, fact.Element, fact.Kind, string.Join('|', fact.Countries.Select(country => country.Code))))];
    }

    /// <summary>A fact in words: <c>dysprosium separated in China (cell N4 "CN"), an element that the clause does not name</c>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="nameOf">Name of a country.</param>
    public static string GetWords(AdverseFact fact, Func<Country, string> nameOf)
    {
        string where = Wording.GetList([.. fact.Countries.Select(nameOf)], "or");
        string what = fact.Stage == StageIds.Produced ? "country of origin" : Wording.DoneAt(fact.Stage);
        string done = fact.Element is { } element ? $"{Wording.GetElement(element)} {what}" : what;
        string cell = $" ({fact.Statement.Where} \"{Shorten(fact.Statement.Raw)}\")";
        return (fact.Stage == StageIds.Produced ? $"{done} {where}" : $"{done} in {where}") + cell + fact.Kind switch
        {
            AdverseKind.AlsoBarred => ", also prohibited",
            AdverseKind.NotCertain => ", not stated for certain",
            AdverseKind.ElementNotNamed => ", an element that the clause does not name",
            AdverseKind.NotRestricted => ", not a step that the clause restricts for these deliveries",
            AdverseKind.OriginOfPart => ", the origin of the part and not that of the material in it",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    internal static string Shorten(string text) => QuotedText.Quote(text, LongestQuote);

    private static AdverseKind GetKind(
        StageStatement statement, Presence presence, ImmutableArray<StepAssessment> steps, ImmutableArray<StageStatement> unnamed)
    {
        if (unnamed.Contains(statement))
        {
            return AdverseKind.ElementNotNamed;
        }

        StepAssessment[] touched = [.. steps.Where(step => step.Requirement.IsTouchedBy(statement.Stage, statement.Element)
            && (!statement.IsOfPart || presence == Presence.Is || step.Requirement.IsOfComponent))];
        return touched.Length > 0
            ? statement.CertaintyOfSet == OriginCertainty.Definite && touched.Any(step => step.Step.InCoveredCountry == Truth.True)
                ? AdverseKind.AlsoBarred : AdverseKind.NotCertain
            : statement.IsOfPart ? AdverseKind.OriginOfPart : AdverseKind.NotRestricted;
    }
}
