using System.Text;
using Microsoft.Playwright;

namespace SourcingCompliance.Server.Pages;

/// <summary>The pages in a real browser: with script and without it, by keyboard, and on a narrow screen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BrowserTests(SharedServer shared, SharedBrowser browser) : IClassFixture<SharedServer>
{
    private static string? _checked;

    [InBrowserFact]
    public Task An_upload_leads_to_its_pdf() => Browse(new(), async page =>
    {
        await page.GotoAsync("/");
        await page.SetInputFilesAsync("#files",
            [FileOf("drone.csv", await File.ReadAllTextAsync(Repository.PathOf("examples", "07-multi-level-drone", "bom.csv")))]);
        (await page.InnerTextAsync("ol.files")).ShouldContain("drone.csv");
        await page.FillAsync("#delivery", "2027-03-01");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#findings", new() { Timeout = 60_000 });

        (await page.InnerTextAsync(".crumbs")).ShouldContain("drone.csv");
        (await page.InnerTextAsync(".crumbs")).ShouldContain("March 1, 2027");
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".actions > a:has-text('PDF report (Letter)')"));
        download.SuggestedFilename.ShouldEndWith(".pdf");
        await using Stream pdf = await download.CreateReadStreamAsync();
        byte[] head = new byte[5];
        await pdf.ReadExactlyAsync(head);
        Encoding.ASCII.GetString(head).ShouldBe("%PDF-");
    });

    [InBrowserFact]
    public Task The_sample_can_be_tried_with_two_clicks() => Browse(new(), async page =>
    {
        await page.GotoAsync("/");
        await page.ClickAsync("text=Try the sample");
        await page.WaitForSelectorAsync("#findings", new() { Timeout = 60_000 });

        (await page.InnerTextAsync("h1")).ShouldContain("suspect");
        (await page.InnerTextAsync("aside:has-text('Do today')")).ShouldContain("supplier");
    });

    [InBrowserFact]
    public Task Findings_are_filtered_without_a_new_page() => Browse(new(), async page =>
    {
        await page.GotoAsync(await Checked());
        await page.EvaluateAsync("window.isSame = true");
        await page.FillAsync("input[name=q]", "no such words anywhere");
        await page.WaitForSelectorAsync("[data-shown]:has-text('0 of ')");
        await page.FillAsync("input[name=q]", "");
        await page.WaitForSelectorAsync("[data-shown]:not(:has-text('0 of '))");
        string suspects = (await page.InnerTextAsync("a.chip:has-text('Suspect')")).Trim();
        await page.ClickAsync("a.chip:has-text('Suspect')");
        await page.WaitForSelectorAsync("a.chip[aria-current]:has-text('Suspect')");

        suspects.ShouldEndWith((await page.Locator("[data-rows] > tr").CountAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));
        (await page.EvaluateAsync<bool>("window.isSame")).ShouldBeTrue();
    });

    [InBrowserFact]
    public Task A_line_opens_its_explanation() => Browse(new(), async page =>
    {
        await page.GotoAsync(await Checked());
        await page.ClickAsync("td ~ th a:has-text('MTR-72')");

        (await page.InnerTextAsync("h1")).ShouldContain("MTR-72");
        (await page.InnerTextAsync("main")).ShouldContain("What would change this");
    });

    [InBrowserFact]
    public Task A_refusal_stands_next_to_its_field_and_nothing_typed_is_lost() => Browse(new(), async page =>
    {
        await page.GotoAsync("/");
        await page.SetInputFilesAsync("#files", [FileOf("bom.csv", ServerClient.SmallBom)]);
        await page.ClickAsync("text=Contract details");
        await page.FillAsync("#value", "a lot");
        await page.FillAsync("#contractNumber", "N00024-26-C-0001");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#value-error:not([hidden])");

        (await page.InnerTextAsync("#value-error")).ShouldContain("dollars");
        (await page.InputValueAsync("#contractNumber")).ShouldBe("N00024-26-C-0001");
        (await page.InnerTextAsync("ol.files")).ShouldContain("bom.csv");
        await page.FillAsync("#value", "$250,000");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#findings", new() { Timeout = 60_000 });
    });

    [InBrowserFact]
    public Task Without_script_a_form_is_corrected_without_choosing_its_files_again() => Browse(new() { JavaScriptEnabled = false }, async page =>
    {
        await page.GotoAsync("/");
        await page.SetInputFilesAsync("#files", [FileOf("bom.csv", ServerClient.SmallBom)]);
        await page.ClickAsync("text=Contract details");
        await page.FillAsync("#placeOfUse", "Atlantis");
        await page.ClickAsync("button.primary");
        (await page.InnerTextAsync("#placeOfUse-error")).ShouldContain("United States");
        (await page.InputValueAsync("#placeOfUse")).ShouldBe("Atlantis");
        await page.FillAsync("#placeOfUse", "United States");
        await page.ClickAsync("button.primary");
        // The page looks again by itself until the result is there.
        await page.WaitForSelectorAsync("#findings", new() { Timeout = 60_000 });

        (await page.InnerTextAsync("p.lead")).ShouldContain("violat");
        await page.ClickAsync("nav.tabs a:has-text('Plan')");
        (await page.Locator("#plan").CountAsync()).ShouldBe(1);
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

        (await page.InnerTextAsync(".crumbs")).ShouldContain("2 line items");
        (await page.Locator(".notice").CountAsync()).ShouldBe(0);
    });

    [InBrowserFact]
    public Task A_column_is_changed_and_its_effect_is_seen_before_it_is_used() => Browse(new(), async page =>
    {
        string id = (await shared.Client.Check("change.csv", "PN,Desc,Pieces,Place\nMAG-1,NdFeB magnet N42,2,China\nSCR-1,Screw M3 "
            + "steel,8,Germany\n")).GetProperty("id").GetString() ?? "";
        await page.GotoAsync($"/checks/{id}");
        await page.ClickAsync("text=Change columns");
        await page.SelectOptionAsync("select[name=c_D]", "countryOfOrigin");
        await page.ClickAsync("text=See the effect");
        (await page.InnerTextAsync("#effect")).ShouldContain("With these columns");
        await page.ClickAsync("text=Use these columns and check again");
        await page.WaitForSelectorAsync("#findings", new() { Timeout = 60_000 });

        (await page.InnerTextAsync("h1")).ShouldContain("1 line item cannot be delivered.");
    });

    [InBrowserFact]
    public Task The_keyboard_alone_leads_from_the_door_to_a_result() => Browse(new(), async page =>
    {
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldContain("Skip");
        await page.FocusAsync("button:has-text('Try the sample')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#findings", new() { Timeout = 60_000 });
        await page.FocusAsync("summary:has-text('Reports')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=All reports (zip)");
        await page.Keyboard.PressAsync("Escape");

        (await page.IsVisibleAsync("text=All reports (zip)")).ShouldBeFalse();
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldContain("Reports");
    });

    [InBrowserFact]
    public Task No_page_is_wider_than_a_telephone() => Browse(new() { ViewportSize = new() { Width = 390, Height = 800 } }, async page =>
    {
        foreach (string path in (string[])["/", "/checks", await Checked(), await Checked() + "?tab=plan", await Checked() + "?tab=lines", await Checked()
            + "?tab=files", await Checked() + "/columns", "/deadlines", "/compare", "/rules"])
        {
            await page.GotoAsync(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
        }
    });

    // The tests of a class come one after another and share its server.
    private async Task<string> Checked() => _checked ??= "/checks/" + (await shared.Client.Check(
        ("bom.csv", await File.ReadAllBytesAsync(Repository.PathOf("examples", "07-multi-level-drone", "bom.csv"))))).GetProperty("id").GetString();

    private Task Browse(BrowserNewContextOptions options, Func<IPage, Task> visit) => browser.Visit(shared, options, visit);

    private static FilePayload FileOf(string name, string content) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) };
}
