using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// Joins places that belong together: a town and its state ("China Lake, CA" is in the United States), a city and its
/// country ("Seoul, Korea" is South Korea), a code and its name ("CN - China").
/// </summary>
internal sealed class PlaceResolver(CountryVocabulary vocabulary)
{
    private static readonly ImmutableArray<Country> UnitedStates = [new Country("US")];

    /// <summary>Joins a town and the state after it. Runs before codes are decided, because IN after a town is Indiana.</summary>
    public void JoinTowns(OriginText text, List<OriginItem> items, OriginCodeScheme scheme)
    {
        for (int i = 1; i < items.Count; i++)
        {
            if (GetStateCode(text, items[i]) is not string state)
            {
                continue;
            }

            bool hasComma = items[i - 1].IsMark(',');
            int townEnd = hasComma ? i - 2 : i - 1;
            if (townEnd < 0 || (!hasComma && items[i].FollowsStop && items[townEnd].Kind != ItemKind.Unknown))
            {
                continue;
            }

            int townStart = TownStart(text, items, townEnd, state);
            Join? join = townStart >= 0 ? Join.UnitedStates : JoinOf(text, items, i, townEnd, hasComma, scheme);
            if (join is { } decided)
            {
                int start = townStart >= 0 ? townStart : townEnd;
                Apply(items, start, i, decided);
                i = start;
            }
        }
    }

    /// <summary>Joins neighbors that agree on a country; run after codes are decided.</summary>
    public void JoinAgreeing(List<OriginItem> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            while (items[i].Kind == ItemKind.Origin && TryJoinNext(items, i))
            {
            }
        }
    }

    private enum Join
    {
        UnitedStates,
        TownsCountry,
        Both,
    }

    // The state that the item may be; null when it can be none.
    private string? GetStateCode(OriginText text, OriginItem item)
    {
        if (item.Entry is { IsState: true } entry)
        {
            return vocabulary.GetStateCode(entry.Key);
        }

        bool isCode = item.First == item.Last && item.IsUpper && item.Kind != ItemKind.Mark && !item.IsHyphenated
            && vocabulary.IsStateCode(text.Phrase(item.First, item.First));
        return isCode ? new string(text.Phrase(item.First, item.First)) : null;
    }

    // Where a town listed with this state begins, at most three words back; -1 when none is.
    private int TownStart(OriginText text, List<OriginItem> items, int townEnd, string state)
    {
        for (int start = Math.Max(0, townEnd - 2); start <= townEnd; start++)
        {
            if (vocabulary.IsTown(text.Phrase(items[start].First, items[townEnd].Last), state))
            {
                return start;
            }
        }

        return -1;
    }

    private Join? JoinOf(OriginText text, List<OriginItem> items, int at, int townEnd, bool hasComma, OriginCodeScheme scheme)
    {
        OriginItem town = items[townEnd];
        OriginItem state = items[at];
        VocabularyEntry? code = state.Entry is { IsState: true } ? null : vocabulary.FindCode(text.Phrase(state.First, state.First), scheme);
        bool isForeignCode = code is not null && code.Countries is not [{ Code: "US" }];
        if (state.Sense == CountrySense.Ambiguous && (town.Kind != ItemKind.Origin || state.Possible.Any(town.Possible.Contains)))
        {
            // Georgia: a city that is known decides, by agreement.
            return null;
        }

        if (town.Kind == ItemKind.Origin)
        {
            return town.Sense switch
            {
                CountrySense.Code or CountrySense.Bloc => null,
                CountrySense.Ambiguous when code is not null && vocabulary.IsNameOfOne(town.Entry) => null,
                _ when town.Possible.Contains(UnitedStates[0]) => Join.UnitedStates,
                _ when code is not null && code.Possible.Any(town.Possible.Contains) => null,
                CountrySense.Place when vocabulary.HasSubdivision(town.Countries, text.Phrase(state.First, state.First)) => Join.TownsCountry,
                CountrySense.Place => Join.Both,
                _ => null,
            };
        }

        bool isName = town.Kind == ItemKind.Unknown && town.Code is null && town.IsCapitalized;
        if (hasComma)
        {
            // "AG, DE" is a list of codes and no town in Delaware.
            bool isCode = townEnd == 0 && town is { Code: not null, IsUpper: true };
            return isName || (!isCode && town.Is(WordMeanings.Filler | WordMeanings.Part | WordMeanings.CompanyWord)) ? Join.UnitedStates : null;
        }

        bool endsPiece = at + 1 == items.Count || items[at + 1].Kind is ItemKind.Mark or ItemKind.Number || items[at + 1].Possible.Contains(UnitedStates[0]);
        return isName && endsPiece && state.Kind != ItemKind.Word && !state.FollowsStop && !isForeignCode ? Join.UnitedStates : null;
    }

    private static void Apply(List<OriginItem> items, int start, int end, Join join)
    {
        OriginItem town = items[start];
        ImmutableArray<Country> countries = join switch
        {
            Join.UnitedStates => UnitedStates,
            Join.TownsCountry => town.Countries,
            Join.Both => [.. town.Countries.Concat(UnitedStates).Distinct().Order()],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        town.Kind = ItemKind.Origin;
        town.Sense = CountrySense.Place;
        town.Countries = countries;
        town.Possible = countries;
        town.Last = items[end].Last;
        town.IsDoubtful = join == Join.Both;
        town.Why = join == Join.Both ? "a foreign place followed by a state of the United States" : null;
        items.RemoveRange(start + 1, end - start);
    }

    private bool TryJoinNext(List<OriginItem> items, int at)
    {
        OriginItem left = items[at];
        int next = at + 1;
        char mark = '\0';
        if (next < items.Count && items[next].Kind == ItemKind.Mark && items[next].Mark is ',' or '(' or '-' or ':' or '/' or '=')
        {
            mark = items[next].Mark;
            next++;
        }

        // The article and "city of" stand between without weight.
        if (next < items.Count && items[next].Is(WordMeanings.Filler) && next + 1 < items.Count && items[next + 1].Kind == ItemKind.Origin)
        {
            next++;
        }

        if (next >= items.Count || items[next].Kind != ItemKind.Origin || items[next].FollowsStop)
        {
            return false;
        }

        // "China (Hong Kong Co.)": the bracket names a company and no smaller place.
        bool isFirm = mark == '(' && next + 1 < items.Count && items[next + 1]
            .Is(WordMeanings.OwnerNoun | WordMeanings.SupplierNoun | WordMeanings.CompanyWord);
        if (isFirm)
        {
            return false;
        }

        OriginItem right = items[next];
        if (Agreement(items, left, right, mark, next) is not { } agreed)
        {
            return false;
        }

        left.Countries = agreed;
        left.Possible = agreed;
        left.IsDoubtful &= right.IsDoubtful;
        left.Why = left.IsDoubtful ? left.Why : null;
        left.Sense = left.Sense == CountrySense.Code ? right.Sense : left.Sense;
        left.Last = right.Last;
        int remove = next - at;
        if (mark == '(' && next + 1 < items.Count && items[next + 1].IsMark(')'))
        {
            remove++;
        }

        items.RemoveRange(at + 1, remove);
        return true;
    }

    private ImmutableArray<Country>? Agreement(List<OriginItem> items, OriginItem left, OriginItem right, char mark, int next)
    {
        if (left.Sense == CountrySense.Code && right.Sense == CountrySense.Code)
        {
            return left.Countries.SequenceEqual(right.Countries) && left.Countries.Length == 1 ? left.Countries : null;
        }

        ImmutableArray<Country> both = [.. left.Possible.Where(right.Possible.Contains)];
        ImmutableArray<Country> plain = [.. left.Countries.Where(right.Countries.Contains)];
        if (!both.IsEmpty)
        {
            // "Moscow/USA" is a list, though there is a Moscow in Idaho, and so is "MO/USA", Missouri or not.
            bool isDoubtful = left.Countries.Length > 1 || right.Countries.Length > 1;
            return mark == '/' && (plain.IsEmpty || isDoubtful) ? null : !plain.IsEmpty ? plain : both;
        }

        // "Kowloon, Hong Kong, China" and "China (Taiwan)" name the smaller place. With commas only if no list goes on.
        bool leftIsSmaller = IsNamedWith(left, right);
        bool rightIsSmaller = IsNamedWith(right, left);
        bool hasCode = left.Sense == CountrySense.Code || right.Sense == CountrySense.Code;
        bool isList = ((right.IsHyphenated || right.IsApart) && (leftIsSmaller || rightIsSmaller)) || (hasCode && mark != '(') || mark is '/' or ':' or '='
            || (mark == ',' && ((next + 1 < items.Count && items[next + 1].IsMark(',')) || rightIsSmaller));
        return isList || !(leftIsSmaller || rightIsSmaller) ? null : leftIsSmaller ? left.Countries : right.Countries;
    }

    private bool IsNamedWith(OriginItem smaller, OriginItem larger) =>
        smaller.Countries.Length == 1 && larger is { Countries.Length: 1, Sense: CountrySense.Name }
            && vocabulary.GetFacts(smaller.Countries[0])?.NamedWith == larger.Countries[0];
}
