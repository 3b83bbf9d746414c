using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>Makes the rows of a long list from the data of a page, as the script of the page does.</summary>
internal sealed class LongPage
{
    private LongPage(IReadOnlyList<string> rows, IReadOnlyList<IReadOnlyList<int>> links)
    {
        Rows = rows;
        Links = links;
    }

    /// <summary>The markup of each row.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>The rows of another list that each row leads to.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Links { get; }

    /// <summary>Reads one list of a page.</summary>
    public static LongPage Of(string page, string list)
    {
        using var json = JsonDocument.Parse(
            Regex.Match(page, $"<script type=\"application/json\" id=\"data-{list}\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value);
        string[] blocks = [.. json.RootElement.GetProperty("blocks").EnumerateArray().Select(block => block.GetString() ?? "")];
        string[] templates = [.. json.RootElement.GetProperty("templates").EnumerateArray()
            .Select(template => string.Concat(template.EnumerateArray().Select(block => blocks[block.GetInt32()])))];
        var texts = new List<string>();
        var rows = new List<string>();
        var links = new List<IReadOnlyList<int>>();
        foreach (JsonElement row in json.RootElement.GetProperty("rows").EnumerateArray())
        {
            var words = new List<string>();
            foreach (JsonElement word in row.EnumerateArray().Skip(2))
            {
                if (word.ValueKind == JsonValueKind.String)
                {
                    texts.Add(word.GetString() ?? "");
                }

                words.Add(word.ValueKind == JsonValueKind.String ? texts[^1] : texts[word.GetInt32()]);
            }

            rows.Add(Regex.Replace(templates[row[0].GetInt32()], "\u0001([0-9]{2})",
                place => words[int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture)]));
            links.Add(row[1].ValueKind == JsonValueKind.Array ? [.. row[1].EnumerateArray().Select(link => link.GetInt32())] : []);
        }

        return new LongPage(rows, links);
    }
}
