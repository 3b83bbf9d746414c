using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law;

/// <summary>What a rule is asked about.</summary>
public enum RuleSubject
{
    /// <summary>One statement about one restricted step of a material.</summary>
    Step,

    /// <summary>The country of origin of the part as bought.</summary>
    Part,

    /// <summary>An end item.</summary>
    EndItem,

    /// <summary>Whether an exception applies.</summary>
    Exception,

    /// <summary>A recognized substance that supply advisories watch.</summary>
    Substance,
}

/// <summary>Whether a rule is applied.</summary>
public enum RuleStatus
{
    /// <summary>It is.</summary>
    Active,

    /// <summary>Only as a scenario; it never gates.</summary>
    Draft,

    /// <summary>No longer; it keeps its id.</summary>
    Retired,
}

/// <summary>A formula of the law: a restriction or an exception with its versions.</summary>
public sealed record Rule
{
    /// <summary>Id: SC1xxx restriction, SC2xxx exception.</summary>
    public required string Id { get; init; }

    /// <summary>Name as its files carry it: <c>samarium-cobalt-magnets</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it says, in about ten words.</summary>
    public required string Title { get; init; }

    /// <summary>What it is asked about.</summary>
    public required RuleSubject Subject { get; init; }

    /// <summary>Whether it is applied.</summary>
    public required RuleStatus Status { get; init; }

    /// <summary>The versions in the order of time, without gap or overlap.</summary>
    public required ImmutableArray<RuleVersion> Versions { get; init; }

    /// <summary>Condition under which an exception counts as claimed; null = it is never claimed.</summary>
    public string? ClaimedWhen { get; init; }

    /// <summary>
    /// Condition under which the basis of a claimed exception is on file. Only then does a missing input leave a violation open; null = a claim
    /// that is not complete changes nothing.
    /// </summary>
    public string? BasisWhen { get; init; }

    /// <summary>Property of the contract file in which the exception is claimed: <c>cots</c>; null = in no list of claims.</summary>
    public string? ClaimedIn { get; init; }

    /// <summary>What still binds when an exception is established.</summary>
    public ImmutableArray<RemainingDuty> StillBinds { get; init; } = [];

    /// <summary>For an advisory of announced law, the first day on which that law will bind; null = no day is known, or nothing is announced.</summary>
    public DateOnly? BindsFrom { get; init; }

    /// <summary>Figures of an advisory, each with its day and source.</summary>
    public ImmutableArray<RuleFigure> Figures { get; init; } = [];

    /// <summary>The version that holds on a day; null = none does.</summary>
    public RuleVersion? On(DateOnly day) => Versions.FirstOrDefault(version => version.Period.Contains(day));
}

/// <summary>A rule in one period.</summary>
/// <param name="Period">When it holds, inclusive at both ends.</param>
/// <param name="When">The condition.</param>
/// <param name="Citation">Paragraph.</param>
/// <param name="Interpretation">Number of the interpretation that it rests on; null = the plain text.</param>
public sealed record RuleVersion(EffectivePeriod Period, string When, string Citation, string? Interpretation)
{
    /// <summary>What an advisory says in this period, in about ten words; null = <see cref="Rule.Title"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Figures of this period alone, which stand before those of the rule.</summary>
    public ImmutableArray<RuleFigure> Figures { get; init; } = [];
}

/// <summary>A figure of an advisory.</summary>
/// <param name="Text">What it says, in our words.</param>
/// <param name="AsOf">The time that it speaks of, as its source tells it: <c>2025</c>, <c>October 2025</c>.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Certainty">How sure that source makes it: <c>A</c> official text, <c>B</c> primary text through a mirror, <c>C</c> one secondary source,
/// <c>D</c> our reading, <c>M</c> not verified.</param>
public sealed record RuleFigure(string Text, string AsOf, string Source, string Certainty)
{
    /// <summary>The source with how sure it makes the figure, as reports show it.</summary>
    public string Reference => $"{Source}; {GetWords(Certainty)}";

    private static string GetWords(string certainty) => certainty switch
    {
        "A" => "official text",
        "B" => "primary text, unofficial copy",
        "C" => "secondary source",
        "D" => "our reading",
        _ => "not verified",
    };
}

/// <summary>A duty that an established exception leaves standing.</summary>
/// <param name="When">Condition under which it stands.</param>
/// <param name="Text">What still binds, in our words.</param>
/// <param name="Citation">Paragraph.</param>
public sealed record RemainingDuty(string When, string Text, string Citation);

/// <summary>A rule of missing evidence: which rule id an open finding carries and what is asked.</summary>
/// <param name="Id">Id: SC3xxx.</param>
/// <param name="Title">What is missing, in about ten words.</param>
/// <param name="Questions">Question by missing-fact id.</param>
public sealed record EvidenceRule(string Id, string Title, ImmutableSortedDictionary<string, string> Questions);
