namespace SourcingCompliance.Cli.Display;

/// <summary>A slip on the command line is answered with the word that was meant, and a path alone is a check.</summary>
public sealed class UsageTextTests
{
    [Theory]
    [InlineData("Unknown verb 'chek'. Did you mean 'check'?", "chek", "bom")]
    [InlineData("Unknown verb 'shwo'. Did you mean 'show'?", "rules", "shwo", "SC1003")]
    [InlineData("Unknown option '--fial-on'. Did you mean '--fail-on'?", "check", "bom.csv", "--fial-on", "open")]
    [InlineData("Unknown option '--formt=json'. Did you mean '--format'?", "check", "bom.csv", "--formt=json")]
    [InlineData("Unknown option '--ruls'. Did you mean '--rules'?", "rules", "list", "--ruls", "x")]
    [InlineData("Unknown option '--hepl'. Did you mean '--help'?", "--hepl")]
    [InlineData("Unknown verb 'nonsense'.", "nonsense")]
    [InlineData("Unknown option '--zzz'.", "check", "bom.csv", "--zzz")]
    public void A_slip_is_answered_with_what_was_meant(string sentence, params string[] args)
    {
        CommandRun run = CommandRun.Of(args);

        run.ExitCode.ShouldBe(64);
        run.Errors.Split(Environment.NewLine)[0].ShouldBe(sentence);
    }

    [Fact]
    public void A_path_alone_is_a_check()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv", "Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\n");

        CommandRun.Of(list, "--out", folder.Of("out"), "--format", "json", "--as-of", "2026-11-22").ExitCode.ShouldBe(1);
        CommandRun.Of(folder.Of("nope.csv"), "--out", folder.Of("out")).Output.ShouldContain("nope.csv not found");
    }

    [Theory]
    [InlineData("bom", "BOM", "bom")]
    [InlineData("chekc", "check scenario", "check")]
    [InlineData("ab", "cd", null)]
    [InlineData("explain", "export", null)]
    public void Only_a_word_that_is_near_is_suggested(string word, string known, string? expected) =>
        NearestWord.To(word, known.Split(' '))?.ToLowerInvariant().ShouldBe(expected);
}
