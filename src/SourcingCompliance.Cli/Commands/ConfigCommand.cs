using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Configuration;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing config show</c>: every effective setting and where it comes from.</summary>
internal static class ConfigCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var command = new Command("config", "Show the settings a check would use.");
        command.Subcommands.Add(CreateShow(output, errors, time));
        return command;
    }

    private static Command CreateShow(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "The file or folder to be checked. The default is the current folder.",
            DefaultValueFactory = _ => "."
        };
        var options = new CheckOptions();
        var configuration = new ConfigurationOptions();
        Option<string> format = new Option<string>("--format")
        {
            Description = "table or json.",
            DefaultValueFactory = _ => "table"
        }.AcceptOnlyFromAmong("table", "json");
        var command = new Command("show", "Show every setting of a check and where it comes from: a flag, a file, the default.")
        {
            path, format, options.Contract, options.Delivery, options.AsOf, options.Out, options.Lines, options.Explain,
            options.CountNotInstalled, options.FailOn, options.Rules, options.Pack, options.Map,
        };
        configuration.AddTo(command);
        command.SetAction(parsed =>
        {
            CheckFlags flags = configuration.Read(parsed, options, [parsed.GetValue(path) ?? "."]);
            EffectiveSettings settings = SettingsFinder.Find(flags, ConfigurationOptions.Today(time));
            if (parsed.GetValue(format) == "json")
            {
                ConsoleWriter.WriteJson(output, SettingsWriter.Json(settings));
            }
            else
            {
                output.Write(SettingsWriter.Table(settings));
            }

            return Tell([.. settings.Job.Problems], errors);
        });
        return command;
    }

    // Exit code 4 for a configuration that a check would refuse.
    private static int Tell(IReadOnlyList<Diagnostic> problems, TextWriter errors)
    {
        foreach (Diagnostic problem in problems)
        {
            errors.WriteLine($"{(problem.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {problem.Id} {problem}");
        }

        return problems.Any(problem => problem.Severity == DiagnosticSeverity.Error) ? ExitCodes.Configuration : ExitCodes.Clean;
    }
}
