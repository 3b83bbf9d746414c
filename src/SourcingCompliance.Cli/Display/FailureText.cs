using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Cli.Display;

/// <summary>Says why a run could not begin, and that nothing was written over the reports of an earlier one.</summary>
internal static class FailureText
{
    /// <summary>Prints every error, then what it means.</summary>
    /// <param name="errors">Receives the lines.</param>
    /// <param name="report">The report of a run that checked nothing.</param>
    /// <param name="end">What was not written, as the end of the last sentence.</param>
    public static void Show(TextWriter errors, ComplianceReport report, string end = "no report was written")
    {
        foreach (Diagnostic diagnostic in report.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note))
        {
            string kind = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
            errors.WriteLine($"{kind} {diagnostic.Id} {(diagnostic.Id == DiagnosticIds.PathNotFound ? NotFound(diagnostic) : diagnostic.ToString())}");
        }

        errors.WriteLine($"Nothing was checked; {end}.");
    }

    private static string NotFound(Diagnostic diagnostic)
    {
        string path = diagnostic.Cell.File;
        bool isPattern = path.AsSpan().IndexOfAny('*', '?') >= 0;
        if (isPattern)
        {
            return diagnostic.ToString();
        }

        string folder = Path.GetDirectoryName(path) ?? "";
        string meant = NearestWord.To(Path.GetFileName(path), NamesIn(folder)) is { } near
            ? $" Did you mean '{Path.Combine(folder, near).Replace('\\', '/')}'?" : "";
        return $"{path} not found.{meant}";
    }

    private static IEnumerable<string> NamesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder.Length == 0 ? "." : folder)
                .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
