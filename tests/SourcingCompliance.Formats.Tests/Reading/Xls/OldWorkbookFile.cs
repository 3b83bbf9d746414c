using System.Buffers.Binary;
using System.Text;

namespace SourcingCompliance.Formats.Tests.Reading.Xls;

/// <summary>Builds small old workbooks and compound files, record by record ([MS-XLS], [MS-CFB]).</summary>
internal static class OldWorkbookFile
{
    private const int SectorBytes = 512;

    /// <summary>A BIFF8 workbook with one sheet that holds the texts and numbers, in a compound file.</summary>
    public static byte[] Workbook(string sheet, params object[][] rows) => Compound(("Workbook", Stream(sheet, isProtected: false, rows)));

    /// <summary>A BIFF8 workbook with one sheet of those records, and those records before it.</summary>
    public static byte[] OfRecords(byte[][] shared, params byte[][] sheet)
    {
        byte[] begin = Record(0x809, [0x00, 0x06, 0x05, 0x00, .. new byte[12]]);
        byte[] end = Record(0x0A, []);
        byte[] before = [.. shared.SelectMany(record => record)];
        int offset = begin.Length + 4 + 12 + before.Length + end.Length;
        byte[] boundSheet = Record(0x85, [.. BitConverter.GetBytes(offset), 0, 0, 2, 1, (byte)'S', 0, (byte)'1', 0]);
        return Compound(("Workbook", [.. begin, .. boundSheet, .. before, .. end, .. Record(0x809, [0x00, 0x06, 0x10, 0x00, .. new byte[12]]),
            .. sheet.SelectMany(record => record), .. end]));
    }

    /// <summary>The extent that a sheet states: its rows and columns from the first on.</summary>
    public static byte[] Dimensions(int rows, int columns) =>
        Record(0x200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows), 0, 0, (byte)columns, 0, 0, 0]);

    /// <summary>A row and the number of columns that it states.</summary>
    public static byte[] Row(int row, int columns) => Record(0x208, [(byte)row, 0, 0, 0, (byte)columns, 0, .. new byte[10]]);

    /// <summary>A cell that refers to a shared text.</summary>
    public static byte[] Shared(int row, int column, int text) => Record(0xFD, [(byte)row, 0, (byte)column, 0, 0, 0, (byte)text, 0, 0, 0]);

    /// <summary>A table of shared texts that states so many uses.</summary>
    public static byte[] SharedTexts(int uses, params string[] texts) => Record(
        0xFC, [.. BitConverter.GetBytes(uses), .. BitConverter.GetBytes(texts.Length),
            .. texts.SelectMany(text => (byte[])[(byte)text.Length, 0, 0, .. Encoding.ASCII.GetBytes(text)])]);

    /// <summary>A workbook whose stream is encrypted by a password.</summary>
    public static byte[] ProtectedWorkbook() => Compound(("Workbook", Stream("BOM", isProtected: true, ["x"])));

    /// <summary>A compound file of those streams, each filled up to 4,096 bytes.</summary>
    public static byte[] Compound(params (string Name, byte[] Content)[] streams)
    {
        var sectors = new List<byte[]>();
        var next = new List<uint>();
        var starts = new List<int>();
        foreach ((_, byte[] content) in streams)
        {
            byte[] whole = new byte[Math.Max(4096, (content.Length + SectorBytes - 1) / SectorBytes * SectorBytes)];
            content.CopyTo(whole, 0);
            starts.Add(sectors.Count);
            for (int at = 0; at < whole.Length; at += SectorBytes)
            {
                sectors.Add(whole[at..(at + SectorBytes)]);
                next.Add(at + SectorBytes < whole.Length ? (uint)sectors.Count : 0xFFFFFFFE);
            }
        }

        int directory = sectors.Count;
        byte[] entries = new byte[SectorBytes];
        WriteEntry(entries, 0, "Root Entry", 5, uint.MaxValue, streams.Length > 0 ? 1u : uint.MaxValue, 0xFFFFFFFE, 0);
        for (int i = 0; i < streams.Length; i++)
        {
            uint right = i + 1 < streams.Length ? (uint)(i + 2) : uint.MaxValue;
            WriteEntry(entries, i + 1, streams[i].Name, 2, right, uint.MaxValue, (uint)starts[i], (uint)Math.Max(4096, streams[i].Content.Length));
        }

        sectors.Add(entries);
        next.Add(0xFFFFFFFE);
        int table = sectors.Count;
        next.Add(0xFFFFFFFD);
        byte[] fat = new byte[SectorBytes];
        fat.AsSpan().Fill(0xFF);
        for (int i = 0; i < next.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(fat.AsSpan(i * 4), next[i]);
        }

        sectors.Add(fat);
        return [.. Header(directory, table), .. sectors.SelectMany(sector => sector)];
    }

    private static byte[] Header(int directory, int table)
    {
        byte[] header = new byte[SectorBytes];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(24), 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(26), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), 6);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(48), (uint)directory);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(56), 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(60), 0xFFFFFFFE);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(68), 0xFFFFFFFE);
        header.AsSpan(76).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(76), (uint)table);
        return header;
    }

    private static void WriteEntry(byte[] sector, int index, string name, byte type, uint right, uint child, uint start, uint size)
    {
        Span<byte> entry = sector.AsSpan(index * 128, 128);
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        entry[67] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], uint.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], right);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], size);
    }

    private static byte[] Stream(string sheet, bool isProtected, params object[][] rows)
    {
        byte[] name = [(byte)sheet.Length, 1, .. Encoding.Unicode.GetBytes(sheet)];
        byte[] protection = isProtected ? Record(0x2F, [1, 0, 1, 0, 1, 0, .. new byte[48]]) : [];
        byte[] begin = Record(0x809, [0x00, 0x06, 0x05, 0x00, .. new byte[12]]);
        byte[] end = Record(0x0A, []);
        int offset = begin.Length + protection.Length + 4 + 6 + name.Length + end.Length;
        byte[] boundSheet = Record(0x85, [.. BitConverter.GetBytes(offset), 0, 0, .. name]);
        var cells = new List<byte>();
        cells.AddRange(Record(0x809, [0x00, 0x06, 0x10, 0x00, .. new byte[12]]));
        cells.AddRange(Record(0x200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Length), 0, 0, (byte)rows.Max(row => row.Length), 0, 0, 0]));
        for (ushort row = 0; row < rows.Length; row++)
        {
            for (ushort column = 0; column < rows[row].Length; column++)
            {
                byte[] place = [.. BitConverter.GetBytes(row), .. BitConverter.GetBytes(column), 0, 0];
                cells.AddRange(rows[row][column] switch
                {
                    string text => Record(0x204, [.. place, .. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)]),
                    double number => Record(0x203, [.. place, .. BitConverter.GetBytes(number)]),
                    _ => [],
                });
            }
        }

        cells.AddRange(Record(0xE5, [1, 0, 0, 0, 1, 0, 0, 0, 0, 0]));
        return [.. begin, .. protection, .. boundSheet, .. end, .. cells, .. end];
    }

    /// <summary>A record of that type.</summary>
    public static byte[] Record(ushort id, byte[] content) =>
        [.. BitConverter.GetBytes(id), .. BitConverter.GetBytes((ushort)content.Length), .. content];
}
