using System.Text;
using Microsoft.Playwright;

namespace SourcingCompliance.Server.Pages;

/// <summary>A program from its first day to the search for one of its parts, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ProgramBrowserTests(SharedServer shared, SharedBrowser browser) : IClassFixture<SharedServer>
{
    [InBrowserFact]
    public Task A_program_is_made_checked_noted_and_searched_on_a_telephone_without_script() => browser.Visit(shared,
        new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 800 } }, async page =>
        {
            await page.GotoAsync("/programs");
            await page.ClickAsync("a.primary:has-text('New program')");
            await Fits(page);
            await page.FillAsync("#name", "Falcon");
            await page.FillAsync("#deliveries", "June 1, 2099");
            await page.FillAsync("#marking", "CUI");
            await page.ClickAsync("button:has-text('Save')");
            await page.ClickAsync("a.primary:has-text('Check a BOM')");
            await page.SetInputFilesAsync("#files",
                [new FilePayload { Name = "bom.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(ServerClient.SmallBom) }]);
            await page.ClickAsync("button.primary");
            await page.WaitForSelectorAsync("#findings", new() { Timeout = 60_000 });
            (await page.InnerTextAsync(".marking")).ShouldBe("CUI");
            (await page.InnerTextAsync(".crumbs")).ShouldContain("June 1, 2099");

            await page.ClickAsync("td ~ th a:has-text('MAG-1')");
            await page.FillAsync("#note", "Second source asked.");
            await page.FillAsync("#note-author", "Jo Doe");
            await page.ClickAsync("button:has-text('Add note')");
            (await page.InnerTextAsync("#notes")).ShouldContain("Jo Doe");
            await Fits(page);
            await page.ClickAsync("text=Where is this part used?");
            (await page.InnerTextAsync("main")).ShouldContain("1 line item of 1 BOM, 1 program");
            await Fits(page);
            await page.ClickAsync("main a:has-text('Falcon')");
            (await page.InnerTextAsync("main")).ShouldContain("Second source asked.");
            await page.ClickAsync("summary:has-text('The same as a table')");
            (await page.InnerTextAsync("[aria-label='To settle, by day']")).ShouldContain("1");
            await Fits(page);
        });

    // A click is over when the next page begins: without its style sheet it has another width.
    private static async Task Fits(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, page.Url);
    }
}
