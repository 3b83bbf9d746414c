using System.Globalization;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>Sets a document in pages.</summary>
internal static class DocumentLayout
{
    /// <summary>The document with everything in its place.</summary>
    /// <param name="document">The document.</param>
    /// <param name="fonts">The faces; used for this document only.</param>
    public static LaidOutDocument Lay(Document document, FontSet fonts)
    {
        ArgumentNullException.ThrowIfNull(document);
        var root = StructureNode.Root();
        var setter = new BlockSetter(fonts, document.Page, root);
        List<Piece> pieces = [.. document.Blocks.SelectMany(setter.Set)];
        if (fonts.Borrowed.Count > 0 && document.NameFonts is not null)
        {
            pieces.AddRange(setter.Set(document.NameFonts(fonts.Borrowed)));
        }

        if (fonts.Missing.Count > 0 && document.ExplainMissing is not null)
        {
            pieces.AddRange(setter.Set(document.ExplainMissing(fonts.Missing)));
        }

        var paginator = new Paginator(document.Page);
        paginator.Add(pieces);
        paginator.Finish();
        IReadOnlyList<Placed>[] below = [.. Below(document, fonts)];
        foreach ((Page page, int number, int count) in Numbered(paginator.Pages))
        {
            page.Foot.AddRange(Foot(document, fonts, below, page, string.Create(CultureInfo.InvariantCulture, $"Page {number} of {count}")));
        }

        return new LaidOutDocument(document, fonts, paginator.Pages, root, paginator.Bookmarks, paginator.Anchors);
    }

    // In a file of several letters each is numbered by itself.
    private static IEnumerable<(Page Page, int Number, int Count)> Numbered(IReadOnlyList<Page> pages)
    {
        for (int start = 0, end; start < pages.Count; start = end)
        {
            end = start + 1;
            while (end < pages.Count && !pages[end].StartsNumbering)
            {
                end++;
            }

            for (int at = start; at < end; at++)
            {
                yield return (pages[at], at - start + 1, end - start);
            }
        }
    }

    private static IEnumerable<Placed> Foot(Document document, FontSet fonts, IReadOnlyList<Placed>[] below, Page page, string pageText)
    {
        PageFormat format = document.Page;
        double top = format.Height - format.FootHeight + (7.5 * PageFormat.Millimetre);
        double pageWidth = fonts.Shape(pageText, isTabular: true).Width * FootSize;
        return
        [
            new PlacedBox(null, format.Margin, top - 12, format.ColumnWidth, 0.5, Ink.Rule),
            .. Line(Shortened(page.FootLeft ?? document.Foot.Left, fonts, format.ColumnWidth - pageWidth - 16), format.Margin, top, Ink.Text),
            .. Line(pageText, format.Width - format.Margin - pageWidth, top, Ink.Text),
            .. below.SelectMany((line, index) => line.Select(placed => placed.Move(format.Margin, top + ((index + 1) * FootLeading)))),
            .. document.Marking is { Length: > 0 } marking ? Marking(marking, format.Margin / 2).Concat(Marking(marking, format.Height - MarkingRoom)) : [],
        ];

        // 32 CFR 2002.20: a banner marking stands in the middle of the top of every page.
        IEnumerable<Placed> Marking(string text, double baseline)
        {
            // A long marking is set smaller before any of it is cut.
            double size = Math.Clamp(format.ColumnWidth / fonts.Shape(text, isStrong: true).Width, SmallestMarking, MarkingSize);
            string shown = Shortened(text, fonts, format.ColumnWidth * FootSize / size);
            double x = (format.Width - (fonts.Shape(shown, isStrong: true).Width * size)) / 2;
            foreach (ShapedPiece piece in fonts.Shape(shown, isStrong: true).Pieces)
            {
                yield return new PlacedText(null, x, baseline, piece, size, Ink.Text);
                x += piece.Width * size;
            }
        }

        IEnumerable<Placed> Line(string text, double x, double baseline, Ink color)
        {
            foreach (ShapedPiece piece in fonts.Shape(text, isTabular: true).Pieces)
            {
                yield return new PlacedText(null, x, baseline, piece, FootSize, color);
                x += piece.Width * FootSize;
            }
        }
    }

    private const double FootSize = 7.5;
    private const double FootLeading = 9.5;
    private const double MarkingSize = 9;
    private const double SmallestMarking = 6;
    private const double MarkingRoom = 8;
    private const int FootLines = 2;

    // What must stand on every page is wrapped and not cut, as far as the margin has room.
    private static IEnumerable<IReadOnlyList<Placed>> Below(Document document, FontSet fonts)
    {
        double width = document.Page.ColumnWidth;
        var style = new TextStyle(FootSize, FootLeading) { Color = Ink.Muted };
        var breaker = new LineBreaker(fonts, new NoteBook(fonts, width));
        string text = Shortened(document.Foot.Below, fonts, (width * FootLines) - (width / 8));
        return breaker.Break(new Paragraph(new Run(text)), style, width, null, isTabular: true).Take(FootLines).Select(line => line.Contents);
    }

    private static string Shortened(string text, FontSet fonts, double width)
    {
        if (fonts.Shape(text, isTabular: true).Width * FootSize <= width)
        {
            return text;
        }

        int length = WordSplitter.LongestBeginning(text, beginning => fonts.Shape(beginning + "…", isTabular: true).Width * FootSize <= width);
        return text[..length] + "…";
    }
}
