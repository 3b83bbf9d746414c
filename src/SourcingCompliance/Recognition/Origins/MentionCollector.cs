using System.Collections.Immutable;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// Walks once over the items of a text and gives each country its standing and role. Labels, stages and negations hold for what
/// follows them up to the end of their clause; a role word after a country that has none yet belongs to that country.
/// </summary>
internal sealed partial class MentionCollector(List<OriginItem> items)
{
    private readonly List<OriginMention> _mentions = [];
    private readonly RoleLedger _roles = new();
    private OriginStanding _scope;
    private bool _scopeEndsAtIn;
    private bool _isNegated;
    private bool _isLabelled;
    private bool _afterFrom;
    private bool _isAlternative;
    private bool _isClauseHedged;
    private bool _isZeroShare;
    private int _clause;

    /// <summary>Whether a word makes the whole text doubtful.</summary>
    public bool IsHedged { get; private set; }

    /// <summary>Whether "unknown" or the like stands in a list beside countries.</summary>
    public bool HasUnknownMember { get; private set; }

    /// <summary>The mentions in the order of the text.</summary>
    public List<OriginMention> Collect()
    {
        for (int i = 0; i < items.Count; i++)
        {
            OriginItem item = items[i];
            if (item.FollowsStop && item.Kind != ItemKind.Mark && i > 0 && ItemOutlook.EndsSentence(items[i - 1]))
            {
                EndClause();
            }

            switch (item.Kind)
            {
                case ItemKind.Mark:
                    ReadMark(i);
                    break;
                case ItemKind.Origin:
                    AddMention(i);
                    break;
                case ItemKind.Word:
                    ReadWord(i);
                    break;
                case ItemKind.Number:
                    ReadNumber(i);
                    break;
                case ItemKind.Unknown:
                    ReadUnknown(i);
                    break;
            }
        }

        _roles.GiveBack(LastMention);
        return _mentions;
    }

    private OriginMention? LastMention => _mentions.Count > 0 ? _mentions[^1] : null;

    private void ReadWord(int at)
    {
        OriginItem item = items[at];
        if (item.Is(WordMeanings.Move) && at > 0 && items[at - 1].Kind == ItemKind.Origin && at + 1 < items.Count && items[at + 1].Kind == ItemKind.Origin)
        {
            // "Moving from China to Thailand": nobody can tell which of them a delivered part comes from.
            IsHedged = true;
            _isAlternative = true;
            return;
        }

        if (item.Is(WordMeanings.Hedge))
        {
            IsHedged = true;
        }

        if (item.Is(WordMeanings.PostNegator) && LastMention is { } before && ItemOutlook.RulesOutBefore(items, at, before.Item))
        {
            before.Standing = OriginStanding.Excluded;
        }
        else if (item.Is(WordMeanings.Negator))
        {
            _isNegated = true;
        }
        else if (item.Is(WordMeanings.But))
        {
            EndClause();
        }
        else if (item.Is(WordMeanings.Or | WordMeanings.And))
        {
            _roles.GiveBackToNeighbor(LastMention);
            _isAlternative = true;
        }

        if (item.Is(WordMeanings.NotOrigin | WordMeanings.Indicative | WordMeanings.Recipient) && !ItemOutlook.FollowsCountryAsNoun(items, at))
        {
            _scope = item.Is(WordMeanings.Indicative) ? OriginStanding.Hinted : OriginStanding.Unrelated;
            _scopeEndsAtIn = item.Is(WordMeanings.Recipient);
            _roles.GiveBack(LastMention);
            _isLabelled = false;
        }
        else if (item.Is(WordMeanings.Label))
        {
            ReadLabel();
        }

        if (item.Is(WordMeanings.In))
        {
            _isLabelled = true;
            if (_scopeEndsAtIn)
            {
                _scope = OriginStanding.Stated;
                _scopeEndsAtIn = false;
            }
        }

        if (item.Is(WordMeanings.From) && LastMention is { Standing: OriginStanding.Stated } && LastMention.Clause == _clause)
        {
            _roles.GiveBack(LastMention);
            _afterFrom = true;
        }
        else if (item.Is(WordMeanings.From) && _scope == OriginStanding.Unrelated)
        {
            // "Imported by a US company from China" hints at China.
            _scope = OriginStanding.Hinted;
        }

        if (item.Is(WordMeanings.Stage | WordMeanings.Part | WordMeanings.Element) && !item.Is(WordMeanings.NotOrigin | WordMeanings.Label))
        {
            ReadRole(item);
        }

        HasUnknownMember |= ItemOutlook.IsUnknownMember(items, at, _mentions.Count > 0);
    }

    private void AddMention(int at)
    {
        OriginItem item = items[at];
        OriginStanding standing = item.Standing != OriginStanding.Stated ? item.Standing : _isNegated || _isZeroShare ? OriginStanding.Excluded : _scope;
        _isZeroShare = false;
        if (_isClauseHedged)
        {
            item.Doubt("hedged");
        }

        bool takesRoles = standing == OriginStanding.Stated && !_roles.IsEmpty;
        bool isPostfix = _roles.AreUsed && _isAlternative && ItemOutlook.RoleFollows(items, at);
        var mention = new OriginMention
        {
            Item = item,
            Standing = standing,
            IsLabelled = _isLabelled,
            IsAlternative = _isAlternative,
            First = item.First,
            Last = item.Last,
            Clause = _clause,
        };
        if (takesRoles && !isPostfix)
        {
            _roles.GiveTo(mention);
        }
        else if (_afterFrom && standing == OriginStanding.Stated)
        {
            mention.Role = "from";
        }

        _mentions.Add(mention);
        _isAlternative = false;
        item.Standing = standing;
    }

    private void EndClause()
    {
        _roles.GiveBack(LastMention);
        _scope = OriginStanding.Stated;
        _scopeEndsAtIn = false;
        _isNegated = false;
        _isClauseHedged = false;
        _isZeroShare = false;
        _isLabelled = false;
        _afterFrom = false;
        _clause++;
    }
}
