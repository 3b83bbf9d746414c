namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// Keeps of a running text only what an origin label introduces: the label, the countries after it, and the words that belong to
/// them. Everything else in a description may name countries without meaning origin ("Swiss screw", "China marker", "CN1").
/// </summary>
internal static class LabelledText
{
    private const int MostUnknownWordsBeforeCountry = 2;

    private const WordMeanings Belonging = WordMeanings.Label | WordMeanings.In | WordMeanings.From | WordMeanings.Filler | WordMeanings.Stage
        | WordMeanings.Hedge | WordMeanings.Or | WordMeanings.And | WordMeanings.Negator | WordMeanings.PostNegator | WordMeanings.Element;

    /// <summary>The items that labels introduce; empty when the text has no label with a country.</summary>
    public static List<OriginItem> Keep(List<OriginItem> items)
    {
        bool[] keep = new bool[items.Count];
        for (int i = 0; i < items.Count; i++)
        {
            if (!keep[i] && IsLabel(items, i))
            {
                KeepAfter(items, i, keep);
            }
            else if (items[i].Is(WordMeanings.SuffixLabel) && i > 0 && !items[i].FollowsStop
                && (items[i - 1].Kind == ItemKind.Origin || items[i - 1] is { Code: not null, Entry: null, IsUpper: true }))
            {
                keep[i - 1] = true;
                keep[i] = true;
            }
        }

        var kept = new List<OriginItem>();
        for (int i = 0; i < items.Count; i++)
        {
            if (keep[i])
            {
                items[i].FollowsStop |= i > 0 && !keep[i - 1] && kept.Count > 0;
                kept.Add(items[i]);
            }
        }

        return kept;
    }

    // A stage is a label only with a preposition or colon after it: "sintered in", "melted:".
    private static bool IsLabel(List<OriginItem> items, int at)
    {
        OriginItem item = items[at];
        bool hasNext = at + 1 < items.Count;
        if (item.Is(WordMeanings.RunningLabel))
        {
            return hasNext;
        }

        if (item.Is(WordMeanings.Stage))
        {
            return hasNext && (items[at + 1].Is(WordMeanings.In) || items[at + 1].IsMark(':') || items[at + 1].IsMark('='));
        }

        return item.Is(WordMeanings.Label) && hasNext && (items[at + 1].IsMark(':') || items[at + 1].IsMark('=')
            || items[at + 1] is { Kind: ItemKind.Origin, Sense: CountrySense.Name or CountrySense.Adjective });
    }

    private static void KeepAfter(List<OriginItem> items, int label, bool[] keep)
    {
        int end = label;
        bool hasCountry = false;
        int unknown = 0;
        for (int i = label + 1; i < items.Count; i++)
        {
            OriginItem item = items[i];
            bool mayBeCountry = item.Kind == ItemKind.Origin
                || (item.Code is not null && !char.IsAsciiDigit(item.Code.Key[0]) && (item.IsUpper || !hasCountry) && item.Entry is null);
            if (mayBeCountry)
            {
                hasCountry = true;
                end = i;
            }
            else if (item.FollowsStop && hasCountry)
            {
                break;
            }
            else if (item.Kind == ItemKind.Mark)
            {
                if (item.Mark is ';' or '-' && hasCountry)
                {
                    break;
                }
            }
            else if (item.Kind is ItemKind.Unknown && !hasCountry && unknown < MostUnknownWordsBeforeCountry)
            {
                unknown++;
            }
            else if (item.Is(WordMeanings.Part) && i + 1 < items.Count && items[i + 1].Is(WordMeanings.From))
            {
                // "assembled in Mexico, parts from China"
            }
            else if (!item.Is(Belonging) && !(item.Code is not null && !hasCountry))
            {
                break;
            }
            else if (item.Is(WordMeanings.Hedge | WordMeanings.PostNegator | WordMeanings.Stage) && hasCountry)
            {
                end = i;
            }
        }

        if (!hasCountry)
        {
            return;
        }

        int start = label;
        while (start > 0
            && (items[start - 1].Is(WordMeanings.Negator | WordMeanings.Hedge | WordMeanings.Stage | WordMeanings.Element) && !items[start].FollowsStop))
        {
            start--;
        }

        for (int i = start; i <= end; i++)
        {
            keep[i] = true;
        }

        if (end + 1 < items.Count && (items[end + 1].IsMark('?') || items[end + 1].IsMark(')')))
        {
            keep[end + 1] = true;
        }
    }
}
