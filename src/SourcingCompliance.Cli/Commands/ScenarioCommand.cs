using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Reports.Scenarios;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing scenario</c>: the same lists under each period of the law, and under bills that are not law.</summary>
internal static class ScenarioCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new CheckOptions();
        var format = new Option<string>("--format") { Description = "table, json or markdown.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "markdown");
        var command = new Command("scenario", "Compare the verdicts under each period of the law and under drafts; until when each line may be delivered.")
        {
            options.Paths, options.Contract, options.Delivery, options.AsOf, options.FailOn, options.Rules, options.Map, format,
        };
        command.SetAction((parsed, cancellation) =>
        {
            ScenarioReport report = ScenarioRunner.Run(new CheckJob
            {
                Paths = [.. parsed.GetValue(options.Paths) ?? []],
                AsOf = parsed.GetValue(options.AsOf) ?? ConfigurationOptions.Today(time),
                Delivery = parsed.GetValue(options.Delivery),
                ContractPath = parsed.GetValue(options.Contract),
                Gate = CheckOptions.GetGate(parsed.GetValue(options.FailOn) ?? ""),
                RuleFolders = [.. parsed.GetValue(options.Rules) ?? []],
                ProfilePaths = [.. parsed.GetValue(options.Map) ?? []],
            }, cancellation);
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
