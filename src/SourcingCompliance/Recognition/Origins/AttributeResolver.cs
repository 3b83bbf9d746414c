namespace SourcingCompliance.Recognition.Origins;

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

            OriginStanding standing = GetStanding(items, i, next);
            if (standing != OriginStanding.Stated && FirstOfList(items, i) is var first && first < i)
            {
                // "Japan/China JV": the noun may speak of the last country or of all, and none of them is settled.
                DoubtAll(items, first, i);
            }
            else if (standing != OriginStanding.Stated)
            {
                item.Standing = standing;
            }
            else if (item.Sense == CountrySense.Adjective && items[next].Kind == ItemKind.Unknown)
            {
                item.Doubt("an adjective before a word that is not understood");
            }
            else if (i == 0 && next == 1 && item.Sense is CountrySense.Name or CountrySense.Code
                && items[1] is { Kind: ItemKind.Unknown, Code: null, IsCapitalized: true, IsHyphenated: false, IsApart: false })
            {
                // "USA Foobar" may be the name of a firm.
                item.Doubt("a country before a word that is not understood, as in the name of a firm");
            }
            else if (i == 0 && next == 1 && item.Sense == CountrySense.Place && items.TrueForAll(other => other == item || MayNameFirm(other)))
            {
                // "Jiangxi Copper", "Yantai Foo Magnetic Materials".
                item.Doubt("a place before words that names of firms have");
            }
        }
    }

    private static bool MayNameFirm(OriginItem item) => item is { IsCapitalized: true, IsHyphenated: false, Code: null }
        && (item.Kind == ItemKind.Unknown
            || (item.Is(WordMeanings.Part | WordMeanings.Stage) && !item.Is(WordMeanings.SuffixLabel | WordMeanings.Filler | WordMeanings.Hedge)));

    private static void DoubtAll(List<OriginItem> items, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (items[i].Kind == ItemKind.Origin)
            {
                items[i].Doubt("a list of countries before a word for a firm, a brand or a warehouse");
                items[i].Standing = OriginStanding.Stated;
            }
        }
    }

    private static OriginStanding GetStanding(List<OriginItem> items, int at, int next)
    {
        if (IsQualified(items, next))
        {
            return OriginStanding.Hinted;
        }

        OriginItem noun = items[next];
        bool isAdjective = items[at].Sense == CountrySense.Adjective;
        bool joins = next == at + 1 || isAdjective;
        bool isOwner = noun.Is(WordMeanings.OwnerNoun) || (isAdjective && noun.Is(WordMeanings.CompanyWord));
        return !joins ? OriginStanding.Stated
            : noun.Is(WordMeanings.SupplierNoun) ? OriginStanding.Hinted
            : isOwner && !noun.Is(WordMeanings.SuffixLabel) ? OriginStanding.Unrelated
            : OriginStanding.Stated;
    }

    // Where the list of countries begins that ends with this one; the place of the country itself when it is in no list.
    private static int FirstOfList(List<OriginItem> items, int at)
    {
        int first = at;
        while (first > 0)
        {
            OriginItem before = items[first - 1];
            bool joins = before.Kind == ItemKind.Mark ? before.Mark is '/' or ',' or ';' or '&' or '+' or '-' or '|' or '>'
                : before.Is(WordMeanings.And | WordMeanings.Or | WordMeanings.Move);
            int other = joins ? first - 2 : first - 1;
            if (other < 0 || items[other].Kind != ItemKind.Origin || items[first].FollowsStop)
            {
                break;
            }

            // "Made in Japan, Chinese brand": the label speaks of Japan, and the comma ends what it says.
            if ((before.IsMark(',') || before.IsMark(';')) && other > 0 && items[other - 1].Is(WordMeanings.Label | WordMeanings.In | WordMeanings.Stage))
            {
                break;
            }

            first = other;
        }

        return first;
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
