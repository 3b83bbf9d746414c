using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SourcingCompliance.Benchmarks.Inputs;

/// <summary>Makes bills of materials of any length, the same ones every time, in a temporary folder that goes with it.</summary>
public sealed class BomFiles : IDisposable
{
    /// <summary>Columns of every file.</summary>
    public const int Columns = 15;

    private static readonly string[] Headers =
    [
        "Item", "Level", "Part Number", "Rev", "Description", "Qty", "UoM", "Reference", "Manufacturer", "MPN", "CAGE", "Country of Origin",
        "Material", "Unit Cost", "Notes",
    ];

    private static readonly string[] Makers = ["Vishay", "Kemet", "Würth Elektronik", "Murata", "TE Connectivity", "Arnold Magnetic", "Bosch"];
    private static readonly string[] Countries = ["US", "Germany", "Japan", "China", "Mexico", "Malaysia", "Taiwan"];
    private static readonly string[] Things = ["Screw, M3 x 8, A2", "Resistor 10k 1% 0603",
        "Capacitor 100nF 50V X7R", "Washer", "Motor, brushless, 24 V", "Bracket"];
    private readonly int _motorsOneIn;
    private readonly int _magnetsOneIn;
    private readonly string _folder = Directory.CreateTempSubdirectory("bom-benchmarks-").FullName;

    /// <summary>Files of a kind.</summary>
    /// <param name="motorsOneIn">Of how many rows one is a motor; the others carry no covered material.</param>
    /// <param name="magnetsOneIn">Of how many rows one is a magnet; 0 = none is.</param>
    public BomFiles(int motorsOneIn = 6, int magnetsOneIn = 0) => (_motorsOneIn, _magnetsOneIn) = (motorsOneIn, magnetsOneIn);

    /// <summary>A folder of that many comma-separated files of that many item rows; gives its path.</summary>
    public string Folder(int count, int rows)
    {
        string folder = Path.Combine(_folder, "many");
        Directory.CreateDirectory(folder);
        string list = Csv(rows);
        for (int number = 1; number <= count; number++)
        {
            File.Copy(list, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"bom-{number:0000}.csv")));
        }

        return folder;
    }

    /// <summary>A comma-separated file of that many item rows; gives its path.</summary>
    public string Csv(int rows)
    {
        string path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"bom-{rows}.csv"));
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        writer.WriteLine(string.Join(',', Headers));
        for (int row = 1; row <= rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                string text = TextOf(row, column);
                writer.Write(column == 0 ? "" : ",");
                writer.Write(text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text);
            }

            writer.WriteLine();
        }

        return path;
    }

    /// <summary>A workbook as Excel writes it, with that many item rows and three distinct shared strings in each; gives its path.</summary>
    public string Xlsx(int rows)
    {
        string path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"bom-{rows}.xlsx"));
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Write(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
        Write(archive, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                + "Target=\"xl/workbook.xml\"/></Relationships>");
        Write(archive, "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"BOM\" sheetId=\"1\" r:id=\"rId1\"/>"
                    + "</sheets></workbook>");
        Write(archive, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
                + "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                        + "</Relationships>");
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        WriteSheet(archive, rows, indexes);
        WriteStrings(archive, indexes);
        return path;
    }

    /// <summary>The part number in a row.</summary>
    public static string GetPartNumber(int row) => string.Create(CultureInfo.InvariantCulture, $"PN-{row * 7:000000}-{row % 97:00}");

    /// <summary>The maker in a row.</summary>
    public static string GetMaker(int row) => Makers[row % Makers.Length];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void WriteSheet(ZipArchive archive, int rows, Dictionary<string, int> indexes)
    {
        using var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
        sheet.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet "
            + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 0; row <= rows; row++)
        {
            sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\" spans=\"1:{Columns}\">"));
            for (int column = 0; column < Columns; column++)
            {
                string text = row == 0 ? Headers[column] : TextOf(row, column);
                bool isNumber = row > 0 && column is 0 or 1 or 5 or 13;
                if (text.Length == 0)
                {
                    continue;
                }

                sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{row + 1}\" s=\"1\""));
                sheet.Write(row > 0 && isNumber ? $"><v>{text}</v></c>"
                    : string.Create(CultureInfo.InvariantCulture, $" t=\"s\"><v>{IndexOf(text, indexes)}</v></c>"));
            }

            sheet.Write("</row>");
        }

        sheet.Write("</sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/></worksheet>");
    }

    private static void WriteStrings(ZipArchive archive, Dictionary<string, int> indexes)
    {
        using var strings = new StreamWriter(archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
        strings.Write(string.Create(CultureInfo.InvariantCulture, $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + $"count=\"{indexes.Count}\" uniqueCount=\"{indexes.Count}\">"));
        foreach (string text in indexes.OrderBy(pair => pair.Value).Select(pair => pair.Key))
        {
            strings.Write($"<si><t>{text}</t></si>");
        }

        strings.Write("</sst>");
    }

    private static int IndexOf(string text, Dictionary<string, int> indexes)
    {
        if (!indexes.TryGetValue(text, out int index))
        {
            index = indexes.Count;
            indexes.Add(text, index);
        }

        return index;
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }

    private string ThingOf(int row)
    {
        if (_magnetsOneIn > 0 && row % _magnetsOneIn == 0)
        {
            return "Magnet, sintered NdFeB N42SH";
        }

        string thing = Things[row % Things.Length];
        return thing.StartsWith("Motor", StringComparison.Ordinal) && _motorsOneIn > Things.Length
            && row % _motorsOneIn >= Things.Length ? "Spacer, nylon" : thing;
    }

    private string TextOf(int row, int column) => column switch
    {
        0 => row.ToString(CultureInfo.InvariantCulture),
        1 => (row % 5).ToString(CultureInfo.InvariantCulture),
        2 => GetPartNumber(row),
        3 => ((char)('A' + (row % 6))).ToString(),
        4 => string.Create(CultureInfo.InvariantCulture, $"{ThingOf(row)}, type {row % 997}"),
        5 => (1 + (row % 24)).ToString(CultureInfo.InvariantCulture),
        6 => row % 11 == 0 ? "kg" : "EA",
        7 => row % 3 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"R{row}"),
        8 => GetMaker(row),
        9 => string.Create(CultureInfo.InvariantCulture, $"MPN{row * 13}X"),
        10 => string.Create(CultureInfo.InvariantCulture, $"{row % 90:00}A{row % 7}1"),
        11 => Countries[row % Countries.Length],
        12 => row % 4 == 0 ? "Stainless steel 1.4301" : "",
        13 => (row % 1000 / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        _ => row % 20 == 0 ? "see drawing" : "",
    };
}
