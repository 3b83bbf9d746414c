using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>A document set in pages: everything has its place, and nothing of PDF is decided yet.</summary>
/// <param name="Source">The document.</param>
/// <param name="Fonts">The faces that its glyphs are of.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Structure">The logical structure.</param>
/// <param name="Bookmarks">The headings in reading order.</param>
/// <param name="Anchors">Where links lead to.</param>
internal sealed record LaidOutDocument(
    Document Source,
    FontSet Fonts,
    IReadOnlyList<Page> Pages,
    StructureNode Structure,
    IReadOnlyList<Bookmark> Bookmarks,
    IReadOnlyDictionary<string, Destination> Anchors);

/// <summary>A page.</summary>
/// <param name="Number">1-based number.</param>
/// <param name="Contents">What it shows, in reading order.</param>
/// <param name="Foot">The running foot, which readers leave out.</param>
internal sealed record Page(int Number, List<Placed> Contents, List<Placed> Foot)
{
    /// <summary>What the left of the foot says; null = what the document says.</summary>
    public string? FootLeft { get; set; }

    /// <summary>Whether the pages are numbered from 1 again, from here on.</summary>
    public bool StartsNumbering { get; set; }

    /// <summary>How much of the column of text is used, 0..1, notes aside.</summary>
    public double Filled { get; set; }
}

/// <summary>A place that links lead to.</summary>
/// <param name="Page">0-based page.</param>
/// <param name="Y">Distance from the page's upper edge.</param>
internal readonly record struct Destination(int Page, double Y);

/// <summary>A heading in the reader's table of contents.</summary>
/// <param name="Level">1, 2 or 3.</param>
/// <param name="Text">What it says.</param>
/// <param name="Target">Where it stands.</param>
internal sealed record Bookmark(int Level, string Text, Destination Target);
