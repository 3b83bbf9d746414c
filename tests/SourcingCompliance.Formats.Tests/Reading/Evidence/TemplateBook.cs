using System.Globalization;
using System.Security;
using System.Text;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

/// <summary>A workbook on the layout of a reporting template, with nothing in it but what a test states.</summary>
internal sealed class TemplateBook
{
    private readonly List<(string Name, Dictionary<string, string> Cells)> _sheets = [];

    /// <summary>A CMRT 6.5 of one company.</summary>
    public static TemplateBook Cmrt(string scope = "B. Product (or List of Products)") => new TemplateBook()
        .Sheet("Declaration", ("J3", "Revision 6.5\nApril 25, 2025"), ("D8", "Gadget Works"), ("D9", scope), ("D15", "Ann"),
            ("D16", "ann@gadget.example"), ("D18", "Ben"), ("D22", "2026-09-14"))
        .Sheet("Smelter List", ("Q3", "Revision 6.5"))
        .Sheet("Product List", ("B5", "Responder's Product Number"))
        .Sheet("Smelter Look-up", ("A5", "Tungsten"), ("B5", "Alias Works"), ("C5", "Standard Works"), ("D5", "CHINA"), ("E5", "CID000001"),
            ("A6", "Tantalum"), ("B6", "Island Metals"), ("C6", "Island Metals"), ("D6", "TAIWAN, PROVINCE OF CHINA"), ("E6", "CID000002"))
        .Sheet("Checker")
        .Sheet("L", ("B2", "Declaration"), ("C2", "D2"), ("D2", "Conflict Minerals Reporting Template (CMRT)"));

    /// <summary>An EMRT 2.1 whose minerals are given.</summary>
    public static TemplateBook Emrt(params string[] minerals)
    {
        string[] cells = ["D12", "E12", "G12", "D13", "E13", "G13"];
        return new TemplateBook()
            .Sheet("Declaration", [("J3", "Revision 2.1\nOctober 17, 2025"), ("D2", "Extended Minerals Reporting Template (EMRT)"), ("D8", "Gadget Works"),
                ("D9", "A. Company"), .. minerals.Select((mineral, at) => (cells[at], mineral))])
            .Sheet("Smelter List", ("Q3", "Revision 2.1")).Sheet("Mine List", ("M3", "Revision 2.1")).Sheet("Product List").Sheet("Checker");
    }

    /// <summary>Adds a sheet, or cells to one that is there.</summary>
    public TemplateBook Sheet(string name, params (string At, string Text)[] cells)
    {
        int at = _sheets.FindIndex(sheet => sheet.Name == name);
        if (at < 0)
        {
            _sheets.Add((name, []));
            at = _sheets.Count - 1;
        }

        foreach ((string cell, string text) in cells)
        {
            _sheets[at].Cells[cell] = text;
        }

        return this;
    }

    /// <summary>Gives a sheet another name.</summary>
    public TemplateBook Rename(string name, string newName)
    {
        int at = _sheets.FindIndex(sheet => sheet.Name == name);
        _sheets[at] = (newName, _sheets[at].Cells);
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        WorkbookFile book = WorkbookFile.Sheet("");
        book.Part("xl/workbook.xml", $"<workbook xmlns=\"m\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + $"{string.Concat(_sheets.Select((sheet, at) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{at + 1}\" r:id=\"rId{at + 10}\"/>"))}</sheets></workbook>");
        book.Part("xl/_rels/workbook.xml.rels",
            $"<Relationships>{string.Concat(_sheets.Select((_, at) => $"<Relationship Id=\"rId{at + 10}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{at + 1}.xml\"/>"))}</Relationships>");
        for (int at = 0; at < _sheets.Count; at++)
        {
            book.Part($"xl/worksheets/sheet{at + 1}.xml", $"<worksheet xmlns=\"m\"><sheetData>{RowsOf(_sheets[at].Cells)}</sheetData></worksheet>");
        }

        return book.Bytes();
    }

    private static string RowsOf(Dictionary<string, string> cells)
    {
        var rows = new StringBuilder();
        foreach (IGrouping<int, KeyValuePair<string, string>> row in cells.GroupBy(cell =>
            int.Parse(cell.Key.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture)).OrderBy(row => row.Key))
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row.Key}\">");
            foreach ((string at, string text) in row.OrderBy(cell => cell.Key, StringComparer.Ordinal))
            {
                rows.Append(text.StartsWith('#') ? $"<c r=\"{at}\" t=\"e\"><v>{text}</v></c>"
                    : $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>");
            }

            rows.Append("</row>");
        }

        return rows.ToString();
    }
}
