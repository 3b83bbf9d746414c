using System.CommandLine;
using SourcingCompliance.Cli.Commands;
using SourcingCompliance.Cli.Commands.Completions;
using SourcingCompliance.Cli.Commands.Rules;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli;

/// <summary>The command <c>sourcing</c>: puts the verbs together and turns what goes wrong into exit codes.</summary>
public static class SourcingCommand
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments without the program's name.</param>
    /// <param name="output">Receives what the user asked for.</param>
    /// <param name="errors">Receives progress and complaints.</param>
    /// <param name="time">The clock; the only one of the program, for the default of <c>--as-of</c>.</param>
    /// <param name="stopToken">Random token that keeps GitHub Actions from obeying what a file says; null = the output is no log of GitHub.</param>
    /// <returns>An exit code of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors, TimeProvider time, string? stopToken = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        return Run(args, new ConsoleWriter(output, stopToken), new ConsoleWriter(errors, stopToken), time);
    }

    private static int Run(string[] args, ConsoleWriter output, ConsoleWriter errors, TimeProvider time)
    {
        RootCommand root = Create(output, errors, time);
        if (args.Length == 0)
        {
            // Whoever types the name alone wants to know what there is; a script that does so has lost its arguments.
            _ = root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = output, Error = errors });
            return ExitCodes.Usage;
        }

        ParseResult parsed = root.Parse(ImplicitCheck.Get(args, root));
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            foreach (string sentence in UsageText.Get(parsed))
            {
                errors.WriteLine(sentence);
            }

            errors.WriteLine($"Run '{$"sourcing {HelpWithExamples.GetName(parsed.CommandResult.Command)}".TrimEnd()} --help' for what the command takes.");
            return ExitCodes.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Canceled.");
            return ExitCodes.Cancelled;
        }
        catch (OutputRefusedException refused)
        {
            errors.WriteLine($"error {refused.Message}");
            return ExitCodes.Usage;
        }
#pragma warning disable CA1031 // The face logs a defect once, without a stack trace for the user, and gives it its exit code.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            errors.WriteLine($"Internal error: {defect.GetType().Name}: {defect.Message}");
            errors.WriteLine("This is a defect of the program. Set SOURCING_DEBUG=1 to see where it happened, and report it with the input if you "
                + "can share it.");
            if (Environment.GetEnvironmentVariable("SOURCING_DEBUG") == "1")
            {
                errors.Write(defect + "\n");
            }

            return ExitCodes.Defect;
        }
    }

    /// <summary>The whole command, every verb below it.</summary>
    internal static RootCommand Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var root = new RootCommand("May this product be delivered under the 2027 sourcing prohibition? (10 U.S.C. 4872, DFARS 252.225-7052)")
        {
            CheckCommand.Create(output, errors, time),
            ExplainCommand.Create(output, errors, time),
            InitCommand.Create(output, errors),
            MapCommand.Create(output, errors),
            ConfigCommand.Create(output, errors, time),
            WaiversCommand.Create(output, errors, time),
            PacketCommand.Create(output, errors, time),
            BaselineCommand.Create(output, errors, time),
            RequestCommand.Create(output, errors, time),
            ReceiveCommand.Create(output, errors, time),
            EvidenceCommand.Create(output, errors, time),
            BundleCommand.Create(output, errors, time),
            MergeCommand.Create(output, errors, time),
            ServeCommand.Create(errors),
            RulesCommand.Create(output, errors, time),
            DiffCommand.Create(output, errors, time),
            LinesCommand.Create(output, errors, time),
            ScenarioCommand.Create(output, errors, time),
        };
        root.Subcommands.Add(CompletionsCommand.Create(output, () => root));
        HelpWithExamples.AddTo(root);
        return root;
    }
}
