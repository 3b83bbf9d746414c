using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

public sealed class TodayTasksTests
{
    private static readonly DateOnly Monday = Examples.Day("2026-11-30");

    [Fact]
    public void A_person_can_start_one_request_for_each_supplier_and_one_survey_for_each_material()
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [Examples.Violation("MAG-9", row: 9), Examples.Suspect("MAG-1"), Examples.Open("MAG-2", row: 6), Examples.Open("MAG-3", "Borea", row: 7)],
            Examples.Settings("2026-11-30"));

        plan.DoToday.Select(task => task.Title).ShouldBe(
        [
            "Ask Acme for the origin of MAG-1 and MAG-2", "Ask Borea for the origin of MAG-3", "Look for sources of MAG-9 outside the covered countries",
        ]);
        plan.DoToday[0].Settles.ShouldBe(new FindingCounts(0, 1, 1));
        plan.DoToday.ShouldAllBe(task => task.NeededBy == Examples.Day("2026-12-14") && task.IsLate, "Ten business days from the day of the check.");
        plan.DoTodayInShort.Select(task => task.Title)
            .ShouldBe(["Send requests to 2 suppliers (3 parts)", "Look for sources of MAG-9 outside the covered countries"]);
        plan.Headline.ShouldStartWith("Start today: 2 supplier requests and 1 other task. 1 part cannot be fixed by");
    }

    [Theory]
    [InlineData("2026-03-02", "2027-01-01", null, "2026-06-02", false)]
    [InlineData("2026-11-30", "2027-01-01", null, "2026-12-14", true)]
    [InlineData("2026-12-21", "2027-01-01", null, "2026-12-23", true)]
    [InlineData("2027-02-01", "2027-01-01", null, "2027-02-16", true)]
    [InlineData("2026-03-02", "2027-01-01", "2026-04-15", "2026-04-15", false)]
    [InlineData("2026-03-02", "2027-01-01", "2026-08-15", "2026-06-02", false)]
    [InlineData("2026-11-30", "2027-01-01", "2026-12-09", "2026-12-09", true)]
    public void An_answer_is_needed_by_the_latest_start_of_the_backup_plan_and_in_time_to_evaluate_it(string asOf,
        string delivery, string? replyBy, string expected, bool isLate)
    {
        PlanSettings settings = Examples.Settings(asOf, delivery) with { ReplyBy = replyBy is null ? null : Examples.Day(replyBy) };

        RemediationPlan plan = RemediationPlanner.Plan([Examples.Open("MAG-1")], settings);

        RemediationAction request = plan.Action(ActionKinds.RequestEvidence, "MAG-1");
        (request.DueBy, request.IsLate).ShouldBe((Examples.Day(expected), isLate));
        plan.Requests[0].AnswerBy.ShouldBe(request.DueBy);
        plan.DoToday[0].NeededBy.ShouldBe(request.DueBy);
        (plan.CannotBeFixed.Length + plan.CannotBeFixedIfAnswerIsBad.Length).ShouldBe(isLate ? 1 : 0);
    }

    [Fact]
    public void A_reply_date_that_is_later_than_the_answer_is_needed_is_reported()
    {
        PlanSettings settings = Examples.Settings("2026-03-02") with { ReplyBy = Examples.Day("2026-08-15") };

        RemediationPlanner.Plan([Examples.Open("MAG-1")], settings).Diagnostics.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ReplyByNotUsed);
    }

    [Fact]
    public void The_user_knows_how_long_answers_take_to_evaluate_and_how_long_a_late_one_may_take()
    {
        PlanSettings settings = Examples.Settings("2026-11-30") with
        {
            LeadTimeOverrides = [new LeadTimeOverride(AnswerTimes.LateKind, null, 5, "our terms"),
                new LeadTimeOverride(AnswerTimes.EvaluationKind, null, 3, "our terms")],
        };

        RemediationPlan plan = RemediationPlanner.Plan([Examples.Open("MAG-1")], settings);

        plan.DoToday[0].NeededBy.ShouldBe(Examples.Day("2026-12-07"));
        plan.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Backup_plans_are_one_row_for_each_route_and_supplier_with_all_steps_of_the_route()
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [Examples.Open("MAG-1"), Examples.Open("MAG-2", row: 6), Examples.Open("MAG-3", "Borea", row: 7)], Examples.Settings("2026-03-02"));

        plan.BackupPlans.Select(backup => (backup.Route, backup.Supplier, backup.Parts.Length, backup.LeadBusinessDays)).ShouldBe(
            [("Qualify another source", "Acme", 2, 145), ("Qualify another source", "Borea", 1, 145)]);
        plan.BackupPlans.ShouldAllBe(backup => backup.LatestStart == Examples.Day("2026-06-02") && !backup.IsTooLate);
        plan.BackupPlans[0].LeadSource.ShouldEndWith("To replace it, set leadTimes (kind qualify-source) in sourcing.json.");
    }

    [Fact]
    public void A_part_stands_in_one_task_and_in_one_list_of_late_parts() => Prop.ForAll(
        RemediationPlanPropertyTests.Findings(), Gen.Choose(0, 900).ToArbitrary(),
        (findings, days) =>
        {
            RemediationPlan plan = RemediationPlanner.Plan(findings, Examples.Settings() with { Deadline = Monday.AddDays(days) });
            (string, string)[] late = [.. plan.CannotBeFixed.Concat(plan.CannotBeFixedIfAnswerIsBad)
                .Select(part => (part.PartNumber, part.Supplier.ToUpperInvariant()))];
            Dictionary<string, RemediationAction> byId = plan.Actions.ToDictionary(action => action.Id);
            return late.Distinct().Count() == late.Length
                && plan.DoToday.Sum(task => task.Settles.Total) == plan.Outlook.Now.Total
                && plan.DoToday.All(task => task.Actions.All(id => byId[id] is { IsFallback: false, After.IsEmpty: true } action
                    && action.DueBy >= task.NeededBy))
                && plan.Outlook.AtBest.Total <= plan.Outlook.Now.Total && plan.Outlook.AtWorst.Violation >= plan.Outlook.AtBest.Violation;
        })
        .QuickCheckThrowOnFailure();
}
