using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Adds notes to the cells that decide. A sheet that has notes of its own keeps them and gets none of ours.</summary>
internal static class SheetNotes
{
    /// <summary>The most notes that a sheet gets.</summary>
    public const int Most = 2_000;

    /// <summary>The relationship by which the sheet names the shapes of its notes, in its element <c>legacyDrawing</c>.</summary>
    public const string ShapesId = "rIdSourcingShapes";

    /// <summary>Adds the notes.</summary>
    /// <param name="part">The sheet, already rewritten with <see cref="ShapesId"/> in it.</param>
    /// <param name="notes">Row, column and text of each note, 1-based, in row order; not empty.</param>
    public static void Add(WorksheetPart part, IReadOnlyList<(int Row, int Column, string Text)> notes)
    {
        var list = new CommentList();
        var shapes = new StringBuilder();
        int number = 0;
        foreach ((int row, int column, string text) in notes)
        {
            number++;
            list.AppendChild(new Comment(new CommentText(new Text(SpreadsheetText.ForCell(text)))) { Reference = WorkbookAnnotator.AddressOf(row, column), AuthorId = 0 });
            shapes.Append(CultureInfo.InvariantCulture, $"""
                <v:shape id="_x0000_s{1024 + number}" type="#_x0000_t202" style="position:absolute;visibility:hidden;width:260pt;height:90pt" fillcolor="#FFFFE1" o:insetmode="auto"><v:fill color2="#FFFFE1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>
                """);
        }

        WorksheetCommentsPart comments = part.AddNewPart<WorksheetCommentsPart>("rIdSourcingNotes");
        comments.Comments = new Comments(new Authors(new Author("SourcingCompliance")), list);
        comments.Comments.Save();
        VmlDrawingPart drawing = part.AddNewPart<VmlDrawingPart>(ShapesId);
        using (var stream = new MemoryStream(Encoding.UTF8.GetBytes(
            """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"""
            + shapes + "</xml>")))
        {
            drawing.FeedData(stream);
        }
    }
}
