using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules list</c>: every pack and rule with its standing.</summary>
internal static class RulesListCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Option<string[]> own = RulesCommand.OwnFolders();
        var command = new Command("list", "List packs and rules with status, edition, certainty and the day to verify them by.") { own };
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            new RulesText(output).List(RulesCommand.Load(parsed.GetValue(own) ?? [], diagnostics));
            DiagnosticText.Show(errors, diagnostics.Items);
            return diagnostics.HasErrors ? ExitCodes.Configuration : ExitCodes.Clean;
        });
        return command;
    }
}
