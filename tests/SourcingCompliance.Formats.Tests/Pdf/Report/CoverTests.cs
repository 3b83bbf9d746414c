using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using static SourcingCompliance.Formats.Tests.Pdf.Report.ReportPages;

namespace SourcingCompliance.Formats.Tests.Pdf.Report;

/// <summary>What a reader of the first page alone must learn.</summary>
public sealed class CoverTests
{
    private static readonly ComplianceReport Sample = SampleReport.Build();

    [Fact]
    public void Files_that_could_not_be_read_are_named_next_to_those_that_were_passed_over()
    {
        ComplianceReport report = Sample with
        {
            Summary = Sample.Summary with { Unaccounted = 2, NotRead = 1 },
            Diagnostics =
            [
                new Diagnostic(DiagnosticIds.FileNotRead, DiagnosticSeverity.Warning, CellRef.ForFile("boms/motor bom.pdf"), "Not read.", null),
                new Diagnostic(DiagnosticIds.OtherFilesNotRead, DiagnosticSeverity.Note, CellRef.ForFile("boms"),
                    "Other files were not read, by type: 1 .txt.", null),
            ],
        };

        string page = FirstPageOf(report);

        page.ShouldContain("1 file could not be read in full (damaged.xls)");
        page.ShouldContain("2 skipped rows or sheets may name a covered material");
        page.ShouldContain("Possible bills of materials: boms/motor bom.pdf.");
        page.ShouldContain("1 .txt");
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void A_report_without_findings_is_no_pass_when_something_was_not_read(int unreadable, int unaccounted, int notRead)
    {
        string page = FirstPageOf(Clean() with
        { Summary = Clean().Summary with { UnreadableFiles = unreadable, Unaccounted = unaccounted, NotRead = notRead } });

        page.ShouldContain("Not everything was read");
        page.ShouldContain("is not a pass");
        page.ShouldContain("except what the input notes name");
    }

    [Fact]
    public void A_report_without_findings_of_what_was_read_in_full_says_so()
    {
        string page = FirstPageOf(Clean());

        page.ShouldNotContain("Not everything was read");
        page.ShouldContain("Not read: nothing.");
    }

    [Fact]
    public void The_legend_has_a_word_for_every_part_of_the_bars()
    {
        string page = FirstPageOf(Sample);

        page.ShouldContain("Violation: prohibited on the facts on file");
        page.ShouldContain("Not covered: no covered material");
    }

    [Fact]
    public void A_late_task_says_what_late_means()
    {
        ComplianceReport inTime = Sample with
        {
            Plan = Sample.Plan.ShouldNotBeNull() with
            { DoTodayInShort = [.. Sample.Plan.DoTodayInShort.Select(task => task with { IsLate = false })] }
        };
        ComplianceReport late = Sample with
        { Plan = Sample.Plan with { DoTodayInShort = [.. Sample.Plan.DoTodayInShort.Select(task => task with { IsLate = true })] } };

        FirstPageOf(inTime).ShouldNotContain("Late: ");
        FirstPageOf(late).ShouldContain("Late: the day by which it was needed has passed. Start today");
    }

    [Fact]
    public void The_reason_in_a_box_ends_before_the_paragraphs_of_the_clause()
    {
        Finding violation = Sample.Findings.First(finding => finding.Verdict == Verdict.Violation) with
        {
            Citation = "252.225-7052(b)(1)(i)",
            Message =
                "MAG-1: magnets produced in China (cell F5 \"China\"); prohibited for deliveries now, 252.225-7052(b)(1)(i) and (b)(1)(ii). A claim was set aside.",
        };
        ComplianceReport report = Sample with { Files = [Sample.Files[2] with { Findings = [violation] }] };

        FirstPageOf(report).ShouldContain("prohibited for deliveries now. A claim was set aside.");
    }

    [Fact]
    public void A_customer_sees_no_folder_of_the_company()
    {
        ComplianceReport report = Sample with
        {
            Summary = Sample.Summary with { NotRead = 1 },
            Diagnostics = [new Diagnostic(DiagnosticIds.FileNotRead, DiagnosticSeverity.Warning, CellRef.ForFile("boms/motor bom.pdf"), "Not read.", null)],
        };

        TextOf(Lay(report)).ShouldContain("boms/");
        string customer = TextOf(Lay(report, new PdfReportOptions { Profile = ReportProfile.Customer }));
        customer.ShouldNotContain("boms/");
        customer.ShouldContain("motor bom.pdf");
    }

    private static ComplianceReport Clean() => Sample with
    {
        Files = [Sample.Files[2]
            with { Findings = [], Lines = [.. Sample.Files[2].Lines.Where(line => line.Verdicts.All(verdict => verdict.Verdict == Verdict.NotCovered))] }],
        Plan = null,
        Actions = [],
        Diagnostics = [],
        Summary = new ReportSummary { Files = 1, UnreadableFiles = 0, Lines = 5, Regimes = [], Coverage = new Coverage(0, 0, 0), ExitCode = 0 },
    };

    private static string FirstPageOf(ComplianceReport report) => TextOf(Lay(report).Pages[0]);
}
