using System.Reflection;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Guidance;

/// <summary>Every diagnostic id is documented once: whoever adds an id adds its cause and remedy.</summary>
public sealed class DiagnosticGuideTests
{
    private const string File = "src/SourcingCompliance.Formats/Guidance/diagnostics.json";

    private static readonly (string Name, string Id)[] Ids =
        [.. typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (field.Name, (string)(field.GetRawConstantValue() ?? "")))];

    [Fact]
    public void Every_id_has_a_cause_and_a_remedy()
    {
        string[] missing = [.. Ids.Where(id => DiagnosticGuide.Find(id.Id) is null).Select(id => $"{id.Id} {id.Name}")];

        missing.ShouldBeEmpty($"Add these to {File}, with cause (what was found, what it means for the answer) and remedy (what to do).");
        Ids.Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Every_entry_bears_the_name_of_its_constant()
    {
        Dictionary<string, string> names = Ids.ToDictionary(id => id.Id, id => id.Name, StringComparer.Ordinal);

        // SC99xx are the server's; its own tests compare them.
        DiagnosticGuidance[] wrong = [
            .. DiagnosticGuide.All.Where(entry => !entry.Id.StartsWith("SC99", StringComparison.Ordinal) && names.GetValueOrDefault(entry.Id) != entry.Name)];

        wrong.Select(entry => $"{entry.Id} {entry.Name}").ShouldBeEmpty($"Correct id or name in {File}.");
    }

    [Fact]
    public void No_id_stands_twice() => DiagnosticGuide.All.Select(entry => entry.Id).ShouldBeUnique();

    [Fact]
    public void Cause_and_remedy_are_whole_sentences()
    {
        DiagnosticGuidance[] poor = [.. DiagnosticGuide.All.Where(entry => !IsSentence(entry.Cause)
            || !IsSentence(entry.Remedy) || entry.Cause == entry.Remedy)];

        poor.Select(entry => entry.Id).ShouldBeEmpty();
    }

    [Fact]
    public void The_title_is_the_name_in_words() => DiagnosticGuide.Find("sc9208").ShouldNotBeNull().Title.ShouldBe("Country column unclear");

    private static bool IsSentence(string text) => text.Length > 15 && text.EndsWith('.') && (char.IsUpper(text[0]) || char.IsDigit(text[0]));
}
