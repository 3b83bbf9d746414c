using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>Copies an archive with its entries in ordinal order and with the run's date, so that the same input gives the same bytes.</summary>
internal static partial class StableZip
{
    /// <summary>Copies an archive.</summary>
    /// <param name="archive">The archive, seekable.</param>
    /// <param name="output">Receives the copy.</param>
    /// <param name="asOf">Date that every entry gets.</param>
    public static void Copy(Stream archive, Stream output, DateOnly asOf)
    {
        archive.Position = 0;
        using var from = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var stamp = new DateTimeOffset(asOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        // [Content_Types].xml first, as readers that stream expect it.
        foreach (ZipArchiveEntry entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            ZipArchiveEntry copy = to.CreateEntry(CorePropertiesName().Replace(entry.FullName, "core.psmdcp"), CompressionLevel.Optimal);
            copy.LastWriteTime = stamp;
            using Stream source = entry.Open();
            using Stream target = copy.Open();
            if (entry.FullName == "docProps/core.xml")
            {
                using var reader = new StreamReader(source, Encoding.UTF8);
                target.Write(Encoding.UTF8.GetBytes(Timestamp().Replace(reader.ReadToEnd(), $"{asOf:yyyy-MM-dd}T00:00:00Z")));
            }
            else if (entry.FullName == "_rels/.rels")
            {
                using var reader = new StreamReader(source, Encoding.UTF8);
                int number = 0;
                string named = CorePropertiesName().Replace(reader.ReadToEnd(), "core.psmdcp");
                target.Write(Encoding.UTF8.GetBytes(RandomId().Replace(named, _ => FormattableString.Invariant($"Id=\"package{++number}\""))));
            }
            else
            {
                source.CopyTo(target);
            }
        }
    }

    // The library stamps the clock into the core properties; W3CDTF as in ISO 29500-2 §11.
    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z?", RegexOptions.NonBacktracking)]
    private static partial Regex Timestamp();

    // The packaging library makes a GUID the name of the core properties and random ids the relations of the package, which nothing else names.
    [GeneratedRegex(@"[0-9a-f]{32}\.psmdcp", RegexOptions.NonBacktracking)]
    private static partial Regex CorePropertiesName();

    [GeneratedRegex("Id=\"R[0-9a-f]{16}\"", RegexOptions.NonBacktracking)]
    private static partial Regex RandomId();
}
