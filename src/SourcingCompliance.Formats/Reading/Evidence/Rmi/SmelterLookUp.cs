using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>A smelter of the list that a template carries.</summary>
/// <param name="Metal">Its metal.</param>
/// <param name="Name">Its standard name.</param>
/// <param name="Country">Its country in words.</param>
/// <param name="Id">Its id.</param>
internal sealed record ListedSmelter(string Metal, string Name, string Country, string Id);

/// <summary>The list of smelters that a template carries: names are found as they are written, never by likeness.</summary>
internal sealed class SmelterLookUp
{
    private readonly Dictionary<string, ListedSmelter> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ListedSmelter> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the file carries a list at all.</summary>
    public bool IsEmpty => _byId.Count == 0;

    /// <summary>Reads the list: metal, name or alias, standard name, country, id from row 5 on.</summary>
    /// <param name="table">The sheet; null = the file has none.</param>
    public static SmelterLookUp Read(BomTable? table)
    {
        var lookUp = new SmelterLookUp();
        foreach (BomRow row in table?.Rows ?? [])
        {
            string id = row.TrimmedAt(5).ToString();
            if (IsId(id))
            {
                var smelter = new ListedSmelter(row.TrimmedAt(1).ToString(), row.TrimmedAt(3).ToString(), row.TrimmedAt(4).ToString(), id);
                lookUp._byId.TryAdd(id, smelter);
                lookUp._byName.TryAdd(GetKey(smelter.Metal, row.TrimmedAt(2).ToString()), smelter);
            }
        }

        return lookUp;
    }

    /// <summary>Whether a text has the form of an id: <c>CID</c> and six digits.</summary>
    public static bool IsId(string text) => text.Length == 9 && text.StartsWith("CID", StringComparison.OrdinalIgnoreCase)
        && text.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The smelter of an id; null = not listed.</summary>
    public ListedSmelter? OfId(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The smelter of a metal and a name or alias; null = not listed.</summary>
    public ListedSmelter? OfName(string metal, string name) => _byName.GetValueOrDefault(GetKey(metal, name));

    private static string GetKey(string metal, string name) => $"{metal.Trim()}\n{name.Trim()}";
}
