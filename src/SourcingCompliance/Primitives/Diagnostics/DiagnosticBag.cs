namespace SourcingCompliance.Primitives.Diagnostics;

/// <summary>
/// Collects the diagnostics of one input in the order in which they were found.
/// Not safe for use from several threads: each input has its own.
/// </summary>
public sealed class DiagnosticBag
{
    /// <summary>How many diagnostics of one id are kept before the rest is only counted.</summary>
    public const int MaximumPerId = 200;

    private readonly List<Diagnostic> _items = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The diagnostics so far, in the order found; beyond <see cref="MaximumPerId"/> of one id only <see cref="GetCount"/> grows.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>Whether an input could not be read, mapped or applied.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>How many diagnostics of this id were added, kept or not.</summary>
    public int GetCount(string id) => _counts.GetValueOrDefault(id);

    /// <summary>Adds one diagnostic.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        int count = _counts.GetValueOrDefault(diagnostic.Id) + 1;
        _counts[diagnostic.Id] = count;
        if (count <= MaximumPerId)
        {
            _items.Add(diagnostic);
        }
        else if (count == MaximumPerId + 1)
        {
            _items.Add(diagnostic with { Message = $"More than {MaximumPerId} diagnostics {diagnostic.Id}; the rest is counted, not listed.", Hint = null });
        }
    }

    /// <summary>Adds a note.</summary>
    public void Note(string id, CellRef cell, string message, string? hint = null) =>
        Add(new Diagnostic(id, DiagnosticSeverity.Note, cell, message, hint));

    /// <summary>Adds a warning.</summary>
    public void Warn(string id, CellRef cell, string message, string? hint = null) =>
        Add(new Diagnostic(id, DiagnosticSeverity.Warning, cell, message, hint));

    /// <summary>Adds an error.</summary>
    public void Error(string id, CellRef cell, string message, string? hint = null) =>
        Add(new Diagnostic(id, DiagnosticSeverity.Error, cell, message, hint));
}
