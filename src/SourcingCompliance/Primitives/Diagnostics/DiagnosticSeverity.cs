namespace SourcingCompliance.Primitives.Diagnostics;

/// <summary>How much a <see cref="Diagnostic"/> matters to the result.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Told for the record; nothing was lost.</summary>
    Note,

    /// <summary>Something was read with doubt; the reader should look.</summary>
    Warning,

    /// <summary>An input could not be read, mapped or applied; the run cannot be called clean (exit code 3 or 4).</summary>
    Error,
}
