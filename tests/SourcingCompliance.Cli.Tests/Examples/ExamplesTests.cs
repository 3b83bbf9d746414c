using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SourcingCompliance.Cli.Examples;

/// <summary>Each folder under examples/ is a test: what it says must be what its expected.json says.</summary>
public sealed class ExamplesTests
{
    public static TheoryData<string> Stories => [.. Directory.EnumerateDirectories(Repository.PathOf("examples"))
        .Where(folder => Directory.EnumerateFiles(folder, "bom.*").Any()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_example_is_decided_as_its_expected_json_says(string story)
    {
        string expectedPath = Repository.PathOf("examples", story, "expected.json");

        string actual = Essence(story);

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(expectedPath, actual);
        }

        actual.ShouldBe(File.ReadAllText(expectedPath),
            $"examples/{story}/expected.json; if the new answer is right, write it with UPDATE_GOLDEN=1 and read the difference");
    }

    // What a reader of the example cares about: the counts, and who is found wanting, why and by which rule; the plan where it has settings.
    private static string Essence(string story)
    {
        string folder = Repository.PathOf("examples", story);
        string contract = Path.Combine(folder, "contract.json");
        string list = Directory.GetFiles(folder, "bom.*").ShouldHaveSingleItem();
        bool hasPlan = File.Exists(Path.Combine(folder, "sourcing.json"));

        // Answers count from the day of their date on: the last of them came on the seventh of December.
        string[] day = Directory.Exists(Path.Combine(folder, "evidence")) ? ["--as-of", "2026-12-07"] : [];
        (CommandRun run, JsonDocument report) =
            CommandRun.Check(list, [.. day, .. File.Exists(contract) && !hasPlan ? ["--contract", contract] : Array.Empty<string>()]);
        using JsonDocument owned = report;
        JsonElement root = report.RootElement;
        var essence = new JsonObject
        {
            ["exitCode"] = run.ExitCode,
            ["regimes"] = new JsonArray([.. root.GetProperty("summary").GetProperty("regimes").EnumerateArray().Select(regime => Pick(regime,
                "id", "violation", "suspect", "open", "exempt", "pass", "notCovered"))]),
            ["findings"] = new JsonArray([.. root.GetProperty("files")[0].GetProperty("findings").EnumerateArray().Select(finding => Pick(finding,
                "partNumber", "verdict", "rule", "regimes", "material", "stage", "country", "citation", "message"))]),
        };
        if (hasPlan)
        {
            essence["actions"] = new JsonArray(
                [.. root.GetProperty("actions").EnumerateArray().Select(action => Pick(action, "title", "startBy", "dueBy", "leadSource", "fallback"))]);
        }

        return essence.ToJsonString(Options).ReplaceLineEndings("\n") + "\n";
    }

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Pick(JsonElement element, params string[] names) =>
        new JsonObject(names.Select(name => KeyValuePair.Create(name, JsonNode.Parse(element.GetProperty(name).GetRawText()))));
}
