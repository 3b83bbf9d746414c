using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary>What the verbs on evidence share: the options of a check, the folder of the ledger, and a quiet check.</summary>
internal sealed class EvidenceRun
{
    private readonly CheckOptions _options = new();
    private readonly ConfigurationOptions _configuration = new();

    /// <summary>The folder of the ledger.</summary>
    public Option<string?> Evidence => _configuration.Evidence;

    /// <summary>The day of the check.</summary>
    public Option<DateOnly?> AsOf => _options.AsOf;

    /// <summary>The options that say for which delivery statements are judged.</summary>
    public Option[] Days => [_options.Contract, _options.Delivery, _options.AsOf, _configuration.Config, _configuration.NoConfig];

    /// <summary>Adds the options of a check that count for evidence.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_options.Contract, _options.Delivery, _options.AsOf, _options.Rules, _options.Map, _configuration.Config,
            _configuration.NoConfig, _configuration.Exclude, _configuration.Evidence])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings of a check of paths.</summary>
    public EffectiveSettings Settings(ParseResult parsed, string[] paths, TimeProvider time)
    {
        CheckFlags flags = _configuration.Read(parsed, _options, paths);
        return SettingsFinder.Find(flags, ConfigurationOptions.Today(time));
    }

    /// <summary>The job of a check of paths, with every line that evidence speaks of.</summary>
    /// <exception cref="OutputRefusedException">The folder of the ledger is named by nothing but blanks.</exception>
    public CheckJob Job(ParseResult parsed, string[] paths, TimeProvider time)
    {
        CheckJob job = Settings(parsed, paths, time).Job with { Gate = Gate.None };
        return job.EvidenceFolder is { } folder && string.IsNullOrWhiteSpace(folder)
            ? throw new OutputRefusedException("--evidence is blank. Name the evidence folder.") : job;
    }

    /// <summary>The same job for a verb that begins a ledger where there is none yet.</summary>
    public static CheckJob Beginning(CheckJob job) => job with
    { Problems = [.. job.Problems.Where(problem => problem.Id != DiagnosticIds.EvidenceFolderNotFound)] };

    /// <summary>What a check of a job asks of evidence; null, and errors printed, when its contract or its rules cannot be used.</summary>
    public static EvidenceTerms? GetTerms(CheckJob job, TextWriter errors)
    {
        var diagnostics = new DiagnosticBag();
        EvidenceTerms terms = CheckRunner.GetEvidenceTerms(job, diagnostics);
        DiagnosticText.Show(errors, diagnostics.Items.Where(fault => fault.Severity == DiagnosticSeverity.Error));
        return diagnostics.HasErrors ? null : terms;
    }

    /// <summary>By which day statements are judged, as a sentence.</summary>
    public static string GetDayWords(EvidenceTerms terms) => $"Judged for {Wording.FormatDate(terms.NeededOn)}, "
        + (terms.Delivery is not null ? "the last delivery."
            : $"{(terms.NeededOn == terms.AsOf ? "the day of the check" : "the first day of the rule that the result is for")}. Give --delivery or "
                + $"--contract for another day.");

    /// <summary>The ledger's folder: as named, as found from the paths, else beside the first of them.</summary>
    public static string GetFolder(CheckJob job) => job.EvidenceFolder
        ?? Path.Combine(GetBeside(job.Paths.IsEmpty ? "." : job.Paths[0]), EvidenceFolder.Name).Replace('\\', '/');

    /// <summary>Checks without writing a report. An evidence folder that is named and does not exist is an error of the run.</summary>
    public static ComplianceReport Check(CheckJob job, CancellationToken cancellation) =>
        CheckRunner.Run(job with { SecondOpinion = false }, null, cancellation);

    /// <summary>Checks as before anything was received: an evidence folder that does not exist yet has said nothing.</summary>
    public static ComplianceReport CheckBefore(CheckJob job, CancellationToken cancellation) =>
        Check(Beginning(job) with { EvidenceFolder = job.EvidenceFolder is { } folder && Directory.Exists(folder) ? folder : null }, cancellation);

    /// <summary>Prints the errors of a run; gives its exit code when it could not be made, else 0.</summary>
    public static int ShowErrors(ComplianceReport report, TextWriter errors)
    {
        Diagnostic[] faults = [.. report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        foreach (Diagnostic fault in faults)
        {
            errors.WriteLine($"error {fault.Id} {fault}");
        }

        return report.Summary.ExitCode is ExitCodes.Configuration or ExitCodes.Input ? report.Summary.ExitCode : ExitCodes.Clean;
    }

    private static string GetBeside(string path) => Directory.Exists(path) ? path : Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
}
