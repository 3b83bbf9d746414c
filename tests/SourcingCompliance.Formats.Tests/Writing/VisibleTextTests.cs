using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>What a stranger's file says reaches nobody's terminal, log or page as a command.</summary>
public sealed class VisibleTextTests
{
    // Pieces of which hostile cells are made, in any order.
    private static readonly string[] Pieces =
    [
        ":", "::", "#", "##", "[", "vso[", "stop-commands", "%", "0A", "%0D", "AZP25", "\n", "\r\n", "\r", "\t", "\u001b[2J", "\u0007", "\u0085", "\u009b31m",
        "\u2028", "\u202e", "\u2066", "\u200f", "MAG-1", " ", "\ud83d", "\ude00", "😀", "Würth", "钕", "\u007f", "\\", "\"",
    ];

    private static readonly Gen<string> Hostile = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    [Theory]
    [InlineData("MAG-22, 5 % at 20 °C: #1 # 2", "MAG-22, 5 % at 20 °C: #1 # 2")]
    [InlineData("a\u001b[31mb", "a<U+001B>[31mb")]
    [InlineData("a\u0085b\u2028c", "a<U+0085>b<U+2028>c")]
    [InlineData("\u202e\u2066x\u2069", "<U+202E><U+2066>x<U+2069>")]
    [InlineData("a\r\nb\nc\td", "a↵b↵c⇥d")]
    [InlineData("::error::x", ": :error: :x")]
    [InlineData(":::", ": : :")]
    [InlineData("##vso[task.complete]", "## vso[task.complete]")]
    [InlineData("##[add-mask]x", "## [add-mask]x")]
    [InlineData("###teamcity[", "### teamcity[")]
    [InlineData("a%0A::x %0d %25 %AZP25", "a% 0A: :x % 0d % 25 % AZP25")]
    [InlineData("https://example.com/a%20b", "https://example.com/a%20b")]
    [InlineData("Würth 😀 钕", "Würth 😀 钕")]
    public void A_line_shows_what_it_does_not_obey(string text, string line) => VisibleText.Line(text).ShouldBe(line);

    [Fact]
    public void Half_of_a_pair_is_replaced() => VisibleText.Line("half \ud83d.").ShouldBe("half \ufffd.");

    [Fact]
    public void An_invisible_tag_is_shown() => VisibleText.Line("a" + char.ConvertFromUtf32(0xE0041)).ShouldBe("a<U+E0041>");

    [Fact]
    public void A_text_without_anything_special_is_the_same_instance()
    {
        const string text = "Permanent magnet, N42SH, 10 mm";

        VisibleText.Line(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void No_line_of_any_text_is_or_holds_a_command_however_it_is_wrapped() => Prop.ForAll(Hostile.ToArbitrary(), text =>
    {
        string line = VisibleText.Line(text);
        return !line.Any(char.IsControl) && !line.Contains("::", StringComparison.Ordinal) && !line.Contains("##[", StringComparison.Ordinal)
            && !line.Contains("##vso[", StringComparison.Ordinal) && !line.Contains("%0A", StringComparison.OrdinalIgnoreCase)
            && !line.Any(letter => letter is '\u2028' or '\u202e' or '\u2066') && VisibleText.Line(line) == line;
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Json_keeps_its_value_and_loses_what_is_obeyed_in_pieces_of_any_size() =>
        Prop.ForAll(Hostile.ToArbitrary(), Gen.Choose(1, 7).ToArbitrary(), (text, size) =>
    {
        string json = JsonSerializer.Serialize(new Dictionary<string, string> { [text] = text }, Relaxed);
        using var output = new MemoryStream();
        using (var stream = new HarmlessJsonStream(output))
        {
            foreach (byte[] piece in Encoding.UTF8.GetBytes(json).Chunk(size))
            {
                stream.Write(piece);
            }
        }

        string harmless = Encoding.UTF8.GetString(output.ToArray());
        string value = JsonDocument.Parse(harmless).RootElement.EnumerateObject().Single().Value.GetString() ?? "";
        return value == JsonDocument.Parse(json).RootElement.EnumerateObject().Single().Value.GetString()
            && !harmless.Contains("::", StringComparison.Ordinal) && !harmless.Contains("##", StringComparison.Ordinal)
            && !harmless.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u202e' or '\u2066');
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_page_shows_two_colons_as_they_are_and_marks_of_direction_by_their_code()
    {
        using var text = new StringWriter();

        new HtmlPage(text).Add($"<p>{"a::b ##[x] \u202e"}</p>");

        text.ToString().ShouldBe("<p>a:&#58;b #&#35;[x] &lt;U+202E&gt;</p>");
    }

    public static TheoryData<string> TextFormats =>
        [.. ReportWriters.All.Where(writer => !writer.Format.StartsWith("pdf", StringComparison.Ordinal)).Select(writer => writer.Format)];

    [Theory]
    [MemberData(nameof(TextFormats))]
    public void No_text_report_holds_a_command_or_a_control_character_of_a_cell(string format)
    {
        const string cell = "MAG-1\n::stop-commands::pwned ##vso[task.setvariable]x ##[add-mask]y \u001b[2J \u202e\u0085\u2028";
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        Finding finding = file.Findings[0] with { Message = cell, PartNumber = cell, Description = cell, CellText = cell, Supplier = cell, Path = [cell] };
        report = report with
        {
            Files = [file with { Findings = [finding], Lines = [file.Lines[0] with { PartNumber = cell, Description = cell }] }],
            Actions = [report.Actions[0] with { Title = cell, Detail = cell, Supplier = cell, Parts = [cell] }],
        };

        string written = (ReportWriters.Find(format) ?? throw new InvalidOperationException(format)).Text(report);

        written.ShouldContain(format == "github-output" ? "violations" : "pwned");
        foreach (string line in written.Split('\n').Where(line => !line.Contains("button.", StringComparison.Ordinal)))
        {
            // What begins with a command of ours holds no second one.
            string rest = format switch
            {
                "github" => line.Replace("::", "", StringComparison.Ordinal) is { } plain && line.Split("::").Length <= 3 ? plain : line,
                "azure" when line.StartsWith("##vso[task.logissue ", StringComparison.Ordinal) => line["##vso[".Length..],
                _ => line,
            };
            rest.ShouldNotContain("##vso[");
            rest.ShouldNotContain("##[");
            rest.Replace("dialog::backdrop", "", StringComparison.Ordinal).ShouldNotContain("::");
            rest.ShouldAllBe(letter => letter == '\r' || letter == '\t' || (!char.IsControl(letter) && letter != '\u2028' && letter != '\u202e'));
        }
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
