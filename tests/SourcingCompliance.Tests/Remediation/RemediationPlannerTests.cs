using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

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
}
