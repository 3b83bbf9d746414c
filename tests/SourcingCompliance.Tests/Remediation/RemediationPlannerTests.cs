using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

public sealed class RemediationPlannerTests
{
    [Fact]
    public void One_request_to_a_supplier_carries_the_questions_of_all_its_parts()
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [Examples.Open("MAG-2", row: 6), Examples.Open("MAG-1"), Examples.Open("MAG-9", supplier: "Borea")], Examples.Settings());

        RemediationAction[] requests = [.. plan.Actions.Where(action => action.Kind == ActionKinds.RequestEvidence)];
        requests.Length.ShouldBe(2);
        RemediationAction acme = requests.Single(action => action.Supplier == "Acme");
        acme.Parts.ShouldBe(["MAG-1", "MAG-2"]);
        acme.Questions.ShouldBe(
        [
            "In which country was the neodymium of MAG-1 separated?",
            "In which country was the alloy of MAG-1 melted?",
            "In which country was the neodymium of MAG-2 separated?",
            "In which country was the alloy of MAG-2 melted?",
        ]);
        acme.Title.ShouldBe("Ask Acme for the origin of MAG-1 and MAG-2");
    }

    [Fact]
    public void Spellings_of_one_supplier_share_a_request_and_legal_forms_keep_companies_apart()
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [
                Examples.Open("MAG-1", supplier: "Acme Ltd."), Examples.Open("MAG-2", supplier: "ACME  Ltd", row: 6),
                Examples.Open("MAG-3", supplier: "Acme Inc", row: 7),
            ],
            Examples.Settings());

        plan.Actions.Where(action => action.Kind == ActionKinds.RequestEvidence).Select(action => (action.Supplier, action.Parts.Length))
            .ShouldBe([("Acme Inc", 1), ("Acme Ltd.", 2)]);
    }

    [Fact]
    public void Dates_run_back_from_delivery_and_forward_from_the_day_of_the_check()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Open("MAG-1")], Examples.Settings("2026-11-23", "2027-01-01"));

        // The backup plan had to start in June, so the supplier has ten business days, Thanksgiving not counted.
        RemediationAction request = plan.Action(ActionKinds.RequestEvidence, "MAG-1");
        request.LeadBusinessDays.ShouldBe(20);
        request.DueBy.ShouldBe(Examples.Day("2026-12-08"));
        request.IsLate.ShouldBeTrue();
        request.StartBy.ShouldBe(Examples.Day("2026-11-23"));
        request.EarliestFinish.ShouldBe(Examples.Day("2026-12-22"));
        request.OverdueDays.ShouldBe(0);
        request.IsFallback.ShouldBeFalse();
    }

    [Fact]
    public void Another_source_is_bought_from_only_after_sources_were_surveyed()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Violation("MAG-1")], Examples.Settings("2026-03-02", "2027-01-01"));

        RemediationAction survey = plan.Actions.Single(action => action.Title.StartsWith("Look for", StringComparison.Ordinal));
        RemediationAction qualify = plan.Actions.Single(action => action.Title.StartsWith("Qualify", StringComparison.Ordinal));
        qualify.After.ShouldBe([survey.Id]);
        survey.DueBy.ShouldBe(qualify.StartBy);
        qualify.EarliestFinish.ShouldBe(BusinessCalendar.AddBusinessDays(survey.EarliestFinish, qualify.LeadBusinessDays));
        qualify.SlackBusinessDays.ShouldBe(survey.SlackBusinessDays);
        plan.CriticalPath.ShouldBe([survey.Id, qualify.Id]);
        plan.Actions.Where(action => action.IsCritical).Select(action => action.Id).ShouldBe([survey.Id, qualify.Id]);
    }

    [Fact]
    public void A_determination_is_asked_once_for_a_material_after_its_sources_were_surveyed()
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [Examples.Violation("MAG-1"), Examples.Violation("MAG-2", row: 6), Examples.Violation("SM-1", row: 7, material: MaterialIds.SmCo)],
            Examples.Settings());

        RemediationAction[] determinations = [.. plan.Actions.Where(action => action.Kind == ActionKinds.RequestDetermination)];
        determinations.Length.ShouldBe(2);
        RemediationAction ndfeb = determinations.Single(action => action.Parts.Contains("MAG-1"));
        ndfeb.Parts.ShouldBe(["MAG-1", "MAG-2"]);
        ndfeb.IsFallback.ShouldBeTrue();
        plan.Actions.Single(action => action.Id == ndfeb.After.ShouldHaveSingleItem()).Title
            .ShouldBe("Look for sources of MAG-1 and MAG-2 outside the covered countries");
    }

    [Theory]
    [InlineData("2026-12-31", true, false)]
    [InlineData("2027-01-01", true, false)]
    [InlineData("2027-01-02", true, true)]
    [InlineData("2027-01-02", false, false)]
    public void Goods_that_were_delivered_are_disclosed_at_once_and_that_settles_nothing(string asOf, bool isDeliveryGiven, bool isOffered)
    {
        PlanSettings settings = Examples.Settings(asOf) with { IsDeliveryGiven = isDeliveryGiven };

        RemediationPlan plan = RemediationPlanner.Plan([Examples.Violation("MAG-1"), Examples.Violation("MAG-2", row: 6)], settings);

        RemediationAction[] disclosures = [.. plan.Actions.Where(action => action.Kind == ActionKinds.Disclose)];
        disclosures.Length.ShouldBe(isOffered ? 1 : 0);
        if (isOffered)
        {
            disclosures[0].Parts.ShouldBe(["MAG-1", "MAG-2"]);
            disclosures[0].IsFallback.ShouldBeFalse();
            disclosures[0].Detail.ShouldContain("FAR 46.407");
            plan.CannotBeFixed.SelectMany(part => part.Findings).Count().ShouldBe(2, "A disclosure does not make the parts deliverable.");
            plan.Outlook.AtBest.Violation.ShouldBe(2);
        }
    }

    [Fact]
    public void A_suspect_or_open_part_is_not_disclosed()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Suspect("MAG-1"), Examples.Open("MAG-2", row: 6)],
            Examples.Settings("2027-02-01") with { IsDeliveryGiven = true });

        plan.Actions.ShouldNotContain(action => action.Kind == ActionKinds.Disclose);
    }

    [Fact]
    public void A_finding_lists_its_own_actions_and_not_those_of_another_part()
    {
        Finding first = Examples.Violation("MAG-1");
        Finding second = Examples.Violation("MAG-2", row: 6);

        RemediationPlan plan = RemediationPlanner.Plan([first, second], Examples.Settings());

        plan.ActionsByFinding[first.Id].Select(id => plan.Actions.Single(action => action.Id == id))
            .ShouldAllBe(action => action.Parts.Contains("MAG-1"));
        plan.WithActions(first).Actions.ShouldBe(plan.ActionsByFinding[first.Id]);
        plan.ActionsByFinding[first.Id].Length.ShouldBe(4);
    }

    [Fact]
    public void A_part_that_nothing_can_clear_by_delivery_is_said_plainly()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Violation("MAG-1")], Examples.Settings("2026-11-23", "2027-01-01"));

        LatePart part = plan.CannotBeFixed.ShouldHaveSingleItem();
        part.PartNumber.ShouldBe("MAG-1");
        part.EarliestCompletion.ShouldBe(Examples.Day("2027-03-29"));
        part.BusinessDaysLate.ShouldBe(59);
        part.Sentence.ShouldBe(
            $"MAG-1 (neodymium-iron-boron magnets, Acme): cannot be fixed by {Wording.FormatDate(plan.LastDay)}. Earliest completion: "
                + $"{Wording.FormatDate(part.EarliestCompletion)} "
            + $"(a nonavailability determination), 59 business days late; with the shortest lead times {Wording.FormatDate(Examples.Day("2027-01-29"))}.");
        plan.Headline.ShouldEndWith($"1 part cannot be fixed by {Wording.FormatDate(plan.LastDay)}: MAG-1 (earliest completion "
            + $"{Wording.FormatDate(part.EarliestCompletion)}).");
    }

    [Fact]
    public void A_part_that_only_evidence_can_clear_in_time_cannot_be_fixed_if_the_answer_is_bad()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Suspect("MAG-1")], Examples.Settings("2026-11-23", "2027-01-01"));

        plan.CannotBeFixed.ShouldBeEmpty();
        LatePart part = plan.CannotBeFixedIfAnswerIsBad.ShouldHaveSingleItem();
        part.EarliestCompletion.ShouldBe(BusinessCalendar.AddBusinessDays(plan.Action(ActionKinds.RequestEvidence, "MAG-1").DueBy, 20 + 125),
            "The fix starts when the answer is in.");
        part.Sentence.ShouldStartWith("MAG-1 (neodymium-iron-boron magnets, Acme): only evidence from the supplier can clear it by");
    }

    [Fact]
    public void An_exception_that_is_merely_not_ruled_out_stands_behind_the_way_that_settles_and_saves_no_date()
    {
        FindingContext context = FindingContext.From(Examples.Violation("MTR-1")) with { OpenExceptions = [Exception(isClaimed: false)] };

        RemediationPlan plan = RemediationPlanner.Plan([context], Examples.Settings());

        RemediationAction exception = plan.Action(ActionKinds.ShowException, "MTR-1");
        exception.IsFallback.ShouldBeTrue();
        exception.Detail.ShouldContain("Electronic device (225.7018-3(c)(2))");
        exception.Questions.ShouldBe(["Is the end item an electronic device?"]);
        plan.CannotBeFixed.Length.ShouldBe(1);
    }

    [Fact]
    public void An_exception_that_the_contract_claims_with_its_basis_is_the_first_way_out()
    {
        FindingContext context = FindingContext.From(Examples.Violation("MTR-1")) with
        { OpenExceptions = [Exception(isClaimed: true) with { HasBasis = true }] };

        RemediationPlan plan = RemediationPlanner.Plan([context], Examples.Settings());

        plan.Action(ActionKinds.ShowException, "MTR-1").IsFallback.ShouldBeFalse();
        plan.CannotBeFixed.ShouldBeEmpty();
    }

    [Fact]
    public void An_approved_alternate_is_the_first_way_out_of_a_violation()
    {
        var diagnostics = new DiagnosticBag();
        PlanSettings settings = Examples.Settings() with
        {
            ApprovedAlternates = ApprovedAlternates.Parse(
                [["part", "alternate part", "manufacturer", "approvedBy", "approvedOn"], ["MAG-1", "MAG-1B", "Borea", "J. Ortiz", "2026-05-04"]],
                "alternates.csv", diagnostics),
        };

        RemediationPlan plan = RemediationPlanner.Plan([Examples.Violation("MAG-1"), Examples.Violation("MAG-2", row: 6)], settings);

        RemediationAction buy = plan.Actions.Single(action => action.Title.StartsWith("Buy an approved alternate", StringComparison.Ordinal));
        buy.Parts.ShouldBe(["MAG-1"]);
        buy.IsFallback.ShouldBeFalse();
        buy.Detail.ShouldContain("MAG-1B (Borea, approved by J. Ortiz on May 4, 2026)");
        buy.Detail.ShouldContain("not origin");
    }

    [Fact]
    public void The_most_particular_lead_time_of_the_user_wins()
    {
        PlanSettings settings = Examples.Settings() with
        {
            LeadTimeOverrides =
            [
                new LeadTimeOverride(ActionKinds.RequestEvidence, null, 7, "our average"),
                new LeadTimeOverride(ActionKinds.RequestEvidence, "mag-1", 3, "telephone"),
                new LeadTimeOverride("redesgin", null, 9, "a slip of the pen"),
            ],
        };

        RemediationPlan plan = RemediationPlanner.Plan([Examples.Open("MAG-1"), Examples.Open("MAG-9", supplier: "Borea")], settings);

        RemediationAction first = plan.Action(ActionKinds.RequestEvidence, "MAG-1");
        (first.LeadBusinessDays, first.LeadRange, first.LeadSource).ShouldBe((3, (3, 3), "Given: telephone"));
        plan.Action(ActionKinds.RequestEvidence, "MAG-9").LeadBusinessDays.ShouldBe(7);
        plan.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.LeadTimeUnusable);
    }

    [Fact]
    public void Every_lead_time_of_the_pack_says_that_it_is_an_assumption()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Open("MAG-1"), Examples.Violation("MAG-2", row: 6)], Examples.Settings());

        plan.Actions.ShouldAllBe(action => action.LeadSource.StartsWith("Assumption: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_finding_without_a_template_gets_a_review_and_a_diagnostic()
    {
        Finding odd = Examples.Finding(Verdict.Violation, "SC7777", "X-1", "Acme", "gimbal.csv", 9, MaterialIds.NdFeB, null, []);

        RemediationPlan plan = RemediationPlanner.Plan([odd], Examples.Settings());

        plan.Actions.ShouldHaveSingleItem().Title.ShouldBe("Have someone look at X-1");
        Diagnostic diagnostic = plan.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe(DiagnosticIds.NoRemediationTemplate);
        diagnostic.Cell.ShouldBe(odd.Cell);
    }

    [Fact]
    public void Rows_that_could_not_be_read_are_one_action_for_each_file()
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [
                Examples.Finding(Verdict.Open, "SC3900", "row 7", "", "a.csv", 7, null, null, []),
                Examples.Finding(Verdict.Open, "SC3900", "row 8", "", "a.csv", 8, null, null, []),
                Examples.Finding(Verdict.Open, "SC3900", "row 2", "", "b.csv", 2, null, null, []),
            ],
            Examples.Settings());

        plan.Actions.Select(action => action.Title).Order(StringComparer.Ordinal)
            .ShouldBe(["Get a readable copy of 1 row of b.csv", "Get a readable copy of 2 rows of a.csv"]);
    }

    [Theory]
    [InlineData("SC3005", "contract-value", ActionKinds.ShowException)]
    [InlineData("SC3005", "cots-basis", ActionKinds.ShowException)]
    [InlineData("SC3006", "contract-place-of-manufacture", ActionKinds.RequestEvidence)]
    [InlineData("SC3007", "unnamed-element", ActionKinds.RequestEvidence)]
    public void What_the_own_house_can_tell_is_asked_once_for_all_parts_and_of_no_supplier(string rule, string fact, string kind)
    {
        MissingFact missing = new(fact, null, null, "What does the paper say?");

        RemediationPlan plan = RemediationPlanner.Plan(
            [
                Examples.Finding(Verdict.Open, rule, "MAG-1", "Acme", "a.csv", 2, MaterialIds.NdFeB, null, [missing]),
                Examples.Finding(Verdict.Open, rule, "MAG-2", "Borea", "a.csv", 3, MaterialIds.NdFeB, null, [missing]),
            ],
            Examples.Settings());

        RemediationAction first = plan.Actions.Where(action => !action.IsFallback).ShouldHaveSingleItem();
        first.Kind.ShouldBe(kind);
        first.Questions.ShouldBe(["What does the paper say?"]);
        first.Supplier.ShouldBeNull();
        plan.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void An_end_item_made_in_a_covered_country_is_made_elsewhere_and_not_re_sourced_as_a_magnet()
    {
        Finding endItem = Examples.Finding(Verdict.Violation, "SC1010", "TOP-1", "", "a.csv", 2, MaterialIds.NdFeB, "assembled", []);

        RemediationPlan plan = RemediationPlanner.Plan([endItem], Examples.Settings());

        plan.Actions[0].Title.ShouldBe("Have TOP-1 made outside the covered countries");
        plan.Actions.ShouldNotContain(action => action.Title.StartsWith("Qualify", StringComparison.Ordinal));
    }

    [Fact]
    public void First_ways_stand_before_what_to_fall_back_on_however_early_that_should_have_started()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Violation("MAG-1"), Examples.Open("MAG-2", row: 6)], Examples.Settings());

        plan.Actions.Select(action => action.IsFallback).ShouldBeInOrder();
        RemediationAction[] first = [.. plan.Actions.Where(action => !action.IsFallback)];
        first.Select(action => !action.After.IsEmpty).ShouldBeInOrder("What waits for another action stands after what can start now.");
    }

    [Fact]
    public void An_action_keeps_its_id_when_rows_move_and_dates_change()
    {
        string[] Ids(int row, string asOf) =>
        [
            .. RemediationPlanner.Plan([Examples.Open("MAG-1", row: row), Examples.Violation("MAG-2", row: row + 1)], Examples.Settings(asOf))
                .Actions.Select(action => action.Id).Order(StringComparer.Ordinal),
        ];

        Ids(5, "2026-11-23").ShouldBe(Ids(50, "2026-12-01"));
        Ids(5, "2026-11-23").ShouldAllBe(id => id.Length == 10);
        Ids(5, "2026-11-23").ShouldBeUnique();
    }

    [Fact]
    public void The_outlook_never_takes_an_answer_that_is_not_there_for_a_pass()
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [Examples.Violation("MAG-1"), Examples.Suspect("MAG-2", row: 6), Examples.Open("MAG-3", row: 7)], Examples.Settings());

        plan.Outlook.Now.ShouldBe(new FindingCounts(1, 1, 1));
        plan.Outlook.AtBest.ShouldBe(new FindingCounts(1, 0, 0));
        plan.Outlook.AtWorst.ShouldBe(new FindingCounts(3, 0, 0));
    }

    [Theory]
    [InlineData("2026-12-31", "2 violations.")]
    [InlineData("2027-10-29", "2 violations, all of which clear only if the parts are replaced by October 29, 2027.")]
    public void The_worst_case_is_what_bad_answers_mean_before_anything_is_replaced(string delivery, string figures)
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [Examples.Violation("MAG-1"), Examples.Open("MAG-2", row: 6)], Examples.Settings("2026-11-30", delivery));

        plan.Outlook.WorstCase.ShouldBe($"Worst case (every supplier names a covered country, and no exception or determination applies): {figures}");
    }

    [Fact]
    public void A_part_of_two_suppliers_is_named_and_counted_once()
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [Examples.Violation("MAG-1", "Acme"), Examples.Violation("MAG-1", "Beta", row: 6)], Examples.Settings());

        plan.CannotBeFixed.Length.ShouldBe(2);
        PlanSentences.Get(plan).First().ShouldStartWith("1 part cannot be fixed by December 31, 2026: MAG-1 (");
    }

    [Fact]
    public void An_evidence_request_says_until_when_it_can_be_waited_for()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Open("MAG-1")], Examples.Settings("2026-03-02", "2027-01-01"));

        RemediationAction request = plan.Action(ActionKinds.RequestEvidence, "MAG-1");
        request.SwitchBy.ShouldBe(BusinessCalendar.AddBusinessDays(Examples.Day("2026-12-31"), -(20 + 125)));
        plan.Actions.Where(action => action.IsFallback).ShouldAllBe(action => action.SwitchBy == null);
    }

    [Fact]
    public void A_question_is_due_before_what_follows_a_bad_answer_must_start()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Open("MAG-1")], Examples.Settings("2026-03-02", "2027-01-01"));

        RemediationAction request = plan.Action(ActionKinds.RequestEvidence, "MAG-1");
        ((DateOnly?)request.DueBy).ShouldBe(request.SwitchBy);
        (request.StartBy < request.DueBy).ShouldBeTrue();
    }

    [Fact]
    public void A_finding_that_bars_no_delivery_on_file_asks_for_no_action()
    {
        PlanSettings settings = Examples.Settings() with { GatedRegimes = ["melted-or-produced"] };

        RemediationPlanner.Plan([Examples.Violation("MAG-1")], settings).Actions.ShouldBeEmpty();
    }

    [Fact]
    public void No_findings_make_an_empty_plan()
    {
        RemediationPlan plan = RemediationPlanner.Plan(Array.Empty<Finding>(), Examples.Settings());

        plan.Actions.ShouldBeEmpty();
        plan.CriticalPath.ShouldBeEmpty();
        plan.Headline.ShouldBe("No action is needed.");
        plan.DoToday.ShouldBeEmpty();
        plan.Fixes.Sentence.ShouldBeEmpty();
    }

    private static ExceptionDetermination Exception(bool isClaimed) => new(
        "SC2003", "Electronic device", Truth.Unknown, isClaimed,
        [new MissingFact("is-electronic-device", null, null, "Is the end item an electronic device?")], "225.7018-3(c)(2)");
}
