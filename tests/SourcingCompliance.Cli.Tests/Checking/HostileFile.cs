using System.Buffers.Binary;
using System.IO.Compression;
using SourcingCompliance.Formats.Tests.Damage;
using SourcingCompliance.Formats.Tests.Reading;
using SourcingCompliance.Formats.Tests.Reading.Xls;

namespace SourcingCompliance.Cli.Checking;

/// <summary>A small file as disks, lines and attackers make them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">The error that its report must hold; null = the file is sound.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record HostileFile(string Name, string? Id, byte[] Content)
{
    /// <summary>The diagnostic of a damaged file.</summary>
    public const string Damaged = "SC9106";

    /// <summary>The diagnostic of a file that goes beyond a limit.</summary>
    public const string Limit = "SC9107";

    /// <summary>The diagnostic of an old workbook that states more cells than it has.</summary>
    public const string Contradictory = "SC9040";

    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const int CellType = 0xFD;

    /// <summary>The sound files, and one of each kind of damage.</summary>
    public static HostileFile[] All { get; } =
    [
        new("sound.xlsx", null, SoundFile.Bytes(SoundFile.Xlsx, isStored: false)),
        new("sound.ods", null, SoundFile.Bytes(SoundFile.Ods, isStored: false)),
        new("sound.xls", null, OldWorkbookFile.OfRecords([SoundFile.Texts], SoundFile.Records)),
        new("start-tag.xlsx", Damaged,
            SoundFile.Bytes(SoundFile.Xlsx.With(Sheet, SoundFile.Xlsx.Text(Sheet).Replace("<row r=\"3\">", "<sow r=\"3\">", StringComparison.Ordinal)),
                isStored: false)),
        new("both-tags.xlsx", Damaged,
            SoundFile.Bytes(SoundFile.Xlsx.With(Sheet, SoundFile.Xlsx.Text(Sheet).Replace("<row r=\"3\">", "</row><sow>", StringComparison.Ordinal)),
                isStored: false)),
        new("end-tag.ods", Damaged,
            SoundFile.Bytes(SoundFile.Ods.With("content.xml", Once(SoundFile.Ods.Text("content.xml"), "</table:table-row>", "</table:table-sow>")),
                isStored: false)),
        new("old-sum-stored.xlsx", Damaged, WithOldSums(SoundFile.Xlsx, "xl/sharedStrings.xml", isStored: true)),
        new("old-sum-deflated.xlsx", Damaged, WithOldSums(SoundFile.Xlsx, "xl/sharedStrings.xml", isStored: false)),
        new("old-sum-deflated.ods", Damaged, WithOldSums(SoundFile.Ods, "content.xml", isStored: false)),
        new("short-record.xls", Damaged, OldWorkbookFile.OfRecords([SoundFile.Texts], WithCellLength(length => (ushort)(length - 1)))),
        new("endless-record.xls", Damaged, OldWorkbookFile.OfRecords([SoundFile.Texts], WithCellLength(_ => ushort.MaxValue))),
        new("lost-rows.xls", Contradictory, OldWorkbookFile.OfRecords([SoundFile.Texts], SoundFile.Records[..^6])),
        new("rows.ods", Limit, SoundFile.Bytes(Repeated("table:number-rows-repeated=\"1048575\"", ""), isStored: false)),
        new("columns.ods", Limit, SoundFile.Bytes(Repeated("table:number-rows-repeated=\"200\"", "table:number-columns-repeated=\"16384\""), isStored: false)),
    ];

    private static string Once(string text, string old, string now) => text.Remove(text.IndexOf(old, StringComparison.Ordinal), old.Length)
        .Insert(text.IndexOf(old, StringComparison.Ordinal), now);

    // Other cells under the checksum of those that were there.
    private static byte[] WithOldSums(WorkbookFile file, string part, bool isStored)
    {
        byte[] changed = SoundFile.Bytes(file.With(part, file.Text(part).Replace("China", "Japan", StringComparison.Ordinal)), isStored);
        Span<byte> old = stackalloc byte[sizeof(uint)];
        Span<byte> now = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(old, SumOf(SoundFile.Bytes(file, isStored), part));
        BinaryPrimitives.WriteUInt32LittleEndian(now, SumOf(changed, part));
        for (int at = changed.AsSpan().IndexOf(now); at >= 0; at = changed.AsSpan().IndexOf(now))
        {
            old.CopyTo(changed.AsSpan(at));
        }

        return changed;
    }

    private static uint SumOf(byte[] content, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        return archive.GetEntry(part).ShouldNotBeNull().Crc32;
    }

    private static byte[][] WithCellLength(Func<ushort, ushort> change)
    {
        byte[][] records = [.. SoundFile.Records];
        int at = Array.FindIndex(records, record => BinaryPrimitives.ReadUInt16LittleEndian(record) == CellType);
        records[at] = [.. records[at]];
        Span<byte> length = records[at].AsSpan(2, 2);
        BinaryPrimitives.WriteUInt16LittleEndian(length, change(BinaryPrimitives.ReadUInt16LittleEndian(length)));
        return records;
    }

    private static WorkbookFile Repeated(string rows, string cells)
    {
        static string Cell(string text, string repeats) =>
            $"<table:table-cell office:value-type=\"string\" {repeats}><text:p>{text}</text:p></table:table-cell>";
        return WorkbookFile.Ods($"<table:table table:name=\"BOM\"><table:table-row>{Cell("Part", "")}{Cell("Description", "")}</table:table-row>"
            + $"<table:table-row {rows}>{Cell("SCR-1", "")}{Cell("Screw", cells)}</table:table-row></table:table>");
    }
}
