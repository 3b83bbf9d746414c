using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Cli.Display;

/// <summary>Prints diagnostics as one line each, the same for every verb that has no table for them.</summary>
internal static class DiagnosticText
{
    /// <summary>Prints warnings and errors; notes are left out.</summary>
    public static void Show(TextWriter errors, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note))
        {
            errors.WriteLine($"{(diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {diagnostic.Id} {diagnostic}");
        }
    }
}
