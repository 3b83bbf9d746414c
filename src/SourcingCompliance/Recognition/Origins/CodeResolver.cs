using System.Collections.Immutable;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>Decides which short words of a text are country codes: "CN, TW" and "sintered CN" hold codes, "IN STOCK" holds none.</summary>
internal sealed class CodeResolver(CountryVocabulary vocabulary)
{
    private const WordMeanings Introducing = WordMeanings.Label | WordMeanings.Stage | WordMeanings.Part | WordMeanings.Element
        | WordMeanings.NotOrigin | WordMeanings.Indicative;

    /// <summary>Turns the items that are codes into countries.</summary>
    public void Resolve(OriginText text, List<OriginItem> items)
    {
        bool isNumeric = IsNumeric(items);
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
            else if (IsPartOfPlace(text, items, i))
            {
                item.Kind = ItemKind.Number;
            }
            else if (CodeRun.Holds(items, i) || (item.Entry is null ? IsCode(items, i) : IsCodeDespiteWord(items, i)))
            {
                item.Become(code);
                DoubtBySurroundings(items, i);
            }
        }

        JoinSubdivisions(text, items);
    }

    // Numbers are codes where nothing stands beside them but marks and words that speak of codes ("ISO 156", "code 643").
    private static bool IsNumeric(List<OriginItem> items) => items.TrueForAll(item =>
        item.Kind is ItemKind.Mark || item.Is(WordMeanings.Label | WordMeanings.CodeLabel | WordMeanings.In) || item.Code is { Key: [>= '0' and <= '9', ..] });

    // The SP of "Sao Paulo, SP, Brazil" and the GD of "Shenzhen, GD" are parts of the country beside them.
    private bool IsPartOfPlace(OriginText text, List<OriginItem> items, int at)
    {
        OriginItem item = items[at];
        bool isInAddress = item.First == item.Last && item.IsUpper && at >= 2 && items[at - 1].IsMark(',')
            && items[at - 2].Kind is ItemKind.Unknown or ItemKind.Origin;
        return isInAddress && (IsPartOf(items[at - 2], CountrySense.Place)
            || (at + 2 < items.Count && items[at + 1].IsMark(',') && IsPartOf(items[at + 2], CountrySense.Name)));

        bool IsPartOf(OriginItem place, CountrySense sense) => place.Kind == ItemKind.Origin && place.Sense == sense
            && vocabulary.HasSubdivision(place.Countries, text.Phrase(item.First, item.First));
    }

    private static void DoubtBySurroundings(List<OriginItem> items, int at)
    {
        OriginItem item = items[at];
        if (item.IsDotted && at > 0 && items[at - 1] is { Kind: ItemKind.Unknown or ItemKind.Word, IsUpper: false } before
            && !before.Is(WordMeanings.Label | WordMeanings.In | WordMeanings.Hedge))
        {
            // The domain of a web site or mailbox tells where a firm is registered.
            item.Standing = OriginStanding.Hinted;
        }
        else if (item.Entry is null && HasUnknownNeighbor(items, at))
        {
            item.Doubt("a code among words that are not understood");
        }
        else if (item.First == item.Last && at + 1 < items.Count && items[at + 1] is { IsCapitalized: true, IsUpper: false } next
            && next.Is(WordMeanings.Part | WordMeanings.Stage)
            && items.Count - at <= 4 && !items.Exists(other => other != item && other.Kind == ItemKind.Origin) && IsFirmLike(items, at + 1))
        {
            // "SE Material" and "IN Magnet & Co" are rather firms than parts of Sweden and India.
            item.Doubt("a code before a word that names of companies have");
        }
    }

    private static bool IsFirmLike(List<OriginItem> items, int at) => items[at].Is(WordMeanings.Part) || IsPlural(items, at)
        || items.Exists(item => item.Is(WordMeanings.CompanyWord));

    // "IN Metals" ends as the names of firms do; "IN sintered" is a statement.
    private static bool IsPlural(List<OriginItem> items, int at) => at + 1 == items.Count && items[at].Entry is { Key: [.., 's'] };

    private static bool IsCode(List<OriginItem> items, int at)
    {
        OriginItem item = items[at];
        if (item.IsHyphenated && at > 0 && items[at - 1].Kind == ItemKind.Unknown && items[at - 1].Code is null)
        {
            return false;
        }

        // The "Hi" of "Hi-Tech" is not Hawaii.
        if (!item.IsUpper && at + 1 < items.Count && items[at + 1] is { IsHyphenated: true, Kind: ItemKind.Unknown })
        {
            return false;
        }

        return item.IsUpper || item.IsDotted || (!HasUnknownNeighbor(items, at) && (at == 0 || items[at - 1].Kind != ItemKind.Number));
    }

    // A word that is a preposition or the like is a code only where a code is due.
    private static bool IsCodeDespiteWord(List<OriginItem> items, int at)
    {
        OriginItem item = items[at];
        bool endsPiece = at + 1 == items.Count || IsSeparator(items[at + 1])
            || (item.IsUpper && items[at + 1].Is(WordMeanings.OwnerNoun | WordMeanings.SupplierNoun | WordMeanings.Hedge));
        bool startsPiece = at == 0 || IsSeparator(items[at - 1]);
        bool isBesideCode = item.IsUpper && startsPiece && (StandsBesideCode(items, at, -1) || StandsBesideCode(items, at, 1));
        if (item.Is(WordMeanings.CompanyWord | WordMeanings.OwnerNoun))
        {
            // "Northern Rare Earth Co." is not in Colombia.
            bool isLabelled = at > 0 && (items[at - 1].IsMark(':') || items[at - 1].IsMark('=') || items[at - 1].Is(WordMeanings.Label));
            return endsPiece && (isLabelled || isBesideCode);
        }

        if (item.IsUpper && startsPiece && at + 1 < items.Count
            && !item.Is(WordMeanings.Negator | WordMeanings.NoInformation | WordMeanings.Or | WordMeanings.Recipient)
            && (items[at + 1].Is(WordMeanings.Stage | WordMeanings.Part | WordMeanings.SuffixLabel) || items[at + 1].IsMark('(')))
        {
            // "AU mined, CN refined" and "IT (housing)".
            return true;
        }

        if (item.Is(WordMeanings.Element))
        {
            // PR is Puerto Rico in a list of countries and praseodymium elsewhere.
            bool startsList = startsPiece || items[at - 1].Is(WordMeanings.Label | WordMeanings.In);
            return item.IsUpper && startsList && (StandsBesideCode(items, at, -1) || StandsBesideCode(items, at, 1)) && IsCountryList(items);
        }

        if (!endsPiece || item.Is(WordMeanings.NoInformation))
        {
            return false;
        }

        int before = at - 1;
        bool afterColon = before >= 0 && (items[before].IsMark(':') || items[before].IsMark('='));
        before -= afterColon ? 1 : 0;
        return (before >= 0 && items[before].Is(Introducing)) || (isBesideCode && !afterColon);
    }

    private static bool IsCountryList(List<OriginItem> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            OriginItem item = items[i];
            bool isOfList = item.Kind switch
            {
                ItemKind.Origin => true,
                ItemKind.Mark => item.Mark is not (':' or '=' or '%') || (i > 0 && items[i - 1].Is(WordMeanings.Label)),
                _ => item is { Code: not null, IsUpper: true }
                    || item.Is(WordMeanings.Or | WordMeanings.And | WordMeanings.Move | WordMeanings.Label | WordMeanings.In
                        | WordMeanings.SupplierNoun | WordMeanings.Filler),
            };
            if (!isOfList)
            {
                return false;
            }
        }

        return true;
    }

    // What hedges or denies the other country stands between: "MY primary, CN secondary", "DE, no CN content", "CN (or MY)", "CN -> MY". Only a word that
    // denies nothing itself looks so far: "NO, not China" does not name Norway.
    private static bool StandsBesideCode(List<OriginItem> items, int at, int step)
    {
        int mark = at + step;
        bool mayLookFar = !items[at].Is(WordMeanings.Negator | WordMeanings.Hedge);
        while (mayLookFar && mark >= 0 && mark < items.Count && items[mark].Is(WordMeanings.Hedge) && !items[mark].Is(WordMeanings.Or | WordMeanings.And))
        {
            mark += step;
        }

        int beyond = mark + step;
        while (mayLookFar && beyond >= 0 && beyond < items.Count
            && ((items[beyond] is { Kind: ItemKind.Word } word && (word.Code is null || !word.IsUpper) && word.Is(WordMeanings.Hedge | WordMeanings.Negator))
                || (items[beyond].IsMark('(') && items[mark].Is(WordMeanings.Or | WordMeanings.And))
                || items[beyond].IsMark('>') || (items[beyond].IsMark('-') && items[mark].IsMark('>'))))
        {
            beyond += step;
        }

        return beyond >= 0 && beyond < items.Count && IsSeparator(items[mark]) && !items[mark].IsMark('(') && !items[mark].IsMark(')')
            && (items[beyond] is { Code: not null, IsUpper: true } || items[beyond].Kind == ItemKind.Origin);
    }

    private static bool IsSeparator(OriginItem item) => item.Kind == ItemKind.Mark || item.Is(WordMeanings.Or | WordMeanings.And | WordMeanings.Move);

    private static bool HasUnknownNeighbor(List<OriginItem> items, int at) =>
        (at > 0 && IsPlainUnknown(items[at - 1]) && !items[at].FollowsStop)
        || (at + 1 < items.Count && IsPlainUnknown(items[at + 1]) && !items[at + 1].FollowsStop && !items[at + 1].IsHyphenated);

    private static bool IsPlainUnknown(OriginItem item) => item.Kind == ItemKind.Unknown && item.Code is null;

    // ISO 3166-2: CN-GD, RU-MOW, US-CA. Two country codes with a hyphen are a list instead, CN-TW too.
    private void JoinSubdivisions(OriginText text, List<OriginItem> items)
    {
        for (int i = items.Count - 2; i >= 0; i--)
        {
            OriginItem country = items[i];
            OriginItem part = items[i + 1];
            if (country is not { Kind: ItemKind.Origin, Sense: CountrySense.Code, Code: not null } || !part.IsHyphenated || part.First != part.Last
                || text.Tokens[country.First].Length != 2 || country.Countries.Length != 1
                || text.Tokens[part.First].Length > 3 || part.Is(WordMeanings.Negator))
            {
                continue;
            }

            ReadOnlySpan<char> key = text.Phrase(part.First, part.First);
            CountryFacts? facts = vocabulary.GetFacts(country.Countries[0]);
            bool isKnownPart = Contains(facts?.Subdivisions ?? [], key) || (country.Countries[0].Code == "US" && vocabulary.IsStateCode(key));
            if (isKnownPart || part.Code is null || char.IsAsciiDigit(key[0]))
            {
                country.Last = part.Last;
                items.RemoveAt(i + 1);
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
