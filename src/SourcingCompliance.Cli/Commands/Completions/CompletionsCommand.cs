using System.CommandLine;
using System.Diagnostics;
using SourcingCompliance.Cli.Display;

namespace SourcingCompliance.Cli.Commands.Completions;

/// <summary><c>sourcing completions</c>: prints a script that makes a shell complete verbs, options and values. The script starts no program.</summary>
internal static class CompletionsCommand
{
    /// <summary>The verb.</summary>
    /// <param name="output">Receives the script.</param>
    /// <param name="program">Gives the whole command.</param>
    public static Command Create(TextWriter output, Func<RootCommand> program)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completions", "Print a script that lets a shell complete verbs, options, and their values.") { shell };
        command.SetAction(parsed =>
        {
            var verbs = CompletedVerb.From(program());
            ConsoleWriter.GetRaw(output).Write(parsed.GetValue(shell) switch
            {
                "bash" => BashScript.Format(verbs),
                "zsh" => ZshScript.Format(verbs),
                "fish" => FishScript.Format(verbs),
                "pwsh" => PowerShellScript.Format(verbs),
                _ => throw new UnreachableException(),
            });
            return 0;
        });
        return command;
    }
}
