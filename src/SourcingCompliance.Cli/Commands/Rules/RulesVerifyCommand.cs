using System.Collections.Immutable;
using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Rules;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules verify</c>: whether packs and vocabulary may be trusted. Exit code 4 when not.</summary>
internal static class RulesVerifyCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        Option<string[]> own = RulesCommand.OwnFolders();
        Option<DateOnly?> asOf = new CheckOptions().AsOf;
        var command = new Command("verify", "Verify every pack and the vocabulary: shape, periods, citations, guidance, cases, examples.") { own, asOf };
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            IReadOnlyList<RuleFolder> folders = RuleFolders.WithOwn(parsed.GetValue(own) ?? [], diagnostics);
            if (diagnostics.HasErrors)
            {
                // That the shipped rules are sound is not what was asked.
                DiagnosticText.Show(errors, diagnostics.Items);
                return ExitCodes.Configuration;
            }

            ImmutableArray<RulesVerification> results = RulesVerifier.Verify(folders, parsed.GetValue(asOf) ?? ConfigurationOptions.Today(time), diagnostics);
            foreach (RulesVerification result in results)
            {
                output.WriteLine($"{(result.IsSound ? "sound " : "BROKEN")} {result.Name}: {result.Run - result.Failed} passed, {result.Failed} failed");
            }

            DiagnosticText.Show(errors, diagnostics.Items);
            return diagnostics.HasErrors || results.Any(result => !result.IsSound) ? ExitCodes.Configuration : ExitCodes.Clean;
        });
        return command;
    }
}
