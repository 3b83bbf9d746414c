using System.Text;
using System.Text.RegularExpressions;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class IndexPageTests
{
    private static readonly string Page = Write(SampleReport.Build());

    [Fact]
    public void The_overview_of_the_sample_report() => Body().ShouldMatchGolden("html");

    [Fact]
    public void A_file_that_could_not_be_read_stands_with_the_reason_and_what_helps()
    {
        string section = Section("unread");

        section.ShouldContain("damaged.xls");
        section.ShouldContain("The file ends in the middle of a record.");
        section.ShouldContain("Open it in the program that made it and save it anew.");
        section.ShouldNotContain("gimbal.xlsx");
    }

    [Fact]
    public void Every_file_has_a_row_with_the_counts_of_its_report_and_links_to_its_reports()
    {
        ComplianceReport report = SampleReport.Build();
        string section = Section("files");

        Regex.Count(section, "<tr data-verdict=").ShouldBe(report.Files.Length);
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            int column = 2 + (int)verdict;
            Regex.Matches(section, "<tr data-verdict=.*</tr>")
                .Sum(row => int.Parse(Regex.Matches(row.Value, "<t[dh][^>]*>(.*?)</t[dh]>")[column].Groups[1].Value,
                    System.Globalization.CultureInfo.InvariantCulture))
                .ShouldBe(report.Summary.Regimes[1][verdict], VerdictLook.From(verdict).Name);
        }

        section.ShouldContain("<a href=\"gimbal.pdf\">pdf</a> <a href=\"gimbal.customer.pdf\">pdf-customer</a> <a href=\"gimbal.html\">html</a> "
            + "<a href=\"gimbal.checked.xlsx\">xlsx</a>");
    }

    [Fact]
    public void The_folder_that_all_files_share_is_told_once()
    {
        Page.ShouldContain("<h1>3 BOMs in boms</h1>");
        Section("files").ShouldNotContain("boms/");
    }

    [Fact]
    public void The_first_sentence_says_how_many_BOMs_have_violations_and_the_tasks_are_those_of_today()
    {
        ComplianceReport report = SampleReport.Build();

        Page.ShouldContain("<p class=\"lead\">1 of 3 BOMs has violations; ");
        string tasks = Regex.Match(Section("plan"), "<table class=\"tasks\">.*?</table>", RegexOptions.Singleline).Value;
        Regex.Count(tasks, "<tr><th scope=\"row\">").ShouldBe(report.Plan?.DoToday.Length ?? 0);
    }

    [Fact]
    public void The_page_asks_no_network_and_allows_its_own_style_and_script_only()
    {
        Regex.Matches(Page, @"\b(src|srcset|poster|action)\s*=|@import|url\(|https?:").ShouldBeEmpty();
        Regex.Count(Page, "<script").ShouldBe(1);
        Page.ShouldContain("default-src 'none'");
    }

    [Fact]
    public void A_link_inside_the_page_leads_somewhere()
    {
        string[] ids = [.. Regex.Matches(Body(), " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];

        ids.ShouldBeUnique();
        Regex.Matches(Body(), "href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value).ShouldBeSubsetOf(ids);
    }

    [Fact]
    public void What_an_element_opens_it_closes()
    {
        var open = new Stack<string>();
        foreach (Match tag in Regex.Matches(Body(), "<(/?)([a-z0-9]+)[^>]*>"))
        {
            if (tag.Groups[2].Value is "br" or "input" or "body")
            {
                continue;
            }

            if (tag.Groups[1].Length == 0)
            {
                open.Push(tag.Groups[2].Value);
            }
            else
            {
                open.Pop().ShouldBe(tag.Groups[2].Value, Body()[..tag.Index][^Math.Min(200, tag.Index)..]);
            }
        }

        open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(new[] { "a/b/c.csv", "a/b/d.csv" }, "a/b", "c.csv")]
    [InlineData(new[] { "a/b/c.csv", "a/bc/d.csv" }, "a", "b/c.csv")]
    [InlineData(new[] { "c.csv", "a/d.csv" }, "", "c.csv")]
    [InlineData(new[] { "/x/c.csv", "/y/d.csv" }, "", "/x/c.csv")]
    public void What_paths_share_is_a_folder(string[] paths, string folder, string first)
    {
        var shortened = new ShortPaths(paths);

        shortened.Folder.ShouldBe(folder);
        shortened.Get(paths[0]).ShouldBe(first);
    }

    private static string Write(ComplianceReport report)
    {
        using var output = new MemoryStream();
        IndexPage.Write(report, new IndexLinks(["sourcing-report.html"],
            new Dictionary<string, IReadOnlyList<string>>
            {
                [SampleReport.Workbook] = ["gimbal.pdf", "gimbal.customer.pdf",
                "gimbal.html", "gimbal.checked.xlsx"]
            }, ReportWriters.GetKind), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Section(string id)
    {
        string from = Page[Page.IndexOf($"<section id=\"{id}\"", StringComparison.Ordinal)..];
        return from[..from.IndexOf("</section>", StringComparison.Ordinal)];
    }

    private static string Body() => Page[Page.IndexOf("<body>", StringComparison.Ordinal)..Page.IndexOf("<script>", StringComparison.Ordinal)];
}
