using System.Collections.Immutable;

namespace SourcingCompliance.Normalization.Countries;

/// <summary>Decides which short words of a text are country codes: "CN, TW" and "sintered CN" hold codes, "IN STOCK" holds none.</summary>
internal sealed class CodeResolver(CountryVocabulary vocabulary)
{
    private const WordMeanings Introducing = WordMeanings.Label | WordMeanings.Stage | WordMeanings.Part | WordMeanings.Element
        | WordMeanings.NotOrigin | WordMeanings.Indicative;

    /// <summary>Turns the items that are codes into countries.</summary>
    public void Resolve(OriginText text, List<OriginItem> items)
    {
        bool isNumeric = items.TrueForAll(item => item.Kind is ItemKind.Mark || item.Code is { Key: [>= '0' and <= '9', ..] });
        for (int i = 0; i < items.Count; i++)
        {
            OriginItem item = items[i];
            if (item.Code is not { } code || item.Kind == ItemKind.Origin)
            {
                continue;
            }

            if (char.IsAsciiDigit(code.Key[0]))
            {
                if (isNumeric)
                {
                    item.Become(code);
                }
                else
                {
                    item.Kind = ItemKind.Number;
                }
            }
            else if (item.Entry is null ? IsCode(items, i) : IsCodeDespiteWord(items, i))
            {
                item.Become(code);
                if (item.Entry is null && HasUnknownNeighbor(items, i))
                {
                    item.IsDoubtful = true;
                    item.Why ??= "a code among words that are not understood";
                }
            }
        }

        JoinSubdivisions(text, items);
    }

    private static bool IsCode(List<OriginItem> items, int at)
    {
        OriginItem item = items[at];
        if (item.IsHyphenated && at > 0 && items[at - 1].Kind == ItemKind.Unknown && items[at - 1].Code is null)
        {
            return false;
        }

        return item.IsUpper || (!HasUnknownNeighbor(items, at) && (at == 0 || items[at - 1].Kind != ItemKind.Number));
    }

    // A word that is a preposition or the like is a code only where a code is due.
    private static bool IsCodeDespiteWord(List<OriginItem> items, int at)
    {
        OriginItem item = items[at];
        bool endsPiece = at + 1 == items.Count || IsSeparator(items[at + 1]);
        bool startsPiece = at == 0 || IsSeparator(items[at - 1]);
        if (item.IsUpper && startsPiece && at + 1 < items.Count && !item.Is(WordMeanings.Negator | WordMeanings.NoInformation | WordMeanings.Or | WordMeanings.Recipient)
            && (items[at + 1].Is(WordMeanings.Stage | WordMeanings.Part | WordMeanings.SuffixLabel) || items[at + 1].IsMark('(')))
        {
            // "AU mined, CN refined" and "IT (housing)".
            return true;
        }

        if (!endsPiece || item.Is(WordMeanings.NoInformation | WordMeanings.CompanyWord | WordMeanings.Element))
        {
            return false;
        }

        int before = at - 1;
        bool afterColon = before >= 0 && (items[before].IsMark(':') || items[before].IsMark('='));
        before -= afterColon ? 1 : 0;
        if (before >= 0 && items[before].Is(Introducing))
        {
            return true;
        }

        return item.IsUpper && !afterColon && (StandsBesideCode(items, at, -1) || StandsBesideCode(items, at, 1))
            && startsPiece;
    }

    private static bool StandsBesideCode(List<OriginItem> items, int at, int step)
    {
        int mark = at + step;
        int beyond = mark + step;
        return beyond >= 0 && beyond < items.Count && IsSeparator(items[mark]) && !items[mark].IsMark('(') && !items[mark].IsMark(')')
            && (items[beyond] is { Code: not null, IsUpper: true } || items[beyond].Kind == ItemKind.Origin);
    }

    private static bool IsSeparator(OriginItem item) => item.Kind == ItemKind.Mark || item.Is(WordMeanings.Or | WordMeanings.And);

    private static bool HasUnknownNeighbor(List<OriginItem> items, int at) =>
        (at > 0 && IsPlainUnknown(items[at - 1]) && !items[at].FollowsStop)
        || (at + 1 < items.Count && IsPlainUnknown(items[at + 1]) && !items[at + 1].FollowsStop && !items[at + 1].IsHyphenated);

    private static bool IsPlainUnknown(OriginItem item) => item.Kind == ItemKind.Unknown && item.Code is null;

    // ISO 3166-2: CN-GD, RU-MOW, US-CA. Two country codes with a hyphen are a list instead.
    private void JoinSubdivisions(OriginText text, List<OriginItem> items)
    {
        for (int i = items.Count - 2; i >= 0; i--)
        {
            OriginItem country = items[i];
            OriginItem part = items[i + 1];
            if (country is not { Kind: ItemKind.Origin, Sense: CountrySense.Code, Code: not null } || !part.IsHyphenated || part.First != part.Last
                || text.Tokens[country.First].Length != 2 || country.Countries.Length != 1 || text.Tokens[part.First].Length > 3 || part.Is(WordMeanings.Negator))
            {
                continue;
            }

            ReadOnlySpan<char> key = text.Phrase(part.First, part.First);
            CountryFacts? facts = vocabulary.FactsOf(country.Countries[0]);
            bool isKnownPart = Contains(facts?.Subdivisions ?? [], key) || (country.Countries[0].Code == "US" && vocabulary.IsStateCode(key));
            if (isKnownPart || part.Code is null || char.IsAsciiDigit(key[0]))
            {
                country.Last = part.Last;
                items.RemoveAt(i + 1);
            }
            else if (part.Kind == ItemKind.Origin && part.Countries.Length == 1 && vocabulary.FactsOf(part.Countries[0])?.NamedWith == country.Countries[0])
            {
                // CN-TW, CN-HK and CN-MO are codes of ISO 3166-2.
                items.RemoveAt(i);
            }
        }
    }

    private static bool Contains(ImmutableArray<string> codes, ReadOnlySpan<char> key)
    {
        foreach (string code in codes)
        {
            if (key.SequenceEqual(code))
            {
                return true;
            }
        }

        return false;
    }
}
