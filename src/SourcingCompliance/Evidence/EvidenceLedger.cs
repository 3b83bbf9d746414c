using System.Collections.Immutable;

namespace SourcingCompliance.Evidence;

/// <summary>Everything on file: statements, the log, and the documents whose content has their hash.</summary>
/// <param name="Folder">Path of its folder as given, with forward slashes.</param>
/// <param name="Statements">The statements, by path.</param>
/// <param name="Log">What was asked and received.</param>
/// <param name="Documents">Hashes of the documents on file, lower-case hexadecimal.</param>
public sealed record EvidenceLedger(string Folder, ImmutableArray<Statement> Statements, RequestLog Log, ImmutableHashSet<string> Documents)
{
    /// <summary>SHA-256 over the content of every file of the folder, lower-case hexadecimal; empty when it was not worked out.</summary>
    public string Sha256 { get; init; } = "";
}

/// <summary>What a run asks of evidence.</summary>
public sealed record EvidenceTerms
{
    /// <summary>The day of the check.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The last delivery; null = not known.</summary>
    public DateOnly? Delivery { get; init; }

    /// <summary>The first day of the period that the result is for; null = not known. Where no delivery is known, a statement must hold on it.</summary>
    public DateOnly? PeriodFrom { get; init; }

    /// <summary>The day on which a statement must hold to count: that of the last delivery, else the first of the period if it is not yet here, else the day of
    /// the check.</summary>
    public DateOnly NeededOn => Delivery ?? (PeriodFrom > AsOf ? PeriodFrom.Value : AsOf);

    /// <summary>Whether only documented facts count for a pass. The default is that stated ones do.</summary>
    public bool RequiresDocuments { get; init; }

    /// <summary>Whether questionnaires, certificates and letters count for a pass only when somebody signed them. The default is yes.</summary>
    public bool RequiresSignature { get; init; } = true;
}
