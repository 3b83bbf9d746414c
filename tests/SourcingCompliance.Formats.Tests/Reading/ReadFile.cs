using System.Text;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading;

/// <summary>A file read to its end, as tests look at it: rows by number, cells joined by a bar.</summary>
internal sealed class ReadFile
{
    private ReadFile(BomDocument? document, DiagnosticBag diagnostics, IReadOnlyList<IReadOnlyList<BomRow>> sheets)
    {
        Document = document;
        Diagnostics = diagnostics;
        Sheets = sheets;
    }

    public BomDocument? Document { get; }

    public DiagnosticBag Diagnostics { get; }

    public IReadOnlyList<IReadOnlyList<BomRow>> Sheets { get; }

    public IReadOnlyList<BomRow> Rows => Sheets[0];

    public string[] Lines => [.. Rows.Select(row => $"{row.Number}: {string.Join('|', row.Cells.ToArray().Select(cell => cell.Text))}")];

    public string[] Ids => [.. Diagnostics.Items.Select(diagnostic => diagnostic.Id)];

    public static ReadFile Text(string content, string path = "bom.csv") => Of(Encoding.UTF8.GetBytes(content), path);

    public static ReadFile Of(byte[] content, string path, ReadLimits? limits = null) => Of(new MemoryStream(content), path, limits);

    /// <summary>The same out of a file on disk, of which large parts are inflated ahead.</summary>
    public static ReadFile OnDisk(byte[] content, string path, ReadLimits? limits = null)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, content);
            return Of(File.OpenRead(file), path, limits);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ReadFile Of(Stream content, string path, ReadLimits? limits)
    {
        var diagnostics = new DiagnosticBag();
        using BomDocument? document = BomDocumentReader.Open(content, path, limits ?? ReadLimits.Default, diagnostics);
        IReadOnlyList<IReadOnlyList<BomRow>> sheets =
            document is null ? [] : [.. document.Tables.Select(table => (IReadOnlyList<BomRow>)[.. table.Rows.Select(row => row.Detach())])];
        return new(document, diagnostics, sheets);
    }
}
