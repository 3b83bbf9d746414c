using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SourcingCompliance.Cli.Display;

/// <summary>Help as it comes, and below it command lines to copy.</summary>
internal sealed class HelpWithExamples(SynchronousCommandLineAction plain) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["check"] =
        [
            "sourcing check bom.xlsx                                     json and pdf into sourcing-report/",
            "sourcing check boms/ --delivery 2027-02-15 --format html,xlsx",
            "sourcing check 'boms/**/*.csv' --contract contract.json --fail-on open",
            "sourcing check boms/ --resume --out reports                 check again only what has changed",
            "sourcing check boms/ --shard 2/4 --out part2                one of four machines",
        ],
        ["merge"] = ["sourcing merge part1 part2 part3 part4 --out reports"],
        ["map"] = ["sourcing map bom.xlsx", "sourcing map form.xlsx --format profile > form.json"],
        ["completions"] = ["source <(sourcing completions bash)", "sourcing completions fish > ~/.config/fish/completions/sourcing.fish"],
    };

    private const string ExitCodes = """
        Exit codes:
          0 nothing at or above --fail-on   1 violation or suspect   2 open lines (--fail-on open)   3 an input could not be read
          4 rules or configuration invalid  5 defect of the program  64 command line                 130 cancelled
        """;

    /// <summary>Puts itself in place of the help of a command and all below it.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            if (help.Action is SynchronousCommandLineAction plain)
            {
                help.Action = new HelpWithExamples(plain);
            }
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = plain.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (Examples.TryGetValue(parseResult.CommandResult.Command.Name, out string[]? lines))
        {
            output.WriteLine("Examples:");
            foreach (string line in lines)
            {
                output.WriteLine("  " + line);
            }

            output.WriteLine();
        }

        if (parseResult.CommandResult.Command.Name is "check" or "merge")
        {
            output.WriteLine(ExitCodes);
        }

        return code;
    }
}
