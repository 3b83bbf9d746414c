using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class HtmlReportWriterTests
{
    private static readonly string Page = new HtmlReportWriter().Text();

    [Fact]
    public void The_sample_report()
    {
        string withoutStyle = Regex.Replace(Page, "<style>.*?</style>", "<style></style>", RegexOptions.Singleline);
        string withoutScript = Regex.Replace(withoutStyle, "<script>.*?</script>", "<script></script>", RegexOptions.Singleline);

        Regex.Replace(withoutScript, "sha256-[^']+", "sha256-").ShouldMatchGolden("html");
    }

    [Fact]
    public void The_page_asks_no_network_and_allows_its_own_style_and_script_only()
    {
        string style = Between("<style>", "</style>");
        string script = Between("<script>", "</script>");

        Page.ShouldContain($"default-src 'none'; style-src 'sha256-{HashOf(style)}'; script-src 'sha256-{HashOf(script)}'");
        Regex.Matches(Page, @"\b(src|srcset|poster|action)\s*=|@import|url\(|https?:").ShouldBeEmpty();
        Regex.Matches(Page, "href=\"(?!#)").ShouldBeEmpty("every link leads to a place of the page itself");
        Regex.Count(Page, "<script").ShouldBe(1);
    }

    [Fact]
    public void No_element_has_an_event_handler_or_a_style_of_its_own() =>
        Regex.Matches(Body(), "<[a-z][^>]*\\s(on[a-z]+|style)\\s*=", RegexOptions.IgnoreCase)
            .ShouldBeEmpty("the policy of the page forbids both; put it into report.js or report.css");

    [Fact]
    public void Every_text_of_the_report_arrives_as_text()
    {
        const string attack = "\"'><img src=x onerror=alert(1)></script></td><!--\u0000\uD800";
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        Finding finding = file.Findings[0] with
        {
            PartNumber = attack,
            Description = attack,
            Supplier = attack,
            Manufacturer = attack,
            Message = attack,
            CellText = attack,
            Path = [attack],
            Material = attack,
            Citation = attack,
            Rule = attack,
            Id = attack,
            Stage = attack,
            Element = attack,
            Countries = [attack],
            Missing = [new MissingFact(attack, attack, attack, attack)],
        };
        LineReport line = file.Lines[3] with { PartNumber = attack, Description = attack, Manufacturer = attack, Path = [attack] };
        string clean = new HtmlReportWriter().Text(report with { Files = [file with { Findings = [file.Findings[0]], Lines = [file.Lines[3]] }] });

        string page = new HtmlReportWriter().Text(report with { Files = [file with { Path = attack, Findings = [finding], Lines = [line] }] });

        page.ShouldNotContain("<img");
        page.ShouldNotContain("<!--");
        page.ShouldNotContain("\0");
        Regex.Count(page, "</script>").ShouldBe(Regex.Count(clean, "</script>"));
        Regex.Count(page, "<td").ShouldBe(Regex.Count(clean, "<td"));
    }

    [Fact]
    public void Every_element_that_is_opened_is_closed()
    {
        var open = new Stack<string>();
        foreach (Match tag in Regex.Matches(Regex.Replace(Page, "<(style|script)>.*?</\\1>", "", RegexOptions.Singleline), "<(/?)([a-z0-9]+)[^>]*>"))
        {
            string name = tag.Groups[2].Value;
            if (name is "meta" or "br" or "input" or "col")
            {
                continue;
            }

            if (tag.Groups[1].Length == 0)
            {
                open.Push(name);
            }
            else
            {
                open.Pop().ShouldBe(name, Page[..tag.Index][^Math.Min(200, tag.Index)..]);
            }
        }

        open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Verdict.Violation)]
    [InlineData(Verdict.Suspect)]
    [InlineData(Verdict.Open)]
    public void Findings_are_as_many_as_the_report_has(Verdict verdict) =>
        Regex.Count(Body(), $"<tr id=\"f-[^\"]+\" data-verdict=\"{ReportTokens.Format(verdict)}\"")
            .ShouldBe(SampleReport.Build().Findings.Count(finding => finding.Verdict == verdict));

    [Fact]
    public void The_bar_has_a_part_for_each_verdict_with_the_number_of_its_line_items()
    {
        ComplianceReport report = SampleReport.Build();
        RegimeSummary gate = report.Summary.Regimes.Single(regime => regime.Regime.Id == report.Run.GateRegime);
        string bar = Regex.Match(Body(), "<svg class=\"bar\".*?</svg>", RegexOptions.Singleline).Value;

        Regex.Matches(bar, "middle\">. ([0-9]+)<").Sum(part => int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture)).ShouldBe(gate.Total);
        Regex.Matches(bar, "width=\"([0-9.]+)%\" height=\"26\"></rect>").Sum(part => double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture))
            .ShouldBe(100, 0.01);
    }

    [Fact]
    public void Every_line_and_every_action_has_a_row()
    {
        ComplianceReport report = SampleReport.Build();

        Regex.Count(Body(), "<tr data-level=").ShouldBe(report.Summary.Lines);
        Regex.Count(Body(), "<tr id=\"a-").ShouldBe(report.Actions.Length);
    }

    [Fact]
    public void A_long_list_is_laid_out_in_short_tables_and_keeps_every_line()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        FileReport Repeated(int lines) => file with { Lines = [.. Enumerable.Repeat(file.Lines[9], lines)] };

        string shorter = new HtmlReportWriter().Text(report with { Files = [Repeated(200)] });
        string longer = new HtmlReportWriter().Text(report with { Files = [Repeated(401)] });

        Regex.Count(shorter, "<table class=\"lines\"").ShouldBe(1);
        Regex.Count(longer, "<table class=\"lines\"").ShouldBe(3);
        Regex.Count(longer, "<tr data-level=").ShouldBe(401);
    }

    [Fact]
    public void A_link_inside_the_page_leads_somewhere()
    {
        string[] ids = [.. Regex.Matches(Body(), " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];

        ids.ShouldBeUnique();
        Regex.Matches(Body(), "href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value).ShouldBeSubsetOf(ids);
    }

    [Fact]
    public void A_verdict_is_never_told_by_colour_alone()
    {
        MatchCollection marks = Regex.Matches(Body(), "<span class=\"v ([a-zA-Z]+)\"><span class=\"shape\" aria-hidden=\"true\">(.)</span>([^<]+)</span>");

        marks.Count.ShouldBe(Regex.Count(Body(), "<span class=\"v "));
        marks.ShouldAllBe(mark => Enum.GetValues<Verdict>().Any(verdict =>
            ReportTokens.Format(verdict) == mark.Groups[1].Value && VerdictLook.From(verdict).Shape == mark.Groups[2].Value
                && VerdictLook.From(verdict).Name == mark.Groups[3].Value));
    }

    [Fact]
    public void Inks_stand_out_from_their_tints_and_from_the_page_on_paper_and_in_the_dark()
    {
        foreach (VerdictLook look in Enum.GetValues<Verdict>().Select(VerdictLook.From))
        {
            // WCAG 2.2, 1.4.3: 4.5 for text of this size.
            Contrast(look.Ink, look.Tint).ShouldBeGreaterThan(4.5, look.Name);
            Contrast(look.Ink, "#FFFFFF").ShouldBeGreaterThan(4.5, look.Name);
            Contrast(look.DarkInk, look.DarkTint).ShouldBeGreaterThan(4.5, look.Name);
            Contrast(look.DarkInk, "#12171D").ShouldBeGreaterThan(4.5, look.Name);
        }
    }

    private static double Contrast(string one, string other)
    {
        double[] light = [.. new[] { Luminance(one), Luminance(other) }.Order()];
        return (light[1] + 0.05) / (light[0] + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] parts = [.. Convert.FromHexString(colour.AsSpan(1)).Select(part => part / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static string Between(string start, string end)
    {
        int from = Page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return Page[from..Page.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Body() => Page[Page.IndexOf("<body>", StringComparison.Ordinal)..Page.IndexOf("<script>", StringComparison.Ordinal)];

    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
