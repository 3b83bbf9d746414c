namespace SourcingCompliance.Recognition.Origins;

/// <summary>Cuts the tokens of a text into the longest phrases that the vocabulary knows.</summary>
internal sealed class ItemMatcher(CountryVocabulary vocabulary)
{
    /// <summary>The items of a text, in order; items with a country name are countries already, codes are still undecided.</summary>
    public List<OriginItem> Match(OriginText text, OriginCodeScheme scheme)
    {
        var items = new List<OriginItem>();
        int at = 0;
        while (at < text.Tokens.Length)
        {
            OriginItem item = MatchAt(text, at, scheme);
            items.Add(item);
            at = item.Last + 1;
        }

        ReadDirections(items);
        return items;
    }

    // "NE China" is a part of China; "ne Kina" (Slavic) is not China, and "NE, China" may be Niger and China.
    private void ReadDirections(List<OriginItem> items)
    {
        for (int i = 0; i + 1 < items.Count; i++)
        {
            if (items[i].Entry is { } word && word.Has(WordMeanings.Direction) && items[i].Kind is ItemKind.Word
                && items[i + 1] is { Kind: ItemKind.Origin, IsHyphenated: false, IsApart: false } country
                && (vocabulary.IsEnglishName(country.Entry) || IsAbbreviation(country)))
            {
                country.First = items[i].First;
                items.RemoveAt(i);
            }
        }
    }

    // "NE PRC"; no Slavic name of a country is so short.
    private static bool IsAbbreviation(OriginItem country) => country is { IsUpper: true, Entry: { Sense: CountrySense.Name, Key.Length: 3 } };

    private OriginItem MatchAt(OriginText text, int at, OriginCodeScheme scheme)
    {
        OriginToken token = text.Tokens[at];
        VocabularyEntry? written = vocabulary.FindWritten(text, at, out bool isNoCode);
        if (written is not null)
        {
            return GetItem(token, at, at, written, null);
        }

        int longest = Math.Min(vocabulary.LongestPhraseFrom(text.Phrase(at, at)), text.Tokens.Length - at);
        for (int length = longest; length >= 1; length--)
        {
            if (vocabulary.FindPhrase(text.Phrase(at, at + length - 1)) is { } entry && MayMatch(text, at, at + length - 1, entry))
            {
                VocabularyEntry? code = length == 1 && !isNoCode ? vocabulary.FindCode(text.Phrase(at, at), scheme) : null;
                return GetItem(token, at, at + length - 1, entry, code);
            }
        }

        return MatchAlone(text, at, token, scheme, isNoCode);
    }

    private OriginItem MatchAlone(OriginText text, int at, OriginToken token, OriginCodeScheme scheme, bool isNoCode)
    {
        ReadOnlySpan<char> key = text.Phrase(at, at);
        if (token.Shape == TokenShape.Mark)
        {
            return new OriginItem { Kind = ItemKind.Mark, First = at, Last = at, Mark = key[0], FollowsStop = token.FollowsStop };
        }

        if (!isNoCode && vocabulary.FindCode(CodeTable.WithoutDecimals(key), scheme) is { } code)
        {
            return GetItem(token, at, at, null, code);
        }

        if (token.ApostropheAt >= 3 && vocabulary.FindPhrase(key[..token.ApostropheAt]) is { Sense: not CountrySense.None } stem)
        {
            return GetItem(token, at, at, stem, null);
        }

        if (token.ApostropheAt is 1 or 2 && vocabulary.FindPhrase(key[token.ApostropheAt..]) is { Sense: not CountrySense.None } rest)
        {
            return GetItem(token, at, at, rest, null);
        }

        if (token.Shape == TokenShape.Word && LookAlike.ToLatin(key) is string latin
            && (vocabulary.FindPhrase(latin) ?? vocabulary.FindCode(latin, scheme)) is { Sense: not CountrySense.None } resembled)
        {
            OriginItem item = GetItem(token, at, at, resembled, null);
            item.IsDoubtful = true;
            item.Why = "written with look-alike letters of another script";
            return item;
        }

        return new OriginItem
        {
            Kind = token.Shape == TokenShape.Number ? ItemKind.Number : ItemKind.Unknown,
            First = at,
            Last = at,
            FollowsStop = token.FollowsStop,
            IsHyphenated = token.IsHyphenated,
            IsUpper = token.IsUpper,
            IsCapitalized = token.IsCapitalized,
            IsZero = token.Shape == TokenShape.Number && !key.ContainsAnyExcept('0', '.', ','),
            IsDotted = token.IsDotted,
            IsApart = token.IsApart,
        };
    }

    private static OriginItem GetItem(OriginToken token, int first, int last, VocabularyEntry? entry, VocabularyEntry? code)
    {
        var item = new OriginItem
        {
            Kind = entry is null ? ItemKind.Unknown : ItemKind.Word,
            First = first,
            Last = last,
            Entry = entry,
            Code = code,
            FollowsStop = token.FollowsStop,
            IsHyphenated = token.IsHyphenated,
            IsUpper = token.IsUpper,
            IsCapitalized = token.IsCapitalized,
            IsDotted = token.IsDotted,
            IsApart = token.IsApart,
        };
        if (entry is { Sense: not CountrySense.None })
        {
            item.Become(entry);
        }
        else if (code is not null && token.IsFlag)
        {
            item.Become(code);
        }

        return item;
    }

    // "China-Taiwan" and "China  Taiwan" may be lists, though "China Taiwan" is a name.
    private bool IsListOfTwo(OriginText text, int first, int last)
    {
        for (int i = first + 1; i <= last; i++)
        {
            if ((text.Tokens[i].IsHyphenated || text.Tokens[i].IsApart)
                && vocabulary.FindPhrase(text.Phrase(first, i - 1)) is { Sense: CountrySense.Name } left
                && vocabulary.FindPhrase(text.Phrase(i, last)) is { Sense: CountrySense.Name } right
                && !left.Countries.SequenceEqual(right.Countries))
            {
                return true;
            }
        }

        return false;
    }

    // "China, Republic of the Congo" is a list of two, although "China, Republic of" is a name.
    private bool CutsLongerName(OriginText text, int first, int last, VocabularyEntry entry)
    {
        for (int i = first + 1; i <= last; i++)
        {
            int longest = text.Tokens[i].Shape == TokenShape.Mark ? 0 : Math.Min(vocabulary.LongestPhraseFrom(text.Phrase(i, i)), text.Tokens.Length - i);
            for (int end = i + longest - 1; end > last; end--)
            {
                if (vocabulary.FindPhrase(text.Phrase(i, end)) is { Sense: CountrySense.Name or CountrySense.Ambiguous } longer
                    && !longer.Countries.SequenceEqual(entry.Countries))
                {
                    int before = text.Tokens[i - 1].Shape == TokenShape.Mark ? i - 2 : i - 1;
                    return before >= first && vocabulary.FindPhrase(text.Phrase(first, before)) is { Sense: CountrySense.Name };
                }
            }
        }

        return false;
    }

    // "Taiwan, China, Malaysia" is a list of three, although "Taiwan, China" is a name.
    private bool MayMatch(OriginText text, int first, int last, VocabularyEntry entry)
    {
        if (entry.Sense == CountrySense.None || last == first)
        {
            return true;
        }

        if ((vocabulary.IsNamedWithAnother(entry) && IsListOfTwo(text, first, last)) || CutsLongerName(text, first, last, entry))
        {
            return false;
        }

        for (int i = last - 1; i > first; i--)
        {
            if (text.Tokens[i].Shape == TokenShape.Mark && text.Phrase(i, i) is ","
                && vocabulary.FindPhrase(text.Phrase(i + 1, last)) is { Sense: not CountrySense.None })
            {
                bool listBefore = first >= 2 && text.Phrase(first - 1, first - 1) is ",";
                bool listAfter = last + 2 < text.Tokens.Length && text.Phrase(last + 1, last + 1) is ",";
                return !listBefore && !listAfter;
            }
        }

        return true;
    }
}
