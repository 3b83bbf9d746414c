using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Reading;

/// <summary>
/// Passes each diagnostic of a document on once, because the rows of a sheet may be enumerated several times.
/// </summary>
/// <param name="diagnostics">Where they go.</param>
/// <param name="path">The file, for addresses.</param>
internal sealed class OnceDiagnostics(DiagnosticBag diagnostics, string path)
{
    private readonly HashSet<Diagnostic> _seen = [];
    private readonly Dictionary<string, int> _keptPerId = new(StringComparer.Ordinal);

    /// <summary>The address of the whole file.</summary>
    public CellRef File { get; } = CellRef.ForFile(path);

    /// <summary>Adds a diagnostic unless the same was added before.</summary>
    public void Add(string id, DiagnosticSeverity severity, CellRef cell, string message, string? hint)
    {
        var diagnostic = new Diagnostic(id, severity, cell, message, hint);
        int kept = _keptPerId.GetValueOrDefault(id);

        // Beyond the bag's own cap the diagnostics are only counted; remembering more of them would cost memory without end.
        if (kept > DiagnosticBag.MaximumPerId || !_seen.Add(diagnostic))
        {
            return;
        }

        _keptPerId[id] = kept + 1;
        diagnostics.Add(diagnostic);
    }

    /// <summary>Adds the error that ended a reading.</summary>
    public void Add(ReadingStoppedException stopped, CellRef cell) =>
        Add(stopped.Id, DiagnosticSeverity.Error, cell, stopped.Message, stopped.Hint);
}
