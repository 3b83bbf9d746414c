using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace SourcingCompliance.Server.Pages;

/// <summary>The pages in a real browser: with script, without it, and under the rules of accessibility.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BrowserTests(SharedServer shared, SharedBrowser browser) : IClassFixture<SharedServer>
{
    [InBrowserFact]
    public Task An_upload_leads_to_its_pdf() => Browse(new(), async page =>
    {
        await page.GotoAsync("/");
        await page.SetInputFilesAsync("#files", [FileOf("drone.csv", await File.ReadAllTextAsync(Repository.PathOf("examples", "07-multi-level-drone", "bom.csv")))]);
        (await page.InnerTextAsync("ol.files")).ShouldContain("drone.csv");
        await page.FillAsync("#delivery", "2027-03-01");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("p.lead", new() { Timeout = 60_000 });

        (await page.InnerTextAsync("h1")).ShouldBe("drone.csv");
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("nav.downloads a:has-text('PDF')"));
        download.SuggestedFilename.ShouldBe("drone.pdf");
        await using Stream pdf = await download.CreateReadStreamAsync();
        byte[] head = new byte[5];
        await pdf.ReadExactlyAsync(head);
        Encoding.ASCII.GetString(head).ShouldBe("%PDF-");
    });

    [InBrowserFact]
    public Task Findings_are_filtered_on_the_page() => Browse(new(), async page =>
    {
        await page.GotoAsync(await Checked());
        await page.FillAsync("[data-filters=findings] [data-search]", "no such words anywhere");

        (await page.InnerTextAsync("[data-filters=findings] [data-shown]")).ShouldStartWith("0 of ");
    });

    [InBrowserFact]
    public Task A_refusal_is_told_beside_the_form() => Browse(new(), async page =>
    {
        await page.GotoAsync("/");
        await page.SetInputFilesAsync("#files", [FileOf("bom.csv", ServerClient.SmallBom)]);
        await page.FillAsync("#value", "a lot");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync(".problem:not([hidden])");

        (await page.InnerTextAsync(".problem")).ShouldContain("value");
    });

    [InBrowserFact]
    public Task A_tie_of_columns_is_settled_by_choosing() => Browse(new(), async page =>
    {
        await page.GotoAsync("/");
        await page.SetInputFilesAsync("#files", [FileOf("tied.csv", PageTests.TiedBom.Replace("Description", "Item Description", StringComparison.Ordinal))]);
        await page.ClickAsync("button.primary");
        await page.ClickAsync("text=Choose the column", new() { Timeout = 60_000 });
        await page.ClickAsync("label:has-text('Menge')");
        await page.ClickAsync("text=See the effect");
        (await page.InnerTextAsync("tr.chosen")).ShouldContain("quantity");
        await page.ClickAsync("text=Save and check again");
        await page.WaitForSelectorAsync("#findings", new() { Timeout = 60_000 });

        (await page.Locator("dl.run div", new() { HasText = "Line items read" }).Locator("dd").InnerTextAsync()).ShouldBe("2");
        (await page.Locator(".notice").CountAsync()).ShouldBe(0);
    });

    [InBrowserFact]
    public Task Without_script_an_upload_leads_to_its_result() => Browse(new() { JavaScriptEnabled = false }, async page =>
    {
        await page.GotoAsync("/");
        await page.SetInputFilesAsync("#files", [FileOf("bom.csv", ServerClient.SmallBom)]);
        await page.ClickAsync("button.primary");
        // The page looks again by itself until the result is there.
        await page.WaitForSelectorAsync("#findings", new() { Timeout = 60_000 });

        (await page.InnerTextAsync("p.lead")).ShouldContain("violat");
    });

    [WithAxeFact]
    public Task No_page_breaks_a_rule_of_accessibility_on_light_paper() => Audit(ColorScheme.Light, "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']");

    // The markup is the same in the dark; what differs are the colours.
    [WithAxeFact]
    public Task No_page_breaks_a_rule_of_accessibility_in_the_dark() => Audit(ColorScheme.Dark, "['color-contrast']");

    private Task Audit(ColorScheme scheme, string rules) => Browse(new() { ColorScheme = scheme }, async page =>
    {
        string axe = await File.ReadAllTextAsync(WithAxeFactAttribute.Path);
        string tied = (await shared.Client.Check("columns.csv", PageTests.TiedBom.Replace("Part Number", "Part No.", StringComparison.Ordinal))).GetProperty("id").GetString() ?? "";
        foreach (string path in (string[])["/", "/checks", await Checked(), $"/checks/{tied}", $"/checks/{tied}/mapping", $"/checks/{tied}/mapping?set=quantity:E", "/deadlines", "/compare", "/mappings", "/rules", "/rules?pack=draft-hr-9073", $"{await Checked()}/delete", "/nowhere"])
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync(axe + "; null");
            JsonElement found = await page.EvaluateAsync<JsonElement>($"axe.run(document, {{ runOnly: {rules} }}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')))");
            found.EnumerateArray().Select(violation => violation.GetString()).ShouldBeEmpty($"{path}: repair the markup, see dequeuniversity.com/rules/axe");
        }
    });

    private async Task<string> Checked()
    {
        byte[] bom = await File.ReadAllBytesAsync(Repository.PathOf("examples", "07-multi-level-drone", "bom.csv"));
        return "/checks/" + (await shared.Client.Check(("bom.csv", bom))).GetProperty("id").GetString();
    }

    // What the policy forbids, or a script that fails, is an error in the browser's console.
    private async Task Browse(BrowserNewContextOptions options, Func<IPage, Task> visit)
    {
        options.BaseURL = shared.Address.ToString();
        await using IBrowserContext context = await (await browser.Get()).NewContextAsync(options);
        IPage page = await context.NewPageAsync();
        // As a person opens the address that the server printed; from then on a cookie does.
        await page.GotoAsync("/?token=" + shared.Token);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            // A refused request is told there too; the tests look at those themselves.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        await visit(page);
        errors.ShouldBeEmpty();
    }

    private static FilePayload FileOf(string name, string content) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) };
}
