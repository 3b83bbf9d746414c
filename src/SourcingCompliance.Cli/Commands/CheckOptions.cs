using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using SourcingCompliance.Cli.Commands.Completions;
using SourcingCompliance.Findings;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary>The options of <c>sourcing check</c>, each with its parsing and its help.</summary>
internal sealed class CheckOptions
{
    public Argument<string[]> Paths { get; } = PathsArgument("A BOM file, a folder of them, a glob, or - for standard input.", takesInput: true);

    public Option<string?> Contract { get; } =
        new("--contract") { Description = "contract.json: delivery date, clause version, value, place of use.", HelpName = "FILE" };

    public Option<DateOnly?> Delivery { get; } = DateOption("--delivery", "Delivery date (YYYY-MM-DD). The result then uses the rule in effect on that day.");

    public Option<DateOnly?> AsOf { get; } = DateOption("--as-of", "Check date (YYYY-MM-DD). The default is today, or SOURCE_DATE_EPOCH.");

    public Option<string> Out { get; } = new("--out")
    {
        Description = "Folder for the reports; - writes the one report of --format to standard output.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "sourcing-report",
    };

    public Option<string[]> Format { get; } = new("--format")
    {
        Description = $"Reports to write, comma-separated: {string.Join(", ", ReportFiles.Formats)}.",
        HelpName = "json,pdf,...",
        DefaultValueFactory = _ => ["json", "pdf"],
        CustomParser = result => GetFormats(result),
        CompletionSources = { _ => ReportFiles.Formats.Select(format => new CompletionItem(format)) },
    };

    public Option<string> Lines { get; } = new Option<string>("--lines")
    {
        Description = "Which lines the reports list: findings, or all.",
        DefaultValueFactory = _ => "findings",
    }.AcceptOnlyFromAmong("findings", "all");

    public Option<bool> Explain { get; } = new("--explain")
    {
        Description = "Write the explanation of every line into the JSON report, as 'sourcing explain' shows it. By default it stands there once for all "
            + "lines with the same facts.",
    };

    public Option<bool> CountNotInstalled { get; } = new("--count-not-installed")
    {
        Description = "Count parts that the BOM marks as not installed (DNP, do not fit, quantity 0). By default they are listed and do not count.",
    };

    public Option<string> FailOn { get; } = new Option<string>("--fail-on")
    {
        Description = "Fail the BOM on: violation, suspect (violations and suspects), open (these and open lines), or none.",
        DefaultValueFactory = _ => GateTokens.Format(Gate.Suspect),
    }.AcceptOnlyFromAmong([.. GateTokens.Words]);

    public Option<string[]> Rules { get; } = new("--rules")
    {
        Description = "Folder of your own packs or vocabulary, added to the shipped ones.",
        HelpName = "DIR",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string[]> Pack { get; } = new("--pack")
    {
        Description = "Related rules to show, for information only; the clause is always applied. The default is all of them.",
        HelpName = "ID|all",
        AllowMultipleArgumentsPerToken = true,
        CompletionSources = { _ => ShippedIds.Packs.Prepend("all").Select(id => new CompletionItem(id)) },
    };

    public Option<string[]> Map { get; } =
        new("--map") { Description = "Mapping profile for the columns of a form; the first that fits a sheet is taken.", HelpName = "FILE" };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Print only errors." };

    public Option<bool> PerFile { get; } = new("--per-file")
    {
        Description = "With several files, write reports for each as well, and index.html over all. The default is true.",
        DefaultValueFactory = _ => true,
    };

    public Option<string?> Name { get; } =
        new("--name") { Description = "Name of the BOM read from standard input, as reports show it. The default is stdin.", HelpName = "NAME" };

    public Option<bool> Resume { get; } = new("--resume")
    {
        Description = "Take over results of an earlier run with --resume where file, rules, evidence and options are unchanged.",
    };

    public Option<Shard?> Shard { get; } = new("--shard")
    {
        Description = "Check only part i of n of the files; 'sourcing merge' joins the parts.",
        HelpName = "i/n",
        CustomParser = result =>
        {
            Shard? shard = Running.Jobs.Shard.Parse(result.Tokens[0].Value);
            if (shard is null)
            {
                result.AddError($"--shard: '{result.Tokens[0].Value}' is not a part such as 1/4.");
            }

            return shard;
        },
    };

    /// <summary>The gate that a word of <c>--fail-on</c> stands for.</summary>
    public static Gate GetGate(string word) => GateTokens.Parse(word) ?? Gate.Suspect;

    /// <summary>The argument of all verbs that take paths. What looks like an option and names no file is a slip, not a path.</summary>
    public static Argument<string[]> PathsArgument(string description, bool takesInput = false)
    {
        var paths = new Argument<string[]>("PATH") { Description = description, Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            foreach (string slip in result.Tokens.Select(token => token.Value)
                .Where(value => value.StartsWith('-') && !(takesInput && value == StandardInput.Path) && !File.Exists(value)))
            {
                result.AddError($"Unknown option '{slip}'.");
            }
        });
        return paths;
    }

    /// <summary>Refuses what standard input and output cannot do.</summary>
    public void ValidatePipes(CommandResult result)
    {
        bool reads = (result.GetValue(Paths) ?? []).Contains(StandardInput.Path, StringComparer.Ordinal);
        bool writes = result.GetValue(Out) == StandardOutput.Path;
        if (result.GetValue(Name) is { } name && (!reads || !StandardInput.IsName(name)))
        {
            result.AddError(reads ? $"--name: '{name}' is not a file name. Use one such as bom.csv or motor/bom.csv."
                : "--name names the BOM read from standard input (path -); no path is -.");
        }

        if (reads && result.GetValue(Shard) is not null)
        {
            result.AddError("--shard divides files and cannot be used with standard input (path -).");
        }

        if (writes && (result.GetValue(Resume) || result.GetValue(Shard) is not null))
        {
            result.AddError("--resume and --shard keep results in the folder of --out, and --out - has none.");
        }
    }

    internal static Option<DateOnly?> DateOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                && date.Year is >= 1900 and <= 2199)
            {
                return date;
            }

            // Deadlines are counted on and back from dates, and calendars have an end.
            result.AddError($"{name}: '{text}' is not a date. Use YYYY-MM-DD, between 1900 and 2199.");
            return null;
        },
    };

    private static string[] GetFormats(ArgumentResult result)
    {
        string[] formats = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal)];
        foreach (string unknown in formats.Except(ReportFiles.Formats, StringComparer.Ordinal))
        {
            result.AddError($"--format: '{unknown}' is not known. Choose from: {string.Join(", ", ReportFiles.Formats)}.");
        }

        return formats;
    }
}
