using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Formats.Checking;
using SourcingCompliance.Formats.Configuration;
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
        var configuration = new ConfigurationOptions();
        configuration.AddTo(command);
        Option<bool> exitZero = ExitZero.Create();
        command.Options.Add(exitZero);
        command.SetAction((parsed, cancellation) => Task.FromResult(
            ExitZero.Apply(parsed.GetValue(exitZero), Run(parsed, options, configuration, output, errors, time, cancellation), errors)));
        return command;
    }

    private static int Run(
        ParseResult parsed, CheckOptions options, ConfigurationOptions configuration, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancellation)
    {
        CheckFlags flags = configuration.Read(parsed, options, parsed.GetValue(options.Paths) ?? []);
        EffectiveSettings settings = SettingsFinder.Find(flags, ConfigurationOptions.Today(time));
        CheckJob job = settings.Job;
        bool isQuiet = parsed.GetValue(options.Quiet);
        using var progress = new ProgressLine(errors, isShown: !isQuiet && ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected);
        ComplianceReport report = CheckRunner.Run(job, progress, cancellation);
        progress.Clear();
        IReadOnlyList<string> written = ReportFiles.Write(report, settings.Formats, job.OutputFolder ?? SettingsMerge.DefaultOut, cancellation);
        bool isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        if (!isQuiet)
        {
            new CheckConsole(output, isTerminal).Show(report, written);
        }

        return report.Summary.ExitCode;
    }
}
