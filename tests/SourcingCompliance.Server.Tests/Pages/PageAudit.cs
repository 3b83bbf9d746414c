using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SourcingCompliance.Server.Pages;

/// <summary>
/// Runs the rules of axe in a page that is open, in one call. The package's own way opens a second page for each result, which takes four times as long.
/// </summary>
internal static class PageAudit
{
    private static readonly string[] Light = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly Lazy<string> Script = new(() =>
    {
        using Stream script = typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")
            ?? throw new InvalidOperationException("The package has no axe of this name any more.");
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    });

    /// <summary>Makes the rules known to each page that is opened from here on.</summary>
    public static Task Prepare(IPage page) => page.AddInitScriptAsync(Script.Value);

    /// <summary>What a page breaks in the light, with everything unfolded, and if asked in the dark too, where only the colors differ.</summary>
    public static async Task<IReadOnlyList<string>> Find(IPage page, string path, bool isInTheDarkToo)
    {
        await page.GotoAsync(path);
        return await FindHere(page, path, isInTheDarkToo);
    }

    /// <summary>The same of the page that is open, which a form may have led to.</summary>
    public static async Task<IReadOnlyList<string>> FindHere(IPage page, string path, bool isInTheDarkToo)
    {
        await page.EvaluateAsync("for (const folded of document.querySelectorAll('details')) { folded.open = true; }");
        List<string> broken = [.. await Run(page, "tag", Light)];
        if (isInTheDarkToo)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            broken.AddRange((await Run(page, "rule", ["color-contrast"])).Select(violation => "dark, " + violation));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        return [.. broken.Select(violation => $"{path}: {violation}")];
    }

    private static async Task<IEnumerable<string>> Run(IPage page, string type, string[] values)
    {
        string found = await page.EvaluateAsync<string>(
            "async options => JSON.stringify((await axe.run(document, options)).violations.map(v => [v.id, ...v.nodes.slice(0, 3).map(n => n.html)]))",
            new { runOnly = new { type, values }, resultTypes = new[] { "violations" } });
        return (JsonSerializer.Deserialize<string[][]>(found) ?? []).Select(violation => $"{violation[0]}: {string.Join(" | ", violation.Skip(1))}");
    }
}
