using System.Globalization;
using System.Xml;
using SourcingCompliance.Formats.Reading.Packages;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>The cell styles of a workbook by their index.</summary>
internal sealed class CellStyles
{
    /// <summary>Excel allows 65,490 cell formats; more are left out and read as plain.</summary>
    private const int MaximumStyles = 1 << 17;

    private readonly List<CellStyle> _styles = [];

    /// <summary>The style of an index; plain when the workbook has no such style.</summary>
    public CellStyle this[int index] => index >= 0 && index < _styles.Count ? _styles[index] : default;

    /// <summary>Whether some style indents left-aligned text.</summary>
    public bool HasIndents { get; private set; }

    /// <summary>Reads the styles part; without one every cell is plain.</summary>
    public static CellStyles Read(ZipPackage package, string part)
    {
        var styles = new CellStyles();
        var codes = new Dictionary<int, string>();
        using XmlReader? reader = package.OpenXml(part);
        bool isInCellFormats = false;
        while (reader is not null && reader.ReadBounded(package.Limits))
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                isInCellFormats &= reader.LocalName != "cellXfs";
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "numFmt" when reader.Depth == 2:
                        codes[Number(reader.GetAttribute("numFmtId"))] = reader.GetAttribute("formatCode") ?? "";
                        break;
                    case "cellXfs":
                        isInCellFormats = !reader.IsEmptyElement;
                        break;
                    case "xf" when isInCellFormats && styles._styles.Count < MaximumStyles:
                        styles._styles.Add(GetStyle(Number(reader.GetAttribute("numFmtId")), codes));
                        break;
                    case "alignment" when isInCellFormats && styles._styles.Count > 0:
                        styles.Align(reader.GetAttribute("horizontal"), Number(reader.GetAttribute("indent")));
                        break;
                }
            }
        }

        return styles;
    }

    private static CellStyle GetStyle(int id, Dictionary<int, string> codes) => codes.TryGetValue(id, out string? code)
        ? new(NumberFormat.GetMeaning(code), NumberFormat.GetPaddedDigits(code), 0)
        : new(NumberFormat.GetMeaning(id), 0, 0);

    // Right-aligned indents keep numbers off the border; only those of left-aligned text draw a tree.
    private void Align(string? horizontal, int indent)
    {
        if (indent > 0 && horizontal is "left" or "distributed")
        {
            HasIndents = true;
            _styles[^1] = _styles[^1] with { Indent = (byte)Math.Min(indent, 250) };
        }
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
