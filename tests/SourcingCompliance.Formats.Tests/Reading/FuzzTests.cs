using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using SourcingCompliance.Formats.Tests.Reading.Xls;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading;

/// <summary>Broken copies of good files of every format: none may crash, hang or eat memory. Seeded, so a failure comes back.</summary>
public class FuzzTests
{
    private const int FilesPerFormat = 500;
    private const long AllocationBytes = 200L << 20;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4);

    private static readonly ReadLimits Limits = ReadLimits.Default with
    {
        MaximumRows = 5_000,
        MaximumTextRows = 5_000,
        MaximumCells = 2_000_000,
        MaximumInflatedBytes = 16 << 20,
        MaximumPartCharacters = 4 << 20,
    };

    private static readonly string[] Hostile =
        ["2147483648", "-1", "99999999999999999999", "XFD1048576", "\0\0\0\0", "<![CDATA[", "<!--", "]]>", "&lt;",
            "\"", "'", "<", ">", "/>", "\uFFFD", "\r", ";;;;;;;;", "\"\"\""];

    private readonly Random _random = new(20_270_101);

    [Fact]
    public void Broken_csv() => Fuzz("bom.csv", 1,
        () => Mutate(Encoding.UTF8.GetBytes("Part,\"Descr\"\"iption\",Country\r\nA-1,\"Magnet,\nN42\",中国\r\nA-2,\"5\"\" disc\",DE\r\n\r\nA-3,,\"US\"\r\n")));

    [Fact]
    public void Broken_legacy_text() =>
        Fuzz("bom.txt", 2,
            () => Mutate([.. "Part   Value   Place \n"u8, .. Enumerable.Range(0, 12)
                .SelectMany(i => (byte[])[.. "C1     10k     "u8, 0xC4, 0xFA, 0xB4, (byte)i, (byte)'\n'])]));

    [Fact]
    public void Broken_archives() => Fuzz("bom.xlsx", 3, () => Mutate(Book().Bytes()));

    [Fact]
    public void Broken_workbook_parts() => Fuzz("bom.xlsx", 4, () =>
    {
        string[] parts = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"];
        WorkbookFile book = Book();
        string part = parts[_random.Next(parts.Length)];
        return book.Part(part, Mutate(PartOf(book, part))).Bytes(CompressionLevel.NoCompression);
    });

    [Fact]
    public void Broken_spreadsheets() => Fuzz("bom.ods", 5, () =>
    {
        WorkbookFile book = Spreadsheet();
        return _random.Next(4) == 0 ? Mutate(book.Bytes()) : book.Part("content.xml", Mutate(PartOf(book, "content.xml")))
            .Bytes(CompressionLevel.NoCompression);
    });

    [Fact]
    public void Broken_old_workbooks() => Fuzz("bom.xls", 6, () => Mutate(OldWorkbookFile.Workbook(
        "BOM", ["Part", "Description", "Country", "Qty"], ["A-1", "Magnet N42", "China", 4d], ["A-2", "Bolt", "", 0.25])));

    private static WorkbookFile Book() => WorkbookFile.Sheet(
        "<row r=\"1\" spans=\"1:4\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\" hidden=\"1\" outlineLevel=\"1\">"
            + "<c r=\"A2\" s=\"1\"><v>45000</v></c><c r=\"B2\" t=\"b\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><r><t>rich</t></r><rPh>"
                + "<t>no</t></rPh></is></c></row><row><c><f>A1</f></c><c t=\"e\"><v>#N/A</v></c><c t=\"str\"><v>&#65;</v></c></row>",
        "<si><t>Part</t></si><si><r><t>Coun</t></r><r><t>try</t></r></si>",
        "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;x&quot;\\ mm[Red]\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"164\"><alignment horizontal=\"left\" indent=\"2\"/></xf></cellXfs>",
        "<mergeCells count=\"1\"><mergeCell ref=\"A1:A3\"/></mergeCells>");

    private static WorkbookFile Spreadsheet() => WorkbookFile.Ods(
        "<table:table table:name=\"BOM\"><table:table-row-group><table:table-row table:number-rows-repeated=\"3\">"
            + "<table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>a<text:s text:c=\"3\"/>b</text:p></table:table-cell>"
                + "<table:table-cell table:number-columns-repeated=\"20\" office:value-type=\"float\" office:value=\"1.5\">"
                    + "<text:p>1,5</text:p></table:table-cell></table:table-row></table:table-row-group>"
                        + "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/>"
                            + "</table:table-row></table:table>");

    private static byte[] PartOf(WorkbookFile book, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(book.Bytes()));
        using Stream part = (archive.GetEntry(name) ?? throw new InvalidOperationException(name)).Open();
        using var copy = new MemoryStream();
        part.CopyTo(copy);
        return copy.ToArray();
    }

    private void Fuzz(string path, int format, Func<byte[]> next)
    {
        for (int i = 0; i < FilesPerFormat; i++)
        {
            byte[] content = next();
            string name = $"{path} {format}/{i}: {Convert.ToBase64String(content.AsSpan(0, Math.Min(content.Length, 3000)))}";
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();

            ReadFile file = Open(content, path, name);

            (file.Document is not null || file.Diagnostics.HasErrors).ShouldBeTrue(name);
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Budget, name);
            (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(AllocationBytes, name);
        }
    }

    private static ReadFile Open(byte[] content, string path, string name)
    {
        try
        {
            return ReadFile.Of(content, path, Limits);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{exception}\n{name}", exception);
        }
    }

    private byte[] Mutate(byte[] original)
    {
        var content = new List<byte>(original);
        int times = 1 + _random.Next(4);
        for (int i = 0; i < times && content.Count > 0; i++)
        {
            int at = _random.Next(content.Count);
            int length = Math.Min(1 + _random.Next(40), content.Count - at);
            switch (_random.Next(7))
            {
                case 0:
                    content[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    content[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 2:
                    content.RemoveRange(at, length);
                    break;
                case 3:
                    content.InsertRange(_random.Next(content.Count), content.GetRange(at, length));
                    break;
                case 4:
                    content.RemoveRange(at, content.Count - at);
                    break;
                case 5:
                    content.InsertRange(at, Encoding.UTF8.GetBytes(Hostile[_random.Next(Hostile.Length)]));
                    break;
                default:
                    ReplaceNumber(content, at);
                    break;
            }
        }

        return [.. content];
    }

    /// <summary>Puts a hostile number in the place of the next digits.</summary>
    private void ReplaceNumber(List<byte> content, int at)
    {
        int digit = content.FindIndex(at, value => value is >= (byte)'0' and <= (byte)'9');
        if (digit >= 0)
        {
            content.RemoveAt(digit);
            content.InsertRange(digit, Encoding.ASCII.GetBytes(Hostile[_random.Next(4)]));
        }
    }
}
