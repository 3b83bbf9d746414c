using System.Collections.Immutable;

namespace SourcingCompliance.Remediation;

/// <summary>What is done when a first action fails: the steps of one route for one supplier.</summary>
/// <param name="Actions">Ids of the actions of the plan, in the order of the plan's steps.</param>
/// <param name="Kind">Their kind, see <see cref="ActionKinds"/>.</param>
/// <param name="Route">What is done, in a few words: <c>Qualify another source</c>.</param>
/// <param name="Supplier">The supplier whose parts they are; empty = parts of several suppliers, or of one that is not stated.</param>
/// <param name="Parts">The part numbers, in ordinal order.</param>
/// <param name="Owner">Who does it: an internal role.</param>
/// <param name="LatestStart">Last day on which it can start and still be complete by delivery, the earliest over its parts.</param>
/// <param name="EarliestCompletion">The day on which it is complete when it is started on the day of the check, the latest over its parts.</param>
/// <param name="IsTooLate">Whether that is after delivery.</param>
/// <param name="LeadBusinessDays">Lead time in business days that the dates count with, the longest over its parts.</param>
/// <param name="LeadSource">Where the lead time comes from; an assumption says so.</param>
public sealed record BackupPlan(
    ImmutableArray<string> Actions, string Kind, string Route, string Supplier, ImmutableArray<string> Parts, string Owner, DateOnly LatestStart, DateOnly EarliestCompletion,
    bool IsTooLate, int LeadBusinessDays, string LeadSource);

/// <summary>Gathers the steps that are needed only when others fail.</summary>
internal static class BackupPlans
{
    /// <summary>One row for each route and supplier: those that can still be complete by delivery first, then by latest start.</summary>
    public static ImmutableArray<BackupPlan> Of(IEnumerable<PlanStep> steps) =>
    [
        .. steps.Where(step => step.Rank > 0).GroupBy(step => (step.Template.Id, Supplier: NameKey.Of(step.Supplier))).Select(group =>
            {
                PlanStep longest = group.MaxBy(step => step.Lead.Typical) ?? group.First();
                return new BackupPlan(
                    [.. group.Select(step => step.Id)], longest.Template.Kind, longest.Template.Route ?? ActionKinds.NameOf(longest.Template.Kind), group.Select(step => step.Supplier).Order(StringComparer.Ordinal).First(),
                    [.. group.SelectMany(step => step.Parts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], longest.Template.Owner,
                    group.Min(step => step.StartBy), group.Max(step => step.EarliestFinish), group.Any(step => step.EarliestFinish > step.DueBy), longest.Lead.Typical, longest.Lead.Basis);
            })
            .OrderBy(plan => plan.IsTooLate).ThenBy(plan => plan.LatestStart).ThenBy(plan => plan.Route, StringComparer.Ordinal).ThenBy(plan => plan.Supplier, StringComparer.Ordinal),
    ];
}
