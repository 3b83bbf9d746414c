using SourcingCompliance.Formats.Pdf.Documents;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>A strip of content across the column that is never divided: a line, a row of a table, a picture.</summary>
internal sealed record Piece
{
    /// <summary>Room that it wants above; between two pieces the larger of their wishes holds.</summary>
    public double Before { get; init; }

    /// <summary>Room that it wants below.</summary>
    public double After { get; init; }

    /// <summary>Its height.</summary>
    public required double Height { get; init; }

    /// <summary>What it shows, placed from its own top left corner.</summary>
    public required IReadOnlyList<Placed> Contents { get; init; }

    /// <summary>Whether it must stand on the page of the next piece.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>Whether it opens a page.</summary>
    public bool StartsPage { get; init; }

    /// <summary>A page of which at most this share is used is not left for it.</summary>
    public double SharesPageUpTo { get; init; }

    /// <summary>The head that is repeated above it when it opens a page; null = none.</summary>
    public Piece? RepeatedHead { get; init; }

    /// <summary>Notes that it is the first to refer to.</summary>
    public IReadOnlyList<SetNote> Notes { get; init; } = [];

    /// <summary>Name that links lead to; null = none.</summary>
    public string? Anchor { get; init; }

    /// <summary>The page break that it is; null = it is none.</summary>
    public PageBreak? Turn { get; init; }

    /// <summary>The heading that it begins; null = none.</summary>
    public Heading? Bookmark { get; init; }

    /// <summary>The node of the picture that it is; null = it is none.</summary>
    public (StructureNode Node, double Width)? Figure { get; init; }
}

/// <summary>A line of a paragraph.</summary>
/// <param name="Contents">What it shows; the base line is 0 and the column begins at 0.</param>
/// <param name="Width">Its width without the space at its end.</param>
/// <param name="Notes">Notes that it refers to first.</param>
internal sealed record SetLine(IReadOnlyList<Placed> Contents, double Width, IReadOnlyList<SetNote> Notes);

/// <summary>A note set in lines.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Height">Its height.</param>
/// <param name="Contents">What it shows, placed from its own top left corner.</param>
internal sealed record SetNote(int Number, double Height, IReadOnlyList<Placed> Contents)
{
    /// <summary>Name that its number leads to.</summary>
    public string Anchor => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"note-{Number}");
}
