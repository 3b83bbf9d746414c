using System.Xml;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>One relationship of an OOXML part to another (ECMA-376 part 2, §6.5).</summary>
/// <param name="Id">Its id within the part.</param>
/// <param name="Kind">Last segment of its type, the same in strict and transitional files: <c>worksheet</c>, <c>styles</c>.</param>
/// <param name="Target">Name of the part that it leads to, from the root of the package.</param>
internal sealed record Relationship(string Id, string Kind, string Target)
{
    /// <summary>The relationships of a part; empty when it has none.</summary>
    /// <param name="package">The package.</param>
    /// <param name="part">Name of the part; empty = the package itself.</param>
    public static IReadOnlyList<Relationship> From(ZipPackage package, string part)
    {
        int slash = part.LastIndexOf('/');
        string folder = part[..(slash + 1)];
        using XmlReader? reader = package.OpenXml($"{folder}_rels/{part[(slash + 1)..]}.rels");
        var relationships = new List<Relationship>();
        while (reader is not null && reader.ReadBounded(package.Limits))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship" || reader.GetAttribute("TargetMode") == "External")
            {
                continue;
            }

            string type = reader.GetAttribute("Type") ?? "";
            relationships.Add(new(
                reader.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, reader.GetAttribute("Target") ?? "")));
            if (relationships.Count > package.Limits.MaximumArchiveEntries)
            {
                throw Stop.AtLimit("relationships of a part", package.Limits.MaximumArchiveEntries, nameof(ReadLimits.MaximumArchiveEntries));
            }
        }

        return relationships;
    }

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        string whole = target.StartsWith('/') ? target : folder + target;
        var segments = new List<string>();
        foreach (string segment in whole.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return Uri.UnescapeDataString(string.Join('/', segments));
    }
}
