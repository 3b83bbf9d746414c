using System.Text;
using SourcingCompliance.Formats.Tests.Reading;
using SourcingCompliance.Formats.Tests.Reading.Xls;

namespace SourcingCompliance.Formats.Tests.Damage;

/// <summary>Damages a sound file as disks, lines and programs do: a bit, a markup character, a part, a record, the end. The seed makes it repeatable.</summary>
internal static class DamagedFile
{
    private static readonly (string Kind, Func<Random, (string, byte[])> Make)[] Kinds =
    [
        ("a bit of an xlsx", random => ("bom.xlsx", Flip(random, SoundFile.Bytes(SoundFile.Xlsx, random.Next(2) == 0)))),
        ("a bit of an ods", random => ("bom.ods", Flip(random, SoundFile.Bytes(SoundFile.Ods, random.Next(2) == 0)))),
        ("a bit of an xls", random => ("bom.xls", Flip(random, OldWorkbookFile.OfRecords([SoundFile.Texts], SoundFile.Records)))),
        ("markup of a sheet", random => ("bom.xlsx", Markup(random, SoundFile.Xlsx, "xl/worksheets/sheet1.xml"))),
        ("markup of shared texts", random => ("bom.xlsx", Markup(random, SoundFile.Xlsx, "xl/sharedStrings.xml"))),
        ("markup of an ods", random => ("bom.ods", Markup(random, SoundFile.Ods, "content.xml"))),
        ("an element under another name", random => ("bom.xlsx", Renamed(random, SoundFile.Xlsx, "xl/worksheets/sheet1.xml", ["row", "c", "v", "sheetData"]))),
        ("an element of an ods under another name",
            random => ("bom.ods", Renamed(random, SoundFile.Ods, "content.xml", ["table:table-row", "table:table-cell", "text:p"]))),
        ("a record that is lost", random => ("bom.xls", OldWorkbookFile.OfRecords([SoundFile.Texts], WithoutOne(random)))),
        ("a record of another type", random => ("bom.xls", OldWorkbookFile.OfRecords([SoundFile.Texts], Changed(random, 0)))),
        ("a record of another length", random => ("bom.xls", OldWorkbookFile.OfRecords([SoundFile.Texts], Changed(random, 2)))),
        ("the end of an xlsx", random => ("bom.xlsx", Cut(random, SoundFile.Bytes(SoundFile.Xlsx, isStored: true)))),
        ("the end of an xls", random => ("bom.xls", Cut(random, OldWorkbookFile.OfRecords([SoundFile.Texts], SoundFile.Records)))),
    ];

    /// <summary>The damaged file of a seed.</summary>
    public static (string Kind, string Name, byte[] Content) Make(int seed)
    {
        var random = new Random(seed);
        (string kind, Func<Random, (string, byte[])> make) = Kinds[seed % Kinds.Length];
        (string name, byte[] content) = make(random);
        return (kind, name, content);
    }

    private static byte[] Flip(Random random, byte[] content)
    {
        content[random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
        return content;
    }

    private static byte[] Cut(Random random, byte[] content) => content[..random.Next(1, content.Length)];

    // One character of a tag is lost or another; what stands between tags and in attributes stays.
    private static byte[] Markup(Random random, WorkbookFile file, string part)
    {
        string xml = file.Text(part);
        int[] places = [.. Enumerable.Range(0, xml.Length).Where(at => xml[at] is '<' or '>' or '/' && !IsInAttribute(xml, at))];
        int at = places[random.Next(places.Length)];
        string damaged = random.Next(2) == 0 ? xml.Remove(at, 1) : xml[..at] + (char)(xml[at] ^ (1 << random.Next(5))) + xml[(at + 1)..];
        return SoundFile.Bytes(file.With(part, damaged), isStored: false);
    }

    private static bool IsInAttribute(string xml, int at)
    {
        int tag = xml.LastIndexOf('<', at);
        return tag >= 0 && xml.AsSpan(tag, at - tag).Count('"') % 2 == 1;
    }

    // Start and end tags of one element alike, so that the XML stays well formed.
    private static byte[] Renamed(Random random, WorkbookFile file, string part, string[] names)
    {
        string xml = file.Text(part);
        string name = names[random.Next(names.Length)];
        int[] starts = [.. Enumerable.Range(0, xml.Length)
            .Where(at => xml.AsSpan(at).StartsWith("<" + name, StringComparison.Ordinal) && !char.IsLetter(xml[at + name.Length + 1]))];
        int start = starts[random.Next(starts.Length)];
        int end = xml.IndexOf("</" + name + ">", start, StringComparison.Ordinal) + 2;
        string other = name[..^1] + (char)(name[^1] ^ 1);
        string damaged = $"{xml[..(start + 1)]}{other}{xml[(start + 1 + name.Length)..end]}{other}{xml[(end + name.Length)..]}";
        return SoundFile.Bytes(file.With(part, damaged), isStored: false);
    }

    private static byte[][] WithoutOne(Random random)
    {
        List<byte[]> records = [.. SoundFile.Records];
        records.RemoveAt(random.Next(records.Count));
        return [.. records];
    }

    private static byte[][] Changed(Random random, int place)
    {
        byte[][] records = [.. SoundFile.Records];
        int at = random.Next(records.Length);
        records[at] = [.. records[at]];
        records[at][place + random.Next(2)] ^= (byte)(1 << random.Next(8));
        return records;
    }
}
