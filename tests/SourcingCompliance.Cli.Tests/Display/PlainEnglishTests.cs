using System.Text.Json;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Cli.Display;

/// <summary>What a person reads is plain American English: some words are never in it.</summary>
public sealed partial class PlainEnglishTests
{
    // Words of the format or of a name, and law that is quoted; each with the reason why it stays.
    private static readonly (string Text, string Why)[] Allowed =
    [
        ("Department of Defense holds a stake", "owning shares"),
        ("stockpile agency asked", "a request for offers"),
        ("asked for offers", "a request for offers"),
        ("suppliers are asked", "a question to a person"),
        ("supplier is asked", "a question to a person"),
    ];

    // Properties of rules that are shown; the others are ids, conditions and words of the BOMs.
    private static readonly string[] Shown = ["title", "message", "text", "detail", "question", "verifyReason", "says", "caution", "subject",
        "opening", "closing", "source", "route", "owner", "cause", "remedy", "description"];

    public static TheoryData<string> Projects =>
        ["SourcingCompliance", "SourcingCompliance.Formats", "SourcingCompliance.Running", "SourcingCompliance.Cli", "SourcingCompliance.Server"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_text_of_the_program_has_a_word_to_drop(string project)
    {
        string[] found =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("src", project), "*.cs", SearchOption.AllDirectories)
                .Where(path => !IsBuilt(path)).Order(StringComparer.Ordinal)
                .SelectMany(path => TextLiterals.Of(File.ReadAllText(path))
                    .SelectMany(literal => Faults(literal.Text).Select(word => $"{Path.GetFileName(path)}:{literal.Line}: '{word}' in {literal.Text}"))),
        ];

        found.ShouldBeEmpty();
    }

    [Fact]
    public void No_page_of_the_server_has_a_word_to_drop()
    {
        (string Name, string Text)[] pages =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("src", "SourcingCompliance.Server"), "*.razor", SearchOption.AllDirectories)
                .Where(path => !IsBuilt(path)).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
        ];

        pages.Length.ShouldBeGreaterThan(20);
        pages.SelectMany(page => Faults(Comments().Replace(page.Text, "")).Select(word => $"{page.Name}: '{word}'")).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_of_the_rules_or_of_the_guidance_has_a_word_to_drop()
    {
        string[] found =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("rules"), "*.json", SearchOption.AllDirectories)
                .Append(Repository.PathOf("src", "SourcingCompliance.Formats", "Guidance", "diagnostics.json"))
                .Where(path => !path.EndsWith(".cases.json", StringComparison.Ordinal) && !path.Contains("/schema/", StringComparison.Ordinal)
                    && !path.Contains("/reference/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .SelectMany(path => TextsOf(path).SelectMany(text => Faults(text).Select(word => $"{Path.GetFileName(path)}: '{word}' in {text}"))),
        ];

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Every_diagnostic_says_what_it_means_and_what_to_do()
    {
        using JsonDocument guidance =
            JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", "SourcingCompliance.Formats", "Guidance", "diagnostics.json")));

        guidance.RootElement.GetProperty("diagnostics").EnumerateArray()
            .ShouldAllBe(entry => IsSentence(entry.GetProperty("cause").GetString()) && IsSentence(entry.GetProperty("remedy").GetString()));
    }

    [Theory]
    [InlineData("One file was told beside the verdicts.", true)]
    [InlineData("Coverage 38 % so far.", true)]
    [InlineData("The licence of the programme.", true)]
    [InlineData("2 of 62 line items violate the rule; 5 more are suspect.", false)]
    public void The_words_are_found(string text, bool isFault) => Faults(text).Any().ShouldBe(isFault);

    [Fact]
    public void A_literal_is_read_with_what_is_nested_in_it_and_without_code_and_comments() =>
        TextLiterals.Of("var a = 'x'; // \"a comment here\"\nstring b = $\"one {(c ? \"two three\" : \"\")} four\"; @\"c:\\ d\"")
            .Select(literal => literal.Text)
            .ShouldBe(["one  two three   } four", "c:\\ d"]);

    private static bool IsSentence(string? text) => text is { Length: > 10 } && text[^1] == '.' && char.IsUpper(text.TrimStart('\'')[0]);

    private static IEnumerable<string> Faults(string text)
    {
        foreach ((string allowed, _) in Allowed)
        {
            text = text.Replace(allowed, "", StringComparison.Ordinal);
        }

        return Words().Matches(text).Select(match => match.Value);
    }

    private static bool IsBuilt(string path) => path.Contains("/obj/", StringComparison.Ordinal) || path.Contains("/bin/", StringComparison.Ordinal);

    private static IEnumerable<string> TextsOf(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. TextsOf(document.RootElement, isShown: false)];
    }

    private static IEnumerable<string> TextsOf(JsonElement element, bool isShown) => element.ValueKind switch
    {
        JsonValueKind.String => isShown ? [element.GetString() ?? ""] : [],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(entry => TextsOf(entry, isShown)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsOf(property.Value, Shown.Contains(property.Name))),
        _ => [],
    };

    // The left column of the list of words, and spellings of other countries. A number and its percent sign stand together.
    [GeneratedRegex(@"\b(told|nobody|beside|behind|the house|own house|ways? out|falls? back|fallback|first way|ally's|licen[c]e[ds]?|recognis\w+|programmes?|aluminium|colours?|it is none|nothing is to be done|holds|the gate|barred|no date of the form|decides this answer|There (is|are) no such|there are only|rules? (was|were) asked|was asked of|on record|[Ff]or programs|read with doubt)\b|[\d}] %(?![\w%])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    // Comments of a component and of its code.
    [GeneratedRegex(@"@\*.*?\*@|//[^\n]*", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Comments();
}
