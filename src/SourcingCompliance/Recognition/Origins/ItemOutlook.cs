namespace SourcingCompliance.Recognition.Origins;

/// <summary>Looks around an item of a text: what ends before it, what goes on after it.</summary>
internal static class ItemOutlook
{
    /// <summary>Whether a full stop after this item ends a sentence; after "Mfd." and "prob." it does not.</summary>
    public static bool EndsSentence(OriginItem before) => before.Kind switch
    {
        ItemKind.Unknown => before.Last - before.First >= 0 && !before.IsUpper,
        ItemKind.Word => !before.Is(WordMeanings.Hedge | WordMeanings.Label | WordMeanings.Negator | WordMeanings.NotOrigin | WordMeanings.Stage
            | WordMeanings.Part | WordMeanings.Indicative | WordMeanings.Recipient),
        ItemKind.Number or ItemKind.Origin or ItemKind.Mark => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether "unknown" or the like is a member of a list: "China / unknown", "China, TBD", "Asia/China". A reference ("see CoC") is none.</summary>
    public static bool IsUnknownMember(List<OriginItem> items, int at, bool hasMentions)
    {
        if (!items[at].Is(WordMeanings.NoInformation) || items[at].Is(WordMeanings.Filler))
        {
            return false;
        }

        bool joinsBefore = at > 0 && hasMentions && (items[at - 1].Kind == ItemKind.Mark || items[at - 1].Is(WordMeanings.Or | WordMeanings.And));
        bool ends = at + 1 == items.Count || (items[at + 1].Kind == ItemKind.Mark && !items[at + 1].IsMark('('));
        bool joinsAfter = at == 0 && items.Count > 2
            && (items[1].Is(WordMeanings.Or | WordMeanings.And) || (items[1].Kind == ItemKind.Mark && items[1].Mark is '/' or '|' or '+' or '&'));
        return (joinsBefore && ends) || joinsAfter;
    }

    /// <summary>
    /// Whether a word that rules out what stands before it speaks of a country: "China-free", "中国産ではない"; across a mark only at the end of
    /// the text: "China: excluded", "China - not used". A word that can also rule out what follows does that where a country follows.
    /// </summary>
    public static bool RulesOutBefore(List<OriginItem> items, int at, OriginItem country)
    {
        bool isLast = at + 1 == items.Count || (at + 2 == items.Count && items[at + 1].IsMark(')'));
        bool mayLookBack = !items[at].Is(WordMeanings.Negator) || isLast || items[at + 1].Kind == ItemKind.Mark;
        int before = at - 1;
        while (before >= 0 && (items[before].Is(WordMeanings.SuffixLabel)
            || (isLast && items[before].Kind == ItemKind.Mark && items[before].Mark is ':' or '=' or '-' or '(')))
        {
            before--;
        }

        return mayLookBack && before >= 0 && items[before] == country;
    }

    /// <summary>Whether an item is a noun of the country right before it ("China stock").</summary>
    public static bool FollowsCountryAsNoun(List<OriginItem> items, int at) => at > 0 && items[at - 1].Kind == ItemKind.Origin
        && items[at].Is(WordMeanings.OwnerNoun | WordMeanings.SupplierNoun);

    /// <summary>Whether a role word comes right after the country: "CN sintered, US magnetized".</summary>
    public static bool RoleFollows(List<OriginItem> items, int at) => at + 1 < items.Count && items[at + 1].Is(WordMeanings.Stage | WordMeanings.Part)
        && (at + 2 >= items.Count || items[at + 2].Kind == ItemKind.Mark);

    /// <summary>Which country a number in percent speaks of: that of "CN 0%" stands before it, that of "0 % China" behind.</summary>
    /// <param name="items">The items.</param>
    /// <param name="at">Place of the number.</param>
    /// <param name="last">The country named last; null = none.</param>
    public static ShareOf ShareAt(List<OriginItem> items, int at, OriginMention? last)
    {
        if (at + 1 >= items.Count || !items[at + 1].IsMark('%'))
        {
            return ShareOf.Nobody;
        }

        bool isBeforeCountry = at + 2 < items.Count && (items[at + 2].Kind == ItemKind.Origin || items[at + 2].Is(WordMeanings.From | WordMeanings.In));
        if (items[at].IsZero)
        {
            bool isBeside = at > 1
                && (items[at - 1].Is(WordMeanings.Part) || items[at - 1].IsMark(':') || items[at - 1].IsMark('=') || items[at - 1].IsMark('('));
            bool followsCountry = at > 0 && (items[at - 1].Kind == ItemKind.Origin || (isBeside && items[at - 2].Kind == ItemKind.Origin));
            bool isBeforePart = at + 2 < items.Count && items[at + 2].Is(WordMeanings.Part);
            return followsCountry ? ShareOf.NoneOfLast : isBeforeCountry || isBeforePart ? ShareOf.NoneOfNext : ShareOf.Nobody;
        }

        return isBeforeCountry && (last is not { Role: null } || at == 0 || items[at - 1].Kind == ItemKind.Mark) ? ShareOf.Next
            : last is { Role: null } ? ShareOf.Last
            : ShareOf.Nobody;
    }

    /// <summary>Whether a negation goes on beyond a comma: "not China, Russia or Iran" does, "not China, Japan" does not.</summary>
    public static bool NegationGoesOn(List<OriginItem> items, int at)
    {
        int countries = 0;
        for (int i = at - 1; i >= 0 && items[i].Kind is ItemKind.Origin or ItemKind.Mark; i--)
        {
            countries += items[i].Kind == ItemKind.Origin ? 1 : 0;
            if (countries >= 2)
            {
                return true;
            }
        }

        for (int i = at; i < items.Count; i++)
        {
            OriginItem item = items[i];
            if (item.Is(WordMeanings.Or | WordMeanings.And) || item.IsMark('/'))
            {
                return true;
            }

            countries += item.Kind == ItemKind.Origin ? 1 : 0;
            if (countries >= 3)
            {
                return true;
            }

            if (item.Kind is not (ItemKind.Origin or ItemKind.Mark))
            {
                return false;
            }
        }

        return false;
    }
}
