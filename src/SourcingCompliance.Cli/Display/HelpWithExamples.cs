using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SourcingCompliance.Cli.Display;

/// <summary>Help as it comes, and below it command lines to copy.</summary>
internal sealed class HelpWithExamples(SynchronousCommandLineAction plain) : SynchronousCommandLineAction
{
    // Beyond it the words of one example would push those of all others off a terminal.
    private const int Widest = 76;

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
        Command command = parseResult.CommandResult.Command;
        IReadOnlyList<VerbExample> examples = VerbExamples.Get(GetName(command));
        if (examples.Count > 0)
        {
            int width = Math.Min(Widest, examples.Max(example => example.Line.Length));
            output.WriteLine("Examples:");
            foreach (VerbExample example in examples)
            {
                output.WriteLine($"  {example.Line.PadRight(width)}   {example.What}");
            }

            output.WriteLine();
        }

        if (VerbExamples.GetCodes(GetName(command)) is { } codes)
        {
            output.WriteLine("Exit codes:");
            output.Write(codes + "\n");
        }

        return code;
    }

    /// <summary>Full name of a verb without the program's; empty for the program itself.</summary>
    internal static string GetName(Command command) => command switch
    {
        RootCommand => "",
        _ when command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand => $"{GetName(parent)} {command.Name}",
        _ => command.Name,
    };
}
