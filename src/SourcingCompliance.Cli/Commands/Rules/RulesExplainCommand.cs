using System.CommandLine;
using System.CommandLine.Completions;
using SourcingCompliance.Cli.Commands.Completions;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Guidance;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules explain</c>: a rule's guidance and interpretations, or the cause and remedy of a diagnostic.</summary>
internal static class RulesExplainCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var id = new Argument<string>("ID")
        {
            Description = "Id of a rule (SC1003), of a pack, or of a diagnostic (SC9208).",
            CompletionSources = { _ => ShippedIds.Packs.Concat(ShippedIds.Rules).Concat(DiagnosticGuide.All.Select(known => known.Id))
                .Select(id => new CompletionItem(id)) },
        };
        Option<string[]> own = RulesCommand.OwnFolders();
        var command = new Command("explain", "Explain a rule (its guidance and interpretations) or a diagnostic (its cause and remedy).") { id, own };
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetValue(id) ?? "";
            if (DiagnosticGuide.Find(wanted) is { } guidance)
            {
                Show(guidance, output);
                return ExitCodes.Clean;
            }

            var diagnostics = new DiagnosticBag();
            PackLibrary library = RulesCommand.Load(parsed.GetValue(own) ?? [], diagnostics);
            DiagnosticText.Show(errors, diagnostics.Items);
            if (!new RulesText(output).Explain(library, wanted))
            {
                errors.WriteLine(PackNames.NotThere(library, wanted, "rule, pack, or diagnostic"));
                return ExitCodes.Configuration;
            }

            return diagnostics.HasErrors ? ExitCodes.Configuration : ExitCodes.Clean;
        });
        return command;
    }

    private static void Show(DiagnosticGuidance guidance, TextWriter output)
    {
        output.WriteLine($"{guidance.Id}: {guidance.Title}");
        foreach (string line in WrappedText.Lines(guidance.Cause, "  Cause:  ", "          ")
            .Concat(WrappedText.Lines(guidance.Remedy, "  Remedy: ", "          ")))
        {
            output.WriteLine(line);
        }
    }
}
