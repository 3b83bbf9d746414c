using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using static SourcingCompliance.Formats.Tests.Pdf.Report.ReportPages;

namespace SourcingCompliance.Formats.Tests.Pdf.Report;

public sealed class FindingsTests
{
    private static readonly ComplianceReport Sample = SampleReport.Build();

    [Fact]
    public void Findings_of_another_period_follow_those_that_count_and_are_told_apart()
    {
        Finding violation = Sample.Findings.First() with { PartNumber = "PART-OTHER", Message = "PART-OTHER: barred.", Regimes = [SampleReport.Melted.Id] };
        Finding open = Sample.Findings.First() with
        { PartNumber = "PART-COUNTS", Message = "PART-COUNTS: not known.", Verdict = Verdict.Open, Regimes = [SampleReport.Mined.Id] };
        ComplianceReport report = Sample with { Files = [Sample.Files[2] with { Findings = [violation, open] }] };

        string text = TextOf(Lay(report));
        string table = text[text.IndexOf("1 finding of another period is listed after them and not counted.", StringComparison.Ordinal)..];

        table.IndexOf("PART-COUNTS", StringComparison.Ordinal)
            .ShouldBeInRange(0, table.IndexOf("1 finding of this period, not counted above", StringComparison.Ordinal));
        table.IndexOf("PART-OTHER", StringComparison.Ordinal)
            .ShouldBeGreaterThan(table.IndexOf("1 finding of this period, not counted above", StringComparison.Ordinal));
    }

    [Fact]
    public void What_else_is_on_file_of_a_part_that_is_prohibited_stays_in_the_json()
    {
        Finding violation = Sample.Findings.First(finding => finding.Verdict == Verdict.Violation) with
        { Message = "MAG-1: magnets melted in China; prohibited. Also on file: mined in Iran." };

        FindingWords.GetWhy(violation).ShouldNotContain("Iran");
    }
}
