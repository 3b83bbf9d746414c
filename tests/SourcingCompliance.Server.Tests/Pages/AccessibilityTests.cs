using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;

namespace SourcingCompliance.Server.Pages;

/// <summary>Every page and state under the rules of WCAG 2.2 AA, light and dark.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(SharedServer shared, SharedBrowser browser) : IClassFixture<SharedServer>
{
    [InBrowserFact]
    public Task The_audit_finds_what_it_looks_for_in_the_light_and_in_the_dark() => browser.Visit(shared, new(), async page =>
    {
        await PageAudit.Prepare(page);
        await page.RouteAsync("**/broken", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = "<!DOCTYPE html><html lang=en><title>x</title><style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style>"
                + "<main><h1>x</h1><img src='data:,'><p>pale</p></main>",
        }));

        IReadOnlyList<string> broken = await PageAudit.Find(page, "/broken", isInTheDarkToo: true);

        broken.Count.ShouldBe(2, string.Join('\n', broken));
        broken[0].ShouldStartWith("/broken: image-alt: <img");
        broken[1].ShouldStartWith("/broken: dark, color-contrast: <p>");
    });

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

    [InBrowserFact]
    public Task No_page_breaks_a_rule_of_accessibility() => browser.Visit(shared, new() { ColorScheme = ColorScheme.Light }, async page =>
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
        await PageAudit.Prepare(page);
        var broken = new List<string>();
        for (int at = 0; at < paths.Length; at++)
        {
            // In the dark one page of each look: the others are made of the same parts.
            broken.AddRange(await PageAudit.Find(page, paths[at], isInTheDarkToo: at % 2 == 0));
        }

        broken.ShouldBeEmpty("repair the markup, see dequeuniversity.com/rules/axe");
    });
}
