using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>A document to be set in pages. It knows nothing of what it is about.</summary>
internal sealed record Document
{
    /// <summary>Its title, as the reader's window shows it.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, one sentence.</summary>
    public required string Subject { get; init; }

    /// <summary>The program that made it.</summary>
    public required string Producer { get; init; }

    /// <summary>The day that the file names as its own; the clock is never asked.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Language of the text, RFC 5646.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>Size and margins of the pages.</summary>
    public PageFormat Page { get; init; } = PageFormat.Letter;

    /// <summary>A marking of the content, such as <c>CUI</c>, at the top and at the bottom of every page; null = none.</summary>
    public string? Marking { get; init; }

    /// <summary>What stands at the foot of every page.</summary>
    public required RunningFoot Foot { get; init; }

    /// <summary>The content.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Files that travel inside the document.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>Adds a block at the end that names the fonts of the machine which drew characters that Inter lacks; null = none is added. It receives the
    /// families.</summary>
    public Func<IReadOnlyCollection<string>, Block>? NameFonts { get; init; }

    /// <summary>
    /// Adds a last block that explains the empty boxes that stand in for characters no font on the machine has; null = none is added.
    /// It receives the characters.
    /// </summary>
    public Func<IReadOnlyCollection<string>, Block>? ExplainMissing { get; init; }
}

/// <summary>What stands at the foot of every page; the page number stands at the right of the first line.</summary>
/// <param name="Left">First line, left.</param>
/// <param name="Below">The lines below it, two at the most.</param>
internal sealed record RunningFoot(string Left, string Below);

/// <summary>A file inside the document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its type, for example <c>application/json</c>.</param>
/// <param name="Relationship">How it relates to the document, ISO 19005-3 annex E.</param>
/// <param name="Description">What it is, for the reader's list of attachments.</param>
/// <param name="Write">Writes its bytes, which may be many more than the document's own; called once.</param>
internal sealed record Attachment(string Name, string MediaType, AttachmentRelationship Relationship, string Description, Action<Stream> Write);

/// <summary>How a file relates to the document that carries it.</summary>
internal enum AttachmentRelationship
{
    /// <summary>The document was made from it.</summary>
    Source,

    /// <summary>It is the data behind what the document shows.</summary>
    Data,

    /// <summary>It adds to the document.</summary>
    Supplement,
}
