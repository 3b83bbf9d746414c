using System.Collections.Immutable;

namespace SourcingCompliance.Evidence;

/// <summary>
/// What one supplier said at one time: one file of the ledger, <c>evidence/statements/&lt;supplier&gt;/&lt;id&gt;.json</c>. Its shape follows the
/// origins of CycloneDX's hardware draft (stage, distribution by country, performed by), so that the ledger can be exchanged.
/// </summary>
public sealed record Statement
{
    /// <summary>Id of the response, one of the whole ledger: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, at most 80 characters.</summary>
    public required string Id { get; init; }

    /// <summary>What it was taken from.</summary>
    public required StatementSource Source { get; init; }

    /// <summary>Who says it.</summary>
    public required StatementSupplier Supplier { get; init; }

    /// <summary>Who signed it; null = nobody.</summary>
    public StatementSigner? Signer { get; init; }

    /// <summary>The day of the statement; null = that of the signature, or not stated.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Its last day, inclusive; null = no end stated.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The day on which it was put into the ledger.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Id of the request that it answers; null = none.</summary>
    public string? Request { get; init; }

    /// <summary>Ids of earlier statements that it replaces, because it says so; they no longer count.</summary>
    public ImmutableArray<string> Supersedes { get; init; } = [];

    /// <summary>What it says, part by part, in its own order.</summary>
    public ImmutableArray<StatementItem> Items { get; init; } = [];

    /// <summary>The documents that it came with.</summary>
    public ImmutableArray<StatementDocument> Documents { get; init; } = [];

    /// <summary>What was not understood when it was taken in: nothing is lost.</summary>
    public ImmutableArray<UnreadAnswer> Unread { get; init; } = [];

    /// <summary>Path of its file, from the folder of the ledger, with forward slashes; empty for a statement that is not on file.</summary>
    public string Path { get; init; } = "";

    /// <summary>The day of the statement as far as known: the stated one, else that of the signature.</summary>
    public DateOnly? Day => IssuedOn ?? Signer?.SignedOn;
}

/// <summary>What a statement was taken from.</summary>
/// <param name="Kind">Its kind.</param>
public sealed record StatementSource(StatementKind Kind)
{
    /// <summary>Form and version in words: <c>CMRT 6.5</c>, <c>CycloneDX 2.0 draft</c>; null = the kind says enough.</summary>
    public string? Form { get; init; }

    /// <summary>Name of the file that it was read from, as the supplier called it; null = typed in.</summary>
    public string? FileName { get; init; }

    /// <summary>SHA-256 of that file, lower-case hexadecimal; null = typed in.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What a typed-in answer rests on, in words: <c>letter of November 3, 2026</c>, <c>phone call</c>; null = not stated.</summary>
    public string? Basis { get; init; }

    /// <summary>Whether the form is a draft that may still change.</summary>
    public bool IsDraft { get; init; }

    /// <summary>
    /// Whether it answers another question than the clause asks (CMRT, EMRT, AMRT: the Congo and its neighbors). It then counts as a lead: it never
    /// supports a pass and never convicts a part, but what it names of a covered country keeps a part from passing until somebody explains it.
    /// </summary>
    public bool IsLead => Kind is StatementKind.Cmrt or StatementKind.Emrt or StatementKind.Amrt;
}

/// <summary>Kinds of sources. The JSON name of a kind is its name in camel case.</summary>
public enum StatementKind
{
    /// <summary>Our own questionnaire.</summary>
    Questionnaire,

    /// <summary>A certificate: of conformity, of a mill, EN 10168.</summary>
    Certificate,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>A conflict minerals reporting template.</summary>
    Cmrt,

    /// <summary>An extended minerals reporting template.</summary>
    Emrt,

    /// <summary>An additional minerals reporting template.</summary>
    Amrt,

    /// <summary>A material declaration IPC-1752A.</summary>
    Ipc1752A,

    /// <summary>A CycloneDX document.</summary>
    CycloneDx,

    /// <summary>A list of known parts of our own.</summary>
    KnownParts,

    /// <summary>Typed in by one of our own people, from paper or a call.</summary>
    TypedIn,
}

/// <summary>Who says it.</summary>
/// <param name="Name">Name of the company as the statement writes it.</param>
public sealed record StatementSupplier(string Name)
{
    /// <summary>CAGE code, five characters; null = not stated.</summary>
    public string? Cage { get; init; }

    /// <summary>Whom to ask back: a name; null = not stated.</summary>
    public string? Contact { get; init; }

    /// <summary>Address for mail; null = not stated.</summary>
    public string? Email { get; init; }
}

/// <summary>Who signed.</summary>
/// <param name="Name">Name.</param>
/// <param name="Title">Title; null = not stated.</param>
/// <param name="SignedOn">Day of the signature; null = not stated.</param>
public sealed record StatementSigner(string Name, string? Title, DateOnly? SignedOn);

/// <summary>A document that a statement came with. Its file lies in the ledger's folder <c>documents</c>, named by its hash.</summary>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
/// <param name="Kind">What it is: <c>melt-certificate</c>, <c>certificate-of-conformity</c>, <c>letter</c>, <c>response</c>, <c>other</c>, or a word of the
/// user's own.</param>
/// <param name="FileName">Its own name, as it came; never used as a path.</param>
public sealed record StatementDocument(string Sha256, string Kind, string FileName)
{
    /// <summary>Its title; null = its name says enough.</summary>
    public string? Title { get; init; }
}

/// <summary>A page of a document that supports a fact.</summary>
/// <param name="Sha256">Hash of the document.</param>
/// <param name="Page">The page as the supplier writes it: <c>3</c>, <c>2-4</c>; null = the whole document.</param>
public sealed record DocumentPage(string Sha256, string? Page);

/// <summary>Something in an answer that was not understood or not taken.</summary>
/// <param name="Place">Where it stands: a cell with its sheet, a path in a file.</param>
/// <param name="Text">What it says, shortened to 200 characters.</param>
/// <param name="Reason">Why it was not taken.</param>
public sealed record UnreadAnswer(string Place, string Text, string Reason);
