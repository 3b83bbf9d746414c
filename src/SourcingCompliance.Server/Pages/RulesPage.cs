using System.Text.Json;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Pages;

/// <summary>The law that is applied: each rule with its periods, conditions, citations and cases, as they stand in the pack.</summary>
public static class RulesPage
{
    private static readonly string[] Folders = ["restrictions", "exceptions"];

    /// <summary>Shows the page.</summary>
    /// <param name="pack">Id of the pack to show; null = the clause.</param>
    public static IResult Get(string? pack = null)
    {
        if (PackNames.All.FirstOrDefault(candidate => candidate.Id == (pack ?? CheckLibrary.MainPack)) is not { } shown)
        {
            return PageFrame.Refuse(StatusCodes.Status404NotFound, $"There is no pack of that id; there are {string.Join(", ", PackNames.All.Select(known => known.Id))}.");
        }

        RuleFolder rules = RuleFolders.Shipped();
        return PageFrame.Show("Rules", page =>
        {
            AddPacks(page, shown);
            page.Add($"<p class=\"lead\">{shown.Title}</p>\n<p>{WordsOf(shown.Status)} Edition: {shown.Edition}. Verified on <time datetime=\"{ReportTokens.Of(shown.VerifiedOn)}\">{ReportTokens.Of(shown.VerifiedOn)}</time>");
            if (shown.VerifyBy is { } day)
            {
                page.Add($", to be verified again by <time datetime=\"{ReportTokens.Of(day)}\">{ReportTokens.Of(day)}</time>");
            }

            page.Add($". {shown.VerifyReason}</p>\n<ul>\n");
            foreach (string authority in shown.Authority)
            {
                page.Add($"<li>{authority}</li>\n");
            }

            page.AddTrusted("</ul>\n");
            foreach (string path in Folders.SelectMany(folder => rules.Below($"{shown.Id}/{folder}")).Where(path => path.EndsWith(".json", StringComparison.Ordinal) && !path.EndsWith(".cases.json", StringComparison.Ordinal)))
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

    private static void AddPacks(HtmlPage page, RulePack shown)
    {
        page.AddTrusted("<nav class=\"packs\" aria-label=\"Packs\"><ul>\n");
        foreach (RulePack pack in PackNames.All)
        {
            page.Add($"<li><a href=\"/rules?pack={pack.Id}\"");
            page.AddTrusted(pack.Id == shown.Id ? " aria-current=\"page\">" : ">");
            page.Add($"{pack.Id}</a> <span class=\"hint\">{pack.Status}</span></li>\n");
        }

        page.AddTrusted("</ul></nav>\n");
    }

    private static string WordsOf(string status) => status switch
    {
        "active" => "Its conditions are what the program evaluates; nothing else decides.",
        "draft" => "A DRAFT that no check applies: it tells what a pending act would change.",
        _ => "It advises beside the verdicts and never changes one.",
    };

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
