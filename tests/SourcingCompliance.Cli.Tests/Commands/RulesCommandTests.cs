namespace SourcingCompliance.Cli.Commands;

public sealed class RulesCommandTests
{
    private const string Clause = "dfars-252.225-7052";

    [Fact]
    public void List_shows_every_pack_with_its_standing()
    {
        CommandRun run = CommandRun.Of("rules", "list");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldStartWith($"{Clause} [active]");
        run.Output.ShouldContain("re-verify by 2026-12-31; certainty A");
        run.Output.ShouldContain("draft-hr-9073 [DRAFT]");
        run.Output.ShouldContain("SC1003 Tantalum metal or alloy made in a covered country");
    }

    [Fact]
    public void Show_prints_versions_conditions_and_citations()
    {
        CommandRun run = CommandRun.Of("rules", "show", "SC1003");

        run.Output.ShouldContain("2024-05-30 through 2026-12-31: 252.225-7052(b)(1)(i), (b)(4)(i)");
        run.Output.ShouldContain("when material.id == \"tantalum\" && coveredCountries.Contains(stage.country)");
    }

    [Fact]
    public void Show_prints_the_definitions_of_a_pack() => CommandRun.Of("rules", "show", Clause).Output.ShouldContain("CN People's Republic of China");

    [Fact]
    public void Show_prints_the_questions_of_missing_evidence() => CommandRun.Of("rules", "show", "SC3001").Output.ShouldContain("stage-origin:");

    [Fact]
    public void Explain_prints_the_guidance_and_the_interpretation_that_it_rests_on()
    {
        CommandRun run = CommandRun.Of("rules", "explain", "SC1020");

        string[] lines = run.Output.Split('\n', StringSplitOptions.TrimEntries);
        lines.ShouldContain("## What to do");
        lines.ShouldContain("## I-14 Suspicion");
        run.Output.ShouldNotContain("## I-13");
        run.Output.ShouldNotContain('↵');
    }

    [Theory]
    [InlineData("show", "rule or pack")]
    [InlineData("explain", "rule, pack, or diagnostic")]
    public void A_rule_that_is_not_there_gives_exit_code_4(string verb, string kinds)
    {
        CommandRun run = CommandRun.Of("rules", verb, "SC1999");

        run.ExitCode.ShouldBe(4);
        run.Errors.ShouldContain($"Unknown {kinds} 'SC1999'");
    }

    [Theory]
    [InlineData("SC9208")]
    [InlineData("wvr-expired")]
    [InlineData("SC9905")]
    public void Explain_tells_the_cause_and_the_remedy_of_a_diagnostic_within_80_columns(string id)
    {
        CommandRun run = CommandRun.Of("rules", "explain", id);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldStartWith(id.ToUpperInvariant() + ": ");
        run.Output.ShouldContain("  Cause:  ");
        run.Output.ShouldContain("  Remedy: ");
        run.Output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void A_misspelled_pack_is_answered_with_the_one_that_is_meant() =>
        CommandRun.Of("rules", "show", "dfars-252.225-7502").Errors.ShouldContain($"Did you mean '{Clause}'?");

    [Fact]
    public void The_shipped_rules_verify_and_their_cases_pass()
    {
        CommandRun verify = CommandRun.Of("rules", "verify", "--as-of", "2026-11-22");
        CommandRun test = CommandRun.Of("rules", "test");

        verify.ExitCode.ShouldBe(0, verify.Errors);
        verify.Output.ShouldContain($"sound  {Clause}");
        verify.Output.ShouldContain("sound  vocabulary");
        test.ExitCode.ShouldBe(0, test.Errors);
        test.Output.ShouldMatch(@"^\d{4,} passed, 0 failed");
    }

    [Fact]
    public void A_wrong_verdict_in_a_matrix_is_counted_and_gives_exit_code_4()
    {
        using TemporaryFolder folder = CopyOfRules();
        folder.Replace($"{Clause}/matrix.cases.json", "\"through2026\": \"open\"", "\"through2026\": \"pass\"");

        CommandRun run = CommandRun.Of("rules", "test", "--rules", folder.Path);

        run.ExitCode.ShouldBe(4);
        run.Output.ShouldContain(" 1 failed");
        run.Errors.ShouldContain("came out Open; Pass was expected");
    }

    [Fact]
    public void A_folder_that_is_not_there_gives_exit_code_4()
    {
        CommandRun.Of("rules", "verify", "--rules", "no/such/rules").ExitCode.ShouldBe(4);
        CommandRun.Of("rules", "diff", "shipped", "no/such/rules").ExitCode.ShouldBe(4);
    }

    [Fact]
    public void A_new_rule_runs_and_verifies_when_its_text_is_written()
    {
        using var folder = new TemporaryFolder();

        CommandRun made = CommandRun.Of("rules", "new", "company-policy", "no-bonded", "--rules", folder.Path);
        CommandRun unfinished = CommandRun.Of("rules", "verify", "--rules", folder.Path, "--as-of", "2026-11-22");
        foreach (string page in Directory.GetFiles(folder.Path, "*.md", SearchOption.AllDirectories))
        {
            File.WriteAllText(page, "# Policy\n");
        }

        CommandRun finished = CommandRun.Of("rules", "verify", "--rules", folder.Path, "--as-of", "2026-11-22");

        made.ExitCode.ShouldBe(0, made.Errors);
        made.Output.ShouldContain("SC1900");
        unfinished.ExitCode.ShouldBe(4);
        unfinished.Output.ShouldContain("BROKEN company-policy: 3 passed, 0 failed");
        finished.ExitCode.ShouldBe(0, finished.Errors);
    }

    [Fact]
    public void A_rule_that_is_there_is_not_written_over_and_another_gets_the_next_id()
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of("rules", "new", "policy", "no-bonded", "--rules", folder.Path);

        CommandRun.Of("rules", "new", "policy", "no-bonded", "--rules", folder.Path).ExitCode.ShouldBe(4);
        CommandRun.Of("rules", "new", "policy", "bonded", "--rules", folder.Path).Output.ShouldContain("SC1901");
    }

    [Fact]
    public void A_new_workflow_is_sound_at_once_and_is_not_written_over()
    {
        using var folder = new TemporaryFolder();

        CommandRun made = CommandRun.Of("rules", "new", "--workflow", "approved-makers", "--rules", folder.Path);
        CommandRun verified = CommandRun.Of("rules", "verify", "--rules", folder.Path, "--as-of", "2026-11-22");

        made.ExitCode.ShouldBe(0, made.Errors);
        verified.ExitCode.ShouldBe(0, verified.Errors);
        verified.Output.ShouldContain("sound  policies approved-makers: 3 passed, 0 failed");
        CommandRun.Of("rules", "new", "--workflow", "approved-makers", "--rules", folder.Path).ExitCode.ShouldBe(4);
        CommandRun.Of("rules", "new", "pack", "--workflow", "other", "--rules", folder.Path).ExitCode.ShouldBe(64);
        CommandRun.Of("rules", "new", "pack").ExitCode.ShouldBe(64);
    }

    [Theory]
    [InlineData("Company Policy", "x")]
    [InlineData("../evil", "x")]
    [InlineData("policy", "a/b")]
    public void A_name_that_cannot_be_a_folder_gives_exit_code_64(string pack, string name) => CommandRun.Of("rules", "new", pack, name).ExitCode.ShouldBe(64);

    [Fact]
    public void Diff_tells_values_dates_and_versions_in_words_and_once()
    {
        using TemporaryFolder folder = CopyOfRules();
        folder.Replace($"{Clause}/definitions/covered-countries.json", "        { \"country\": \"RU\", \"name\": \"Russian Federation\" },\n", "");
        folder.Replace($"{Clause}/restrictions/SC1003-tantalum.json", "\"from\": \"2027-01-01\"", "\"from\": \"2028-01-01\"");
        folder.Replace($"{Clause}/restrictions/SC1003-tantalum.json", "\"to\": \"2026-12-31\"", "\"to\": \"2027-12-31\"");

        CommandRun run = CommandRun.Of("rules", "diff", "shipped", folder.Path);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("covered-countries, period from 2019-04-30: RU is removed: Russian Federation.");
        run.Output.ShouldContain("SC1003: version from 2028-01-01 is added");
        run.Output.ShouldEndWith("4 changes." + Environment.NewLine);
    }

    [Fact]
    public void Diff_and_show_say_what_an_advisory_says_in_each_period()
    {
        const string ban = "china-export-controls/restrictions/SC1212-gallium-germanium-antimony.json";
        using TemporaryFolder folder = CopyOfRules();
        folder.Replace(ban, "lapsed unless renewed\"", "was renewed\"");
        folder.Replace(ban, "a renewal was not seen", "it was renewed");

        CommandRun diff = CommandRun.Of("rules", "diff", "shipped", folder.Path);
        CommandRun shown = CommandRun.Of("rules", "show", "SC1212");

        diff.Output.ShouldContain("lapsed unless renewed\"; is now:");
        diff.Output.ShouldContain("it was renewed");
        diff.Output.ShouldEndWith("3 changes." + Environment.NewLine);
        shown.Output.ShouldContain("    China bars gallium, germanium, antimony to US military users; suspension of the wider ban lapsed unless renewed");
        shown.Output.ShouldContain("not found does not mean that it did not happen; secondary source");
    }

    [Fact]
    public void Diff_of_the_same_rules_is_empty() =>
        CommandRun.Of("rules", "diff", "shipped", Repository.PathOf("rules")).Output.ShouldBe("Nothing changed." + Environment.NewLine);

    private static TemporaryFolder CopyOfRules()
    {
        var folder = new TemporaryFolder();
        string source = Repository.PathOf("rules");
        foreach (string path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            folder.Write(Path.GetRelativePath(source, path), File.ReadAllText(path));
        }

        return folder;
    }
}
