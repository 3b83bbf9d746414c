namespace SourcingCompliance.Server.Pages;

/// <summary>The tests that look at pages in a browser: all of them share one Chromium, which takes a second to start.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<SharedBrowser>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "browser";
}
