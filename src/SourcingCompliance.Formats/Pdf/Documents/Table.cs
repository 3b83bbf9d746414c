using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>A table. Its head is repeated on every page; a row is never divided unless it is higher than a page.</summary>
/// <param name="Columns">The columns from left to right.</param>
/// <param name="Head">Rows of the head; none when each row has a head cell of its own.</param>
/// <param name="Rows">The other rows.</param>
internal sealed record Table(ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Head, ImmutableArray<TableRow> Rows) : Block
{
    /// <summary>What the table shows, for readers that do not see it.</summary>
    public required string Summary { get; init; }

    /// <summary>How the cells are set.</summary>
    public TextStyle Style { get; init; } = TextStyle.Small;

    /// <summary>Room above and below the text of a cell, in points. The default is 4.</summary>
    public double Padding { get; init; } = 4;

    /// <summary>Room left and right of the text of a cell, in points. The default is 5.</summary>
    public double PaddingX { get; init; } = 5;

    /// <summary>Room below the table, in points. The default is 12.</summary>
    public double After { get; init; } = 12;

    /// <summary>Whether its last row must stand on the page of what follows.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>A row of column heads.</summary>
    public static TableRow HeadRow(params ReadOnlySpan<string> titles)
    {
        ImmutableArray<TableCell>.Builder cells = ImmutableArray.CreateBuilder<TableCell>(titles.Length);
        foreach (string title in titles)
        {
            cells.Add(new TableCell(new Paragraph(new Run(title) { IsStrong = true, Color = Ink.Muted })));
        }

        return new TableRow(cells.ToImmutable());
    }
}

/// <summary>A column.</summary>
/// <param name="Parts">Its share of the grid of twelve parts.</param>
internal sealed record TableColumn(double Parts)
{
    /// <summary>Where the cells' lines stand.</summary>
    public Alignment Alignment { get; init; }
}

/// <summary>A row.</summary>
/// <param name="Cells">Its cells from left to right; together they span every column.</param>
internal sealed record TableRow(params ImmutableArray<TableCell> Cells)
{
    /// <summary>Whether it heads the rows below it, inside the table, and stays with the first of them.</summary>
    public bool IsGroupHead { get; init; }

    /// <summary>Name that links lead to; null = none.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A cell.</summary>
/// <param name="Paragraphs">Its text; empty for an empty cell.</param>
internal sealed record TableCell(params ImmutableArray<Paragraph> Paragraphs)
{
    /// <summary>Color behind the text; null = paper.</summary>
    public Ink? Tint { get; init; }

    /// <summary>A field that fills the cell below its text; null = none.</summary>
    public FormField? Field { get; init; }

    /// <summary>How many columns it spans.</summary>
    public int Span { get; init; } = 1;

    /// <summary>Whether it heads its row.</summary>
    public bool IsRowHead { get; init; }

    /// <summary>A cell of one plain paragraph.</summary>
    public static implicit operator TableCell(string text) => new(new Paragraph(text));

    /// <summary>A cell of one run.</summary>
    public static implicit operator TableCell(Run run) => new(new Paragraph(run));
}
