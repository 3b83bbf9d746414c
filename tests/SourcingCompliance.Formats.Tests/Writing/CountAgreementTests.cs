using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Tests.Pdf.Report;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>Headline, bars, tables and formats give one set of numbers: the line items by verdict in each period that the JSON report has.</summary>
public sealed class CountAgreementTests
{
    private static readonly ComplianceReport Report = SampleReport.Build();
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    public static TheoryData<string> Periods => [SampleReport.Melted.Id, SampleReport.Mined.Id];

    [Theory]
    [MemberData(nameof(Periods))]
    public void The_table_of_verdicts_in_the_pdf_has_the_counts_of_the_json(string period)
    {
        string text = ReportPages.TextOf(ReportPages.Lay(Report));
        int column = Report.Summary.Regimes.Select(regime => regime.Regime.Id).ToList().IndexOf(period);

        int[] printed = [.. VerdictPrint.All.Select(look => Regex.Match(text, Regex.Escape($"{look.Word} {look.Meaning}") + @" (\d+) (\d+)"))
            .Select(match => NumberIn(match.Groups[column + 1].Value))];

        printed.ShouldBe(JsonCounts(period));
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void The_bars_in_the_pdf_have_the_counts_of_the_json(string period)
    {
        RegimeSummary regime = Report.Summary.Regimes.Single(regime => regime.Regime.Id == period);
        string words = ReportPages.Nodes(ReportPages.Lay(Report).Structure).First(node => node.Role == "Figure").AlternateText.ShouldNotBeNull();
        string bar = words[words.IndexOf(ReportSetting.GetPeriod(regime.Regime), StringComparison.Ordinal)..].Split('.')[0];

        int[] printed = [.. VerdictPrint.All.Select(look => Regex.Match(bar,
            $@"(\d+) {(look.Verdict == Verdict.NotCovered ? "without" : look.Word.ToLowerInvariant())}"))
            .Select(match => match.Success ? NumberIn(match.Groups[1].Value) : 0)];

        printed.ShouldBe(JsonCounts(period));
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void The_html_page_has_the_counts_of_the_json(string period)
    {
        string title = Title(period);
        string page = TextOf("html");
        Match counts = Regex.Match(page[page.IndexOf($"<h2 class=\"label\">{title}", StringComparison.Ordinal)..],
            "<ul class=\"counts\">(.*?)</ul>", RegexOptions.Singleline);

        Regex.Matches(counts.Value, @"<b>(\d+)</b>").Select(match => NumberIn(match.Groups[1].Value)).ShouldBe(JsonCounts(period));
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void The_markdown_page_has_the_counts_of_the_json(string period)
    {
        string row = TextOf("markdown").Split('\n').First(line => line.StartsWith($"| {Title(period)}", StringComparison.Ordinal));

        row.Split('|', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(NumberIn).ShouldBe(JsonCounts(period));
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void The_summary_sheets_of_the_files_add_up_to_the_counts_of_the_json(string period)
    {
        int[] sum = new int[Verdicts.Length];
        foreach (FileReport file in Report.Files)
        {
            TableRow[] rows = [.. SummaryTable.Create(Report, file).Rows.SkipWhile(row => row.Look != RowLook.Head
                || !$"{row.Cells[1]}".StartsWith(Title(period), StringComparison.Ordinal)).Skip(1).Take(Verdicts.Length)];
            rows.Select(row => row.Verdict).ShouldBe(Verdicts.Cast<Verdict?>());
            sum = [.. sum.Zip(rows, (total, row) => total + NumberIn($"{row.Cells[1]}"))];
        }

        sum.ShouldBe(JsonCounts(period));
    }

    [Fact]
    public void The_headline_counts_the_line_items_of_the_period_that_the_result_is_taken_from()
    {
        int[] gate = JsonCounts(Report.Run.GateRegime);

        Match headline = Regex.Match(Answer.Compose(Report), @"^(\d+) of (\d+) lines? .*?(\d+) more .*?suspect.*?(\d+) more");

        headline.Groups.Values.Skip(1).Select(group => NumberIn(group.Value)).ShouldBe([gate[0], gate.Sum(), gate[1], gate[2]]);
    }

    [Fact]
    public void The_boxes_on_the_first_page_of_the_pdf_have_the_parts_of_the_json()
    {
        string page = ReportPages.TextOf(ReportPages.Lay(Report).Pages[0]);
        string[] seen = [];
        foreach (Verdict verdict in new[] { Verdict.Violation, Verdict.Suspect })
        {
            string[] parts = [.. Report.Findings.Where(Report.Run.Concerns).Where(finding => finding.Verdict == verdict)
                .Select(finding => finding.PartNumber).Distinct(StringComparer.Ordinal).Except(seen)];
            seen = [.. seen, .. parts];

            page.ShouldContain($"{VerdictPrint.From(verdict).Word} {Wording.FormatCount(parts.Length, "part")}");
        }
    }

    private static string Title(string period) => RegimeWords.GetTitle(Report.Summary.Regimes.Single(regime => regime.Regime.Id == period).Regime);

    private static int[] JsonCounts(string period)
    {
        using var json = JsonDocument.Parse(TextOf("json"));
        JsonElement counts = json.RootElement.GetProperty("summary").GetProperty("regimes").EnumerateArray()
            .Single(regime => regime.GetProperty("id").GetString() == period);
        return [.. Verdicts.Select(verdict => counts.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString())).GetInt32())];
    }

    private static int NumberIn(string text) => int.Parse(text.Trim(' ', '*'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string TextOf(string format) => ReportWriters.Find(format).ShouldNotBeNull().Text(Report).TrimStart('\uFEFF');
}
