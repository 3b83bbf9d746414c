using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Formats.Checking;
using SourcingCompliance.Formats.Checking.Output;
using SourcingCompliance.Formats.Configuration;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing check</c>: options in, a <see cref="CheckJob"/> run, the result shown.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new CheckOptions();
        var configuration = new ConfigurationOptions();
        Command command = Of(options, configuration);
        Option<bool> exitZero = ExitZero.Create();
        command.Options.Add(exitZero);
        command.SetAction((parsed, cancellation) => Task.FromResult(
            ExitZero.Apply(parsed.GetValue(exitZero), Run(parsed, options, configuration, [], output, errors, time, cancellation), errors)));
        return command;
    }

    /// <summary>The verb with its options.</summary>
    internal static Command Of(CheckOptions options, ConfigurationOptions configuration)
    {
        var command = new Command("check", "Check bills of materials and write the reports.")
        {
            options.Paths, options.Contract, options.Delivery, options.AsOf, options.Out, options.Format,
            options.Lines, options.CountNotInstalled, options.FailOn, options.Rules, options.Pack, options.Map, options.Quiet, options.Resume, options.Shard, options.PerFile,
        };
        configuration.AddTo(command);
        return command;
    }

    /// <summary>Runs a parsed command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">Its options.</param>
    /// <param name="configuration">Its options about configuration.</param>
    /// <param name="mergeFrom">Folders of parts to join; empty = check.</param>
    /// <param name="output">Receives the result.</param>
    /// <param name="errors">Receives progress.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops the run.</param>
    internal static int Run(
        ParseResult parsed, CheckOptions options, ConfigurationOptions configuration, IReadOnlyList<string> mergeFrom, TextWriter output, TextWriter errors,
        TimeProvider time, CancellationToken cancellation)
    {
        CheckFlags flags = configuration.Read(parsed, options, parsed.GetValue(options.Paths) ?? []);
        EffectiveSettings settings = SettingsFinder.Find(flags, ConfigurationOptions.Today(time));
        CheckJob job = settings.Job with
        {
            Resume = parsed.GetValue(options.Resume),
            Shard = parsed.GetValue(options.Shard),
            MergeFrom = [.. mergeFrom],
            Arguments = MergeCommand.ArgumentsOf(parsed),
        };
        var folder = ReportFolder.Open(job.OutputFolder ?? SettingsMerge.DefaultOut);
        ReportPlan? plan = null;
        bool isQuiet = parsed.GetValue(options.Quiet);
        using var progress = new ProgressLine(ConsoleWriter.RawOf(errors), isShown: !isQuiet && ConsoleWriter.IsErrorTerminal(errors), time);
        CheckResult result = CheckRunner.Check(job, progress, cancellation, lists =>
        {
            plan = ReportPlan.Of(job, lists, settings.Formats, parsed.GetValue(options.PerFile));
            folder.Claim(plan);
        });
        if (plan is null)
        {
            progress.Clear();
            FailureText.Show(isQuiet ? errors : output, result.Report);
            return result.Report.Summary.ExitCode;
        }

        (IReadOnlyList<string> written, ReportCleanup cleanup) = ReportFiles.Write(result, plan, folder, progress.ReportWritten, cancellation);
        progress.Clear();
        if (isQuiet)
        {
            DiagnosticText.Show(errors, result.Report.Diagnostics.Concat(result.Report.Files.SelectMany(file => file.Diagnostics)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }
        else
        {
            using IDisposable stopped = ConsoleWriter.StopCommands(output);
            new CheckConsole(output).Show(result, job, plan, written, cleanup);
        }

        return result.Report.Summary.ExitCode;
    }
}
