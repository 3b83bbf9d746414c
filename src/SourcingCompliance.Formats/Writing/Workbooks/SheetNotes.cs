using System.Globalization;
using System.IO.Packaging;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Adds notes to the cells that a verdict rests on. A sheet that has notes of its own keeps them and gets none of ours.</summary>
internal static class SheetNotes
{
    /// <summary>The most notes that a sheet gets.</summary>
    public const int Most = 2_000;

    /// <summary>The notes of a sheet, in row order: the reason at each cell that a verdict rests on.</summary>
    /// <param name="annotations">The annotations by row.</param>
    public static (int Row, int Column, string Text)[] GetNotes(IReadOnlyDictionary<int, RowAnnotation> annotations) =>
        [.. annotations.Where(entry => entry.Value.TintsCell).OrderBy(entry => entry.Key)
            .Select(entry => (entry.Key, entry.Value.DecidingColumn, entry.Value.Reason)).Take(Most)];

    /// <summary>The relationship by which the sheet names the shapes of its notes, in its element <c>legacyDrawing</c>.</summary>
    public const string ShapesId = "rIdSourcingShapes";

    /// <summary>Adds the notes.</summary>
    /// <param name="package">The package of the workbook.</param>
    /// <param name="part">The sheet, which will be copied with <see cref="ShapesId"/> in it.</param>
    /// <param name="notes">Row, column and text of each note, 1-based, in row order; not empty.</param>
    public static void Add(Package package, WorksheetPart part, IReadOnlyList<(int Row, int Column, string Text)> notes)
    {
        var list = new CommentList();
        var shapes = new StringBuilder();
        int number = 0;
        foreach ((int row, int column, string text) in notes)
        {
            number++;
            list.AppendChild(new Comment(new CommentText(new Text(SpreadsheetText.ForCell(text))))
            {
                Reference = CellWriter.GetAddress(row, column),
                AuthorId = 0
            });
            shapes.Append(CultureInfo.InvariantCulture, $"""
                <v:shape id="_x0000_s{1024 + number}" type="#_x0000_t202" style="position:absolute;visibility:hidden;width:260pt;height:90pt" fillcolor="#FFFFE1" o:insetmode="auto"><v:fill color2="#FFFFE1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>
                """);
        }

        WorksheetCommentsPart comments = part.AddNewPart<WorksheetCommentsPart>("rIdSourcingNotes");
        comments.Comments = new Comments(new Authors(new Author("SourcingCompliance")), list);
        comments.Comments.Save();
        byte[] content = Encoding.UTF8.GetBytes(
            """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"""
            + shapes + "</xml>");
        AddDrawing(package, part, content);
    }

    // The SDK would call the part vmldrawing.vml; some programs look for vmlDrawing1.vml, as Excel calls it, and fail on a sheet with notes otherwise.
    private static void AddDrawing(Package package, WorksheetPart part, byte[] content)
    {
        Uri name = Enumerable.Range(1, int.MaxValue)
            .Select(number => new Uri(FormattableString.Invariant($"/xl/drawings/vmlDrawing{number}.vml"), UriKind.Relative))
            .First(name => !package.PartExists(name));
        PackagePart drawing = package.CreatePart(name, "application/vnd.openxmlformats-officedocument.vmlDrawing", CompressionOption.Normal);
        using (Stream stream = drawing.GetStream(FileMode.Create, FileAccess.Write))
        {
            stream.Write(content);
        }

        package.GetPart(part.Uri)
            .CreateRelationship(name, TargetMode.Internal, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing", ShapesId);
    }
}
