using System.IO.Compression;
using System.Text;

namespace SourcingCompliance.Formats.Tests.Reading;

/// <summary>Builds small workbooks out of raw XML, so that a test shows every byte that matters to it.</summary>
internal sealed class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, byte[] Content)> _parts = [];

    /// <summary>A workbook with one sheet of that sheetData content.</summary>
    public static WorkbookFile Sheet(string rows, string sharedStrings = "", string styles = "", string afterRows = "", string beforeRows = "") =>
        new WorkbookFile()
            .Part("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Relationships}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
            .Part("xl/_rels/workbook.xml.rels",
                $"<Relationships><Relationship Id=\"rId1\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                    + $"<Relationship Id=\"rId2\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/>"
                        + $"<Relationship Id=\"rId3\" Type=\"{Relationships}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")
            .Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets><sheet name=\"BOM\" sheetId=\"1\" r:id=\"rId1\"/>"
                + $"</sheets></workbook>")
            .Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{sharedStrings}</sst>")
            .Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>")
            .Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\">{beforeRows}<sheetData>{rows}</sheetData>{afterRows}</worksheet>");

    /// <summary>An OpenDocument spreadsheet with that content of office:spreadsheet.</summary>
    public static WorkbookFile Ods(string spreadsheet, string styles = "") => new WorkbookFile()
        .Part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .Part("content.xml", $"<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">"
            + $"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{spreadsheet}</office:spreadsheet></office:body>"
                + $"</office:document-content>");

    /// <summary>Adds or replaces a part.</summary>
    public WorkbookFile Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Adds or replaces a part.</summary>
    public WorkbookFile Part(string name, byte[] content)
    {
        _parts.RemoveAll(part => part.Name == name);
        return Again(name, content);
    }

    /// <summary>Adds a part even when there is one of that name.</summary>
    public WorkbookFile Again(string name, byte[] content)
    {
        _parts.Add((name, content));
        return this;
    }

    /// <summary>Takes a part away.</summary>
    public WorkbookFile Without(string name)
    {
        _parts.RemoveAll(part => part.Name == name);
        return this;
    }

    /// <summary>Changes a part's text.</summary>
    public WorkbookFile Replace(string name, string old, string replacement) => Part(
        name, Encoding.UTF8.GetString(_parts.Single(part => part.Name == name).Content).Replace(old, replacement, StringComparison.Ordinal));

    /// <summary>A part's text.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(_parts.Single(part => part.Name == name).Content);

    /// <summary>A copy in which a part has another text.</summary>
    public WorkbookFile With(string name, string content)
    {
        var copy = new WorkbookFile();
        copy._parts.AddRange(_parts);
        return copy.Part(name, content);
    }

    /// <summary>The file.</summary>
    public byte[] Bytes(CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in _parts)
            {
                using Stream entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
