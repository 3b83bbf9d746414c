using System.Collections.Immutable;
using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Rules;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules test</c>: runs the cases of every rule, the matrix, and the examples of the vocabulary, and counts.</summary>
internal static class RulesTestCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        Option<string[]> own = RulesCommand.OwnFolders();
        var command = new Command("test", "Run every rule's cases, the matrix of situations and the vocabulary's examples.") { own };
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            ImmutableArray<RulesVerification> results =
                RulesVerifier.Verify(RuleFolders.WithOwn(parsed.GetValue(own) ?? [], diagnostics), ConfigurationOptions.Today(time), diagnostics);
            DiagnosticText.Show(errors, diagnostics.Items.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            int failed = results.Sum(result => result.Failed);
            output.WriteLine($"{results.Sum(result => result.Run) - failed} passed, {failed} failed");
            return failed > 0 || diagnostics.HasErrors ? ExitCodes.Configuration : ExitCodes.Clean;
        });
        return command;
    }
}
