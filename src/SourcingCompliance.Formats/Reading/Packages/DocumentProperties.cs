using System.Collections;
using System.Text;
using System.Xml;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>
/// The properties of a document in which people and programs mark it: title, subject, keywords, status, sensitivity labels, and the page headers of an ODS
/// file.
/// Read when they are enumerated.
/// </summary>
internal sealed class DocumentProperties : IEnumerable<BomAside>
{
    private const int MostCharacters = 4096;

    // ECMA-376 part 2 §8.3; part 1 §22.2 and §22.3 (a label of Microsoft Purview is a custom property); ODF 1.3 part 3 §4.3 and §16.10.
    private static readonly (string Part, string[] Elements)[] Places =
    [
        ("docProps/core.xml", ["title", "subject", "keywords", "category", "contentStatus", "description"]),
        ("docProps/custom.xml", ["property"]),
        ("meta.xml", ["title", "subject", "keyword", "description", "user-defined"]),
        ("styles.xml", ["header", "footer", "header-left", "footer-left", "header-first", "footer-first"]),
    ];

    private readonly ZipPackage _package;
    private readonly CellRef _file;
    private readonly OnceDiagnostics _diagnostics;

    private DocumentProperties(ZipPackage package, CellRef file, OnceDiagnostics diagnostics)
    {
        _package = package;
        _file = file;
        _diagnostics = diagnostics;
    }

    /// <summary>The properties of a package.</summary>
    /// <param name="package">The workbook or spreadsheet.</param>
    /// <param name="file">Address of the file.</param>
    /// <param name="diagnostics">Receives what is wrong with them.</param>
    public static DocumentProperties Read(ZipPackage package, CellRef file, OnceDiagnostics diagnostics) => new(package, file, diagnostics);

    /// <inheritdoc/>
    public IEnumerator<BomAside> GetEnumerator()
    {
        var found = new List<BomAside>();
        try
        {
            foreach ((string part, string[] elements) in Places.Where(place => _package.Has(place.Part)))
            {
                Add(part, elements, found);
            }
        }
        catch (Exception exception) when (GuardedRows.IsBadInput(exception))
        {
            _diagnostics.Add(GuardedRows.Explain(exception), _file);
        }

        return found.GetEnumerator();
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(string part, string[] elements, List<BomAside> found)
    {
        using XmlReader? reader = _package.OpenXml(part);
        var text = new StringBuilder();
        int depth = -1;
        while (reader is not null && reader.ReadBounded(_package.Limits))
        {
            if (reader.NodeType == XmlNodeType.Element && depth < 0 && !reader.IsEmptyElement && Array.IndexOf(elements, reader.LocalName) >= 0)
            {
                text.Clear();
                depth = reader.Depth;
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
            {
                found.Add(new BomAside("document property", 0, 0, text.ToString().Trim()));
                depth = -1;
            }
            else if (reader.NodeType == XmlNodeType.EndElement && depth >= 0)
            {
                text.Append('\n');
            }
            else if (depth >= 0 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && text.Length < MostCharacters)
            {
                text.Append(reader.Value);
            }
        }
    }
}
