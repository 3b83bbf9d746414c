using System.CommandLine;
using System.Globalization;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Formats.Checking;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing check</c>: options in, a <see cref="CheckJob"/> run, the result shown.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new CheckOptions();
        Command command = Of(options);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, options, [], output, errors, time, cancellation)));
        return command;
    }

    /// <summary>The verb with its options.</summary>
    internal static Command Of(CheckOptions options) => new("check", "Check bills of materials and write the reports.")
    {
        options.Paths, options.Contract, options.Delivery, options.AsOf, options.Out, options.Format,
        options.Lines, options.FailOn, options.Rules, options.Map, options.Quiet, options.Resume, options.Shard,
    };

    /// <summary>Runs a parsed command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">Its options.</param>
    /// <param name="mergeFrom">Folders of parts to join; empty = check.</param>
    /// <param name="output">Receives the result.</param>
    /// <param name="errors">Receives progress.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops the run.</param>
    internal static int Run(
        ParseResult parsed, CheckOptions options, IReadOnlyList<string> mergeFrom, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancellation)
    {
        string folder = parsed.GetValue(options.Out) ?? "sourcing-report";
        var job = new CheckJob
        {
            Paths = [.. parsed.GetValue(options.Paths) ?? []],
            AsOf = parsed.GetValue(options.AsOf) ?? Today(time),
            Delivery = parsed.GetValue(options.Delivery),
            ContractPath = parsed.GetValue(options.Contract),
            Gate = CheckOptions.GateOf(parsed.GetValue(options.FailOn) ?? ""),
            AllLines = parsed.GetValue(options.Lines) == "all",
            RuleFolders = [.. parsed.GetValue(options.Rules) ?? []],
            ProfilePaths = [.. parsed.GetValue(options.Map) ?? []],
            OutputFolder = folder,
            Resume = parsed.GetValue(options.Resume),
            Shard = parsed.GetValue(options.Shard),
            MergeFrom = [.. mergeFrom],
            Arguments = MergeCommand.ArgumentsOf(parsed),
        };
        bool isQuiet = parsed.GetValue(options.Quiet);
        using var progress = new ProgressLine(errors, isShown: !isQuiet && ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected);
        ComplianceReport report = CheckRunner.Run(job, progress, cancellation);
        progress.Clear();
        IReadOnlyList<string> written = ReportFiles.Write(report, parsed.GetValue(options.Format) ?? [], folder, cancellation);
        bool isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        if (!isQuiet)
        {
            new CheckConsole(output, isTerminal).Show(report, written);
        }

        return report.Summary.ExitCode;
    }

    // reproducible-builds.org/specs/source-date-epoch: seconds since 1970, UTC.
    private static DateOnly Today(TimeProvider time) =>
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
            : DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
