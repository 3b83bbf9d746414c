using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Benchmarks.Inputs;

/// <summary>The works that are compared; each gives the number of cells it saw, so that none can be skipped.</summary>
public static class ReadingWorks
{
    /// <summary>Reads a file into rows with the product's reader.</summary>
    public static long Read(string path)
    {
        var diagnostics = new DiagnosticBag();
        using BomDocument document = BomDocumentReader.Open(path, ReadLimits.Default, diagnostics)
            ?? throw new InvalidOperationException(diagnostics.Items[0].ToString());
        long cells = 0;
        foreach (BomTable table in document.Tables)
        {
            foreach (BomRow row in table.Rows)
            {
                cells += row.Width;
            }
        }

        return diagnostics.HasErrors ? throw new InvalidOperationException(diagnostics.Items[0].ToString()) : cells;
    }

    /// <summary>The floor: every node of the sheets and shared strings once, no value looked at.</summary>
    public static long BareXmlPass(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        long nodes = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) || entry.FullName == "xl/sharedStrings.xml")
            {
                using Stream stream = entry.Open();
                using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
                while (reader.Read())
                {
                    nodes++;
                }
            }
        }

        return nodes;
    }

    /// <summary>Reads every cell of an Excel file with ExcelDataReader.</summary>
    public static long ExcelDataReaderPass(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using FileStream stream = File.OpenRead(path);
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(stream);
        long cells = 0;
        do
        {
            while (reader.Read())
            {
                for (int i = 0; i < reader.FieldCount; i++)
                {
                    cells += reader.GetValue(i) is null ? 0 : 1;
                }
            }
        }
        while (reader.NextResult());
        return cells;
    }
}
