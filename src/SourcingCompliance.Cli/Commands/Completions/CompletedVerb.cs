using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;

namespace SourcingCompliance.Cli.Commands.Completions;

/// <summary>What a shell can complete after a verb.</summary>
/// <param name="Path">The verb from the program down, each after a slash: <c>/rules/show</c>; empty for the program itself.</param>
/// <param name="Description">What it does.</param>
/// <param name="Verbs">The verbs below it.</param>
/// <param name="Options">Its options.</param>
/// <param name="Values">What its argument can be besides a file; empty = anything.</param>
/// <param name="TakesFiles">Whether its argument can be a file or folder.</param>
internal sealed record CompletedVerb(
    string Path, string Description, ImmutableArray<CompletedVerb> Verbs, ImmutableArray<CompletedOption> Options,
    ImmutableArray<string> Values, bool TakesFiles)
{
    /// <summary>Its own name; empty for the program itself.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The verb and all below it, parents first.</summary>
    public IEnumerable<CompletedVerb> All => Verbs.SelectMany(verb => verb.All).Prepend(this);

    /// <summary>Reads a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="above">Path of the command that it belongs to.</param>
    public static CompletedVerb From(Command command, string above = "")
    {
        string path = command is RootCommand ? "" : $"{above}/{command.Name}";
        return new CompletedVerb(
            path, FirstSentence(command.Description),
            [.. command.Subcommands.Select(below => From(below, path))],
            [.. command.Options.Concat(Inherited(command)).Where(option => option.Name.StartsWith("--", StringComparison.Ordinal))
                .Select(CompletedOption.From)],
            [.. command.Arguments.SelectMany(argument => argument.GetCompletions(CompletionContext.Empty))
                .Select(item => item.Label).Distinct(StringComparer.Ordinal)],
            command.Arguments.Any(argument => argument.Name is "PATH" or "FILE" or "DIR" or "OLD" or "NEW"
                || argument.Name.StartsWith("FILE[", StringComparison.Ordinal)));
    }

    // --help of the program is --help of every verb.
    private static IEnumerable<Option> Inherited(Command command) =>
        command.Parents.OfType<Command>().SelectMany(above => above.Options.Where(option => option.Recursive).Concat(Inherited(above)));

    /// <summary>The first sentence of a description, which is what a menu has room for.</summary>
    internal static string FirstSentence(string? description)
    {
        string text = (description ?? "").ReplaceLineEndings(" ");
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).TrimEnd('.');
    }
}
