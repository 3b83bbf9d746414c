using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules explain</c>: a rule's guidance and interpretations.</summary>
internal static class RulesExplainCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var id = new Argument<string>("ID") { Description = "Id of a rule (SC1003) or of a pack." };
        Option<string[]> own = RulesCommand.OwnFolders();
        var command = new Command("explain", "Explain a rule: its guidance and the interpretations that it rests on.") { id, own };
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            PackLibrary library = RulesCommand.Load(parsed.GetValue(own) ?? [], diagnostics);
            DiagnosticText.Show(errors, diagnostics.Items);
            string wanted = parsed.GetValue(id) ?? "";
            if (!new RulesText(output).Explain(library, wanted))
            {
                errors.WriteLine($"There is no rule or pack '{wanted}'. 'sourcing rules list' shows them all.");
                return ExitCodes.Configuration;
            }

            return diagnostics.HasErrors ? ExitCodes.Configuration : ExitCodes.Clean;
        });
        return command;
    }
}
