using System.CommandLine;
using System.CommandLine.Parsing;

namespace SourcingCompliance.Cli.Display;

/// <summary>What is said of a command line that cannot be understood, with the word that was probably meant.</summary>
internal static class UsageText
{
    /// <summary>One sentence for each fault.</summary>
    public static IEnumerable<string> Get(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        // After a misspelled verb every word is unknown, options too.
        string? verb = command.Subcommands.Count > 0 ? parsed.UnmatchedTokens.FirstOrDefault(word => !word.StartsWith('-')) : null;
        string[] sentences = [.. (verb is null ? parsed.UnmatchedTokens : (IEnumerable<string>)[verb]).Select(word => GetSentence(word, command))];
        bool isVerbMissing = command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count > 0;

        // The library says of an unknown word that it is unknown, and that a verb is missing too.
        IEnumerable<string> others = parsed.Errors.Select(error => WithSuggestion(error.Message, command))
            .Where(message => !parsed.UnmatchedTokens.Any(word => message.Contains($"'{word}'", StringComparison.Ordinal))
                && !(isVerbMissing && message.StartsWith("Required command", StringComparison.Ordinal)));
        return sentences.Concat(others).Distinct(StringComparer.Ordinal);
    }

    private static string GetSentence(string word, Command command)
    {
        bool isOption = word.StartsWith('-');
        string what = isOption ? "option" : command.Subcommands.Count > 0 ? "verb" : "argument";
        IEnumerable<string> known = isOption ? GetOptions(command) : command.Subcommands.Select(verb => verb.Name);
        return NearestWord.To(word.Split('=')[0], known) is { } near ? $"Unknown {what} '{word}'. Did you mean '{near}'?" : $"Unknown {what} '{word}'.";
    }

    // Where paths may follow, a misspelled option is taken for a path, and the check of paths says so.
    private static string WithSuggestion(string message, Command command)
    {
        const string begin = "Unknown option '";
        return message.StartsWith(begin, StringComparison.Ordinal) && message.EndsWith("'.", StringComparison.Ordinal)
            ? GetSentence(message[begin.Length..^2], command) : message;
    }

    private static IEnumerable<string> GetOptions(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(above => above.Options.Where(option => option.Recursive)))
            .SelectMany(option => option.Aliases.Prepend(option.Name)).Where(name => name.StartsWith("--", StringComparison.Ordinal));
}
