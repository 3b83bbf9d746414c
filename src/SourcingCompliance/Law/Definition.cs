using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law;

/// <summary>A parameter of the law: values by period. When the law changes a period is added, and nothing else moves.</summary>
/// <typeparam name="T">Type of one value.</typeparam>
/// <param name="Name">Name, the same as its file's: <c>covered-countries</c>.</param>
/// <param name="Unit">What the values are: <c>country</c>, <c>material</c>, <c>requirement</c>, <c>number</c>, <c>clause-version</c>.</param>
/// <param name="Periods">The periods in the order of time, without gap or overlap.</param>
public sealed record Definition<T>(string Name, string Unit, ImmutableArray<DefinitionPeriod<T>> Periods)
{
    /// <summary>The name as conditions spell it: <c>coveredCountries</c>.</summary>
    public string ConditionName { get; } = GetCamelCase(Name);

    /// <summary>The values on a day; empty when no period holds that day.</summary>
    public ImmutableArray<T> On(DateOnly day)
    {
        foreach (DefinitionPeriod<T> period in Periods)
        {
            if (period.Period.Contains(day))
            {
                return period.Values;
            }
        }

        return [];
    }

    private static string GetCamelCase(string name) =>
        string.Concat(name.Split('-').Select((word, index) => index == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}

/// <summary>The values of a definition in one period.</summary>
/// <typeparam name="T">Type of one value.</typeparam>
/// <param name="Period">When they hold, inclusive at both ends.</param>
/// <param name="Values">The values.</param>
/// <param name="Citation">Paragraph that says so.</param>
/// <param name="Certainty">How sure we are of it: A official text, B primary text through a mirror, C one secondary source, D our reading, M general
/// knowledge.</param>
public sealed record DefinitionPeriod<T>(EffectivePeriod Period, ImmutableArray<T> Values, string Citation, string Certainty);

/// <summary>A country of a set.</summary>
/// <param name="Country">The country.</param>
/// <param name="Name">Name as the law spells it.</param>
/// <param name="Setting">Name of the setting that takes it in or leaves it out; null = the text names it.</param>
/// <param name="IsDefault">Whether it is in the set when the setting is not changed.</param>
public sealed record CountryEntry(Country Country, string Name, string? Setting, bool IsDefault);

/// <summary>A covered material.</summary>
/// <param name="Id">Id as <see cref="MaterialIds"/> spells it.</param>
/// <param name="Name">Name in a sentence, singular.</param>
/// <param name="Elements">Chemical symbols that the law names for it; empty when its kind is not stated.</param>
/// <param name="Kinds">Ids of the materials that it may be, when its kind is not stated; empty otherwise.</param>
/// <param name="Citation">Paragraph of the definition.</param>
public sealed record CoveredMaterial(string Id, string Name, ImmutableArray<string> Elements, ImmutableArray<string> Kinds, string Citation);

/// <summary>A restricted step of production.</summary>
/// <param name="Id">Id, unique in its period: <c>ndfeb-mined-nd</c>.</param>
/// <param name="Material">Id of the material.</param>
/// <param name="Element">Chemical symbol that the step is restricted for; null = the alloy; <c>*</c> = every element at once.</param>
/// <param name="Stages">Stage ids; a statement of any one of them satisfies the requirement, and each of them in a covered country violates it.</param>
/// <param name="IsRequired">Whether a pass needs it on file; false = adverse evidence counts and its absence is not asked for.</param>
/// <param name="Question">What a supplier is asked when it is not on file; empty when it is not required.</param>
/// <param name="Citation">Paragraph that restricts the step.</param>
/// <param name="Interpretation">Number of the interpretation that it rests on; null = the plain text.</param>
public sealed record StageRequirement(
    string Id, string Material, string? Element, ImmutableArray<string> Stages, bool IsRequired, string Question, string Citation, string? Interpretation)
{
    /// <summary>
    /// Whether the step is the making of a component around the material (paragraph (a): "any finished or semi-finished component containing"
    /// it is covered material), and so is looked at for what contains the material and not for the material itself.
    /// </summary>
    public bool IsOfComponent { get; init; }

    /// <summary>The element of a requirement that only a statement about every element satisfies.</summary>
    public const string EveryElement = "*";

    /// <summary>Whether a statement of a stage and element speaks against the requirement when its country is covered.</summary>
    public bool IsTouchedBy(string stage, string? element) =>
        Stages.Contains(stage) && (element is null || Element is null or EveryElement || string.Equals(element, Element, StringComparison.Ordinal));

    /// <summary>Whether a statement of a stage and element can satisfy the requirement.</summary>
    public bool IsMetBy(string stage, string? element) =>
        IsTouchedBy(stage, element) && (Element != EveryElement || element is null);
}

/// <summary>An official, and the kinds of determination that he or she may make.</summary>
/// <param name="Id">Id as the contract file spells it: <c>head-of-contracting-activity</c>.</param>
/// <param name="Name">Name in a sentence.</param>
/// <param name="MayDecide">Kinds that are within the authority: <c>individual</c>, <c>class</c>, <c>national-security</c>.</param>
/// <param name="IsUnsettledFor">Kinds for which regulation and statute do not agree; nothing is exempt and nothing is ruled out.</param>
/// <param name="Citation">Paragraph.</param>
/// <param name="Interpretation">Number of the interpretation that it rests on; null = the plain text.</param>
public sealed record DeterminationAuthority(
    string Id, string Name, ImmutableArray<string> MayDecide, ImmutableArray<string> IsUnsettledFor, string Citation, string? Interpretation);

/// <summary>A number of the law.</summary>
/// <param name="Id">Id as conditions spell it after <c>thresholds.</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit: <c>USD</c>, <c>fraction</c>, <c>months</c>.</param>
/// <param name="Citation">Paragraph; null = that of the period.</param>
public sealed record Threshold(string Id, decimal Value, string Unit, string? Citation);

/// <summary>A version of the clause, by the month in its title.</summary>
/// <param name="Id">The month as the clause prints it: <c>MAY 2024</c>.</param>
/// <param name="Month">First day of that month.</param>
/// <param name="Title">Title of the clause.</param>
/// <param name="Regimes">The periods of delivery that its text tells apart, in the order of time.</param>
/// <param name="Citation">Where the version was published.</param>
/// <param name="Certainty">How sure we are of it.</param>
public sealed record ClauseVersion(string Id, DateOnly Month, string Title, ImmutableArray<ClauseRegime> Regimes, string Citation, string Certainty)
{
    /// <summary>Number of the clause: <c>252.225-7052</c>; null for a text that is no clause.</summary>
    public string? Number { get; init; }

    /// <summary>Class deviations that keep this text: <c>2026-O0041</c>; empty = none is known.</summary>
    public ImmutableArray<string> Deviations { get; init; } = [];
}

/// <summary>A period of delivery that a clause tells apart.</summary>
/// <param name="Id">Id: <c>melted-or-produced</c>.</param>
/// <param name="Title">How the reports call it.</param>
/// <param name="From">First day of delivery; null = from the beginning.</param>
/// <param name="To">Last day of delivery, inclusive; null = no end.</param>
/// <param name="LawDate">The day whose definitions and rule versions say what the regime restricts.</param>
public sealed record ClauseRegime(string Id, string Title, DateOnly? From, DateOnly? To, DateOnly LawDate);
