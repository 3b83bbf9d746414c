using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Folders;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing baseline write</c>: writes down the findings of today, so that later checks can tell what is new.</summary>
internal static class BaselineCommand
{
    private const string DefaultFile = "sourcing-baseline.json";

    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new CheckOptions();
        var configuration = new ConfigurationOptions();
        var file = new Option<string>("--out") { Description = "The baseline file to write.", HelpName = "FILE", DefaultValueFactory = _ => DefaultFile };
        var force = new Option<bool>("--force") { Description = "Write over a file that exists." };
        var write = new Command("write", "Check lists and write their findings as a baseline for check --baseline.")
        {
            options.Paths, file, force, options.Contract, options.Delivery, options.AsOf, options.Rules, options.Pack, options.Map,
            configuration.Config, configuration.NoConfig, configuration.Waivers, configuration.NoWaivers, configuration.Evidence, configuration.NoEvidence,
        };
        write.SetAction((parsed, cancellation) =>
        {
            string path = parsed.GetValue(file) ?? DefaultFile;
            OutputFile.Check(path);
            if (File.Exists(path) && !parsed.GetValue(force))
            {
                errors.WriteLine($"{path} exists; no baseline was written. --force writes over it: what it does not know now will be known then.");
                return Task.FromResult(ExitCodes.Configuration);
            }

            CheckFlags flags = configuration.Read(parsed, options, parsed.GetValue(options.Paths) ?? []);
            CheckJob job = SettingsFinder.Find(flags, ConfigurationOptions.Today(time)).Job with { Baseline = null };
            return PromptEnd.Run(() => Write(job, path, output, errors, cancellation), cancellation);
        });
        var command = new Command("baseline", "Baselines: findings that are known already.");
        command.Subcommands.Add(write);
        return command;
    }

    private static int Write(CheckJob job, string path, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        CheckResult result = CheckRunner.Check(job, null, cancellation);
        ComplianceReport report = result.Report;
        if (!result.HasRun)
        {
            FailureText.Show(errors, report, "no baseline was written");
            return report.Summary.ExitCode;
        }

        // A baseline of what could not be read would call its findings new, or worse, a later one clean.
        if (report.Summary.ExitCode >= ExitCodes.Input)
        {
            DiagnosticText.Show(errors, report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics))
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            errors.WriteLine("No baseline was written.");
            return report.Summary.ExitCode;
        }

        int count = 0;
        OutputFile.Write(path, stream => count =
            BaselineFile.Write(report.Files, report.Run.AsOf, file => JobInputs.RelativePath(path, file), stream, BaselineRoot.Find(path, job.Paths)));
        output.WriteLine($"Baseline: {path.Replace('\\', '/')}, {Wording.FormatCount(count, "finding")} of "
            + $"{Wording.FormatCount(report.Files.Length, "file")}. They stay findings; check --baseline only stops for new and updated ones.");
        return ExitCodes.Clean;
    }
}
