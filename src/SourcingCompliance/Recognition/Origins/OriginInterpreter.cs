using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>Draws the sum of the mentions of a text: which countries, how sure, and how they belong together.</summary>
internal static class OriginInterpreter
{
    /// <summary>What the items say about origin.</summary>
    /// <param name="text">The text that the items are of.</param>
    /// <param name="items">The items with codes, places and attributes decided.</param>
    public static RecognizedOrigin Interpret(OriginText text, List<OriginItem> items)
    {
        var collector = new MentionCollector(items);
        List<OriginMention> mentions = collector.Collect();
        List<OriginMention> stated = mentions.FindAll(mention => mention.Standing == OriginStanding.Stated);
        bool isHinted = false;
        if (stated.Count == 0)
        {
            stated = mentions.FindAll(mention => mention.Standing == OriginStanding.Hinted);
            isHinted = stated.Count > 0;
        }

        ImmutableArray<Country> excluded = Combine(mentions.Where(mention => mention.Standing == OriginStanding.Excluded));
        if (stated.Count == 0)
        {
            return ReadNothing(mentions, excluded) with
            {
                Unread = UnreadWords.OfSilent(text, items),
                IsOfCompany = items.Exists(item => item.Is(WordMeanings.CompanyWord | WordMeanings.Firm)),
            };
        }

        string? unread = UnreadWords.OfList(text, items);
        DoubtCompanyNames(items, stated);
        OriginMention? doubtful = stated.Find(mention => mention.Item.IsDoubtful);
        string? doubt = isHinted ? "a place that goods come through or a supplier sits in, which is a hint and no statement of origin"
            : collector.IsHedged ? "hedged"
            : unread is not null ? $"'{unread}' is not understood"
            : collector.HasUnknownMember ? "a list with a member that is not named"
            : doubtful is not null ? doubtful.Item.Why ?? "in doubt"
            : null;
        return Sum(text, stated, excluded, doubt) with { Unread = unread };
    }

    private static RecognizedOrigin ReadNothing(List<OriginMention> mentions, ImmutableArray<Country> excluded)
    {
        if (!excluded.IsEmpty || mentions.Exists(mention => mention.Standing == OriginStanding.Excluded))
        {
            return new RecognizedOrigin
            {
                Certainty = OriginCertainty.Unknown, Relation = OriginRelation.Exclude,
                Excluded = excluded, Why = "it says where it is not from"
            };
        }

        return mentions.Count == 0
            ? RecognizedOrigin.Nothing
            : RecognizedOrigin.Nothing with { Why = "the countries named are not an origin (design, warehouse, company, receiver)" };
    }

    private static RecognizedOrigin Sum(OriginText text, List<OriginMention> stated, ImmutableArray<Country> excluded, string? doubt)
    {
        ImmutableArray<Country> union = Combine(stated);
        List<OriginMention> distinct = [.. stated.Where(mention => !mention.Countries.IsEmpty)];
        bool isOneSet = distinct.TrueForAll(mention => mention.Countries.SequenceEqual(distinct[0].Countries));
        bool hasSeveralRoles = distinct.Select(mention => mention.Role).Distinct(StringComparer.Ordinal).Count() > 1;
        bool rolesAreSingle = distinct.GroupBy(mention => mention.Role, StringComparer.Ordinal).All(role => Combine(role).Length == 1);
        OriginRelation relation = union.Length switch
        {
            0 => OriginRelation.None,
            1 => OriginRelation.Single,
            _ when !isOneSet && hasSeveralRoles => OriginRelation.All,
            _ => OriginRelation.Any,
        };
        bool isFixed = relation switch
        {
            OriginRelation.Single => true,
            OriginRelation.All => rolesAreSingle,
            OriginRelation.None or OriginRelation.Any or OriginRelation.Exclude => false,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        string? why = doubt ?? (isFixed ? null : stated.Select(mention => mention.Item.Why).FirstOrDefault(reason => reason is not null)
            ?? (relation == OriginRelation.Any ? "several countries without a role for each" : null));
        OriginCertainty certainty = isFixed && doubt is null ? OriginCertainty.Definite : OriginCertainty.Ambiguous;
        return new RecognizedOrigin
        {
            Countries = union,
            Certainty = certainty,
            Relation = relation,
            Stages = GetStages(text, distinct, doubt is not null),
            Excluded = excluded,
            Why = why,
            IsChoice = relation == OriginRelation.Any && doubt is null && stated.TrueForAll(mention => mention.Item.Why is null),
        };
    }

    private static ImmutableArray<StagePart> GetStages(OriginText text, List<OriginMention> mentions, bool isDoubtful)
    {
        var parts = ImmutableArray.CreateBuilder<StagePart>();
        var spoken = mentions.SelectMany(mention => mention.Stages, (mention, stage) => (mention, stage))
            .SelectMany(pair => pair.mention.Elements.IsEmpty ? [(string?)null] : pair.mention.Elements.Select(element => (string?)element),
                (pair, element) => (pair.mention, pair.stage, element))
            .GroupBy(part => (part.stage, part.element));
        foreach (var part in spoken)
        {
            ImmutableArray<Country> countries = Combine(part.Select(one => one.mention));
            bool isSure = countries.Length == 1 && !isDoubtful;
            string words = string.Join("; ", part.Select(one => text.Words(one.mention.First, one.mention.Last)).Distinct(StringComparer.Ordinal));
            parts.Add(new StagePart(part.Key.stage, part.Key.element, countries, isSure ? OriginCertainty.Definite : OriginCertainty.Ambiguous, words));
        }

        return parts.ToImmutable();
    }

    // A company's name holds a place without stating an origin: "Shenzhen Foo Technology Co., Ltd", "Ningbo Foo Magnet Co.".
    private static void DoubtCompanyNames(List<OriginItem> items, List<OriginMention> stated)
    {
        if (!items.Exists(item => item.Is(WordMeanings.CompanyWord | WordMeanings.Firm)))
        {
            return;
        }

        foreach (OriginMention mention in stated.Where(mention => !mention.IsLabelled && mention.Stages.All(stage => stage == StageIds.Produced)))
        {
            mention.Item.Doubt("part of a company's name");
        }
    }

    private static ImmutableArray<Country> Combine(IEnumerable<OriginMention> mentions) =>
        [.. mentions.SelectMany(mention => mention.Countries).Distinct().Order()];
}
