using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>
/// Actions that one row of the plan tells: the same thing to do for several parts, by the same days, for the same reasons. Twenty rows that
/// differ in a part number hide what is to be done.
/// </summary>
/// <param name="Actions">The actions, in the order of the plan; one at least.</param>
internal sealed record ActionGroup(ImmutableArray<RemediationAction> Actions)
{
    /// <summary>The action that speaks for the others.</summary>
    public RemediationAction First => Actions[0];

    /// <summary>The parts of all, in the order of the plan.</summary>
    public ImmutableArray<string> Parts => [.. Actions.SelectMany(action => action.Parts).Distinct(StringComparer.Ordinal)];

    /// <summary>What to do, with the number of parts in the place of the part.</summary>
    public string Title => Actions.Length == 1 ? First.Title : First.Title.Replace(First.Parts[0], Wording.CountOf(Parts.Length, "part"), StringComparison.Ordinal);

    /// <summary>The actions of a plan in groups, each at the place of its first.</summary>
    public static ImmutableArray<ActionGroup> Of(ImmutableArray<RemediationAction> actions) =>
        [.. actions.GroupBy(KeyOf).Select(group => new ActionGroup([.. group]))];

    // Only actions for one part that differ in nothing but that part are told together.
    private static object KeyOf(RemediationAction action) => action.Parts is [var part] && action.Title.Contains(part, StringComparison.Ordinal) && !action.Detail.Contains(part, StringComparison.Ordinal)
        ? (action.Kind, action.Title.Replace(part, "", StringComparison.Ordinal), action.Detail, action.Owner, string.Join('|', action.After), action.IsFallback,
            (action.StartBy, action.DueBy, action.EarliestFinish, action.SwitchBy), (action.LeadBusinessDays, action.LeadRange, action.LeadSource))
        : action;
}
