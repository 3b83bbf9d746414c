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
        var command = new Command("check", "Check bills of materials and write the reports.")
        {
            options.Paths, options.Contract, options.Delivery, options.AsOf, options.Out, options.Format,
            options.Lines, options.FailOn, options.Rules, options.Pack, options.Map, options.Quiet,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, options, output, errors, time, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CheckOptions options, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancellation)
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
            Packs = PackChoice.Of(parsed.GetValue(options.Pack) ?? []),
            ProfilePaths = [.. parsed.GetValue(options.Map) ?? []],
            OutputFolder = folder,
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
    internal static DateOnly Today(TimeProvider time) =>
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
            : DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
