using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Adds the formats of our cells to a workbook's own style sheet, after those that are there: a format once given keeps its number,
/// so that no cell of the user's changes.
/// </summary>
internal sealed class CellStyles
{
    private const string Ink = "1B2430";

    private readonly Stylesheet _sheet;
    private readonly WorkbookStylesPart _part;
    private readonly Dictionary<(uint? Base, Verdict Verdict), uint> _tinted = [];
    private readonly Dictionary<uint, bool> _atTop = [];
    private readonly Dictionary<Verdict, (uint Fill, uint Font)> _looks = [];

    public CellStyles(WorkbookPart workbook)
    {
        _part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>("rIdSourcingStyles");
        _part.Stylesheet ??= new Stylesheet();
        _sheet = _part.Stylesheet;
        _sheet.Fonts ??= new Fonts(new Font());
        _sheet.Fills ??= new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        _sheet.Borders ??= new Borders(new Border());
        _sheet.CellStyleFormats ??= new CellStyleFormats(new CellFormat());
        _sheet.CellFormats ??= new CellFormats(new CellFormat());
        Head = Append(new CellFormat(Top(wraps: true))
        {
            FontId = AppendFont(Ink, isBold: true), FillId = 0, BorderId = AppendLine(),
            ApplyFont = true, ApplyBorder = true, ApplyAlignment = true
        });
        Wrapped = Append(new CellFormat(Top(wraps: true)) { FontId = 0, FillId = 0, BorderId = 0, ApplyAlignment = true });
        WrappedBelow = Append(new CellFormat(new Alignment { WrapText = true }) { FontId = 0, FillId = 0, BorderId = 0, ApplyAlignment = true });
        Title = Append(new CellFormat(Top(wraps: false))
        {
            FontId = AppendFont(Ink, isBold: true, size: 15),
            FillId = 0, BorderId = 0, ApplyFont = true, ApplyAlignment = true
        });
        Strong = Append(new CellFormat(Top(wraps: true))
        {
            FontId = AppendFont(Ink, isBold: true, size: 12),
            FillId = 0, BorderId = 0, ApplyFont = true, ApplyAlignment = true
        });
        // 3 is #,##0 in every workbook (ISO 29500-1 §18.8.30).
        Number =
            Append(new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, Horizontal = HorizontalAlignmentValues.Right })
            {
                NumberFormatId = 3,
                FontId = 0, FillId = 0, BorderId = 0, ApplyNumberFormat = true, ApplyAlignment = true
            });
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            GetTinted(verdict);
            GetTinted(verdict, 0);
        }
    }

    /// <summary>Number of the format of a head: bold, above a line.</summary>
    public uint Head { get; }

    /// <summary>Number of the format of wrapped text.</summary>
    public uint Wrapped { get; }

    /// <summary>Number of the format of wrapped text at the foot of its row, where cells of a user's sheet stand by default.</summary>
    public uint WrappedBelow { get; }

    /// <summary>Number of the format of a sheet's title.</summary>
    public uint Title { get; }

    /// <summary>Number of the format of wrapped text in bold.</summary>
    public uint Strong { get; }

    /// <summary>Number of the format of a whole number.</summary>
    public uint Number { get; }

    /// <summary>Number of the format of a look.</summary>
    public uint Get(RowLook look) => look switch
    {
        RowLook.Plain => Wrapped,
        RowLook.Title => Title,
        RowLook.Strong => Strong,
        RowLook.Head => Head,
        _ => throw new UnreachableException(),
    };

    /// <summary>Number of a format that is another one with a verdict's tint and ink; new ones must be requested before <see cref="Save"/>.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="like">Number of the format that the cell has; 0 = the default; null = a cell of ours, at the head of its row.</param>
    public uint GetTinted(Verdict verdict, uint? like = null)
    {
        if (!_tinted.TryGetValue((like, verdict), out uint number))
        {
            (uint fill, uint font) = GetLook(verdict);
            CellFormat format = CellFormats.ElementAtOrDefault((int)(like ?? 0)) is CellFormat original
                ? (CellFormat)original.CloneNode(deep: true) : new CellFormat();
            format.FillId = fill;
            format.ApplyFill = true;
            if (like is null or 0)
            {
                format.FontId = font;
                format.ApplyFont = true;
                format.Alignment = like is null ? Top(wraps: true) : new Alignment { WrapText = true };
                format.ApplyAlignment = true;
            }

            number = Append(format);
            _tinted.Add((like, verdict), number);
        }

        return number;
    }

    /// <summary>Whether cells of a format stand at the head of their row.</summary>
    /// <param name="number">Number of the format.</param>
    public bool IsAtTop(uint number)
    {
        if (!_atTop.TryGetValue(number, out bool isAtTop))
        {
            isAtTop = CellFormats.ElementAtOrDefault((int)number) is CellFormat { Alignment.Vertical: { } vertical }
                && vertical.Value == VerticalAlignmentValues.Top;
            _atTop.Add(number, isAtTop);
        }

        return isAtTop;
    }

    /// <summary>Writes the style sheet into its part.</summary>
    public void Save() => _part.Stylesheet.Save();

    private CellFormats CellFormats => _sheet.CellFormats ??= new CellFormats();

    private (uint Fill, uint Font) GetLook(Verdict verdict)
    {
        if (!_looks.TryGetValue(verdict, out (uint Fill, uint Font) look))
        {
            VerdictCell wanted = VerdictCell.From(verdict);
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

    private static Alignment Top(bool wraps) => new() { WrapText = wraps, Vertical = VerticalAlignmentValues.Top };

    private uint AppendLine()
    {
        Borders borders = _sheet.Borders ??= new Borders();
        borders.AppendChild(new Border(new LeftBorder(), new RightBorder(), new TopBorder(),
            new BottomBorder(new Color { Rgb = "FF" + Ink }) { Style = BorderStyleValues.Thin }, new DiagonalBorder()));
        return Counted(borders, count => borders.Count = count);
    }

    private uint AppendFont(string colour, bool isBold, double size = 0)
    {
        Fonts fonts = _sheet.Fonts ??= new Fonts();
        Font font = fonts.Elements<Font>().FirstOrDefault()?.CloneNode(deep: true) as Font ?? new Font();
        font.Bold = isBold ? new Bold() : null;
        font.FontSize = size > 0 ? new FontSize { Val = size } : font.FontSize;
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
