using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Images;

namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>A part of a document that takes the full width of the column: one of the records below and no other.</summary>
internal abstract record Block;

/// <summary>A heading. Headings nest: no level is left out on the way down.</summary>
/// <param name="Level">1, 2 or 3.</param>
/// <param name="Text">What it says; it is also the bookmark.</param>
internal sealed record Heading(int Level, string Text) : Block
{
    /// <summary>How it is set; null = as its level is.</summary>
    public TextStyle? Style { get; init; }

    /// <summary>Name that links lead to; null = none.</summary>
    public string? Anchor { get; init; }

    /// <summary>Whether it opens a page.</summary>
    public bool StartsPage { get; init; }

    /// <summary>A page of which at most this share is used, 0..1, is not left for a heading that opens one. The default is 0.</summary>
    public double SharesPageUpTo { get; init; }

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
internal sealed record PageBreak : Block
{
    /// <summary>What the left of the running foot says from here on; null = what it said.</summary>
    public string? Foot { get; init; }

    /// <summary>Whether the pages are numbered from 1 again, as in a letter of its own.</summary>
    public bool StartsNumbering { get; init; }
}

/// <summary>Empty room; none at the top of a page.</summary>
/// <param name="Height">Height in points.</param>
internal sealed record Space(double Height) : Block;

/// <summary>A thin line across the column.</summary>
internal sealed record Separator : Block
{
    /// <summary>Its thickness in points. The default is 0.5.</summary>
    public double Thickness { get; init; } = 0.5;

    /// <summary>Whether it has the ink of text.</summary>
    public bool IsStrong { get; init; }
}

/// <summary>Cards of one height next to one another.</summary>
/// <param name="Items">The cards from left to right.</param>
internal sealed record Cards(params ImmutableArray<Card> Items) : Block
{
    /// <summary>Room below, in points. The default is 8.</summary>
    public double After { get; init; } = 8;
}

/// <summary>A column of paragraphs, with or without a frame.</summary>
/// <param name="Paragraphs">Its text.</param>
internal sealed record Card(params ImmutableArray<Paragraph> Paragraphs)
{
    /// <summary>Width relative to the other cards. The default is 1.</summary>
    public double Parts { get; init; } = 1;

    /// <summary>A picture at its left, before the text; null = none.</summary>
    public PixelImage? Picture { get; init; }

    /// <summary>Ink of the bar at its left edge, which comes with a thin frame; null = no bar and no frame.</summary>
    public Ink? Accent { get; init; }

    /// <summary>Ink behind the text; null = paper.</summary>
    public Ink? Tint { get; init; }
}

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
