using Microsoft.Playwright;

namespace SourcingCompliance.Server.Pages;

/// <summary>One Chromium for all tests of a run; each visit has a context of its own in it, with nothing in common.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private static readonly BrowserTypeLaunchOptions Launch = new()
    {
        ExecutablePath = InBrowserFactAttribute.Chromium,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    };

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>The browser, started when the first test asks for it.</summary>
    internal async Task<IBrowser> Get()
    {
        _playwright ??= await Playwright.CreateAsync();
        return _browser ??= await _playwright.Chromium.LaunchAsync(Launch);
    }

    /// <summary>Opens a page as a person does who opened the address that the server printed. What the policy forbids, or a script that fails, fails the
    /// visit.</summary>
    internal async Task Visit(SharedServer server, BrowserNewContextOptions options, Func<IPage, Task> visit)
    {
        options.BaseURL = server.Address.ToString();
        await using IBrowserContext context = await (await Get()).NewContextAsync(options);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/?token=" + server.Token);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            // A refused request is reported there too; the tests look at those themselves.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        await visit(page);
        errors.ShouldBeEmpty();
    }
}
