namespace SourcingCompliance.Cli.Shipping;

public sealed class CompletionsTests
{
    [Fact]
    public void Bash_offers_verbs_and_the_options_of_a_verb()
    {
        if (!Shell.IsThere)
        {
            return;
        }

        string script = CommandRun.Of("completions", "bash").Output;

        Complete(script, "sourcing mer").ShouldBe("merge");
        Complete(script, "sourcing check --fail").ShouldBe("--fail-on");
        Complete(script, "sourcing check bo").ShouldBe("");
    }

    [Theory]
    [InlineData("zsh", "bashcompinit")]
    [InlineData("fish", "complete -c sourcing -n '__fish_seen_subcommand_from check' -l shard")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName sourcing")]
    public void Every_shell_gets_a_script_of_its_own_kind(string shell, string expected) =>
        CommandRun.Of("completions", shell).Output.ShouldContain(expected);

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
