using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

public sealed class SupplierRequestTests
{
    [Fact]
    public void A_letter_lists_parts_steps_questions_evidence_and_the_day()
    {
        RemediationPlan plan = RemediationPlanner.Plan(
            [Examples.Open("MAG-2", row: 6), Examples.Open("MAG-1"), Examples.Suspect("MAG-3", row: 8)], Examples.Settings());

        SupplierRequest request = plan.Requests.ShouldHaveSingleItem();
        request.Supplier.ShouldBe("Acme");
        request.AnswerBy.ShouldBe(plan.Action(ActionKinds.RequestEvidence, "MAG-1").DueBy, "One day for one thing, everywhere.");
        request.Subject.ShouldBe($"Country of origin by production step: 3 parts, answer by {TemplateText.Day(request.AnswerBy)}");
        request.Parts.Select(part => part.PartNumber).ShouldBe(["MAG-1", "MAG-2", "MAG-3"]);
        request.Parts[0].Stages.ShouldBe(["separated (Nd)", "melted"]);
        request.Parts[0].Questions.Length.ShouldBe(3);
        request.Parts[0].Materials.ShouldBe(["neodymium-iron-boron magnets"]);
        request.Parts[2].Questions[0]
            .ShouldBe("In which country was each of these steps of the neodymium-iron-boron magnets in MAG-3 done: every restricted step?");
        request.Evidence.Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void A_letter_about_a_neodymium_magnet_asks_for_elements_that_the_clause_does_not_name_and_says_so()
    {
        SupplierRequest magnet = RemediationPlanner.Plan([Examples.Open("MAG-1")], Examples.Settings()).Requests.ShouldHaveSingleItem();
        SupplierRequest metal = RemediationPlanner.Plan([Examples.Open("TA-1") with { Material = MaterialIds.Tantalum }],
            Examples.Settings()).Requests.ShouldHaveSingleItem();

        string question = magnet.Parts[0].Questions.Single(asked => asked.Contains("dysprosium", StringComparison.Ordinal));
        question.ShouldStartWith("MAG-1: praseodymium, dysprosium, and terbium");
        question.ShouldContain("not named in the clause");
        metal.Parts[0].Questions.ShouldNotContain(question => question.Contains("dysprosium"));
    }

    [Fact]
    public void A_letter_says_what_the_clause_bars_and_what_a_certificate_must_have()
    {
        SupplierRequest request = RemediationPlanner.Plan([Examples.Open("MAG-1")], Examples.Settings()).Requests.ShouldHaveSingleItem();

        request.Opening.ShouldContain("end item manufactured in one of these countries");
        request.Opening.ShouldContain("recycled material included");
        request.Opening.ShouldContain("contracts or subcontracts");
        request.Opening.ShouldNotContain("deliver to the United States Department of Defense");
        request.Closing.ShouldContain("including this paragraph (d)");
        string evidence = string.Join(' ', request.Evidence);
        foreach (string wanted in new[] { "each manufacturing lot (heat, melt, or die lot)", "signature",
            "until which the certificate is valid", "tell us in writing before", "keep the records" })
        {
            evidence.ShouldContain(wanted);
        }
    }

    [Fact]
    public void A_letter_names_the_clause_with_its_month_and_says_nothing_that_its_text_does_not()
    {
        PlanSettings settings = Examples.Settings() with
        { Clause = new AppliedClause("AUG 2022", "252.225-7052 (AUG 2022)", "87 FR 52342", "AUG 2022", "MAY 2024", true) };

        SupplierRequest older = RemediationPlanner.Plan([Examples.Open("MAG-1") with { Regimes = ["melted-or-produced"] }],
            settings).Requests.ShouldHaveSingleItem();

        older.Opening.ShouldContain("the clause DFARS 252.225-7052 (AUG 2022)");
        older.Opening.ShouldNotContain("January 1, 2027");
        older.Parts[0].Questions.ShouldNotContain(question => question.Contains("dysprosium", StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_under_a_contract_without_the_clause_does_not_say_that_it_is_in_it()
    {
        PlanSettings settings = Examples.Settings() with
        { Clause = new AppliedClause("MAY 2024", "252.225-7052 (MAY 2024)", "89 FR 46816", null, null, false) };

        SupplierRequest request = RemediationPlanner.Plan([Examples.Open("MAG-1")], settings).Requests.ShouldHaveSingleItem();

        request.Opening.ShouldContain("is not in our contract");
        request.Opening.ShouldNotContain("contracts or subcontracts with the clause");
        request.Closing.ShouldNotContain("paragraph (d)");
    }

    [Fact]
    public void A_letter_does_not_tell_what_the_part_goes_into()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Open("MAG-1", file: "secret-programme.csv")], Examples.Settings());

        SupplierRequest request = plan.Requests.ShouldHaveSingleItem();
        string text = System.Text.Json.JsonSerializer.Serialize(request);
        text.ShouldNotContain("secret-programme");
        text.ShouldNotContain("TOP-1");
    }

    [Fact]
    public void A_part_without_a_supplier_gets_an_action_and_no_letter()
    {
        RemediationPlan plan = RemediationPlanner.Plan([Examples.Open("MAG-1", supplier: "")], Examples.Settings());

        plan.Requests.ShouldBeEmpty();
        plan.Action(ActionKinds.RequestEvidence, "MAG-1").Title.ShouldBe("Find out who makes MAG-1 and ask for the origin");
    }
}
