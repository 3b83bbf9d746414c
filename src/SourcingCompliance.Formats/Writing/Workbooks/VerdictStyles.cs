using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Adds the formats of verdicts to a workbook's own style sheet, behind those that are there: a format once given keeps its number,
/// so that no cell of the user's changes.
/// </summary>
internal sealed class VerdictStyles
{
    private readonly Stylesheet _sheet;
    private readonly WorkbookStylesPart _part;
    private readonly Dictionary<(uint Base, Verdict Verdict), uint> _tinted = [];
    private readonly Dictionary<Verdict, (uint Fill, uint Font)> _looks = [];

    public VerdictStyles(WorkbookPart workbook)
    {
        _part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>("rIdSourcingStyles");
        _part.Stylesheet ??= new Stylesheet();
        _sheet = _part.Stylesheet;
        _sheet.Fonts ??= new Fonts(new Font());
        _sheet.Fills ??= new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        _sheet.Borders ??= new Borders(new Border());
        _sheet.CellStyleFormats ??= new CellStyleFormats(new CellFormat());
        _sheet.CellFormats ??= new CellFormats(new CellFormat());
        Head = Append(new CellFormat { FontId = AppendFont("1B2430", isBold: true), FillId = 0, BorderId = 0, ApplyFont = true });
        Plain = Append(new CellFormat(new Alignment { WrapText = false, Vertical = VerticalAlignmentValues.Top }) { FontId = 0, FillId = 0, BorderId = 0, ApplyAlignment = true });
        Wrapped = Append(new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 0, FillId = 0, BorderId = 0, ApplyAlignment = true });
    }

    /// <summary>Number of the format of a head.</summary>
    public uint Head { get; }

    /// <summary>Number of the format of text that does not wrap, so that the user's rows keep their height.</summary>
    public uint Plain { get; }

    /// <summary>Number of the format of wrapped text.</summary>
    public uint Wrapped { get; }

    /// <summary>Number of a format that is another one with a verdict's tint and ink.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="like">Number of the format that the cell has; 0 = the default.</param>
    public uint Tinted(Verdict verdict, uint like = 0)
    {
        if (!_tinted.TryGetValue((like, verdict), out uint number))
        {
            (uint fill, uint font) = LookOf(verdict);
            CellFormat format = CellFormats.ElementAtOrDefault((int)like) is CellFormat original ? (CellFormat)original.CloneNode(deep: true) : new CellFormat();
            format.FillId = fill;
            format.ApplyFill = true;
            if (like == 0)
            {
                format.FontId = font;
                format.ApplyFont = true;
            }

            number = Append(format);
            _tinted.Add((like, verdict), number);
        }

        return number;
    }

    /// <summary>Writes the style sheet back.</summary>
    public void Save() => _part.Stylesheet.Save();

    private CellFormats CellFormats => _sheet.CellFormats ??= new CellFormats();

    private (uint Fill, uint Font) LookOf(Verdict verdict)
    {
        if (!_looks.TryGetValue(verdict, out (uint Fill, uint Font) look))
        {
            VerdictCell wanted = VerdictCell.Of(verdict);
            look = (AppendFill(wanted.Tint), AppendFont(wanted.Ink, isBold: false));
            _looks.Add(verdict, look);
        }

        return look;
    }

    private uint AppendFill(string colour)
    {
        Fills fills = _sheet.Fills ??= new Fills();
        fills.AppendChild(new Fill(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }) { PatternType = PatternValues.Solid }));
        return Counted(fills, count => fills.Count = count);
    }

    private uint AppendFont(string colour, bool isBold)
    {
        Fonts fonts = _sheet.Fonts ??= new Fonts();
        Font font = fonts.Elements<Font>().FirstOrDefault()?.CloneNode(deep: true) as Font ?? new Font();
        font.Bold = isBold ? new Bold() : null;
        font.Color = new Color { Rgb = "FF" + colour };
        fonts.AppendChild(font);
        return Counted(fonts, count => fonts.Count = count);
    }

    private uint Append(CellFormat format)
    {
        CellFormats.AppendChild(format);
        return Counted(CellFormats, count => CellFormats.Count = count);
    }

    private static uint Counted(OpenXmlCompositeElement list, Action<uint> setCount)
    {
        uint count = (uint)list.ChildElements.Count;
        setCount(count);
        return count - 1;
    }
}
