using System.Collections.Immutable;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// Understands exports that join a product and its components in one row and mark the columns of the components: ERPNext writes
/// <c>Item Code (Items)</c>, Odoo <c>BoM Lines/Component</c>. The other columns speak of the product, which is the parent.
/// </summary>
internal static class ChildTable
{
    // What database exports write after the name of a field.
    private static readonly string[] Technical = ["id", "name", "display name", "database id", "external id"];

    /// <summary>The header with the marks taken off, and the product's column as the parent; the same header when it marks no components.</summary>
    /// <param name="found">The header as it stands.</param>
    /// <param name="reader">Says what texts mean as headers.</param>
    public static FoundHeader Resolve(FoundHeader found, HeaderReader reader)
    {
        (string Mark, string Own)?[] parts = [.. found.Headers.Select(header => header is null ? null : Part(header.Header, reader.Words.ChildTables))];
        string? mark = parts.OfType<(string Mark, string Own)>().GroupBy(part => part.Mark)
            .FirstOrDefault(group => group.Count() >= 2 && group.Any(part => NamesPart(reader.Read(part.Own))))?.Key;
        if (mark is null)
        {
            return found;
        }

        int parent = GetParent(found.Headers, parts);
        var headers = new HeaderReading?[found.Headers.Length];
        for (int column = 1; column < headers.Length; column++)
        {
            HeaderReading? reading = found.Headers[column];
            headers[column] = reading is null ? null
                : parts[column] is { } part && part.Mark == mark ? reader.Read(part.Own) with { Header = reading.Header }
                : column == parent ? reading with
                {
                    Candidates = [new HeaderCandidate(BomField.Parent, HeaderStrength.Base, ContentNeed.None, 0) { IsCarriedDown = true }],
                    IsOther = false
                }
                : reading with { Candidates = [], IsOther = true };
        }

        return found with { Headers = headers };
    }

    /// <summary>The field of the component that a header names behind its mark; null when it has no mark.</summary>
    public static string? OwnPart(string header, HeaderWords words) => Part(header, words.ChildTables)?.Own;

    private static (string Mark, string Own)? Part(string header, HashSet<string> tables)
    {
        int open = header.LastIndexOf('(');
        if (open > 0 && header.EndsWith(')') && GetKey(header[(open + 1)..^1]) is { } bracket && tables.Contains(bracket))
        {
            return (bracket, header[..open].Trim());
        }

        string[] path = header.Split('/');
        if (path.Length < 2 || !tables.Contains(GetKey(path[0])))
        {
            return null;
        }

        // "BoM Lines/Component/Name" is the component.
        int last = path.Length;
        while (last > 2 && Technical.Contains(GetKey(path[last - 1])))
        {
            last--;
        }

        string own = path[last - 1];
        return (GetKey(path[0]), own.EndsWith("_id", StringComparison.OrdinalIgnoreCase) ? own[..^3] : own);
    }

    private static string GetKey(string text) => HeaderKey.Compute(text, splitCamelCase: false);

    // The product itself, not the number of its record.
    private static int GetParent(HeaderReading?[] headers, (string Mark, string Own)?[] parts)
    {
        int parent = 0;
        for (int column = headers.Length - 1; column > 0; column--)
        {
            if (headers[column] is not { } header || parts[column] is not null || !NamesPart(header))
            {
                continue;
            }

            bool isPlain = header.Candidates.Any(candidate => ColumnMapper.NamesPart(candidate.Field) && candidate.Need == ContentNeed.None);
            parent = isPlain || parent == 0 ? column : parent;
        }

        return parent;
    }

    private static bool NamesPart(HeaderReading reading) => reading.Candidates.Any(candidate => ColumnMapper.NamesPart(candidate.Field));
}
