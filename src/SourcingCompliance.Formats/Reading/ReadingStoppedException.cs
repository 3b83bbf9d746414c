namespace SourcingCompliance.Formats.Reading;

/// <summary>
/// Ends the reading of a file from any depth of a parser. Never leaves this folder: <see cref="GuardedRows"/> and
/// <see cref="BomDocumentReader"/> turn it into the error diagnostic that it carries.
/// </summary>
/// <param name="id">Id of the diagnostic.</param>
/// <param name="message">What was found and what was expected.</param>
/// <param name="hint">What the user can do.</param>
#pragma warning disable CA1032, CA1064 // Internal control flow: it always carries a diagnostic, so the standard constructors would be wrong.
internal sealed class ReadingStoppedException(string id, string message, string hint) : Exception(message)
#pragma warning restore CA1032, CA1064
{
    /// <summary>Id of the diagnostic.</summary>
    public string Id { get; } = id;

    /// <summary>What the user can do.</summary>
    public string Hint { get; } = hint;
}
