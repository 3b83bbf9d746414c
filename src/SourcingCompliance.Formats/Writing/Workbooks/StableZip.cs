using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Copies a package with its entries in ordinal order and without what its libraries take from the clock and from chance, so that the
/// same input gives the same bytes: dates of entries and core properties, the name of the core properties, ids of the package's own
/// relationships. Parts whose content changes are rewritten on the way.
/// </summary>
internal static partial class StableZip
{
    // The extension stays: the content types give its kind by extension.
    private const string CoreProperties = "docProps/sourcing-core.psmdcp";
    private const string PackageRelationships = "_rels/.rels";

    /// <summary>Copies a package.</summary>
    /// <param name="archive">The package, seekable.</param>
    /// <param name="output">Receives the copy.</param>
    /// <param name="asOf">Date that every entry gets.</param>
    /// <param name="rewrites">What copies an entry with changes, by the entry's name.</param>
    public static void Copy(Stream archive, Stream output, DateOnly asOf, IReadOnlyDictionary<string, Action<Stream, Stream>> rewrites)
    {
        archive.Position = 0;
        using var from = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        // The packaging library names its core properties by chance; the name stands in the relationships and in the content types.
        string? byChance = from.Entries.Select(entry => entry.FullName).FirstOrDefault(name => name.EndsWith(".psmdcp", StringComparison.Ordinal));
        // [Content_Types].xml first, as readers that stream expect it.
        foreach ((string name, ZipArchiveEntry entry) in from.Entries.Select(entry =>
            (Name: entry.FullName == byChance ? CoreProperties : entry.FullName, entry))
            .OrderBy(pair => pair.Name != "[Content_Types].xml").ThenBy(pair => pair.Name, StringComparer.Ordinal))
        {
            ZipArchiveEntry copy = to.CreateEntry(name, CompressionLevel.Optimal);
            copy.LastWriteTime = new DateTimeOffset(asOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            bool isPrefixed = IsPrefixed(name, entry);
            using Stream source = entry.Open();
            using Stream target = copy.Open();
            if (rewrites.TryGetValue(name, out Action<Stream, Stream>? rewrite))
            {
                rewrite(source, target);
            }
            else if (isPrefixed)
            {
                SheetXml.Copy(source, target);
            }
            else if (name is CoreProperties or "docProps/core.xml" or PackageRelationships or "[Content_Types].xml" || GetFolder(name) is not null)
            {
                using var reader = new StreamReader(source, Encoding.UTF8);
                target.Write(Encoding.UTF8.GetBytes(Settle(name, reader.ReadToEnd(), byChance, asOf)));
            }
            else
            {
                source.CopyTo(target);
            }
        }
    }

    private static bool IsPrefixed(string name, ZipArchiveEntry entry)
    {
        if (!name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || !(name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) || name == "docProps/app.xml"))
        {
            return false;
        }

        using Stream head = entry.Open();
        return SheetXml.HasPrefix(head);
    }

    private static string Settle(string name, string text, string? byChance, DateOnly asOf)
    {
        string settled = byChance is null ? text : text.Replace(byChance, CoreProperties, StringComparison.Ordinal);
        if (name is CoreProperties or "docProps/core.xml")
        {
            return Timestamp().Replace(settled, $"{asOf:yyyy-MM-dd}T00:00:00Z");
        }

        if (name == PackageRelationships)
        {
            int number = 0;
            return RelationshipId().Replace(settled, _ => FormattableString.Invariant($" Id=\"rId{++number}\""));
        }

        return GetFolder(name) is { } folder ? settled.Replace("Target=\"/xl/", $"Target=\"{folder}", StringComparison.Ordinal) : settled;
    }

    // The packaging library writes targets from the root of the package; some programs look for them from the part, as Excel writes them.
    private static string? GetFolder(string relationships) => relationships switch
    {
        "xl/_rels/workbook.xml.rels" => "",
        _ when relationships.StartsWith("xl/worksheets/_rels/", StringComparison.Ordinal) => "../",
        _ => null,
    };

    // The library stamps the clock into the core properties; W3CDTF as in ISO 29500-2 §11.
    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z?", RegexOptions.NonBacktracking)]
    private static partial Regex Timestamp();

    // Nothing refers to the relationships of the package itself by id (ISO 29500-2 §6.5).
    [GeneratedRegex(@" Id=""[^""]*""", RegexOptions.NonBacktracking)]
    private static partial Regex RelationshipId();
}
