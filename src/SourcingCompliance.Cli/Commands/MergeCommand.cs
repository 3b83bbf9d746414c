using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Running;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing merge</c>: joins the parts of a run with <c>--shard</c> into the reports that one run over everything would have written.</summary>
internal static class MergeCommand
{
    // What says where and how a part ran; the rest of its command line is what was asked.
    private static readonly string[] OwnToPart = ["--out", "--shard", "--as-of"];

    /// <summary>The verb.</summary>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        Argument<string[]> folders = CheckOptions.PathsArgument("The --out folders of all parts.");
        var target = new Option<string>("--out")
        {
            Description = "Folder for the joined reports.",
            HelpName = "DIR", DefaultValueFactory = _ => "sourcing-report"
        };
        var command = new Command("merge", "Join the parts of a run with --shard into the reports of one run over everything.") { folders, target };
        command.SetAction((parsed, cancellation) => PromptEnd.Run(
            () => Run(parsed.GetValue(folders) ?? [], parsed.GetValue(target) ?? "", output, errors, time, cancellation), cancellation));
        return command;
    }

    /// <summary>What of a command line asks something of the check, without the places where a part wrote.</summary>
    public static ImmutableArray<string> GetArguments(ParseResult parsed)
    {
        string[] tokens = [.. parsed.Tokens.Select(token => token.Value)];
        var kept = ImmutableArray.CreateBuilder<string>();
        for (int at = 1; at < tokens.Length; at++)
        {
            if (OwnToPart.Contains(tokens[at], StringComparer.Ordinal))
            {
                at++;
            }
            else if (tokens[at] is not ("--resume" or "--quiet" or "-q" or "--exit-zero"))
            {
                kept.Add(tokens[at]);
            }
        }

        return kept.ToImmutable();
    }

    private static int Run(string[] folders, string target, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancellation)
    {
        if (folders.Select(ShardRun.From).FirstOrDefault(found => found is not null) is not { } run)
        {
            errors.WriteLine($"None of the folders contains results of a run with --shard: {string.Join(", ", folders)}.");
            return ExitCodes.Input;
        }

        var options = new CheckOptions();
        var configuration = new ConfigurationOptions();
        Command check = CheckCommand.Create(options, configuration);
        // A part may have been run with --exit-zero; the joined run then takes it without a complaint.
        check.Options.Add(ExitZero.Create());
        string asOf = run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        ParseResult asked = check.Parse([.. run.Arguments, "--out", target, "--as-of", asOf]);
        return CheckCommand.Run(asked, options, configuration, folders, output, errors, time, cancellation);
    }
}
