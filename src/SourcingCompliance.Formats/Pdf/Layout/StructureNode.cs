namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>A node of the logical structure (ISO 32000-1, 14.7), which tells readers that do not see the page what is what.</summary>
internal sealed class StructureNode
{
    private readonly List<StructureNode> _children = [];

    private StructureNode(string role, StructureNode? parent)
    {
        Role = role;
        Parent = parent;
    }

    /// <summary>Standard structure type: <c>P</c>, <c>TD</c>, <c>Figure</c>.</summary>
    public string Role { get; }

    /// <summary>The node that it belongs to; null for the document itself.</summary>
    public StructureNode? Parent { get; }

    /// <summary>The nodes below that have their place already, in reading order.</summary>
    public IReadOnlyList<StructureNode> Children => _children;

    /// <summary>Whether its place among its parent's children is taken when its first content is drawn, as that of a link inside a sentence.</summary>
    public bool IsInline { get; private init; }

    /// <summary>Words that take its place for readers that do not see it; null = none.</summary>
    public string? AlternateText { get; init; }

    /// <summary>What a header cell is the header of: <c>Column</c> or <c>Row</c>; null = it is no header cell.</summary>
    public string? Scope { get; init; }

    /// <summary>How many columns a cell spans.</summary>
    public int Span { get; init; } = 1;

    /// <summary>How items of a list are marked: <c>Disc</c> or <c>Decimal</c>; null = it is no list.</summary>
    public string? Numbering { get; init; }

    /// <summary>What a table shows; null = not said.</summary>
    public string? Summary { get; init; }

    /// <summary>Name that is unique in the document; null = none.</summary>
    public string? Id { get; init; }

    /// <summary>Where a figure stands, from the top left corner of its page; null = it is no figure, or not placed yet.</summary>
    public (double X, double Y, double Width, double Height)? Bounds { get; set; }

    /// <summary>A document without content.</summary>
    public static StructureNode Root() => new("Document", null);

    /// <summary>Adds a node after the others.</summary>
    public StructureNode Add(string role) => Add(new StructureNode(role, this));

    /// <summary>Adds a table, figure, cell, list or note after the others, with what is said of it.</summary>
    public StructureNode Add(
        string role, string? alternateText = null, string? scope = null, int span = 1, string? numbering = null, string? summary = null, string? id = null) =>
        Add(new StructureNode(role, this)
        {
            AlternateText = alternateText,
            Scope = scope,
            Span = span,
            Numbering = numbering,
            Summary = summary,
            Id = id,
        });

    /// <summary>Makes a node that takes its place when its first content is drawn.</summary>
    public StructureNode AddInline(string role, string? id = null) => new(role, this) { IsInline = true, Id = id };

    private StructureNode Add(StructureNode child)
    {
        _children.Add(child);
        return child;
    }
}
