using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Server.Views;

/// <summary>What the counts of a result do not contain, as sentences: whoever reads the counts alone must not take them for the whole BOM.</summary>
internal static class LimitRows
{
    /// <summary>The sentences; empty = everything is in the counts.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<string> Get(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. Read(report)];
    }

    /// <summary>Whether everything in a file was read: no sheet was refused, and the file did not end early.</summary>
    /// <param name="file">The file's part of the report.</param>
    public static bool IsComplete(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.ExitCode != ExitCodes.Input;
    }

    private static IEnumerable<string> Read(ComplianceReport report)
    {
        foreach (FileReport file in report.Files.Where(file => !IsComplete(file)))
        {
            yield return FileRows.IsRead(file) ? $"{file.Path} was not read completely." : $"{file.Path} was not read: nothing in it was checked.";
        }

        if (report.Summary.Unaccounted > 0)
        {
            yield return report.Summary.Unaccounted == 1
                ? "1 skipped row or sheet may name a covered material."
                : $"{Wording.GetNumber(report.Summary.Unaccounted)} skipped rows or sheets may name a covered material.";
        }

        if (NotInstalledWords.Compose(report) is { } notInstalled)
        {
            yield return notInstalled;
        }

        if (FilesNotRead.GetDetails(report) is { } notRead)
        {
            yield return notRead;
        }

        if (report.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is > 0 and int errors)
        {
            yield return $"{Wording.FormatCount(errors, "error")} in the files that came with the BOM: see Files read.";
        }

        PolicyFinding[] policies = [.. report.PolicyFindings];
        if (policies.Length > 0 && report.Policies.GetSentence(report.Run, policies) is { } sentence)
        {
            yield return $"{sentence}. See the reports.";
        }
    }
}
