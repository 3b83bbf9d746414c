using System.Text;

namespace SourcingCompliance.Cli.Commands.Completions;

/// <summary>Writes the completion of bash. It needs bash 3.2 and nothing else, and leaves files to the shell.</summary>
internal static class BashScript
{
    /// <summary>The script.</summary>
    public static string Format(CompletedVerb program)
    {
        var script = new StringBuilder();
        CompletedVerb[] verbs = [.. program.All];
        script.Append("""
            _sourcing() {
              local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" verb="" i
              COMPREPLY=()
              # "=" is a word of its own in bash: --format=json is three.
              if [ "$cur" = "=" ]; then cur=""; elif [ "$prev" = "=" ]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi
              for ((i = 1; i < COMP_CWORD; i++)); do
                case "$verb/${COMP_WORDS[i]}" in

            """).Append("      ").AppendJoin('|', verbs.Skip(1).Select(verb => verb.Path)).Append("""
            ) verb="$verb/${COMP_WORDS[i]}" ;;
                  /-?*) ;;
                  /*) [ -z "$verb" ] && verb=/check ;; # a path without a verb is checked
                esac
              done
              case "$verb $prev" in

            """);
        foreach (CompletedVerb verb in verbs)
        {
            foreach (CompletedOption option in verb.Options.Where(option => option.TakesValue))
            {
                string words = string.Join(' ', option.Values);
                string act = option.Values.IsEmpty ? "" : option.IsList
                    ? $"""case "$cur" in *,*) COMPREPLY=($(compgen -P "$"""
                        + $$"""{cur%,*}," -W "{{words}}" -- "${cur##*,}")) ;; *) COMPREPLY=($(compgen -W "{{words}}" -- "$cur")) ;; esac; """
                    : $"""COMPREPLY=($(compgen -W "{words}" -- "$cur")); """;
                script.Append("    ").AppendJoin('|', option.Names.Select(name => $"\"{verb.Path} {name}\"")).Append(") ").Append(act).Append("return ;;\n");
            }
        }

        script.Append("  esac\n  case \"$verb\" in\n");
        foreach (CompletedVerb verb in verbs)
        {
            string name = verb.Path.Length == 0 ? "\"\"" : verb.Path;
            string options = string.Join(' ', verb.Options.SelectMany(option => option.Names));
            string others = string.Join(' ', verb.Verbs.Select(below => below.Name).Concat(verb.Values));
            script.Append("    ").Append(name).Append(") case \"$cur\" in -*) COMPREPLY=($(compgen -W \"").Append(options)
                .Append("\" -- \"$cur\")) ;; *) COMPREPLY=($(compgen -W \"")
                .Append(others).Append("\" -- \"$cur\")) ;; esac ;;\n");
        }

        return script.Append("  esac\n}\ncomplete -o default -F _sourcing sourcing\n").ToString().ReplaceLineEndings("\n");
    }
}
