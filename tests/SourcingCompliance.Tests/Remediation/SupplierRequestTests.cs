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
        request.AnswerBy.ShouldBe(Examples.Day("2026-12-22"));
        request.Subject.ShouldBe("Country of origin by production step: 3 parts, answer by 2026-12-22");
        request.Parts.Select(part => part.PartNumber).ShouldBe(["MAG-1", "MAG-2", "MAG-3"]);
        request.Parts[0].Stages.ShouldBe(["separated (Nd)", "melted"]);
        request.Parts[0].Questions.Length.ShouldBe(2);
        request.Parts[0].Materials.ShouldBe(["neodymium-iron-boron magnets"]);
        request.Parts[2].Questions.ShouldBe(
            ["In which country was each of these steps of the neodymium-iron-boron magnets in MAG-3 done: every restricted step?"]);
        request.Evidence.Length.ShouldBeGreaterThan(3);
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
