using SourcingCompliance.Findings;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Findings;

public sealed class AdvisoryGroupTests
{
    [Fact]
    public void Advisories_of_one_rule_with_the_same_figures_are_one_and_a_line_counts_once()
    {
        AdvisoryGroup group = AdvisoryGroup.From([Advisory("ndfeb-magnet", "25%", 3, 2), Advisory("smco-magnet", "25%", 3)]).ShouldHaveSingleItem();

        group.Substances.ShouldBe(["ndfeb-magnet", "smco-magnet"]);
        group.Lines.Select(line => line.Row.Row).ShouldBe([2, 3]);
    }

    [Fact]
    public void Advisories_with_other_figures_stay_apart() =>
        AdvisoryGroup.From([Advisory("ndfeb-magnet", "25%", 2), Advisory("smco-magnet", "50%", 3)]).Length.ShouldBe(2);

    private static AdvisoryReport Advisory(string substance, string figure, params int[] rows) => new()
    {
        Pack = "tariffs",
        Rule = "SC1221",
        Title = "Duty",
        Substance = substance,
        Citation = "HTS",
        Figures = [new RuleFigure(figure, "2026-01-01", "notice", "C")],
        Lines = [.. rows.Select(row => new AdvisedLine(new CellRef("bom.csv", "", row, 1), $"P-{row}", ""))],
    };
}
