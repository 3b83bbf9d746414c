using System.Collections.Immutable;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary>One run of <c>sourcing check</c> or <c>merge</c>: checks, writes, and says what came of it.</summary>
/// <param name="job">What is asked.</param>
/// <param name="formats">Names of report formats.</param>
/// <param name="perFile">Whether each of several lists gets reports of its own.</param>
/// <param name="isQuiet">Whether only errors are printed.</param>
/// <param name="output">Receives the result in words.</param>
/// <param name="errors">Receives progress and errors.</param>
/// <param name="time">The clock.</param>
internal sealed class CheckRun(CheckJob job, ImmutableArray<string> formats, bool perFile,
    bool isQuiet, TextWriter output, TextWriter errors, TimeProvider time)
{
    /// <summary>Writes reports into a folder.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OutputRefusedException">The folder cannot be written, or holds files of others where reports would go.</exception>
    public int ToFolder(ReportFolder folder, CancellationToken cancellation)
    {
        ReportPlan? plan = null;
        using ProgressLine progress = Progress();
        CheckResult result = CheckRunner.Check(job, progress, cancellation, lists =>
        {
            plan = ReportPlan.From(job, lists, formats, perFile);
            folder.Claim(plan);
        });
        if (plan is null)
        {
            return Fail(result, progress);
        }

        (IReadOnlyList<string> written, ReportCleanup cleanup) = ReportFiles.Write(result, plan, folder, progress.ReportWritten, cancellation);
        progress.Clear();
        Show(result, plan, written, cleanup);
        return result.Report.Summary.ExitCode;
    }

    /// <summary>Writes one report to standard output.</summary>
    /// <returns>The exit code.</returns>
    public int ToStream(string format, TextWriter standardOutput, CancellationToken cancellation)
    {
        ReportPlan? plan = null;
        using ProgressLine progress = Progress();
        CheckResult result = CheckRunner.Check(job, progress, cancellation, lists => plan = ReportPlan.From(job, lists, [], perFile: false));
        if (plan is null)
        {
            return Fail(result, progress);
        }

        progress.Clear();
        StandardOutput.Write(result, plan.Lists, format, standardOutput, errors);
        Show(result, plan, [], new ReportCleanup([], []));
        return result.Report.Summary.ExitCode;
    }

    private ProgressLine Progress() => new(ConsoleWriter.GetRaw(errors), isShown: !isQuiet && ConsoleWriter.IsErrorTerminal(errors), time);

    private int Fail(CheckResult result, ProgressLine progress)
    {
        progress.Clear();
        FailureText.Show(isQuiet ? errors : output, result.Report);
        return result.Report.Summary.ExitCode;
    }

    private void Show(CheckResult result, ReportPlan plan, IReadOnlyList<string> written, ReportCleanup cleanup)
    {
        if (isQuiet)
        {
            DiagnosticText.Show(errors, result.Report.Diagnostics.Concat(result.Report.Files.SelectMany(file => file.Diagnostics))
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            return;
        }

        using IDisposable stopped = ConsoleWriter.StopCommands(output);
        new CheckConsole(output).Show(result, job, plan, written, cleanup);
    }
}
