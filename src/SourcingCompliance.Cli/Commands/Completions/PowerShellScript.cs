using System.Text;

namespace SourcingCompliance.Cli.Commands.Completions;

/// <summary>Writes the completion of PowerShell 5.1 and later.</summary>
internal static class PowerShellScript
{
    /// <summary>The script.</summary>
    public static string Format(CompletedVerb program)
    {
        var script =
            new StringBuilder("Register-ArgumentCompleter -Native -CommandName sourcing -ScriptBlock {\n  param($word, $line, $position)\n  $verbs = @{\n");
        foreach (CompletedVerb verb in program.All)
        {
            script.Append("    '").Append(verb.Path).Append("' = @(")
                .AppendJoin(", ", verb.Verbs.Select(below => $"'{below.Name}'").Concat(verb.Values.Select(value => $"'{value}'"))).Append(")\n");
        }

        script.Append("  }\n  $options = @{\n");
        foreach (CompletedVerb verb in program.All)
        {
            script.Append("    '").Append(verb.Path).Append("' = @(")
                .AppendJoin(", ", verb.Options.SelectMany(option => option.Names).Select(name => $"'{name}'")).Append(")\n");
        }

        script.Append("  }\n  $values = @{\n");
        foreach (CompletedVerb verb in program.All)
        {
            foreach (CompletedOption option in verb.Options.Where(option => option.TakesValue))
            {
                foreach (string name in option.Names)
                {
                    script.Append("    '").Append(verb.Path).Append(' ').Append(name).Append("' = @(")
                        .AppendJoin(", ", option.Values.Select(value => $"'{value}'")).Append(")\n");
                }
            }
        }

        return script.Append("""
              }
              $verb = ''; $previous = ''
              foreach ($element in @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position })) {
                $previous = $element.ToString()
                if ($verbs.ContainsKey("$verb/$previous")) { $verb = "$verb/$previous" }
                elseif (-not $verb -and $previous -notlike '-?*') { $verb = '/check' } # a path without a verb is checked
              }
              $begin = ''
              # --format=json: what comes before "=" is the option. After a comma PowerShell hands over only the last value.
              if (($line.ToString() + ' ' * $position).Substring(0, $position) -match '(?:^|\s)(--[^=\s]+)=\S*$') {
                $previous = $Matches[1]
                if ($word.StartsWith("$previous=")) { $begin = "$previous="; $word = $word.Substring($begin.Length) }
              }
              if ($values.ContainsKey("$verb $previous")) {
                $offered = $values["$verb $previous"]
                if ($word -match '^(.*,)([^,]*)$') { $begin += $Matches[1]; $word = $Matches[2] }
              }
              elseif ($word -like '-*') { $offered = $options[$verb] }
              else { $offered = $verbs[$verb] }
              $offered | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new("$begin$_", $_, 'ParameterValue', $_) }
            }

            """).ToString().ReplaceLineEndings("\n");
    }
}
