using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>What is done when a first action fails: the steps of one route for one supplier.</summary>
/// <param name="Actions">Ids of the actions of the plan, each after those that must be finished before it.</param>
/// <param name="Kind">Their kind, see <see cref="ActionKinds"/>.</param>
/// <param name="Route">What is done, in a few words: <c>Qualify another source</c>.</param>
/// <param name="Supplier">The supplier whose parts they are; empty = parts of several suppliers, or of one that is not stated.</param>
/// <param name="Parts">The part numbers, in ordinal order.</param>
/// <param name="Owner">Who does it: an internal role.</param>
/// <param name="LatestStart">Last day on which it can start and still be complete by delivery, the earliest over its parts.</param>
/// <param name="EarliestCompletion">The day on which it is complete when it is started on the day of the check, the latest over its parts.</param>
/// <param name="IsTooLate">Whether that is after delivery.</param>
/// <param name="LeadBusinessDays">Lead time in business days from start to completion that the dates count with, the longest over its parts.</param>
/// <param name="LeadSource">Where the lead time comes from; an assumption says so.</param>
public sealed record BackupPlan(
    ImmutableArray<string> Actions, string Kind, string Route, string Supplier, ImmutableArray<string> Parts,
    string Owner, DateOnly LatestStart, DateOnly EarliestCompletion,
    bool IsTooLate, int LeadBusinessDays, string LeadSource);

/// <summary>Gathers the ways that are taken only when the first one fails.</summary>
internal static class BackupPlans
{
    /// <summary>One row for each route and supplier: those that can still be complete by delivery first, then by latest start.</summary>
    public static ImmutableArray<BackupPlan> Get(IEnumerable<FindingWays> ways, PlanDates dates)
    {
        // The findings of a part share its steps, so a way is looked at once.
        var rows = new Dictionary<(string Template, string Supplier), Dictionary<PlanStep, WayOut>>();
        foreach (WayOut way in ways.SelectMany(finding => finding.Ways.Skip(1)).Where(way => way.End.Rank > 0))
        {
            (string, string) key = (way.End.Template.Id, NameKey.Compute(way.End.Supplier));
            if (!rows.TryGetValue(key, out Dictionary<PlanStep, WayOut>? row))
            {
                rows.Add(key, row = []);
            }

            row.TryAdd(way.End, way);
        }

        return
        [
            .. rows.Values.Select(row => GetRow([.. row.Values], dates))
                .OrderBy(plan => plan.IsTooLate).ThenBy(plan => plan.LatestStart).ThenBy(plan => plan.Route, StringComparer.Ordinal)
                .ThenBy(plan => plan.Supplier, StringComparer.Ordinal),
        ];
    }

    private static BackupPlan GetRow(WayOut[] ways, PlanDates dates)
    {
        int days = ways.Max(way => way.DaysWithout([]));
        PlanStep longest = ways.MaxBy(way => way.End.Lead.Typical)?.End ?? ways[0].End;
        return new BackupPlan(
            [.. ways.SelectMany(way => way.Steps).Select(step => step.Id).Distinct(StringComparer.Ordinal)], longest.Template.Kind,
            longest.Template.Route ?? ActionKinds.GetName(longest.Template.Kind),
            ways.Select(way => way.End.Supplier).Order(StringComparer.Ordinal).First(),
            [.. ways.SelectMany(way => way.End.Parts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], longest.Template.Owner,
            dates.Add(dates.LastDay, -days), ways.Max(way => way.End.EarliestFinish), ways.Any(way => way.End.EarliestFinish > dates.LastDay),
            days, longest.Lead.GetBasis(longest.Template.Id));
    }
}
