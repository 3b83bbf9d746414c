using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>One verdict object, one answer: what a format counts is what the JSON counts.</summary>
public sealed class WriterAgreementTests
{
    private static readonly ComplianceReport Report = SampleReport.Build();

    public static TheoryData<string> Formats => [.. ReportWriters.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_format_is_written_the_same_twice_and_leaves_the_stream_open(string format)
    {
        IReportWriter writer = ReportWriters.Find(format).ShouldNotBeNull();
        using var output = new MemoryStream();

        writer.Write(Report, output);

        output.CanWrite.ShouldBeTrue();
        output.ToArray().ShouldBe(writer.Bytes(SampleReport.Build()));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_report_of_nothing_can_be_written(string format)
    {
        ComplianceReport empty = Report with
        {
            Files = [],
            Actions = [],
            Diagnostics = [],
            Packs = [],
            Summary = new ReportSummary { Files = 0, UnreadableFiles = 0, Lines = 0, Regimes = [], Coverage = new Coverage(0, 0, 0), ExitCode = 0 },
        };

        Should.NotThrow(() => ReportWriters.Find(format).ShouldNotBeNull().Bytes(empty));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_text_with_half_a_character_or_a_control_character_breaks_no_format(string format)
    {
        FileReport file = Report.Files[2];
        const string broken = "a\uD800b\u0000\u001B[31m\uFFFE";
        ComplianceReport report = Report with
        {
            Files = [file with { Findings = [file.Findings[0] with { Message = broken, CellText = broken }],
                Lines = [file.Lines[3] with { Description = broken, PartNumber = broken }] }],
            Actions = [Report.Actions[0] with { Title = broken }],
        };

        byte[] bytes = ReportWriters.Find(format).ShouldNotBeNull().Bytes(report);

        if (format.StartsWith("pdf", StringComparison.Ordinal) || format == "github-output")
        {
            // The texts of the one are glyphs, the other has none; that it is written at all is what counts here.
            bytes.Length.ShouldBeGreaterThan(50);
            return;
        }

        new UTF8Encoding(false, true).GetString(bytes).Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal).ShouldContain("a\uFFFDb");
    }

    [Fact]
    public void Formats_and_file_names_are_distinct_and_found_in_any_case()
    {
        ReportWriters.Formats.ShouldBeUnique();
        ReportWriters.All.Select(writer => writer.FileSuffix).ShouldBeUnique();
        ReportWriters.All.ShouldAllBe(writer => writer.FileSuffix.StartsWith('.') && ReportWriters.Find(writer.Format.ToUpperInvariant()) == writer);
        ReportWriters.Find("docx").ShouldBeNull();
    }

    [Theory]
    [InlineData(Verdict.Violation)]
    [InlineData(Verdict.Suspect)]
    [InlineData(Verdict.Open)]
    public void Every_format_tells_as_many_findings_of_a_verdict_as_the_json(Verdict verdict)
    {
        string word = ReportTokens.Format(verdict);
        int expected = JsonOf("json").GetProperty("files").EnumerateArray().SelectMany(file => file.GetProperty("findings").EnumerateArray())
            .Count(finding => finding.GetProperty("verdict").GetString() == word);

        Dictionary<string, int> counts = new()
        {
            ["sarif"] = SarifCount("sarif", word),
            ["sarif-strict"] = SarifCount("sarif-strict", word),
            ["junit"] = XDocument.Parse(TextOf("junit")).Descendants().Attributes("type").Count(type => type.Value == word),
            ["gitlab"] = JsonOf("gitlab").EnumerateArray().Count(issue => Report.Findings.Any(finding => finding.Verdict == verdict
                && (issue.GetProperty("description").GetString() ?? "").StartsWith(finding.Message, StringComparison.Ordinal))),
            ["github"] = TextOf("github").Split('\n').Count(line => line.Contains($" {VerdictLook.From(verdict).Name}::", StringComparison.Ordinal)),
            ["html"] = TextOf("html").Split('\n')
                .Count(line => line.StartsWith("<tr id=\"f-", StringComparison.Ordinal) && line.Contains($"data-verdict=\"{word}\"", StringComparison.Ordinal)),
            ["azure"] = Report.Findings.Count(finding => finding.Verdict == verdict && TextOf("azure").Contains(finding.Message, StringComparison.Ordinal)),
            ["csv"] = TextOf("csv").Split("\r\n").Count(row => row.StartsWith(word + ",", StringComparison.Ordinal)),
            ["markdown"] = MarkdownCount("markdown", verdict),
            ["github-summary"] = MarkdownCount("github-summary", verdict),
        };

        expected.ShouldBeGreaterThan(0);
        counts.ShouldAllBe(count => count.Value == expected);
    }

    [Fact]
    public void The_outputs_of_a_step_are_the_counts_of_the_json()
    {
        JsonElement summary = JsonOf("json").GetProperty("summary");
        JsonElement gate = summary.GetProperty("regimes").EnumerateArray().Single(regime => regime.GetProperty("id").GetString() == Report.Run.GateRegime);

        string[] lines = TextOf("github-output").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.ShouldBe([
            "verdict=violation", $"violations={gate.GetProperty("violation")}", $"suspects={gate.GetProperty("suspect")}", $"open={gate.GetProperty("open")}",
            "waived=0", $"unreadable={summary.GetProperty("unreadableFiles")}", "coverage=75"]);
    }

    [Theory]
    [InlineData(1, "unknown")]
    [InlineData(0, "pass")]
    public void What_could_not_be_read_is_never_called_a_pass(int unreadable, string expected)
    {
        var counts = new RegimeSummary(SampleReport.Mined, 0, 0, 0, 0, 2, 5);
        ComplianceReport report = Report with { Summary = Report.Summary with { UnreadableFiles = unreadable, Regimes = [counts] } };

        (ReportWriters.Find("github-output")?.Text(report)).ShouldNotBeNull().ShouldStartWith($"verdict={expected}\n");
    }

    [Theory]
    [InlineData(Verdict.Exempt, "notApplicable")]
    [InlineData(Verdict.Pass, "pass")]
    public void Decided_lines_are_those_that_the_json_counts(Verdict verdict, string kind)
    {
        int expected = Report.Summary.Regimes[1][verdict];

        JsonOf("sarif-strict").GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Count(result => result.GetProperty("kind").GetString() == kind).ShouldBe(expected);
        XDocument.Parse(TextOf("junit")).Descendants("testcase")
            .Count(test => test.Elements().Count() == 1 && test.Value.StartsWith(ReportTokens.Format(verdict), StringComparison.Ordinal)).ShouldBe(expected);
    }

    [Fact]
    public void The_table_of_lines_gives_every_line_its_verdicts()
    {
        string[] rows = TextOf("lines-csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        rows.Length.ShouldBe(1 + Report.Summary.Lines);
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            rows.Count(row => row.Split(',')[^4] == ReportTokens.Format(verdict)).ShouldBe(Report.Summary.Regimes[1][verdict]);
        }
    }

    private static int SarifCount(string format, string word) => JsonOf(format).GetProperty("runs")[0].GetProperty("results").EnumerateArray()
        .Count(result => result.TryGetProperty("properties", out JsonElement properties) && properties.GetProperty("verdict").GetString() == word);

    private static int MarkdownCount(string format, Verdict verdict) =>
        TextOf(format).Split('\n')
            .Count(line => line.StartsWith($"| {VerdictLook.From(verdict).Shape} {VerdictLook.From(verdict).Name} | boms", StringComparison.Ordinal));

    private static string TextOf(string format) => ReportWriters.Find(format).ShouldNotBeNull().Text(Report).TrimStart('\uFEFF');

    private static JsonElement JsonOf(string format)
    {
        using JsonDocument json = JsonDocument.Parse(TextOf(format));
        return json.RootElement.Clone();
    }
}
