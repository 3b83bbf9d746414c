using Microsoft.Playwright;
using SourcingCompliance.Server.Pages;

namespace SourcingCompliance.Server.Answers;

/// <summary>The whole loop in a real browser without script, on a telephone, with every page under the rules of WCAG 2.2 AA.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AnswerBrowserTests(SharedServer shared, SharedBrowser browser) : IClassFixture<SharedServer>
{
    /// <summary>A folder for pictures of the pages; null = none are taken.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SOURCING_TEST_PICTURES");

    [InBrowserFact]
    public async Task A_supplier_is_asked_and_its_answer_changes_the_verdict_without_script_on_a_telephone()
    {
        var loop = new SupplierLoop(shared.Client);
        string check = await loop.Check("Walk");
        string questionnaire = "";
        await browser.Visit(shared, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 800 } }, async page =>
        {
            await page.GotoAsync($"/checks/{check}?tab=suppliers");
            await page.ClickAsync("button:has-text('Ask with a questionnaire') >> nth=1");
            await page.WaitForSelectorAsync("text=1. Send these", new() { Timeout = 60_000 });
            questionnaire = page.Url[(page.Url.LastIndexOf('/') + 1)..].Split('?')[0];
            await See(page, "request");
            byte[] answer = await loop.Fill(questionnaire, part => part == "Walk-2" ? "not known" : "Japan", document: "cert.pdf");
            await page.ClickAsync("text=Upload the answer");
            await page.SetInputFilesAsync("#files", [FileOf("answer.xlsx", answer)]);
            await page.SetInputFilesAsync("#documents", [FileOf("cert.pdf", "%PDF-1.4"u8.ToArray())]);
            await page.ClickAsync("text=Read the answer");
            await See(page, "review");
            (await page.InnerTextAsync("main")).ShouldContain("Ada Berg");
            await page.ClickAsync("text=Store and check again");
            await shared.Client.Await(page.Url[(page.Url.LastIndexOf("after=", StringComparison.Ordinal) + 6)..]);
            await page.ReloadAsync();
            await See(page, "changes");
            (await page.InnerTextAsync("h1")).ShouldBe("1 line item changed");
            await page.GotoAsync($"/evidence/type?check={check}&supplier=Walk+Magnetics&part=Walk-2");
            await page.SelectOptionAsync("#material", "ndfeb-magnet");
            await page.FillAsync("#stage-melted", "Japan");
            await page.ClickAsync("text=Continue");
            await See(page, "typed");
            (await page.InnerTextAsync("main")).ShouldContain("This does not count for a pass");
        });
        string[] colorful = ["/suppliers", "/evidence", $"/evidence/statements/{questionnaire}", "/evidence/type"];
        string[] plain = [$"/suppliers/requests/{questionnaire}?check={check}", "/evidence?q=nothing+of+it", "/evidence/answer",
            $"/evidence/changes?before={check}&after={check}", $"/checks/{check}?tab=suppliers"];
        await browser.Visit(shared, new() { ColorScheme = ColorScheme.Light }, async page =>
        {
            await PageAudit.Prepare(page);
            var broken = new List<string>();
            foreach (string path in colorful.Concat(plain))
            {
                broken.AddRange(await PageAudit.Find(page, path, isInTheDarkToo: colorful.Contains(path)));
                await Picture(page, path.Replace('/', '-').Replace('?', '-'));
            }

            broken.ShouldBeEmpty("repair the markup, see dequeuniversity.com/rules/axe");
        });
    }

    private static async Task See(IPage page, string name)
    {
        // A page that is measured before its style sheet has come is as wide as its longest line.
        int width = int.MaxValue;
        for (int attempt = 0; width > 390 && attempt < 50; attempt++)
        {
            await Task.Delay(attempt == 0 ? 0 : 100);
            width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        }

        width.ShouldBeLessThanOrEqualTo(390, name);
        await Picture(page, name);
    }

    private static FilePayload FileOf(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    private static Task Picture(IPage page, string name) => Pictures is null ? Task.CompletedTask
        : page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
}
