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
}
