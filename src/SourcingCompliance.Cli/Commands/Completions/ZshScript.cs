using System.Text;

namespace SourcingCompliance.Cli.Commands.Completions;

/// <summary>Writes the completion of zsh: a file for <c>$fpath</c> that can be sourced as well.</summary>
internal static class ZshScript
{
    /// <summary>The script.</summary>
    public static string Format(CompletedVerb program)
    {
        var script = new StringBuilder();
        CompletedVerb[] verbs = [.. program.All];
        script.Append("""
            #compdef sourcing
            _sourcing() {
              local cur="${words[CURRENT]}" prev="${words[CURRENT-1]}" verb="" i
              local -a offered
              for ((i = 2; i < CURRENT; i++)); do
                case "$verb/${words[i]}" in

            """).Append("      (").AppendJoin('|', verbs.Skip(1).Select(verb => verb.Path)).Append("""
            ) verb="$verb/${words[i]}" ;;
                  (/-?*) ;;
                  (/*) [[ -z "$verb" ]] && verb=/check ;; # a path without a verb is checked
                esac
              done
              if [[ "$cur" == --*=* ]]; then prev="${cur%%=*}"; compset -P '*='; fi
              case "$verb $prev" in

            """);
        foreach (CompletedVerb verb in verbs)
        {
            foreach (CompletedOption option in verb.Options.Where(option => option.TakesValue))
            {
                string act = option.TakesFile ? "_files" : option.Values.IsEmpty ? ":"
                    : (option.IsList ? "compset -P '*,'; " : "") + $"compadd -- {string.Join(' ', option.Values)}";
                script.Append("    (").AppendJoin('|', option.Names.Select(name => $"'{verb.Path} {name}'")).Append(") ").Append(act).Append("; return ;;\n");
            }
        }

        script.Append("  esac\n  case \"$verb\" in\n");
        foreach (CompletedVerb verb in verbs)
        {
            string name = verb.Path.Length == 0 ? "''" : verb.Path;
            script.Append("    (").Append(name).Append(")\n      if [[ \"$cur\" == -* ]]; then\n        offered=(")
                .AppendJoin(' ', verb.Options.SelectMany(option => option.Names.Select(each => Described(each, option.Description))))
                .Append(")\n        _describe -o option offered\n      else\n");
            if (!verb.Verbs.IsEmpty)
            {
                script.Append("        offered=(").AppendJoin(' ', verb.Verbs.Select(below => Described(below.Name, below.Description)))
                    .Append(")\n        _describe verb offered\n");
            }

            if (!verb.Values.IsEmpty)
            {
                script.Append("        compadd -- ").AppendJoin(' ', verb.Values).Append('\n');
            }

            // A path alone is checked, so the program itself takes files too.
            script.Append(verb.TakesFiles || verb.Path.Length == 0 ? "        _files\n" : verb.Verbs.IsEmpty && verb.Values.IsEmpty ? "        :\n" : "")
                .Append("      fi ;;\n");
        }

        return script.Append("""
              esac
            }
            if [ "$funcstack[1]" = "_sourcing" ]; then
              _sourcing "$@"
            else
              (( $+functions[compdef] )) || { autoload -U compinit && compinit }
              compdef _sourcing sourcing
            fi

            """).ToString().ReplaceLineEndings("\n");
    }

    private static string Described(string word, string description) =>
        $"'{word}:{description.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
