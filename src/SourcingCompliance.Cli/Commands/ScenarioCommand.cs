using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Reports.Scenarios;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing scenario</c>: the same lists under each period of the law, and under bills that are not law.</summary>
internal static class ScenarioCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new CheckOptions();
        var configuration = new ConfigurationOptions();
        var format = new Option<string>("--format") { Description = "table, json or markdown.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "markdown");
        var command = new Command("scenario", "Compare the verdicts under each period of the law and under drafts; until when each line may be delivered.")
        {
            options.Paths, options.Contract, options.Delivery, options.AsOf, options.FailOn, options.Rules, options.Map, format,
            configuration.Config, configuration.NoConfig, configuration.Evidence, configuration.NoEvidence,
        };
        command.SetAction((parsed, cancellation) =>
        {
            // The configuration and the evidence too, so that each period is decided as a check decides it.
            CheckFlags flags = configuration.Read(parsed, options, parsed.GetValue(options.Paths) ?? []);
            CheckJob job = SettingsFinder.Find(flags, ConfigurationOptions.Today(time)).Job;
            ScenarioReport report = ScenarioRunner.Run(job with { Waivers = null, Baseline = null }, cancellation);
            DiagnosticText.Show(errors, report.Diagnostics);
            string form = parsed.GetValue(format) ?? "table";
            if (form == "json")
            {
                ConsoleWriter.WriteJson(output, ExplainCommand.GetText(stream => ScenarioJsonWriter.Write(report, stream)));
            }
            else
            {
                new ScenarioText(output, form == "markdown").Show(report);
            }

            return Task.FromResult(report.ExitCode);
        });
        return command;
    }
}
