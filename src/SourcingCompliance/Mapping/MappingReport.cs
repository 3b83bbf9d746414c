using System.Collections.Immutable;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping;

/// <summary>How the columns of several files were understood: the answer to <c>sourcing map</c>.</summary>
/// <param name="Files">The files in the order given.</param>
public sealed record MappingReport(ImmutableArray<MappedFile> Files)
{
    /// <summary>Whether a file could not be read or mapped.</summary>
    public bool HasErrors => Files.Any(file => file.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
}

/// <summary>How one file was understood.</summary>
/// <param name="Path">Path as given, with forward slashes.</param>
/// <param name="Format">Short name of the format of the content; null when the file could not be opened.</param>
/// <param name="Sheets">Its sheets in order.</param>
/// <param name="Diagnostics">What was found on the way.</param>
public sealed record MappedFile(string Path, string? Format, ImmutableArray<SheetMapping> Sheets, ImmutableArray<Diagnostic> Diagnostics);
