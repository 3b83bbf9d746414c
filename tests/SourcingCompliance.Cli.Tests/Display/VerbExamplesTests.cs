using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Cli.Display;

/// <summary>Whoever asks for help gets lines that work.</summary>
public sealed class VerbExamplesTests
{
    private static readonly RootCommand Root = SourcingCommand.Create(TextWriter.Null, TextWriter.Null, TimeProvider.System);

    public static TheoryData<string> Verbs => [.. Below(Root).Prepend(Root).Select(HelpWithExamples.GetName)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_has_examples_that_it_understands(string verb)
    {
        IReadOnlyList<VerbExample> examples = VerbExamples.Get(verb);

        examples.ShouldNotBeEmpty($"Write an example of 'sourcing {verb}' in VerbExamples.");
        foreach (VerbExample example in examples)
        {
            ParseResult parsed = Root.Parse(WordsOf(example.Line));
            parsed.Errors.Select(error => error.Message).ShouldBeEmpty(example.Line);
            HelpWithExamples.GetName(parsed.CommandResult.Command).ShouldStartWith(verb, customMessage: example.Line);
        }
    }

    [Fact]
    public void Help_ends_with_the_examples()
    {
        string help = CommandRun.Of("rules", "show", "--help").Output;

        help.ShouldContain("Examples:");
        help.ShouldContain("sourcing rules show SC1003   ");
    }

    // What a shell would hand over: quotes taken off, redirections and what surrounds the command left out.
    private static string[] WordsOf(string line)
    {
        string command = Regex.Match(line, @"sourcing [^>)]+").Value;
        return [.. CommandLineParser.SplitCommandLine(command.Replace('\'', '"')).Skip(1)];
    }

    private static IEnumerable<Command> Below(Command command) => command.Subcommands.SelectMany(verb => Below(verb).Prepend(verb));
}
