using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>Reports with more findings than stand in a page in full.</summary>
public sealed class LongListTests
{
    private const int Most = 300;
    private static readonly ComplianceReport Sample = SampleReport.Build();
    private static readonly string Long = TextOf(Report(Most + 1));

    [Theory]
    [InlineData("findings")]
    [InlineData("plan")]
    [InlineData("lines")]
    public void A_list_of_three_hundred_stands_in_the_page_in_full_and_a_longer_one_as_data(string list)
    {
        Long.ShouldContain($"id=\"data-{list}\"");
        TextOf(Report(Most)).ShouldNotContain($"id=\"data-{list}\"");
    }

    [Fact]
    public void The_rows_that_the_script_makes_are_those_that_a_short_page_has()
    {
        string brief = TextOf(Report(Most));

        LongPage.Of(Long, "findings").Rows.Take(Most).Select(WithoutLinks).ShouldBe(RowsOf(brief, "<tr id=\"f-").Select(WithoutLinks));
        LongPage.Of(Long, "plan").Rows.Take(Most).Select(WithoutLinks).ShouldBe(RowsOf(brief, "<tr id=\"a-").Select(WithoutLinks));
        LongPage.Of(Long, "lines").Rows.Take(Most).ShouldBe(RowsOf(brief, "<tr data-level="));
    }

    [Fact]
    public void Any_text_is_the_same_in_a_long_list_as_in_a_short_one() => Prop.ForAll(Texts().Four().ToArbitrary(), texts =>
    {
        (string part, string supplier, string cellText, string message) = texts;
        Finding Changed(Finding finding) => finding with
        { PartNumber = part, Supplier = supplier, CellText = cellText, Message = message, Description = message + part, Path = [supplier, part] };
        ComplianceReport brief = Report(1, Changed);
        string page = TextOf(Report(Most + 1, Changed));

        page.ShouldNotContain("<!--");
        page.ShouldNotContain("<img");
        Regex.Count(page, "</script").ShouldBe(2);
        return WithoutLinks(LongPage.Of(page, "findings").Rows[0]) == WithoutLinks(RowsOf(TextOf(brief), "<tr id=\"f-").Single());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void A_finding_leads_to_its_actions_and_an_action_to_what_it_settles()
    {
        ComplianceReport report = Report(Most + 1);
        LongPage findings = LongPage.Of(Long, "findings");
        LongPage plan = LongPage.Of(Long, "plan");

        for (int at = 0; at <= Most; at++)
        {
            plan.Rows[findings.Links[at].ShouldHaveSingleItem()].ShouldStartWith($"<tr id=\"a-{report.Files[0].Findings[at].Actions[0]}\">");
            findings.Rows[plan.Links[at].ShouldHaveSingleItem()].ShouldStartWith($"<tr id=\"f-{report.Actions[at].Findings[0]}\"");
        }
    }

    [Fact]
    public void Without_scripts_every_finding_has_a_row_and_what_is_not_shown_is_named()
    {
        string plain = string.Concat(Regex.Matches(Long, "<noscript>.*?</noscript>", RegexOptions.Singleline).Select(match => match.Value));

        Regex.Count(plain, "<tr id=\"f-").ShouldBe(Most + 1);
        Regex.Count(plain, "<tr id=\"a-").ShouldBe(Most);
        plain.ShouldContain("and 1 more action");
        plain.ShouldContain("0 lines without a finding");
    }

    [Fact]
    public void The_box_of_each_verdict_counts_its_rows() =>
        Regex.Match(Long, "data-verdict=\"violation\"><span.*?</span></span>|data-verdict=\"violation\">.*?</span>[A-Za-z]+</span> ([0-9]+)</label>")
        .Groups[1].Value.ShouldBe((Most + 1).ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void What_a_row_adds_to_the_page_is_its_own_words_and_little_more()
    {
        int added = TextOf(Report(601)).Length - Long.Length;

        // Finding, action and line, and their plain rows.
        (added / 300).ShouldBeLessThan(1100);
    }

    private static ComplianceReport Report(int count, Func<Finding, Finding>? change = null)
    {
        FileReport file = Sample.Files[2];
        Finding finding = (change ?? (same => same))(file.Findings[0]);
        LineReport line = file.Lines.First(line => !line.Determinations.IsEmpty);
        FileReport longer = file with
        {
            Findings = [.. Enumerable.Range(0, count).Select(at => finding with
            {
                Id = Id("F", at), Actions = [Id("A", at)], Cell = new CellRef(file.Path, "BOM", 10 + at, 6),
                PartNumber = change is null ? $"MAG-{at:0000}" : finding.PartNumber, Message = change is null
                    ? $"MAG-{at:0000}: melted in China (cell F{10 + at})" : finding.Message,
            })],
            Lines = change is not null ? []
                : [.. Enumerable.Range(0, count).Select(at => line with { Row = new CellRef(file.Path, "BOM", 10 + at, 0), PartNumber = $"MAG-{at:0000}" })],
        };
        return Sample with
        {
            Files = [longer],
            Actions = change is not null ? [] : [.. Enumerable.Range(0, count).Select(at => SamplePlan.Actions[1] with
            {
                Id = Id("A", at), Title = $"Ask for MAG-{at:0000}", Parts = [$"MAG-{at:0000}"], Findings = [Id("F", at)],
                Questions = [$"MAG-{at:0000}: Where was it melted?", "Who knows: it?"],
            })],
        };
    }

    private static string Id(string kind, int at) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{at:00000}");

    private static string TextOf(ComplianceReport report) => new HtmlReportWriter().Text(report);

    // A row and, for a line, its reasons.
    private static string[] RowsOf(string page, string start) =>
        [.. Regex.Matches(page[..page.LastIndexOf("<script>", StringComparison.Ordinal)], Regex.Escape(start)
            + ".*?</tr>\n(<tr class=\"because\">.*?</tr>\n)?", RegexOptions.Singleline).Select(match => match.Value)];

    private static string WithoutLinks(string row) => Regex.Replace(row, "<div><dt>(To do|Settles)</dt><dd.*?</dd></div>", "");

    private static Gen<string> Texts() => Gen.Elements("</script>", "<!--", "<img src=x>", "\u2028", "\u0001", "01", "\\u0001", "\\", "\"",
        "'", "&amp;", "::", ":", "##[", "H2", "F10", " ", "\uD83E", "\uDDF2", "🧲", "磁", "a", "\t")
        .ListOf().Select(string.Concat);
}
