using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>Something that a person can start today.</summary>
/// <param name="Actions">Ids of the actions of the plan that it consists of, in the order of the plan.</param>
/// <param name="Kind">Their kind, see <see cref="ActionKinds"/>.</param>
/// <param name="Title">What to do, in one line.</param>
/// <param name="Owner">Who does it: an internal role.</param>
/// <param name="Supplier">The supplier that it goes to; empty = none, or several.</param>
/// <param name="Parts">The part numbers, in ordinal order.</param>
/// <param name="NeededBy">The day by which it is needed, the same as in letters, calendar and lists.</param>
/// <param name="IsLate">Whether the day by which it was needed is past, so that <paramref name="NeededBy"/> is counted from the day of the check.</param>
/// <param name="Settles">How many line items it settles, each counted once by its worst verdict.</param>
public sealed record TodayTask(
    ImmutableArray<string> Actions, string Kind, string Title, string Owner, string Supplier, ImmutableArray<string> Parts,
    DateOnly NeededBy, bool IsLate, FindingCounts Settles)
{
    /// <summary>What <c>late</c> means next to a day, for a note below a list of tasks.</summary>
    public const string LateNote = "Late: the day by which it was needed has passed. Start today; the date shown is the new one, counted from the check.";

    /// <summary>The day in words: <c>January 4, 2027</c>, <c>December 14, 2026, late</c>.</summary>
    public string NeededByWords => Wording.FormatDate(NeededBy) + (IsLate ? ", late" : "");

    // Tasks of one route are told in one row where room is short.
    internal string Route { get; init; } = "";
}
