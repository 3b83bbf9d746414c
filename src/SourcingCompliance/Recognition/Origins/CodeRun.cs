namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// Codes that stand in a row without a mark between them, in capitals: "CN DE", "DE-CN", "CN IN MY", "China-BE". About thirty codes are
/// small words of some language too (DE, IN, NO, MY, CO), so such a row is told by what stands in it and not word by word.
/// </summary>
internal static class CodeRun
{
    /// <summary>Whether the item is a code of a row of at least two countries.</summary>
    public static bool Holds(List<OriginItem> items, int at)
    {
        if (!MayBeCode(items, at))
        {
            return false;
        }

        int first = at;
        while (first > 0 && Continues(items, first - 1, first))
        {
            first--;
        }

        int last = at;
        while (last + 1 < items.Count && Continues(items, last, last + 1))
        {
            last++;
        }

        // "NO CN" rules out; words that could be codes are a row only beside a country that is no word, or alone in the cell.
        bool isWhole = first == 0 && last == items.Count - 1;
        bool hasCountry = items.FindIndex(first, last - first + 1, item => item.Entry is null || item.Kind == ItemKind.Origin) >= 0;
        bool starts = first == 0 || items[first - 1].Kind == ItemKind.Mark || items[first - 1]
            .Is(WordMeanings.Label | WordMeanings.In | WordMeanings.Or | WordMeanings.And);
        bool ends = last + 1 == items.Count || items[last + 1].Kind == ItemKind.Mark
            || items[last + 1].Is(WordMeanings.SupplierNoun | WordMeanings.OwnerNoun | WordMeanings.CompanyWord | WordMeanings.Or | WordMeanings.And);
        bool rulesOut = items[first].Is(WordMeanings.Negator) && !IsJoined(items[first + 1 < items.Count ? first + 1 : first]);
        return last > first && starts && ends && !rulesOut && (hasCountry || isWhole);
    }

    // A name goes on with a code only where a hyphen, a tab or several blanks stand between: "IN CHINA" may well be "in China".
    private static bool Continues(List<OriginItem> items, int left, int right) =>
        MayBeCode(items, left) && MayBeCode(items, right)
            ? true
            : IsJoined(items[right]) && (MayBeCode(items, left) || IsName(items[left])) && (MayBeCode(items, right) || IsName(items[right]));

    private static bool IsJoined(OriginItem item) => item.IsHyphenated || item.IsApart;

    private static bool IsName(OriginItem item) =>
        item is { Kind: ItemKind.Origin, Sense: CountrySense.Name or CountrySense.Place or CountrySense.Ambiguous or CountrySense.Code };

    // "CN ET DE" joins two by French "et"; "CN ET" ends in Ethiopia.
    private static bool MayBeCode(List<OriginItem> items, int at)
    {
        OriginItem item = items[at];
        bool joins = at > 0 && at + 1 < items.Count && item.Is(WordMeanings.Or | WordMeanings.And) && !IsJoined(item) && !IsJoined(items[at + 1]);
        return item is { Code.Key: [> '9', ..], IsUpper: true } && item.First == item.Last && !joins && !item.Is(WordMeanings.NoInformation);
    }
}
