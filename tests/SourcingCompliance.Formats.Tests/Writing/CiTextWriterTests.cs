using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Ci;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class CiTextWriterTests
{
    [Fact]
    public void Annotations_of_the_sample_report() => new GitHubAnnotationWriter().Text().ShouldMatchGolden("txt");

    [Fact]
    public void Logging_commands_of_the_sample_report() => new AzureLoggingWriter().Text().ShouldMatchGolden("txt");

    [Fact]
    public void Code_quality_of_the_sample_report() => new GitLabCodeQualityWriter().Text().ShouldMatchGolden("json");

    [Fact]
    public void A_text_from_a_cell_cannot_end_a_github_command()
    {
        string[] lines = new GitHubAnnotationWriter().Text(WithMessage("a\n::error::b % ,:\r")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.ShouldContain(line => line.EndsWith("::a%0A: :error: :b %25 ,:%0D [BOM!H8]", StringComparison.Ordinal));
        lines.ShouldAllBe(line => line.StartsWith("::error ", StringComparison.Ordinal) || line.StartsWith("::warning ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_is_escaped_as_a_property()
    {
        string text = new GitHubAnnotationWriter().Text();

        text.ShouldContain("file=boms/Датчик & <co>%2C rev %252.csv,line=3,");
        new AzureLoggingWriter().Text().ShouldContain("sourcepath=boms/Датчик & <co>, rev %AZP252.csv;linenumber=3;");
    }

    [Fact]
    public void A_text_from_a_cell_cannot_end_an_azure_command()
    {
        string[] lines = new AzureLoggingWriter().Text(WithMessage("a\n##vso[task.complete result=Succeeded;]b"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.ShouldAllBe(line => line.StartsWith("##vso[task.logissue ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    public void GitHub_gets_ten_lines_of_a_kind_and_the_last_one_counts_the_rest(int findings, int lines)
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2] with { Diagnostics = [] };
        file = file with
        {
            Findings = [.. Enumerable.Range(1, findings)
                .Select(row => file.Findings[0] with { Id = $"F-{row}", Cell = new CellRef(file.Path, "BOM", row, 0) })]
        };

        string[] written = new GitHubAnnotationWriter().Text(report with { Files = [file], Diagnostics = [] })
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        written.Length.ShouldBe(lines);
        written[^1].EndsWith("and 2 more, see the summary", StringComparison.Ordinal).ShouldBe(findings == 11);
    }

    [Fact]
    public void Code_quality_has_what_gitlab_asks_for_and_no_fingerprint_twice()
    {
        byte[] bytes = new GitLabCodeQualityWriter().Bytes(SampleReport.Build());
        using JsonDocument json = JsonDocument.Parse(bytes);
        JsonElement[] issues = [.. json.RootElement.EnumerateArray()];

        bytes[0].ShouldBe((byte)'[', "GitLab refuses a byte order mark");
        issues.Select(issue => issue.GetProperty("fingerprint").GetString()).ShouldBeUnique();
        foreach (JsonElement issue in issues)
        {
            issue.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
            issue.GetProperty("check_name").GetString().ShouldNotBeNullOrEmpty();
            issue.GetProperty("severity").GetString().ShouldBeOneOf("info", "minor", "major", "critical", "blocker");
            issue.GetProperty("location").GetProperty("path").GetString().ShouldNotBeNullOrEmpty();
            issue.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32().ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void Like_findings_have_fingerprints_of_their_own_that_do_not_change_with_the_row()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2] with { Diagnostics = [] };
        Finding finding = file.Findings[0];
        ComplianceReport At(int row) => report with
        { Files = [file with { Findings = [finding with { Cell = new CellRef(file.Path, "BOM", row, 8) }, finding] }], Diagnostics = [] };

        string[] before = [.. Remark.From(At(8)).Select(remark => remark.Fingerprint)];
        string[] after = [.. Remark.From(At(80)).Select(remark => remark.Fingerprint)];

        before.ShouldBeUnique();
        after.ShouldBe(before);
    }

    private static ComplianceReport WithMessage(string message)
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        return report with { Files = [file with { Findings = [file.Findings[0] with { Message = message }] }] };
    }
}
