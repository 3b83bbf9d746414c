namespace SourcingCompliance.Normalization.Countries;

/// <summary>
/// Decides what a country before a noun says: "Chinese parts" states an origin, "US company" does not, "Chinese supplier" is a hint.
/// </summary>
internal static class AttributeResolver
{
    /// <summary>Sets the standing of the countries that a noun follows.</summary>
    public static void Resolve(List<OriginItem> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            OriginItem item = items[i];
            if (item.Kind != ItemKind.Origin)
            {
                continue;
            }

            int next = i + 1;
            while (next < items.Count && items[next].IsMark(')'))
            {
                next++;
            }

            if (next == items.Count || items[next].FollowsStop)
            {
                continue;
            }

            if (IsQualified(items, next))
            {
                item.Standing = OriginStanding.Hinted;
                continue;
            }

            OriginItem noun = items[next];
            bool isAdjective = item.Sense == CountrySense.Adjective;
            bool joins = next == i + 1 || isAdjective;
            if (joins && (noun.Is(WordMeanings.OwnerNoun) || (isAdjective && noun.Is(WordMeanings.CompanyWord))) && !noun.Is(WordMeanings.SuffixLabel))
            {
                item.Standing = OriginStanding.Unrelated;
            }
            else if (joins && noun.Is(WordMeanings.SupplierNoun))
            {
                item.Standing = OriginStanding.Hinted;
            }
            else if (isAdjective && noun.Kind == ItemKind.Unknown)
            {
                item.IsDoubtful = true;
                item.Why ??= "an adjective before a word that is not understood";
            }
        }
    }

    // "USA (HQ)", "Japan, head office", "Germany (packed)": the word behind says that the country is no place of production. The country stays as
    // a hint, so that a covered one is not lost and none is taken for evidence.
    private static bool IsQualified(List<OriginItem> items, int next)
    {
        OriginItem mark = items[next];
        if (next + 1 >= items.Count || !(mark.IsMark('(') || mark.IsMark(',') || mark.IsMark('/') || mark.IsMark('-')))
        {
            return false;
        }

        OriginItem word = items[next + 1];
        bool closes = next + 2 == items.Count || (mark.IsMark('(') && items[next + 2].IsMark(')'));
        return closes && word.Is(WordMeanings.OwnerNoun | WordMeanings.SupplierNoun | WordMeanings.NotOrigin) && !word.Is(WordMeanings.SuffixLabel);
    }
}
