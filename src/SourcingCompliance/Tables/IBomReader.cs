using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tables;

/// <summary>Reads one file format into tables. The port between the core and the formats.</summary>
public interface IBomReader
{
    /// <summary>Short name of the format, as in <see cref="BomDocument.Format"/>.</summary>
    string Format { get; }

    /// <summary>Opens a document.</summary>
    /// <param name="content">Seekable stream over the whole file, owned by the document from now on.</param>
    /// <param name="path">Path as given, with forward slashes; only for addresses in messages.</param>
    /// <param name="limits">What a file may cost at the most.</param>
    /// <param name="diagnostics">Receives everything that is wrong with the file, also while rows are enumerated later.</param>
    /// <returns>The document; null when the file cannot be read at all, and then an error was added.</returns>
    BomDocument? Open(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics);
}
