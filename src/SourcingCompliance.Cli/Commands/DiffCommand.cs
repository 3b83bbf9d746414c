using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Writing.Comparison;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Comparison;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Comparison;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing diff</c>: what changed between two lists or two JSON reports, and which verdicts changed with it.</summary>
internal static class DiffCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var old = new Argument<string>("OLD") { Description = "A list, or a JSON report." };
        var now = new Argument<string>("NEW") { Description = "The list or report to compare it with." };
        var options = new CheckOptions();
        var configuration = new ConfigurationOptions();
        Option<string> format = new Option<string>("--format")
        {
            Description = "text, markdown or json.",
            DefaultValueFactory = _ => "text"
        }.AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Command("diff", "Compare two lists or reports: lines added, removed and changed, and verdicts that changed with the reason.")
        {
            old, now, format, options.Contract, options.Delivery, options.AsOf, options.Rules, options.Pack,
            options.Map, configuration.Config, configuration.NoConfig, configuration.Evidence, configuration.NoEvidence,
        };
        command.SetAction((parsed, cancellation) =>
        {
            CheckJob GetJob(string path) => SettingsFinder.Find(configuration.Read(parsed, options, [path]), ConfigurationOptions.Today(time)).Job;
            var diagnostics = new DiagnosticBag();
            (ComparedList? before, int oldCode) = Read(parsed.GetValue(old) ?? "", GetJob, diagnostics, cancellation);
            (ComparedList? after, int newCode) = Read(parsed.GetValue(now) ?? "", GetJob, diagnostics, cancellation);
            foreach (Diagnostic diagnostic in diagnostics.Items.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note))
            {
                errors.WriteLine($"{(diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {diagnostic.Id} {diagnostic}");
            }

            if (before is null || after is null)
            {
                return Task.FromResult(ExitCodes.Worse(oldCode, newCode));
            }

            ListComparison comparison = ListComparer.Compare(before, after);
            string form = parsed.GetValue(format) ?? "text";
            if (form == "json")
            {
                ConsoleWriter.WriteJson(output, ComparisonWriter.Json(comparison));
            }
            else
            {
                output.Write(form == "markdown" ? ComparisonWriter.Markdown(comparison) : ComparisonWriter.Text(comparison));
            }

            return Task.FromResult(ExitCodes.Clean);
        });
        return command;
    }

    // Half a list compared would tell lines as removed that are only unread.
    private static (ComparedList? List, int ExitCode) Read(string path, Func<string, CheckJob> jobOf, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        string name = path.Replace('\\', '/');
        if (File.Exists(path) && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                ComparedList? list = ComparedListReader.Parse(OrdinaryFile.ReadAllBytes(path), name, diagnostics);
                return (list, list is null ? ExitCodes.Input : ExitCodes.Clean);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                diagnostics.Error(DiagnosticIds.FileNotReadable, CellRef.ForFile(name), $"The report cannot be opened: {FileTrouble.GetWords(problem)}.",
                    "Check the path and the permissions.");
                return (null, ExitCodes.Input);
            }
        }

        ComplianceReport report = CheckRunner.Run(jobOf(path) with { AllLines = true, Gate = Gate.None, Baseline = null, Waivers = null }, null, cancellation);
        foreach (Diagnostic diagnostic in report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics)))
        {
            diagnostics.Add(diagnostic);
        }

        return report.Summary.ExitCode >= ExitCodes.Input ? (null, report.Summary.ExitCode) : (ComparedListReader.Get(report, name), ExitCodes.Clean);
    }
}
