using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>A part of a document that takes the full width of the column: one of the records below and no other.</summary>
internal abstract record Block;

/// <summary>A heading. Headings nest: no level is left out on the way down.</summary>
/// <param name="Level">1, 2 or 3.</param>
/// <param name="Text">What it says; it is also the bookmark.</param>
internal sealed record Heading(int Level, string Text) : Block
{
    /// <summary>Name that links lead to; null = none.</summary>
    public string? Anchor { get; init; }

    /// <summary>Whether it opens a page.</summary>
    public bool StartsPage { get; init; }

    /// <summary>What the left of the running foot says from here until another heading opens a page; null = what the document says.</summary>
    public string? Foot { get; init; }
}

/// <summary>A paragraph.</summary>
/// <param name="Runs">Its text.</param>
internal sealed record Paragraph(params ImmutableArray<Run> Runs) : Block
{
    /// <summary>How it is set.</summary>
    public TextStyle Style { get; init; } = TextStyle.Body;

    /// <summary>Where its lines stand.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Whether it must stand on the page of what follows.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>Name that links lead to; null = none.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
internal sealed record ItemList(params ImmutableArray<Paragraph> Items) : Block
{
    /// <summary>Whether the items are counted and not only marked.</summary>
    public bool IsNumbered { get; init; }
}

/// <summary>Blocks that stand on one page, unless they are longer than one.</summary>
/// <param name="Blocks">The blocks.</param>
internal sealed record KeepTogether(params ImmutableArray<Block> Blocks) : Block;

/// <summary>Goes on on the next page.</summary>
internal sealed record PageBreak : Block;

/// <summary>Empty room; none at the top of a page.</summary>
/// <param name="Height">Height in points.</param>
internal sealed record Space(double Height) : Block;

/// <summary>A thin line across the column.</summary>
internal sealed record Separator : Block;

/// <summary>Where lines stand in their column.</summary>
internal enum Alignment
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>At the right, as numbers do.</summary>
    Right,

    /// <summary>In the middle.</summary>
    Center,
}
