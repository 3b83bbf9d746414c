using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SourcingCompliance.Server.Pages;

/// <summary>Every page and state under the rules of WCAG 2.2 AA, light and dark.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(SharedServer shared, SharedBrowser browser) : IClassFixture<SharedServer>
{
    [InBrowserFact]
    public Task No_page_breaks_a_rule_of_accessibility_in_the_light() =>
        Audit(ColorScheme.Light, ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);

    // The markup is the same in the dark; what differs are the colors.
    [InBrowserFact]
    public Task No_page_breaks_a_rule_of_accessibility_in_the_dark() => Audit(ColorScheme.Dark, ["color-contrast"], isTags: false);

    // With a BOM that has something to settle, and a delivery ahead of it.
    private async Task<string> AddProgram()
    {
        string name = "Program " + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        using HttpResponseMessage added = await shared.Client.Http.PostAsJsonAsync("/api/v1/programs",
            new { name, deliveries = new[] { "2099-05-03" }, marking = "CUI" });
        using MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        form.Add(ServerClient.Field("program", name));
        (await shared.Client.Post(form, wait: 100)).Dispose();
        return (await ServerClient.JsonOf(added)).GetProperty("id").GetString() ?? "";
    }

    private Task Audit(ColorScheme scheme, List<string> rules, bool isTags = true) => browser.Visit(shared, new() { ColorScheme = scheme }, async page =>
    {
        byte[] bom = await File.ReadAllBytesAsync(Repository.PathOf("examples", "07-multi-level-drone", "bom.csv"));
        string check = "/checks/" + (await shared.Client.Check(("bom.csv", bom))).GetProperty("id").GetString();
        string tied = "/checks/"
            + (await shared.Client.Check("columns.csv", PageTests.TiedBom.Replace("Part Number", "Part No.", StringComparison.Ordinal))).GetProperty("id")
                .GetString();
        string unread = "/checks/" + (await shared.Client.Check("empty.csv", "")).GetProperty("id").GetString();
        string program = "/programs/" + await AddProgram();
        string[] paths =
        [
            "/", "/checks", check, $"{check}?tab=plan", $"{check}?tab=suppliers", $"{check}?tab=lines", $"{check}?tab=files", $"{check}?tab=related",
            $"{check}?q=nothing+of+the+kind", $"{check}/lines/0", $"{check}/columns", $"{check}/print", $"{check}/delete",
            tied, $"{tied}/mapping", $"{tied}/mapping?set=quantity:E", unread,
            "/programs", "/programs/new", program, $"{program}/edit", $"{program}/delete", $"/?program={program[10..]}", "/parts",
            "/parts?q=mtr-72", "/parts?q=nothing", "/deadlines", "/compare", $"/compare?before={check[8..]}&after={tied[8..]}",
            "/mappings", "/rules", "/rules?pack=draft-hr-9073", "/rules/diagnostics", "/nowhere",
        ];
        if (!isTags)
        {
            // One page of each look; the others are made of the same parts.
            paths = [.. paths.Where((_, at) => at % 2 == 0)];
        }

        var options = new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = isTags ? "tag" : "rule", Values = rules },
            ResultTypes = [ResultType.Violations]
        };
        var broken = new List<string>();
        foreach (string path in paths)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("for (const folded of document.querySelectorAll('details')) { folded.open = true; }");
            AxeResult found = await page.RunAxe(options);
            broken.AddRange(found.Violations.Select(violation => $"{path}: {violation.Id}: "
                + $"{string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        }

        broken.ShouldBeEmpty("repair the markup, see dequeuniversity.com/rules/axe");
    });
}
