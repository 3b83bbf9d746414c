using System.Collections;
using System.Text;
using System.Xml;
using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>The comments and text boxes of a worksheet, read when they are asked for. What is wrong with them becomes an error diagnostic and their
/// end.</summary>
/// <param name="package">The workbook.</param>
/// <param name="part">Name of the sheet's part; null = the file does not hold it.</param>
/// <param name="sheet">Address of the sheet.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
internal sealed class SheetAsides(ZipPackage package, string? part, CellRef sheet, OnceDiagnostics diagnostics) : IEnumerable<BomAside>
{
    private const int MostCharacters = 32_767;

    /// <inheritdoc/>
    public IEnumerator<BomAside> GetEnumerator()
    {
        var asides = new List<BomAside>();
        try
        {
            foreach (Relationship relationship in part is null ? [] : Relationship.From(package, part))
            {
                switch (relationship.Kind)
                {
                    case "comments":
                        Read(relationship.Target, "comment", "comment", asides);
                        break;
                    case "threadedComment":
                        Read(relationship.Target, "threadedComment", "comment", asides);
                        break;
                    case "drawing":
                        Read(relationship.Target, "txBody", "text box", asides);
                        break;
                }
            }
        }
        catch (Exception exception) when (GuardedRows.IsBadInput(exception))
        {
            diagnostics.Add(GuardedRows.Explain(exception), sheet);
        }

        return asides.GetEnumerator();
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Each element with a name is one text: what stands in all elements t and text within it.
    private void Read(string target, string element, string what, List<BomAside> asides)
    {
        using XmlReader? reader = package.OpenXml(target);
        var text = new StringBuilder();
        (int row, int column) = (0, 0);
        bool isText = false;
        while (reader is not null && reader.ReadBounded(package.Limits))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                text.Clear();
                (row, column) = GetAddress(reader.GetAttribute("ref"));
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                isText = !reader.IsEmptyElement && reader.LocalName is "t" or "text";
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == element)
            {
                asides.Add(new BomAside(what, row, column, text.ToString().Trim()));
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                text.Append(reader.LocalName == "p" ? "\n" : "");
                isText = false;
            }
            else if (isText && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && text.Length < MostCharacters)
            {
                text.Append(reader.Value);
            }
        }
    }

    private static (int Row, int Column) GetAddress(string? address)
    {
        int digits = address?.AsSpan().IndexOfAnyInRange('0', '9') ?? -1;
        if (address is null || digits is < 1 or > 3
            || !int.TryParse(address.AsSpan(digits), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int row))
        {
            return (0, 0);
        }

        int column = 0;
        foreach (char letter in address.AsSpan(0, digits))
        {
            column = (26 * column) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return (row, column);
    }
}
