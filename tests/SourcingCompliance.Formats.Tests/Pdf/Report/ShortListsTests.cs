using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using static SourcingCompliance.Formats.Tests.Pdf.Report.ReportPages;

namespace SourcingCompliance.Formats.Tests.Pdf.Report;

/// <summary>What a table says in one row when it would fill a page with the same.</summary>
public sealed class ShortListsTests
{
    private static readonly ComplianceReport Sample = SampleReport.Build();

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void More_than_five_BOMs_without_findings_are_one_row(int count, bool isOne)
    {
        string text = GetTextOfBoms(count, unaccounted: 0);

        text.Contains($"{count} BOMs without findings, named under Files read", StringComparison.Ordinal).ShouldBe(isOne);
        Enumerable.Range(0, count).ShouldAllBe(at => text.Contains($"clean-{at}.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void A_BOM_with_rows_that_nobody_could_place_is_not_one_without_findings() =>
        GetTextOfBoms(6, unaccounted: 1).ShouldNotContain("BOMs without findings");

    [Fact]
    public void A_task_names_each_of_its_parts_once()
    {
        RemediationPlan plan = Sample.Plan.ShouldNotBeNull();
        TodayTask task = plan.DoToday[0] with { Title = "Ask Vacuum for the origin of MAG-1, MAG-2 and 2 more", Parts = ["MAG-1", "MAG-2", "MAG-3", "MAG-4"] };

        string text = TextOf(Lay(Sample with { Plan = plan with { DoToday = [task], BackupPlans = [] } }));

        text.ShouldContain("The others: MAG-3, MAG-4");
    }

    private static string GetTextOfBoms(int count, int unaccounted)
    {
        FileReport file = Sample.Files[2];
        FileReport clean = file with
        {
            Findings = [],
            Unaccounted = unaccounted,
            ExitCode = 0,
            Lines = [],
            Regimes = [.. file.Regimes.Select(counts => counts with { Violation = 0, Suspect = 0, Open = 0 })],
        };
        return TextOf(Lay(Sample with { Files = [file, .. Enumerable.Range(0, count).Select(at => clean with { Path = $"boms/clean-{at}.csv" })] }));
    }
}
