using System.Diagnostics;
using System.Globalization;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>Turns blocks into pieces that can be put on pages one after the other, and builds the logical structure on the way.</summary>
internal sealed class BlockSetter
{
    private const double ListIndent = 14;

    // A row that is higher than this share of a page is divided; the rest is left for the repeated head.
    private const double HighestRow = 0.75;
    private readonly FontSet _fonts;
    private readonly NoteBook _notes;
    private readonly LineBreaker _breaker;
    private readonly TableSetter _tables;
    private readonly CardSetter _cards;
    private readonly double _width;
    private readonly List<StructureNode> _sections;

    /// <summary>A setter for one document.</summary>
    /// <param name="fonts">The faces.</param>
    /// <param name="page">Size of the pages.</param>
    /// <param name="root">Node of the document.</param>
    public BlockSetter(FontSet fonts, PageFormat page, StructureNode root)
    {
        (_fonts, _width, _sections) = (fonts, page.ColumnWidth, [root]);
        _notes = new NoteBook(fonts, _width) { Section = root };
        _breaker = new LineBreaker(fonts, _notes);
        _tables = new TableSetter(_breaker, _width, page.ColumnHeight * HighestRow);
        _cards = new CardSetter(_breaker, _width);
    }

    /// <summary>Distance from the top of a line to its base line.</summary>
    public static double GetBaseline(TextStyle style) => ((style.Leading - (style.Size * 1.21)) / 2) + (style.Size * 0.97);

    /// <summary>The pieces of a block.</summary>
    public IReadOnlyList<Piece> Set(Block block) => block switch
    {
        Heading heading => SetHeading(heading),
        Paragraph paragraph => SetParagraph(paragraph, _sections[^1].Add("P"), 0),
        ItemList list => SetList(list),
        Table table => _tables.Set(table, _sections[^1]),
        Picture picture => [SetPicture(picture)],
        Cards cards => [_cards.Set(cards, _sections[^1])],
        KeepTogether together => SetTogether(together),
        PageBreak turn => [new Piece { Height = 0, Contents = [], StartsPage = true, Turn = turn }],
        Space space => [new Piece { Height = 0, Before = space.Height, Contents = [] }],
        Separator line =>
            [new Piece { Height = line.Thickness, Before = 6, After = 6,
                Contents = [new PlacedBox(null, 0, 0, _width, line.Thickness, line.IsStrong ? Ink.Text : Ink.Rule)] }],
        _ => throw new UnreachableException(),
    };

    private List<Piece> SetHeading(Heading heading)
    {
        _sections.RemoveRange(Math.Min(heading.Level, _sections.Count), Math.Max(0, _sections.Count - heading.Level));
        _sections.Add(_sections[^1].Add("Sect"));
        _notes.Section = _sections[^1];
        TextStyle style = heading.Style ?? heading.Level switch { 1 => TextStyle.Heading1, 2 => TextStyle.Heading2, _ => TextStyle.Heading3 };
        StructureNode node = _sections[^1].Add(string.Create(CultureInfo.InvariantCulture, $"H{heading.Level}"));
        List<Piece> pieces = SetParagraph(new Paragraph(new Run(heading.Text)) { Style = style, KeepsWithNext = true, Anchor = heading.Anchor }, node, 0);
        pieces[0] = pieces[0] with { Bookmark = heading, StartsPage = heading.StartsPage, SharesPageUpTo = heading.SharesPageUpTo };
        return pieces;
    }

    private List<Piece> SetParagraph(Paragraph paragraph, StructureNode node, double indent)
    {
        TextStyle style = paragraph.Style;
        IReadOnlyList<SetLine> lines = _breaker.Break(paragraph, style, _width - indent, node);
        var pieces = new List<Piece>();
        for (int index = 0; index < lines.Count; index++)
        {
            bool isLast = index == lines.Count - 1;
            pieces.Add(new Piece
            {
                Before = index == 0 ? style.Before : 0,
                After = isLast ? style.After : 0,
                Height = style.Leading,
                Contents = [.. lines[index].Contents.Select(placed => placed.Move(indent, GetBaseline(style)))],
                // At least two lines stand together at the foot of a page and at the head of the next.
                KeepsWithNext = isLast ? paragraph.KeepsWithNext : paragraph.KeepsWithNext || index == 0 || index == lines.Count - 2,
                Notes = lines[index].Notes,
                Anchor = index == 0 ? paragraph.Anchor : null,
            });
        }

        return pieces;
    }

    private List<Piece> SetList(ItemList list)
    {
        StructureNode node = _sections[^1].Add("L", numbering: list.IsNumbered ? "Decimal" : "Disc");
        var pieces = new List<Piece>();
        for (int index = 0; index < list.Items.Length; index++)
        {
            Paragraph item = list.Items[index];
            StructureNode entry = node.Add("LI");
            StructureNode label = entry.Add("Lbl");
            StructureNode body = entry.Add("LBody");
            string mark = list.IsNumbered ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}.") : "•";
            TextStyle tight = item.Style with { After = Math.Min(item.Style.After, 3) };
            List<Piece> lines = SetParagraph(item with { Style = index == list.Items.Length - 1 ? item.Style : tight }, body, ListIndent);
            SetLine labelLine = _breaker.Break(new Paragraph(new Run(mark) { Color = Ink.Muted, IsTabular = true }), item.Style, ListIndent, label)[0];
            lines[0] = lines[0] with { Contents = [.. labelLine.Contents.Select(placed => placed.Move(0, GetBaseline(item.Style))), .. lines[0].Contents] };
            pieces.AddRange(lines);
        }

        return pieces;
    }

    private List<Piece> SetTogether(KeepTogether together)
    {
        List<Piece> pieces = [.. together.Blocks.SelectMany(Set)];
        for (int index = 0; index < pieces.Count - 1; index++)
        {
            pieces[index] = pieces[index] with { KeepsWithNext = true };
        }

        return pieces;
    }

    private Piece SetPicture(Picture picture)
    {
        StructureNode node = _sections[^1].Add("Figure", alternateText: picture.AlternateText);
        var contents = new List<Placed>();
        foreach (Shape shape in picture.Shapes)
        {
            switch (shape)
            {
                case Box box:
                    contents.Add(new PlacedBox(node, box.X, box.Y, box.Width, box.Height, box.Color));
                    break;
                case Polygon polygon:
                    contents.Add(new PlacedPolygon(node, polygon.Points, polygon.Color, polygon.StrokeWidth, polygon.Dash, polygon.StrokeWidth is null));
                    break;
                case MarkShape mark:
                    contents.AddRange(MarkDrawing.Draw(mark.Mark, mark.X, mark.Y, mark.Size, mark.Color, node, _fonts));
                    break;
                case Label label:
                    contents.AddRange(SetLabel(label, node));
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return new Piece { Before = 6, After = 10, Height = picture.Height, Contents = contents, Figure = (node, picture.Width) };
    }

    private IEnumerable<Placed> SetLabel(Label label, StructureNode node)
    {
        ShapedText shaped = _fonts.Shape(label.Text, label.IsStrong, isTabular: true);
        double width = shaped.Width * label.Size;
        double x = label.Alignment switch
        {
            Alignment.Left => label.X,
            Alignment.Right => label.X - width,
            Alignment.Center => label.X - (width / 2),
            _ => throw new UnreachableException(),
        };
        foreach (ShapedPiece piece in shaped.Pieces)
        {
            yield return new PlacedText(node, x, label.Baseline, piece, label.Size, label.Color);
            x += piece.Width * label.Size;
        }
    }
}
