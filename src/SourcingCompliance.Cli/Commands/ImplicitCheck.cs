using System.CommandLine;

namespace SourcingCompliance.Cli.Commands;

/// <summary>A command line that begins with a path is a check: <c>sourcing bom.xlsx</c> is <c>sourcing check bom.xlsx</c>.</summary>
internal static class ImplicitCheck
{
    /// <summary>The command line with its verb.</summary>
    /// <param name="args">The words that were typed.</param>
    /// <param name="root">The whole command.</param>
    public static string[] Get(string[] args, RootCommand root) =>
        args.Length > 0 && !root.Subcommands.Any(verb => verb.Name == args[0]) && IsPath(args[0]) ? ["check", .. args] : args;

    // What exists, what a shell would expand, and what looks like a file although there is none: its absence is what the user wants to hear of.
    private static bool IsPath(string word) =>
        word == StandardInput.Path || (!word.StartsWith('-') && (Path.Exists(word) || word.AsSpan().IndexOfAny("*?/\\.") >= 0));
}
