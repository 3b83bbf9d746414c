using Microsoft.Playwright;

namespace SourcingCompliance.Server.Pages;

/// <summary>One Chromium for the tests of a class; each test has a context of its own in it, with nothing in common.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private static readonly BrowserTypeLaunchOptions Launch = new()
    {
        ExecutablePath = InBrowserFactAttribute.Chromium,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    };

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
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
}
