using System.Text;
using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Ods;

/// <summary>Reads OpenDocument spreadsheets (.ods), forward only; repeated rows and columns are counted, not unrolled.</summary>
public sealed class OdsBomReader : IBomReader
{
    /// <inheritdoc/>
    public string Format => "ods";

    /// <inheritdoc/>
    public BomDocument? Open(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var once = new OnceDiagnostics(diagnostics, path);
        try
        {
            return Open(new ZipPackage(content, limits), path, once);
        }
        catch (Exception exception) when (GuardedRows.IsBadInput(exception))
        {
            once.Add(GuardedRows.Explain(exception), once.File);
            return null;
        }
    }

    /// <summary>Opens a spreadsheet out of a package that was looked into already.</summary>
    /// <exception cref="ReadingStoppedException">The package is no spreadsheet, or is damaged.</exception>
    internal static BomDocument Open(ZipPackage package, string path, OnceDiagnostics diagnostics)
    {
        RefuseEncrypted(package);
        var tables = new List<BomTable>();
        var content = new OdsContent(package);
        foreach ((string name, bool isHidden, long offset) in ListTables(content, package.Limits))
        {
            // From its own place a table is the first one.
            int index = offset > 0 ? 0 : tables.Count;
            var address = new CellRef(path, name, 0, 0);
            var asides = new List<BomAside>();
            var rows = new GuardedRows(
                () =>
                {
                    var pass = new OdsRows(content.Scan(offset), index, package.Limits, address, asides, diagnostics);
                    return new RowCursor(pass.Read, pass);
                },
                address, package.Limits, diagnostics);
            tables.Add(new BomTable(name, isHidden, rows) { Asides = asides });
        }

        return tables.Count > 0
            ? new BomDocument(path, "ods", tables, package) { Properties = DocumentProperties.Read(package, new CellRef(path, "", 0, 0), diagnostics) }
            : throw Stop.Damaged("The spreadsheet contains no sheet.");
    }

    // ODF 1.3 part 2 §3.4.1: an encrypted entry has encryption-data in the manifest.
    private static void RefuseEncrypted(ZipPackage package)
    {
        using Stream? manifest = package.Open("META-INF/manifest.xml");
        if (manifest is null)
        {
            return;
        }

        using var scanner = new Utf8XmlScanner(manifest, package.Limits);
        while (scanner.Read())
        {
            if (scanner.Token is Utf8XmlToken.Start or Utf8XmlToken.Empty && scanner.Name.SequenceEqual("encryption-data"u8))
            {
                throw Stop.Protected("The spreadsheet is encrypted with a password.");
            }
        }
    }

    /// <summary>The tables, each with the offset of its own place; 0 = it has to be counted out from the start.</summary>
    private static List<(string Name, bool IsHidden, long Offset)> ListTables(OdsContent content, ReadLimits limits)
    {
        var tables = new List<(string, bool, long)>();
        var hiddenStyles = new HashSet<string>(StringComparer.Ordinal);
        string style = "";
        int tableDepth = int.MaxValue;
        using Utf8XmlScanner scanner = content.Scan(0);
        while (scanner.Read())
        {
            if (scanner.Token == Utf8XmlToken.End)
            {
                tableDepth = scanner.Depth < tableDepth ? int.MaxValue : tableDepth;
            }
            else if (scanner.Token is Utf8XmlToken.Start or Utf8XmlToken.Empty)
            {
                if (scanner.Name.SequenceEqual("style"u8))
                {
                    style = Encoding.UTF8.GetString(scanner.Attribute("name"u8));
                }
                else if (scanner.Name.SequenceEqual("table-properties"u8) && scanner.Attribute("display"u8).SequenceEqual("false"u8))
                {
                    hiddenStyles.Add(style);
                }
                else if (scanner.Name.SequenceEqual("table"u8) && scanner.Depth < tableDepth)
                {
                    if (tables.Count >= limits.MaximumSheets)
                    {
                        throw Stop.AtLimit("sheets", limits.MaximumSheets, nameof(ReadLimits.MaximumSheets));
                    }

                    tableDepth = scanner.Token == Utf8XmlToken.Start ? scanner.Depth : int.MaxValue;
                    tables.Add((
                        XmlCharacters.DecodeXml(scanner.Attribute("name"u8)),
                        hiddenStyles.Contains(Encoding.UTF8.GetString(scanner.Attribute("style-name"u8))),
                        content.IsKept && !scanner.IsTranscoded ? scanner.TagOffset : 0));
                }
            }
        }

        return tables;
    }
}
