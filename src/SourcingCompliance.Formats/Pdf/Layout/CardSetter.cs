using SourcingCompliance.Formats.Pdf.Documents;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>Sets cards next to one another: all of one height, a framed one with a bar of ink at its left edge.</summary>
internal sealed class CardSetter(LineBreaker breaker, double width)
{
    private const double Gap = 14;
    private const double PaddingX = 10;
    private const double PaddingY = 8;
    private const double BarWidth = 3;
    private const double FrameWidth = 0.6;
    private const double PictureHeight = 34;

    /// <summary>The piece of a row of cards.</summary>
    public Piece Set(Cards cards, StructureNode section)
    {
        double parts = cards.Items.Sum(card => card.Parts);
        double free = width - (Gap * (cards.Items.Length - 1));
        var text = new List<Placed>();
        var places = new List<(Card Card, double Left, double Width)>();
        double left = 0;
        double height = 0;
        foreach (Card card in cards.Items)
        {
            double own = free * card.Parts / parts;
            places.Add((card, left, own));
            height = Math.Max(height, AddText(card, left, own, section.Add("Div"), text));
            left += own + Gap;
        }

        return new Piece
        {
            Before = 4, After = cards.After, Height = height,
            Contents = [.. places.SelectMany(place => Frame(place.Card, place.Left, place.Width, height)), .. text]
        };
    }

    private double AddText(Card card, double left, double own, StructureNode node, List<Placed> text)
    {
        bool isBoxed = card.Accent is not null || card.Tint is not null;
        (double right, double top) = isBoxed ? (PaddingX, PaddingY) : (0, 0);
        double indent = isBoxed ? PaddingX + (card.Accent is null ? 0 : BarWidth) : 0;
        double after = 0;
        double least = 0;
        if (card.Picture is { } picture)
        {
            double height = Math.Min(PictureHeight, own / 2 * picture.Height / picture.Width);
            text.Add(new PlacedImage(left + indent, top, height * picture.Width / picture.Height, height, picture));
            indent += (height * picture.Width / picture.Height) + 8;
            least = top + height;
        }

        foreach (Paragraph paragraph in card.Paragraphs)
        {
            top += after;
            foreach (SetLine line in breaker.Break(paragraph, paragraph.Style, own - indent - right, node.Add("P")))
            {
                text.AddRange(line.Contents.Select(placed => placed.Move(left + indent, top + BlockSetter.GetBaseline(paragraph.Style))));
                top += paragraph.Style.Leading;
            }

            after = paragraph.Style.After;
        }

        return Math.Max(top, least) + (isBoxed ? PaddingY : 0);
    }

    private static IEnumerable<Placed> Frame(Card card, double left, double own, double height)
    {
        if (card.Tint is { } tint)
        {
            yield return new PlacedBox(null, left, 0, own, height, tint);
        }

        if (card.Accent is { } accent)
        {
            yield return new PlacedPolygon(null, [(left, 0), (left + own, 0), (left + own, height), (left, height)], Ink.Rule, FrameWidth, null, true);
            yield return new PlacedBox(null, left, 0, BarWidth, height, accent);
        }
    }
}
