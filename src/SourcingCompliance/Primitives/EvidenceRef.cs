using System.Collections.Immutable;

namespace SourcingCompliance.Primitives;

/// <summary>The statement of a supplier on which a fact of a line rests, down to the document: the chain that an auditor follows.</summary>
/// <param name="Statement">Id of the statement.</param>
/// <param name="Supplier">Name of the supplier.</param>
public sealed record EvidenceRef(string Statement, string Supplier)
{
    /// <summary>Path of the statement's file, from the folder of the ledger.</summary>
    public string Path { get; init; } = "";

    /// <summary>What it was taken from, in words: <c>questionnaire</c>, <c>CMRT 6.5</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>About what it speaks, in words: <c>lot 7731 of part MAG-22</c>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Name and title of the signer; null = not signed.</summary>
    public string? Signer { get; init; }

    /// <summary>The day of the statement; null = not stated.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Its last day; null = no end stated.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Where the fact stands in the answer; null = typed in.</summary>
    public string? Place { get; init; }

    /// <summary>The documents on file, with matching hash, that support the fact.</summary>
    public ImmutableArray<EvidenceDocument> Documents { get; init; } = [];

    /// <summary>Whether a document on file supports the fact.</summary>
    public bool IsDocumented => !Documents.IsEmpty;

    /// <summary>Whether one of our own people typed it in, so that nothing shows the supplier's own words but a document, if there is one.</summary>
    public bool IsTypedIn { get; init; }

    /// <summary>Whom the supplier named for questions; null = not stated.</summary>
    public string? Contact { get; init; }

    /// <summary>The statement in a sentence: <c>statement R-1 of Acme Magnetics</c>, <c>typed-in statement T-1 of Acme Magnetics (phone call)</c>.</summary>
    public string Words => IsTypedIn
        ? $"typed-in statement {Statement} of {Supplier}{(Source.IndexOf(", ", StringComparison.Ordinal) is >= 0 and var at ? $" ({Source[(at + 2)..]})" : "")}" : $"statement {Statement} of {Supplier}";

    /// <summary>The chain in one line: statement, signer, document with the beginning of its hash.</summary>
    public string Chain => string.Join(" → ", new[] { Words, Signer is { } name ? $"signed by {name}{(Day is { } day ? $", {Wording.FormatDate(day)}" : "")}"
        : IsTypedIn && Contact is { } contact ? $"said by {contact}, not signed" : "not signed" }
        .Concat(Documents.Select(document => document.Words)));
}

/// <summary>A document that supports a fact.</summary>
/// <param name="Sha256">Its hash.</param>
/// <param name="Title">Its title, else its own name.</param>
/// <param name="Page">The page; null = the whole.</param>
public sealed record EvidenceDocument(string Sha256, string Title, string? Page)
{
    private const int ShownDigits = 12;

    /// <summary>The document in words: <c>melt 7731.pdf, page 2 (sha256 0a1b2c3d4e5f)</c>.</summary>
    public string Words => $"{Title}{(Page is { } page ? $", page {page}" : "")} (sha256 {Sha256[..Math.Min(ShownDigits, Sha256.Length)]})";
}
