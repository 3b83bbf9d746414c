using System.CommandLine;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules</c>: look at, verify, compare and extend the law as data.</summary>
internal static class RulesCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time) =>
        new("rules", "Look at, verify, compare and extend the rules.")
        {
            RulesListCommand.Create(output, errors),
            RulesShowCommand.Create(output, errors),
            RulesExplainCommand.Create(output, errors),
            RulesVerifyCommand.Create(output, errors, time),
            RulesTestCommand.Create(output, errors, time),
            RulesNewCommand.Create(output, errors, time),
            RulesDiffCommand.Create(output, errors),
            RulesExportCommand.Create(output, errors),
        };

    /// <summary>The option for the user's own folders, the same for every verb below.</summary>
    public static Option<string[]> OwnFolders() => new("--rules")
    {
        Description = "Folder of your own packs, added to the shipped ones.",
        HelpName = "DIR",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Every pack of the shipped rules and the user's own.</summary>
    public static PackLibrary Load(string[] own, DiagnosticBag diagnostics) => PackLibrary.Load(RuleFolders.WithOwn(own, diagnostics), diagnostics);
}
