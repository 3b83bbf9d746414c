using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Markdown;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class GitHubSummaryWriterTests
{
    [Fact]
    public void It_begins_with_the_answer_and_the_findings()
    {
        string[] lines = new GitHubSummaryWriter().Text().Split('\n');

        lines[0].ShouldStartWith("# Sourcing check: ");
        lines[2].ShouldStartWith("**");
        lines[4].ShouldBe("## Findings");
        lines[8].ShouldStartWith("| ■ Violation |");
    }

    [Fact]
    public void It_is_short_however_long_the_report_is()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        file = file with
        {
            Findings = [.. Enumerable.Repeat(file.Findings[0] with { Message = new string('x', 5000) }, 10_000)],
            Diagnostics = [.. Enumerable.Repeat(file.Diagnostics[0], 200)]
        };

        string text = new GitHubSummaryWriter().Text(report with { Files = [file, .. report.Files] });

        text.Length.ShouldBeLessThan(20_000);
        text.ShouldContain("more in the JSON and HTML reports.");
        text.ShouldContain("Not legal advice.");
    }

    [Fact]
    public void A_run_over_several_lists_names_the_worst_of_them() =>
        new GitHubSummaryWriter().Text().ShouldContain("## Worst BOMs");

    [Fact]
    public void Every_row_of_a_table_has_as_many_cells_as_its_head()
    {
        int cells = 0;
        foreach (string line in new GitHubSummaryWriter().Text().Split('\n'))
        {
            int bars = line.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|');
            cells = bars == 0 ? 0 : cells == 0 ? bars : cells;
            bars.ShouldBe(cells, line);
        }
    }
}
