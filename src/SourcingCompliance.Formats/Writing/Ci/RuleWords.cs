using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Guidance;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>What code scanning says of a rule or a diagnostic, whichever result it stands behind.</summary>
/// <param name="Name">A name for programs: <c>NeodymiumIronBoronMagnets</c>.</param>
/// <param name="Short">One line.</param>
/// <param name="Full">Sentences.</param>
/// <param name="Help">What to do.</param>
internal sealed record RuleWords(string Name, string Short, string Full, string Help)
{
    /// <summary>The clause that every result rests on. Diagnostics have no page of their own; their help names the command that explains them.</summary>
    public const string HelpUri = "https://www.ecfr.gov/current/title-48/section-252.225-7052";

    private static readonly Lazy<FrozenDictionary<string, string>> Titles = new(() => ReadTitles(RuleFolders.Shipped()));

    /// <summary>The words for an id.</summary>
    /// <param name="id">Id of a rule or a diagnostic.</param>
    /// <param name="what">What its worst result says, for a rule of the user's own.</param>
    /// <param name="citation">The paragraphs that its results cite; empty for a diagnostic.</param>
    public static RuleWords From(string id, string what, string citation)
    {
        if (DiagnosticGuide.Find(id) is { } guidance)
        {
            return new RuleWords(guidance.Name, guidance.Title, guidance.Cause, $"{guidance.Remedy} 'sourcing rules explain {id}' prints this.");
        }

        string title = Titles.Value.GetValueOrDefault(id, what);
        string where = citation.Length == 0 ? "" : $" ({citation})";
        return new RuleWords(GetName(title), title, title == what ? $"{what}{where}."
            : $"{title}{where}. Worst result: {char.ToLowerInvariant(what[0])}{what[1..]}.",
            $"Paragraph: {(citation.Length == 0 ? "none" : citation)}. The report's plan says what to do, whom to ask and by when. 'sourcing rules explain "
                + $"{id}' prints the guidance. Not legal advice.");
    }

    private static string GetName(string title)
    {
        var name = new StringBuilder();
        bool isStart = true;
        foreach (char letter in title)
        {
            bool isKept = char.IsAsciiLetterOrDigit(letter);
            name.Append(isKept ? (isStart ? char.ToUpperInvariant(letter) : letter).ToString() : "");
            isStart = !isKept;
        }

        return name.ToString();
    }

    // A rule's file begins with its id; missing evidence is one file for all.
    private static FrozenDictionary<string, string> ReadTitles(RuleFolder shipped)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in shipped.Paths.Where(path => path.EndsWith(".json", StringComparison.Ordinal)
            && !path.EndsWith(".cases.json", StringComparison.Ordinal)))
        {
            string name = path[(path.LastIndexOf('/') + 1)..];
            bool isRule = name.StartsWith("SC", StringComparison.Ordinal);
            if ((isRule || name == "missing-evidence.json") && shipped.Find(path) is { } content)
            {
                using JsonDocument document = JsonDocument.Parse(content);
                foreach (JsonElement rule in isRule ? (IEnumerable<JsonElement>)[document.RootElement]
                    : document.RootElement.GetProperty("rules").EnumerateArray())
                {
                    titles.TryAdd(rule.GetProperty("id").GetString() ?? "", rule.GetProperty("title").GetString() ?? "");
                }
            }
        }

        return titles.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
