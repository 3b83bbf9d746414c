namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// Finds what nobody could read in a text about origin. "TBD" and "see drawing" name no country and are understood all the same; "Chnia",
/// an unknown town and the name of a company are not, and one unread member of a list ("USA, Xunwu") may be the one that counts.
/// </summary>
internal static class UnreadWords
{
    private const int MostWordsOfMember = 3;
    private const int ShortestMember = 3;

    /// <summary>The words of a text that states no country; null when all of them are understood.</summary>
    public static string? OfSilent(OriginText text, List<OriginItem> items)
    {
        int first = items.FindIndex(IsUnread);
        return first < 0 ? null : text.Words(items[first].First, items[items.FindLastIndex(IsUnread)].Last);
    }

    /// <summary>A member of a list of countries that is not understood; null when there is none.</summary>
    public static string? OfList(OriginText text, List<OriginItem> items)
    {
        int start = 0;
        for (int i = 0; i <= items.Count; i++)
        {
            if (i < items.Count && !IsSeparator(items[i]))
            {
                continue;
            }

            if (IsMember(text, items, start, i) && !IsTownOfAddress(items, start, i))
            {
                return text.Words(items[start].First, items[i - 1].Last);
            }

            start = i + 1;
        }

        return null;
    }

    // A number that is no code tells nothing; zero is what spreadsheets show for an empty cell.
    private static bool IsUnread(OriginItem item) =>
        item.Kind == ItemKind.Unknown || (item.Kind == ItemKind.Number && !item.IsZero) || item.Is(WordMeanings.CompanyWord | WordMeanings.Firm);

    private static bool IsSeparator(OriginItem item) => item.Kind == ItemKind.Mark || item.Is(WordMeanings.Or | WordMeanings.And);

    // Words alone, and few of them: codes of lots, numbers and sentences are no members.
    private static bool IsMember(OriginText text, List<OriginItem> items, int start, int end)
    {
        if (end == start || end - start > MostWordsOfMember)
        {
            return false;
        }

        for (int i = start; i < end; i++)
        {
            OriginItem item = items[i];
            if (!(item.Kind == ItemKind.Unknown || item.Is(WordMeanings.Filler)) || text.Phrase(item.First, item.Last).ContainsAnyInRange('0', '9'))
            {
                return false;
            }
        }

        return items.FindIndex(start, end - start, item => item.Kind == ItemKind.Unknown && text.Phrase(item.First, item.Last).Length >= ShortestMember) >= 0;
    }

    // "Kleinstadt, Germany" is an address, and so is all that stands before a country between commas; what stands in brackets explains.
    private static bool IsTownOfAddress(List<OriginItem> items, int start, int end)
    {
        if (start > 0 && items[start - 1].IsMark('('))
        {
            return true;
        }

        if (end == items.Count || !items[end].IsMark(','))
        {
            return false;
        }

        // "Daegu, Jung-gu, South Korea" names one country before and after.
        int before = start > 1 ? items.FindLastIndex(start - 1, item => item.Kind == ItemKind.Origin) : -1;
        int after = items.FindIndex(end, item => item.Kind == ItemKind.Origin);
        return before < 0 || (after >= 0 && items[before].Countries.SequenceEqual(items[after].Countries));
    }
}
