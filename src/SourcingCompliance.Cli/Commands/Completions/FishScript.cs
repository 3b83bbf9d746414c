using System.Text;

namespace SourcingCompliance.Cli.Commands.Completions;

/// <summary>Writes the completion of fish.</summary>
internal static class FishScript
{
    /// <summary>The script.</summary>
    public static string Format(CompletedVerb program)
    {
        var script = new StringBuilder();
        CompletedVerb[] verbs = [.. program.All];
        script.Append("""
            function __sourcing_at
              set -l verb ''
              for word in (commandline -opc)[2..-1]
                if contains -- "$verb/$word"
            """).Append(' ').AppendJoin(' ', verbs.Skip(1).Select(verb => verb.Path)).Append("""

                  set verb "$verb/$word"
                else if test -z "$verb"; and not string match -q -- '-?*' $word
                  set verb /check # a path without a verb is checked
                end
              end
              test "$verb" = "$argv[1]"
            end
            complete -c sourcing -e

            """);
        foreach (CompletedVerb verb in verbs)
        {
            string at = $"complete -c sourcing -n '__sourcing_at {(verb.Path.Length == 0 ? "\"\"" : verb.Path)}'";
            foreach (CompletedVerb below in verb.Verbs)
            {
                script.Append(at).Append(" -a ").Append(below.Name).Append(" -d '").Append(Quoted(below.Description)).Append("'\n");
            }

            if (!verb.Values.IsEmpty)
            {
                script.Append(at).Append(" -a '").AppendJoin(' ', verb.Values).Append("'\n");
            }

            // Where an argument is no file, files are not offered.
            script.Append(verb.TakesFiles || verb.Path.Length == 0 ? "" : at + " -f\n");
            foreach (CompletedOption option in verb.Options)
            {
                script.Append(at)
                    .Append(
                        string.Concat(option.Names.Select(name => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}")))
                    .Append(GetValues(option)).Append(" -d '").Append(Quoted(option.Description)).Append("'\n");
            }
        }

        return script.ToString().ReplaceLineEndings("\n");
    }

    private static string GetValues(CompletedOption option) => option switch
    {
        { TakesValue: false } => "",
        { TakesFile: true } => " -r -F",
        { Values.IsEmpty: true } => " -x",
        { IsList: true } => $" -x -a '(__fish_complete_list , \"printf %s\\\\\\n {string.Join(' ', option.Values)}\")'",
        _ => $" -x -a '{string.Join(' ', option.Values)}'",
    };

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
