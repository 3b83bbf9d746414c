using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;

namespace SourcingCompliance.Cli.Commands.Completions;

/// <summary>An option that a shell can complete.</summary>
/// <param name="Names">Its names: <c>--quiet</c>, <c>-q</c>.</param>
/// <param name="Description">What it does.</param>
/// <param name="TakesValue">Whether a value must follow.</param>
/// <param name="Values">The values; empty = anything.</param>
/// <param name="IsList">Whether several values can be joined by commas.</param>
/// <param name="TakesFile">Whether the value is a file or folder.</param>
internal sealed record CompletedOption(ImmutableArray<string> Names, string Description, bool TakesValue,
    ImmutableArray<string> Values, bool IsList, bool TakesFile)
{
    /// <summary>Reads an option.</summary>
    public static CompletedOption From(Option option)
    {
        bool isFlag = option.ValueType == typeof(bool);
        string[] values = isFlag ? (option.HasDefaultValue && option.GetDefaultValue() is true ? ["true", "false"] : [])
            : [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)
                .Where(label => !label.StartsWith('-')).Distinct(StringComparer.Ordinal)];
        return new CompletedOption(
            [option.Name, .. option.Aliases.Where(alias => alias.Length == 2 && alias[0] == '-' && char.IsAsciiLetter(alias[1]))],
            CompletedVerb.FirstSentence(option.Description),
            TakesValue: values.Length > 0 || (!isFlag && option.Arity.MaximumNumberOfValues > 0),
            [.. values],
            IsList: option.HelpName?.Contains(",...", StringComparison.Ordinal) == true,
            TakesFile: option.HelpName is "FILE" or "DIR");
    }
}
