using System.CommandLine;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing check</c>: options in, a <see cref="CheckJob"/> run, the result shown.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new CheckOptions();
        var configuration = new ConfigurationOptions();
        Command command = Create(options, configuration);
        Option<bool> exitZero = ExitZero.Create();
        command.Options.Add(exitZero);
        command.SetAction((parsed, cancellation) => PromptEnd.Run(
            () => ExitZero.Apply(parsed.GetValue(exitZero), Run(parsed, options, configuration, [], output, errors, time, cancellation), errors),
            cancellation));
        return command;
    }

    /// <summary>The verb with its options.</summary>
    internal static Command Create(CheckOptions options, ConfigurationOptions configuration)
    {
        var command = new Command("check", "Check bills of materials and write the reports.")
        {
            options.Paths, options.Contract, options.Delivery, options.AsOf, options.Out, options.Format,
            options.Lines, options.Explain, options.CountNotInstalled, options.FailOn, options.Rules, options.Pack, options.Map,
            options.Quiet, options.Resume, options.Shard, options.PerFile, options.Name,
        };
        configuration.AddTo(command);
        command.Validators.Add(options.ValidatePipes);
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
        string[] paths = parsed.GetValue(options.Paths) ?? [];
        using StandardInput? input = StandardInput.Read(paths, parsed.GetValue(options.Name));
        string[] named = [.. paths.Where(path => path != StandardInput.Path)];
        CheckFlags flags = configuration.Read(parsed, options, named.Length == 0 && input is not null ? ["."] : named);
        EffectiveSettings settings = SettingsFinder.Find(flags, ConfigurationOptions.Today(time));
        bool isPiped = flags.Out == StandardOutput.Path;
        CheckJob job = settings.Job with
        {
            Paths = [.. named],
            Inputs = input is null ? [] : [input.List],
            OutputFolder = isPiped ? null : settings.Job.OutputFolder,
            Scope = ReadScope(parsed, options, mergeFrom),
        };
        // What is not the report must not stand in its stream.
        var run = new CheckRun(job, settings.Formats, parsed.GetValue(options.PerFile),
            parsed.GetValue(options.Quiet), isPiped ? errors : output, errors, time);
        return isPiped
            ? run.ToStream(StandardOutput.GetFormat(settings.Formats, settings.HasFormats, output), output, cancellation)
            : run.ToFolder(ReportFolder.Open(job.OutputFolder ?? SettingsMerge.DefaultOut), cancellation);
    }

    private static RunScope ReadScope(ParseResult parsed, CheckOptions options, IReadOnlyList<string> mergeFrom)
    {
        bool isResumed = parsed.GetValue(options.Resume);
        return mergeFrom.Count > 0 ? new RunScope.Joined([.. mergeFrom])
            : parsed.GetValue(options.Shard) is { } shard ? new RunScope.Part(shard, isResumed, MergeCommand.GetArguments(parsed))
            : isResumed ? new RunScope.Resumed(MergeCommand.GetArguments(parsed))
            : RunScope.Everything;
    }
}
