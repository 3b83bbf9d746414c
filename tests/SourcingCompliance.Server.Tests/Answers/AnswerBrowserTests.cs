using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Pages;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Answers;

/// <summary>The whole loop in a real browser without script, on a telephone, with every page under the rules of WCAG 2.2 AA.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AnswerBrowserTests(SharedServer shared, SharedBrowser browser) : IClassFixture<SharedServer>
{
    /// <summary>A folder for pictures of the pages; null = none are taken.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SOURCING_TEST_PICTURES");

    // One page of each make; the others differ in their words only.
    private static readonly string[] Audited = ["cmrt", "sender", "paper", "recorded"];

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
            await page.WaitForURLAsync("**after=*");
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

    [InBrowserFact]
    public async Task Every_kind_of_answer_shows_what_was_understood_and_what_to_do()
    {
        await new SupplierLoop(shared.Client).Check("Kind");
        var broken = new List<string>();
        await browser.Visit(shared, new() { ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 390, Height = 800 } }, async page =>
        {
            await PageAudit.Prepare(page);
            async Task<string> Upload(string name, params FilePayload[] files)
            {
                await page.GotoAsync("/evidence/answer");
                await page.SetInputFilesAsync("#files", files);
                return await Press("text=Read the answer", name);
            }

            async Task<string> Press(string button, string name)
            {
                await page.ClickAsync(button);
                await See(page, name);
                broken.AddRange(Audited.Contains(name) ? await PageAudit.FindHere(page, name, isInTheDarkToo: true) : []);
                return await page.InnerTextAsync("main");
            }

            string template = await Upload("cmrt", FileOf("cmrt.xlsx", SupplierForms.Cmrt("KT-106", "Kind Passives")));
            template.ShouldContain("Conflict Minerals Reporting Template (CMRT) 6.5");
            template.ShouldContain("signed by Ben Lo, September 14, 2026");
            template.ShouldContain("tantalum) in Taiwan");
            template.ShouldContain("This does not count for a pass");
            (await Upload("declaration", FileOf("declaration.xml", SupplierForms.Declaration("KT-106", "Kind Passives"))))
                .ShouldContain("contains tantalum metal or alloy");
            (await Upload("sender", FileOf("bill.json", SupplierForms.CycloneDx(SupplierLoop.GetMakerNumber("Kind"))))).ShouldContain("Who sent this?");
            await page.FillAsync("[name=supplier]", "Kind Magnetics");
            string components = await Press("text=Read the answer again", "components");
            components.ShouldContain("Kind Magnetics");
            components.ShouldContain("mined (samarium) in Australia");
            (await Upload("mill", FileOf("mill.json", SupplierForms.MillCertificate("Kind Works")))).ShouldContain("nothing is stored from it");
            (await Upload("paper", FileOf("certificate.pdf", "%PDF-1.4"u8.ToArray()))).ShouldContain("not a form that can be read");
            (await Press("text=Record what it says", "record")).ShouldContain("certificate.pdf");
            await page.FillAsync("#supplier", "Kind Magnetics");
            await page.FillAsync("#part", "Kind-1");
            await page.SelectOptionAsync("#material", "ndfeb-magnet");
            await page.FillAsync("#stage-melted", "Japan");
            string typed = await Press("text=Continue", "recorded");
            typed.ShouldContain("melted in Japan");
            typed.ShouldContain("certificate.pdf");
        });
        broken.ShouldBeEmpty("repair the markup, see dequeuniversity.com/rules/axe");
    }

    [InBrowserFact]
    public async Task A_request_that_takes_long_is_waited_for_on_a_page_that_leads_to_it()
    {
        string check = await new SupplierLoop(shared.Client).Check("Wait");
        RequestWork work = shared.Parts.GetRequiredService<RequestWork>();
        TimeSpan patience = work.Patience;
        work.Patience = TimeSpan.Zero;
        try
        {
            await browser.Visit(shared, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 800 } }, async page =>
            {
                await page.GotoAsync($"/checks/{check}?tab=suppliers");
                await page.FillAsync("#company", "Example Aero");
                // Whoever writes to the ledger keeps all others waiting, for twenty seconds at the most.
                using (EvidenceStore.Open(Path.Combine(shared.Folder, LedgerFolder.Name)))
                {
                    await page.ClickAsync("button:has-text('Ask with a questionnaire') >> nth=1");
                    await page.WaitForSelectorAsync("h1:has-text('Writing the questionnaires')");
                    // From here on the page that is opened anew every two seconds stays until there is something to lead to.
                    work.Patience = TimeSpan.FromMinutes(1);
                    await See(page, "asking");
                    (await page.InnerTextAsync("main")).ShouldContain("The request to Wait Magnetics opens here when it is ready.");
                }

                await page.WaitForSelectorAsync("text=1. Send these", new() { Timeout = 60_000 });
                (await page.InnerTextAsync("h1")).ShouldBe("Request to Wait Magnetics");
                string request = page.Url[(page.Url.LastIndexOf('/') + 1)..].Split('?')[0];
                (await shared.Client.Text($"/suppliers/requests/{request}/txt")).ShouldContain("Example Aero");
                await page.GotoAsync($"/checks/{check}?tab=suppliers");
                await See(page, "asked");
                string asked = await page.InnerTextAsync("section:has-text('Wait Magnetics')");
                asked.ShouldContain("waiting for the answer");
                asked.ShouldContain("Ask again");
                (await page.InputValueAsync("#company")).ShouldBe("Example Aero");
            });
        }
        finally
        {
            work.Patience = patience;
        }
    }

    private static async Task See(IPage page, string name)
    {
        // A page that is measured before its style sheet has come is as wide as its longest line.
        int width = int.MaxValue;
        for (int attempt = 0; width > 390 && attempt < 50; attempt++)
        {
            await Task.Delay(attempt == 0 ? 0 : 100);
            try
            {
                width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            }
            catch (PlaywrightException)
            {
                // A page that waits for something was opened anew at this very moment; it is measured again.
            }
        }

        width.ShouldBeLessThanOrEqualTo(390, name);
        await Picture(page, name);
    }

    private static FilePayload FileOf(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    private static Task Picture(IPage page, string name) => Pictures is null ? Task.CompletedTask
        : page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
}
