using System.Collections.Immutable;
using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Verification;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules diff</c>: what changed between two rules folders, in words that a lawyer can review.</summary>
internal static class RulesDiffCommand
{
    private const string ShippedWord = "shipped";

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var older = new Argument<string>("OLD") { Description = $"The older rules folder; '{ShippedWord}' for the rules of this program." };
        var newer = new Argument<string>("NEW") { Description = $"The newer rules folder; '{ShippedWord}' for the rules of this program." };
        var command = new Command("diff", "Tell what changed between two rules folders.") { older, newer };
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            RuleFolder? from = Open(parsed.GetValue(older) ?? "", diagnostics);
            RuleFolder? to = Open(parsed.GetValue(newer) ?? "", diagnostics);
            if (from is not null && to is not null)
            {
                Show(RulesDiff.Get(from, to, diagnostics), output);
            }

            DiagnosticText.Show(errors, diagnostics.Items);
            return diagnostics.HasErrors ? ExitCodes.Configuration : ExitCodes.Clean;
        });
        return command;
    }

    private static RuleFolder? Open(string path, DiagnosticBag diagnostics) => path == ShippedWord
        ? RuleFolders.Shipped() : RuleFolders.TryFromDisk(path, diagnostics);

    private static void Show(ImmutableArray<RulesChange> changes, TextWriter output)
    {
        foreach (IGrouping<string, RulesChange> pack in changes.GroupBy(change => change.Pack))
        {
            output.WriteLine(pack.Key);
            foreach (RulesChange change in pack)
            {
                output.WriteLine($"  {change.Subject}: {change.Text}");
            }
        }

        output.WriteLine(changes.IsEmpty ? "Nothing changed." : $"{Wording.FormatCount(changes.Length, "change")}.");
    }
}
