using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>
/// Reads the list of smelters. A file that a library saved has only what was typed, often nothing but ids: metal, name and country come from the list
/// that the file itself carries. No row is dropped, repeated ones neither.
/// </summary>
/// <param name="columns">The columns of the edition.</param>
/// <param name="lookUp">The list that the file carries.</param>
/// <param name="countryOf">Recognizes a country.</param>
/// <param name="left">Receives what cannot be used.</param>
/// <param name="contradictions">Receives what the list says twice and differently.</param>
internal sealed class SmelterReader(
    RmiSmelterColumns columns, SmelterLookUp lookUp, Func<string, Country?> countryOf,
    ImmutableArray<UnreadAnswer>.Builder left, ImmutableArray<string>.Builder contradictions)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rows of the list.</summary>
    /// <param name="document">The document.</param>
    /// <param name="table">The list.</param>
    public IEnumerable<RmiSmelter> Read(BomDocument document, BomTable table)
    {
        int header = (RmiSheets.RevisionIn(document, table)?.Row ?? 3) + 1;
        foreach (BomRow row in table.Rows)
        {
            if (row.Number > header && ReadRow(row, table.Name) is { } smelter)
            {
                yield return smelter;
            }
        }
    }

    private RmiSmelter? ReadRow(BomRow row, string sheet)
    {
        string typedId = At(row, columns.Id);
        string metal = At(row, columns.Metal);
        string chosen = At(row, columns.LookUp);
        string typedName = At(row, columns.Name);
        string country = At(row, columns.Country);
        if (typedId.Length + metal.Length + chosen.Length + typedName.Length + country.Length == 0)
        {
            return null;
        }

        string place = FormSheet.GetPlace(sheet, row.Number, 0);
        string id = typedId.Length > 0 ? typedId : At(row, columns.FilledId);
        if (id.Length > 0 && !SmelterLookUp.IsId(id))
        {
            left.Add(new UnreadAnswer(place, FormText.Shorten(id), "This is not an id of the publisher's list (CID and six digits)."));
            id = "";
        }

        TellRepeated(place, row.Number, string.Join('\n', id, metal, chosen, typedName, country));
        string words = string.Concat(chosen.Where(char.IsLetter)).ToUpperInvariant();
        bool isUnidentified = words == "SMELTERNOTYETIDENTIFIED";
        bool isUnlisted = words == "SMELTERNOTLISTED" || columns.LookUp == 0;
        ListedSmelter? listed = id.Length > 0 ? lookUp.OfId(id) : isUnidentified || isUnlisted ? null : lookUp.OfName(metal, chosen);
        TellConflicts(place, listed, metal, country);
        TellUnresolved(place, id, chosen, listed, isUnidentified, isUnlisted);
        string name = listed?.Name ?? (isUnidentified ? "" : isUnlisted ? typedName : chosen.Length > 0 ? chosen : typedName);
        string countryText = country.Length > 0 ? country : listed?.Country ?? "";
        return new RmiSmelter(place, row.Number, metal.Length > 0 ? metal : listed?.Metal ?? "", name)
        {
            Id = id.Length > 0 ? id.ToUpperInvariant() : listed?.Id,
            IsResolved = listed is not null,
            IsUnidentified = isUnidentified || name.Length == 0,
            CountryText = countryText,
            Country = GetCountry(place, countryText),
            Mines = At(row, columns.Mines),
            MineCountry = At(row, columns.MineCountry),
            Recycled = At(row, columns.Recycled),
            Comment = At(row, columns.Comment),
        };
    }

    // Formulas without a result show 0 or an error.
    private static string At(BomRow row, int column) =>
        column == 0 || row.KindAt(column) == CellKind.Error || row.TrimmedAt(column) is "0" ? "" : row.TrimmedAt(column).ToString();

    private Country? GetCountry(string place, string text)
    {
        Country? country = text.Length == 0 ? null : countryOf(text);
        if (text.Length > 0 && country is null)
        {
            left.Add(new UnreadAnswer(place, FormText.Shorten(text), "This country is not recognized."));
        }

        return country;
    }

    private void TellRepeated(string place, int row, string key)
    {
        if (!_seen.TryAdd(key, row))
        {
            contradictions.Add($"{place}: the same entry as in row {_seen[key]}. Both are kept.");
        }
    }

    private void TellConflicts(string place, ListedSmelter? listed, string metal, string country)
    {
        if (listed is null)
        {
            return;
        }

        if (metal.Length > 0 && !FormText.AreSame(metal, listed.Metal))
        {
            contradictions.Add($"{place}: the row says {metal}, and the list in the file has {listed.Id} ({listed.Name}) for {listed.Metal}.");
        }

        if (country.Length > 0 && countryOf(country) is { } stated && countryOf(listed.Country) is { } known && stated != known)
        {
            contradictions.Add($"{place}: the row says {country}, and the list in the file has {listed.Name} in {listed.Country}.");
        }
    }

    private void TellUnresolved(string place, string id, string chosen, ListedSmelter? listed, bool isUnidentified, bool isUnlisted)
    {
        if (isUnidentified)
        {
            left.Add(new UnreadAnswer(place, FormText.Shorten(chosen), "The sender has not identified this smelter."));
        }
        else if (listed is null && !isUnlisted)
        {
            left.Add(new UnreadAnswer(place, FormText.Shorten(id.Length > 0 ? id : chosen), lookUp.IsEmpty
                ? "The file carries no list of smelters in which this could be found. The entry is kept as typed."
                : $"The list in the file has no such {(id.Length > 0 ? "id" : "name for this metal")}; names are not matched by likeness. The entry is "
                    + $"kept as typed."));
        }
    }
}
