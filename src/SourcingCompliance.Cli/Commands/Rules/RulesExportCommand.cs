using System.CommandLine;
using System.CommandLine.Completions;
using SourcingCompliance.Cli.Commands.Completions;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Rules;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules export</c>: a pack in the form of another rules engine.</summary>
internal static class RulesExportCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var id = new Argument<string>("PACK")
        {
            Description = "Id of the pack.",
            CompletionSources = { _ => ShippedIds.Packs.Select(id => new CompletionItem(id)) },
        };
        var format = new Option<string>("--format")
        {
            Description = "rulesengine: workflows of the library RulesEngine.",
            DefaultValueFactory = _ => "rulesengine"
        };
        format.AcceptOnlyFromAmong("rulesengine");
        Option<string[]> own = RulesCommand.OwnFolders();
        var command = new Command("export", "Print a pack as workflows of the library RulesEngine, one for each period.") { id, format, own };
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            string wanted = parsed.GetValue(id) ?? "";
            LoadedPack? loaded = RulesCommand.Load(parsed.GetValue(own) ?? [], diagnostics).Pack(wanted);
            DiagnosticText.Show(errors, diagnostics.Items);
            if (loaded is null)
            {
                errors.WriteLine($"Unknown pack '{wanted}'. 'sourcing rules list' shows them all.");
                return ExitCodes.Configuration;
            }

            ConsoleWriter.WriteJson(output, ExplainCommand.GetText(stream => RulesEngineWriter.Write(loaded.Pack, stream)));
            errors.WriteLine("Each rule stands there as established and as excluded; where neither matches, the answer is unknown.");
            return diagnostics.HasErrors ? ExitCodes.Configuration : ExitCodes.Clean;
        });
        return command;
    }
}
