using System.CommandLine;
using System.CommandLine.Completions;
using SourcingCompliance.Cli.Commands.Completions;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules show</c>: a rule with its versions, or a pack with its definitions.</summary>
internal static class RulesShowCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var id = new Argument<string>("ID")
        {
            Description = "Id of a rule (SC1003) or of a pack.",
            CompletionSources = { _ => ShippedIds.Packs.Concat(ShippedIds.Rules).Select(id => new CompletionItem(id)) },
        };
        Option<string[]> own = RulesCommand.OwnFolders();
        var command = new Command("show", "Show a rule with its versions and citations, or a pack with its definitions.") { id, own };
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            PackLibrary library = RulesCommand.Load(parsed.GetValue(own) ?? [], diagnostics);
            DiagnosticText.Show(errors, diagnostics.Items);
            string wanted = parsed.GetValue(id) ?? "";
            if (!new RulesText(output).Show(library, wanted))
            {
                errors.WriteLine(PackNames.NotThere(library, wanted, "rule or pack"));
                return ExitCodes.Configuration;
            }

            return diagnostics.HasErrors ? ExitCodes.Configuration : ExitCodes.Clean;
        });
        return command;
    }
}
