using System.Text.Json;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Server.Pages.Rules;

/// <summary>One rule as the page shows it: its title, periods, guidance, and examples.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it restricts or excepts.</param>
/// <param name="Versions">Its periods in the order of time.</param>
/// <param name="Guidance">The guidance, block by block; empty = there is none.</param>
/// <param name="Examples">Its cases, each of which is run as a test.</param>
public sealed record RuleText(string Id, string Title, IReadOnlyList<RuleVersion> Versions,
    IReadOnlyList<GuidanceBlock> Guidance, IReadOnlyList<RuleExample> Examples)
{
    private static readonly string[] Folders = ["restrictions", "exceptions"];

    /// <summary>The rules of a pack, restrictions first.</summary>
    /// <param name="rules">The rules folder.</param>
    /// <param name="pack">Id of the pack.</param>
    public static IReadOnlyList<RuleText> Read(RuleFolder rules, string pack)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return [.. Folders.SelectMany(folder => rules.Below($"{pack}/{folder}")).Where(path => path.EndsWith(".json", StringComparison.Ordinal)
            && !path.EndsWith(".cases.json", StringComparison.Ordinal)).Select(path => ReadOne(rules, path)).OfType<RuleText>()];
    }

    private static RuleText? ReadOne(RuleFolder rules, string path)
    {
        if (rules.Find(path) is not { } content)
        {
            return null;
        }

        using var rule = JsonDocument.Parse(content);
        string stem = path[..^".json".Length];
        return new RuleText(
            GetText(rule.RootElement, "id"), GetText(rule.RootElement, "title"),
            rule.RootElement.TryGetProperty("versions", out JsonElement versions)
                ? [.. versions.EnumerateArray()
                    .Select(version => new RuleVersion(GetText(version, "from"), GetText(version, "to"),
                        GetText(version, "when"), GetText(version, "citation")))]
                : [],
            rules.Find(stem + ".md") is { } guidance ? GuidanceBlock.Read(System.Text.Encoding.UTF8.GetString(guidance.Span)) : [],
            rules.Find(stem + ".cases.json") is { } cases ? GetExamples(cases) : []);
    }

    private static RuleExample[] GetExamples(ReadOnlyMemory<byte> content)
    {
        using var cases = JsonDocument.Parse(content);
        return [.. cases.RootElement.GetProperty("cases").EnumerateArray()
            .Select(item => new RuleExample(GetText(item, "name"), GetText(item, "expect"), GetText(item, "on")))];
    }

    private static string GetText(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
}

/// <summary>One period of a rule.</summary>
/// <param name="From">First day of delivery, ISO.</param>
/// <param name="To">Last day, ISO; empty = no end.</param>
/// <param name="When">The condition as the program evaluates it.</param>
/// <param name="Citation">Paragraph of the law.</param>
public sealed record RuleVersion(string From, string To, string When, string Citation);

/// <summary>One example of a rule.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Expected">true, false, or unknown.</param>
/// <param name="On">The day that it is evaluated for, ISO.</param>
public sealed record RuleExample(string Name, string Expected, string On)
{
    /// <summary>The result in words.</summary>
    public string Result => Expected switch
    {
        "true" => "applies",
        "false" => "does not apply",
        _ => "cannot be decided",
    };
}

/// <summary>One block of a guidance text.</summary>
/// <param name="Heading">Text of a heading; null = a paragraph.</param>
/// <param name="Text">Text of a paragraph; empty = a heading.</param>
public sealed record GuidanceBlock(string? Heading, string Text)
{
    /// <summary>The blocks of a text in the plain Markdown that the rules use: headings and paragraphs. The title is left out.</summary>
    /// <param name="markdown">The text.</param>
    public static IReadOnlyList<GuidanceBlock> Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return [.. markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(block => !block.StartsWith("# ", StringComparison.Ordinal))
            .Select(block => block.StartsWith('#') ? new GuidanceBlock(block.TrimStart('#', ' '), "")
                : new GuidanceBlock(null, block.Replace('\n', ' ').Replace("`", "", StringComparison.Ordinal)))];
    }
}
