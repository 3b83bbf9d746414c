using System.Text;

namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>A covered part of Chinese origin is never passed over in silence, however its list is mistreated.</summary>
public sealed class PlantingTests
{
    private const int Lists = 2_000;

    [Fact]
    public void There_are_at_least_forty_mistreatments_and_each_has_a_name_of_its_own()
    {
        Mistreatment.All.Length.ShouldBeGreaterThanOrEqualTo(40);
        Mistreatment.All.Select(one => one.Name).ShouldBeUnique();
    }

    [Fact]
    public void A_planted_part_is_found_or_the_list_is_not_green()
    {
        var run = new PlantingRun();
        var wrong = new StringBuilder();
        int silent = 0;
        int weak = 0;
        for (int seed = 0; seed < Lists; seed++)
        {
            (Outcome outcome, string kind, PlantedList list) = run.Check(seed);
            silent += outcome == Outcome.Silent ? 1 : 0;
            weak += outcome == Outcome.Weak ? 1 : 0;
            if (outcome is Outcome.Silent or Outcome.Weak)
            {
                wrong.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{outcome} seed {seed} [{kind}] {list.Text}");
            }
        }

        silent.ShouldBe(0, wrong.ToString());
        weak.ShouldBeLessThanOrEqualTo(Lists / 100, wrong.ToString());
    }
}
