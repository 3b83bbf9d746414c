using System.CommandLine;
using SourcingCompliance.Cli.Display;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing completions</c>: prints a script that makes a shell complete verbs and options. The script starts no program.</summary>
internal static class CompletionsCommand
{
    /// <summary>The verb.</summary>
    /// <param name="output">Receives the script.</param>
    /// <param name="verbs">Gives all verbs of the command.</param>
    public static Command Create(TextWriter output, Func<IEnumerable<Command>> verbs)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completions", "Print a script that lets a shell complete verbs and options.") { shell };
        command.SetAction(parsed =>
        {
            ConsoleWriter.RawOf(output).Write(ScriptOf(parsed.GetValue(shell) ?? "", [.. verbs()]));
            return 0;
        });
        return command;
    }

    private static string ScriptOf(string shell, Command[] verbs) => shell switch
    {
        "bash" => Bash(verbs),
        // zsh runs the script for bash once it is told to.
        "zsh" => "autoload -U +X bashcompinit && bashcompinit\n" + Bash(verbs),
        "fish" => Fish(verbs),
        _ => PowerShell(verbs),
    };

    private static string Bash(Command[] verbs) => $$"""
        _sourcing() {
          local word="${COMP_WORDS[COMP_CWORD]}"
          COMPREPLY=()
          if [ "$COMP_CWORD" -eq 1 ]; then
            COMPREPLY=($(compgen -W "{{string.Join(' ', verbs.Select(verb => verb.Name))}}" -- "$word"))
            return
          fi
          case "$word" in -*) ;; *) return ;; esac
          case "${COMP_WORDS[1]}" in
        {{string.Join('\n', verbs.Select(verb => $"    {verb.Name}) COMPREPLY=($(compgen -W \"{string.Join(' ', WordsOf(verb))}\" -- \"$word\")) ;;"))}}
          esac
        }
        complete -o default -F _sourcing sourcing

        """.ReplaceLineEndings("\n");

    private static string Fish(Command[] verbs) => string.Concat(verbs.Select(verb =>
        $"complete -c sourcing -n __fish_use_subcommand -a {verb.Name} -d '{Quoted(verb.Description)}'\n"
        + string.Concat(OptionsOf(verb).Select(option => $"complete -c sourcing -n '__fish_seen_subcommand_from {verb.Name}' -l {option.Name[2..]} -d '{Quoted(option.Description)}'\n"))));

    private static string PowerShell(Command[] verbs) => $$"""
        Register-ArgumentCompleter -Native -CommandName sourcing -ScriptBlock {
          param($word, $line, $position)
          $words = @{
        {{string.Join('\n', verbs.Select(verb => $"    '{verb.Name}' = @({string.Join(", ", WordsOf(verb).Select(word => $"'{word}'"))})"))}}
          }
          $verb = if ($line.CommandElements.Count -gt 1) { $line.CommandElements[1].ToString() } else { '' }
          $offered = if ($words.ContainsKey($verb)) { $words[$verb] } else { $words.Keys | Sort-Object }
          $offered | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }

        """.ReplaceLineEndings("\n");

    // A verb of several, such as "config show", offers these beside its options.
    private static IEnumerable<string> WordsOf(Command verb) => verb.Subcommands.Select(below => below.Name).Concat(OptionsOf(verb).Select(option => option.Name));

    private static IEnumerable<Option> OptionsOf(Command verb) => verb.Options.Concat(verb.Subcommands.SelectMany(below => below.Options))
        .Where(option => option.Name.StartsWith("--", StringComparison.Ordinal)).DistinctBy(option => option.Name, StringComparer.Ordinal);

    private static string Quoted(string? text) => (text ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
