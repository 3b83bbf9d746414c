namespace SourcingCompliance.Tests.Law;

/// <summary>Where the law is muddled, the signer must learn how it was read and who is safe under that.</summary>
public sealed class InterpretationsTests
{
    public static TheoryData<string> Interpretations => [.. Text.Split("\n## ").Skip(1)];

    private static string Text => File.ReadAllText(Path.Combine(MainPack.RulesPath, "dfars-252.225-7052", "interpretations.md"));

    [Theory]
    [MemberData(nameof(Interpretations))]
    public void Each_tells_the_reading_taken_and_who_is_safe_under_it(string interpretation)
    {
        interpretation.ShouldStartWith("I-");
        interpretation.ShouldContain("*Taken:*", customMessage: "Write which reading the pack takes.");
        interpretation.ToLowerInvariant().ShouldContain("safe", customMessage: "Write who is safe under the reading.");
    }
}
