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

    [Theory]
    [InlineData("MAG-1: samarium-cobalt magnets; on file: country of origin North Korea or South Korea (cell F10 \"Korea\"), not stated for certain; "
        + "not on file: where it was mined.", "Country of origin North Korea or South Korea (cell F10 \"Korea\"), not stated for certain. Not on file: ")]
    [InlineData("MAG-1: contains rare-earth magnets, country of origin Taiwan (cell F9); not on file: where it was mined.",
        "Country of origin Taiwan (cell F9). Not on file: ")]
    [InlineData("MAG-1: contains rare-earth magnets; not on file: where it was mined.", "Not on file: ")]
    public void An_open_finding_says_what_is_on_file_before_what_is_not(string message, string why)
    {
        Finding open = Sample.Findings.First() with { PartNumber = "MAG-1", Message = message, Verdict = Verdict.Open };

        FindingWords.GetWhy(open).ShouldStartWith(why);
    }

    [Fact]
    public void Findings_that_differ_only_in_their_row_say_their_reason_once_and_keep_part_supplier_and_cell()
    {
        Finding model = Sample.Files[2].Findings[0];
        Finding[] like =
        [
            .. Enumerable.Range(20, 3).Select(row => model with
            {
                Id = $"F-{row}", PartNumber = $"PART-{row}", Supplier = $"Supplier {row}", Cell = model.Cell with { Row = row, Column = 6 },
                Message = $"PART-{row}: melted in China (cell F{row} \"PRC\"); prohibited.",
            }),
        ];

        string text = TextOf(Lay(Sample with { Files = [Sample.Files[2] with { Findings = [.. like] }] }));
        string table = text[text.IndexOf("Why, cell and paragraph", StringComparison.Ordinal)..];

        table.Split("Melted in China (cell F20 \"PRC\")").Length.ShouldBe(2);
        table.ShouldContain("Same as PART-20 [cell F21]");
        table.ShouldContain("Same as PART-20 [cell F22]");
        like.ShouldAllBe(finding => table.Contains(finding.PartNumber, StringComparison.Ordinal)
            && table.Contains(finding.Supplier, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PART-21: melted in Iran (cell F21 \"IR\"); prohibited.", "PART-21")]
    [InlineData("PART-21: melted in China (cell F19 \"PRC\"); prohibited.", "PART-21")]
    [InlineData(": melted in China (cell F21 \"PRC\"); prohibited.", "")]
    public void A_finding_with_another_reason_or_cell_or_without_a_part_number_says_its_own(string message, string part)
    {
        Finding model = Sample.Files[2].Findings[0];
        Finding first = model with
        { PartNumber = "PART-20", Cell = model.Cell with { Row = 20 }, Message = "PART-20: melted in China (cell F20 \"PRC\"); prohibited." };

        FindingGroup.Gather([first, first with { Id = "F-2", PartNumber = part, Cell = model.Cell with { Row = 21 }, Message = message }])
            .Select(group => group.Findings.Length).ShouldBe([1, 1]);
    }

    [Fact]
    public void The_law_that_findings_rest_on_names_each_paragraph_once() => AuthoritiesSection.GetParagraphs(
        ["252.225-7052(b)(1)(i) and (b)(1)(ii)", "252.225-7052(b)(2)(i)(B), (b)(3)", "", "252.225-7052(b)(1)(i)", "10 U.S.C. 4872"])
        .ShouldBe("10 U.S.C. 4872, 252.225-7052(b)(1)(i), (b)(1)(ii), (b)(2)(i)(B) and (b)(3)");
}
