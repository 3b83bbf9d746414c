using System.Text.Json;
using SourcingCompliance.Formats.Rules;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Server.Pages;

/// <summary>The law that is applied: each rule with its periods, conditions, citations and cases, as they stand in the pack.</summary>
public static class RulesPage
{
    private static readonly string[] Folders = ["restrictions", "exceptions"];

    /// <summary>Shows the page.</summary>
    public static IResult Get()
    {
        RuleFolder rules = RuleFolders.Shipped();
        return PageFrame.Show("Rules", page =>
        {
            page.Add($"<p>Pack {CheckLibrary.MainPack}. The conditions are what the program evaluates; nothing else decides.</p>\n");
            foreach (string path in Folders.SelectMany(folder => rules.Below($"{CheckLibrary.MainPack}/{folder}")).Where(path => path.EndsWith(".json", StringComparison.Ordinal) && !path.EndsWith(".cases.json", StringComparison.Ordinal)))
            {
                if (rules.Find(path) is { } content)
                {
                    using var rule = JsonDocument.Parse(content);
                    AddRule(page, rule.RootElement);
                    AddCases(page, rules.Find(path[..^".json".Length] + ".cases.json"));
                }
            }
        });
    }

    private static void AddRule(HtmlPage page, JsonElement rule)
    {
        string id = TextOf(rule, "id");
        page.Add($"<h2 id=\"{id}\">{id}: {TextOf(rule, "title")}</h2>\n");
        page.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Versions of {id}\"><table>\n<thead><tr><th scope=\"col\">From</th><th scope=\"col\">To</th><th scope=\"col\">When</th><th scope=\"col\">Citation</th></tr></thead>\n<tbody>\n");
        if (rule.TryGetProperty("versions", out JsonElement versions))
        {
            foreach (JsonElement version in versions.EnumerateArray())
            {
                page.Add($"<tr><td class=\"date\">{TextOf(version, "from")}</td><td class=\"date\">{TextOf(version, "to")}</td><td><code>{TextOf(version, "when")}</code></td><td>{TextOf(version, "citation")}</td></tr>\n");
            }
        }

        page.AddTrusted("</tbody>\n</table></div>\n");
    }

    private static void AddCases(HtmlPage page, ReadOnlyMemory<byte>? content)
    {
        if (content is not { } json)
        {
            return;
        }

        using var cases = JsonDocument.Parse(json);
        JsonElement list = cases.RootElement.GetProperty("cases");
        page.Add($"<details><summary>{list.GetArrayLength()} cases, each run as a test</summary>\n<ul>\n");
        foreach (JsonElement item in list.EnumerateArray())
        {
            page.Add($"<li>{TextOf(item, "name")}: <strong>{TextOf(item, "expect")}</strong> on {TextOf(item, "on")}</li>\n");
        }

        page.AddTrusted("</ul>\n</details>\n");
    }

    private static string TextOf(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
}
