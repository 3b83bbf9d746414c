using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Tests.Pdf.Report;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>A finding that holds only until December 31, 2026 stands after those from 2027, which the result is taken from, and after a divider that says so;
/// in every format that people read.</summary>
public sealed class PeriodDividerTests
{
    private const string Divider = "Deliveries through December 31, 2026 · 1 finding of this period, not counted above";
    private static readonly ComplianceReport Report = Build();

    public static TheoryData<string> Formats => ["pdf", "html", "markdown", "xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_finding_of_the_other_period_stands_after_a_divider_that_names_the_period(string format)
    {
        string findings = GetFindings(format);
        int divider = findings.IndexOf(Divider, StringComparison.Ordinal);

        divider.ShouldBeGreaterThan(0, findings[..Math.Min(findings.Length, 400)]);
        findings.IndexOf("PART-FROM-2027", StringComparison.Ordinal).ShouldBeInRange(0, divider);
        findings.IndexOf("PART-UNTIL-2026", StringComparison.Ordinal).ShouldBeGreaterThan(divider);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Findings_of_one_period_have_no_divider(string format)
    {
        Finding[] same = [.. Report.Files[0].Findings.Select(finding => finding with { Regimes = [SampleReport.Mined.Id] })];

        GetFindings(format, Report with { Files = [Report.Files[0] with { Findings = [.. same] }] })
            .ShouldNotContain("not counted above", Case.Sensitive);
    }

    // The part of each format that lists the findings.
    private static string GetFindings(string format, ComplianceReport? of = null)
    {
        ComplianceReport report = of ?? Report;
        string text = format switch
        {
            "pdf" => ReportPages.TextOf(ReportPages.Lay(report)),
            "xlsx" => string.Join('\n', WorkbookTables.All(report, report.Files[0]).Single(table => table.Name == "Sourcing findings").Rows
                .Select(row => string.Join(' ', row.Cells))),
            _ => ReportWriters.Find(format).ShouldNotBeNull().Text(report),
        };
        string start = format switch { "pdf" => "Why, cell and paragraph", "html" => "id=\"findings", "markdown" => "## Findings", _ => "" };
        return text[Math.Max(0, text.IndexOf(start, StringComparison.Ordinal))..];
    }

    // The worse finding is the one that does not count, so that only the period can have moved it back.
    private static ComplianceReport Build()
    {
        ComplianceReport sample = SampleReport.Build();
        Finding model = sample.Files[2].Findings[0];
        Finding until = model with { Id = "F-1", PartNumber = "PART-UNTIL-2026", Message = "PART-UNTIL-2026: melted.", Regimes = [SampleReport.Melted.Id] };
        Finding from = model with
        {
            Id = "F-2",
            PartNumber = "PART-FROM-2027",
            Message = "PART-FROM-2027: mined.",
            Regimes = [SampleReport.Mined.Id],
            Verdict = Verdict.Open,
        };
        return sample with { Files = [sample.Files[2] with { Findings = [until, from] }] };
    }
}
