namespace SourcingCompliance.Cli.Shipping;

public sealed class CompletionsTests
{
    // A terminal of zsh: what is typed, then the tab, then a key that prints the line as it is now.
    private const string ZshTerminal = """
        zmodload zsh/zpty
        zpty z 'env TERM=dumb zsh -f -i'
        zpty -w z 'PS1=""; autoload -U compinit; compinit -u -D; source '$1'; show() { print -r -- "<""<$BUFFER>"">"; BUFFER=""; zle accept-line }; zle -N show; bindkey "^X" show; bindkey "^I" complete-word'
        for typed in "${@[2,-1]}"; do
          zpty -w -n z "$typed"$'\t\x18'
          zpty -r z out $'*<<*>>*'
          print -r -- "${${out##*<<}%%>>*}"
        done
        zpty -d z
        """;

    // The line as it is after the tab: an offer replaces only what the shell says.
    private const string PowerShellTerminal = """
        . $args[0]
        foreach ($line in $args[1..($args.Length - 1)]) {
          $offered = TabExpansion2 $line $line.Length
          $before = $line.Substring(0, $offered.ReplacementIndex)
          ($offered.CompletionMatches | ForEach-Object { $before + $_.CompletionText }) -join ' | '
        }
        """;

    public static TheoryData<string, string> BashLines => new()
    {
        { "sourcing mer", "merge" },
        { "sourcing rules ver", "verify" },
        { "sourcing rules show SC100", "SC1001 SC1002 SC1003 SC1004 SC1005 SC1006" },
        { "sourcing rules explain SC9208", "SC9208" },
        { "sourcing config sh", "show" },
        { "sourcing check --fail-on", "--fail-on" },
        { "sourcing check --fail-on vio", "violation" },
        { "sourcing check a.csv --lines f", "findings" },
        { "sourcing check --format json,sarif-s", "json,sarif-strict" },
        { "sourcing check --format = htm", "html" },
        { "sourcing check --pack usc-10-4872", "usc-10-4872" },
        { "sourcing completions p", "pwsh" },
        { "sourcing rules list --hel", "--help" },
        { "sourcing bom.xlsx --fo", "--format" },
        { "sourcing a/b.csv --fail-on vio", "violation" },
        { "sourcing - --format json,sarif-s", "json,sarif-strict" },
        { "sourcing --vers", "--version" },
        { "sourcing check bo", "" },
        { "sourcing check --contract c", "" },
    };

    [Theory]
    [MemberData(nameof(BashLines))]
    public void Bash_completes_verbs_options_and_values(string line, string expected)
    {
        if (Shell.IsThere)
        {
            Complete(CommandRun.Of("completions", "bash").Output, line).ShouldBe(expected);
        }
    }

    [ShellFact("zsh")]
    public void Zsh_completes_verbs_options_and_values()
    {
        using var folder = new TemporaryFolder();
        string script = folder.Write("_sourcing", CommandRun.Of("completions", "zsh").Output);
        string terminal = folder.Write("terminal.zsh", ZshTerminal);
        string[] typed = ["sourcing che", "sourcing rules ver", "sourcing check --fail-on vio", "sourcing check --format json,sarif-s",
            "sourcing check --fail-o", "sourcing completions fi", "sourcing check --format=htm", "sourcing bom.xlsx --shar", "sourcing - --fail-on vio"];

        (_, string output) = Shell.Run($"zsh -f '{terminal}' '{script}' {string.Join(' ', typed.Select(line => $"'{line}'"))}");

        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd()).ShouldBe(
            ["sourcing check", "sourcing rules verify", "sourcing check --fail-on violation", "sourcing check --format json,sarif-strict",
                "sourcing check --fail-on", "sourcing completions fish", "sourcing check --format=html",
                "sourcing bom.xlsx --shard", "sourcing - --fail-on violation"]);
    }

    [ShellFact("fish")]
    public void Fish_completes_verbs_options_and_values()
    {
        using var folder = new TemporaryFolder();
        string script = folder.Write("sourcing.fish", CommandRun.Of("completions", "fish").Output);

        string[] Offered(string line)
        {
            (int code, string output) = Shell.Run($"fish --no-config -c 'source {script}; complete -C \"{line}\"'");
            code.ShouldBe(0, output);
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(offer => offer.Split('\t')[0])];
        }

        Offered("sourcing mer").ShouldBe(["merge"]);
        Offered("sourcing rules ver").ShouldBe(["verify"]);
        Offered("sourcing check --fail-on ").ShouldBe(["none", "open", "suspect", "violation"]);
        Offered("sourcing check --format json,sarif-s").ShouldBe(["json,sarif-strict"]);
        Offered("sourcing check --fail-o").ShouldBe(["--fail-on"]);
        Offered("sourcing completions fi").ShouldBe(["fish"]);
        Offered("sourcing bom.xlsx --fo").ShouldBe(["--format"]);
        Offered("sourcing - --fail-on vio").ShouldBe(["violation"]);
    }

    [ShellFact("pwsh")]
    public void PowerShell_completes_verbs_options_and_values()
    {
        using var folder = new TemporaryFolder();
        string script = folder.Write("sourcing.ps1", CommandRun.Of("completions", "pwsh").Output);
        string driver = folder.Write("driver.ps1", PowerShellTerminal);
        (string Typed, string Completed)[] lines =
        [
            ("sourcing mer", "sourcing merge"),
            ("sourcing rules ver", "sourcing rules verify"),
            ("sourcing check --fail-on vio", "sourcing check --fail-on violation"),
            ("sourcing check --format json,sarif-s", "sourcing check --format json,sarif-strict"),
            ("sourcing check --format=htm", "sourcing check --format=html"),
            ("sourcing check --format=json,sarif-s", "sourcing check --format=json,sarif-strict"),
            ("sourcing bom.xlsx --fo", "sourcing bom.xlsx --format"),
            ("sourcing - --fail-on vio", "sourcing - --fail-on violation"),
        ];

        (_, string output) = Shell.Run($"pwsh -NoProfile -File '{driver}' '{script}' {string.Join(' ', lines.Select(line => $"'{line.Typed}'"))}");

        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd()).ShouldBe(lines.Select(line => line.Completed));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Every_script_knows_every_verb_and_option(string shell)
    {
        string script = CommandRun.Of("completions", shell).Output;
        var program = Commands.Completions.CompletedVerb.From(SourcingCommand.Create(TextWriter.Null, TextWriter.Null, TimeProvider.System));

        foreach (Commands.Completions.CompletedVerb verb in program.All)
        {
            script.ShouldContain(verb.Path);
            foreach (string name in verb.Options.SelectMany(option => option.Names))
            {
                script.ShouldContain(shell == "fish" ? name.Replace("--", "-l ", StringComparison.Ordinal)
                    .Replace("-q", "-s q", StringComparison.Ordinal) : name);
            }
        }
    }

    [Fact]
    public void Another_shell_is_a_usage_error() => CommandRun.Of("completions", "cmd").ExitCode.ShouldBe(64);

    [Theory]
    [InlineData("check")]
    [InlineData("merge")]
    [InlineData("map")]
    public void The_help_of_a_verb_ends_with_command_lines_to_copy(string verb)
    {
        CommandRun run = CommandRun.Of(verb, "--help");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("Examples:");
        run.Output.ShouldContain($"sourcing {verb} ");
    }

    private static string Complete(string script, string line)
    {
        string words = string.Join(' ', line.Split(' ').Select(word => $"'{word}'"));
        (_, string output) = Shell.Run($"{script}\nCOMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _sourcing; echo \"${{COMPREPLY[*]}}\"");
        return output.Trim();
    }
}
