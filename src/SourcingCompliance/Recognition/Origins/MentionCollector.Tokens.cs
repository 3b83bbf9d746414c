using System.Collections.Immutable;

namespace SourcingCompliance.Recognition.Origins;

/// <content>How each kind of token changes what was understood.</content>
internal sealed partial class MentionCollector
{
    private void ReadMark(int at)
    {
        switch (items[at].Mark)
        {
            case ';' or '|':
                EndClause();
                _isAlternative = true;
                break;
            case ',':
                if (_isNegated && !ItemOutlook.NegationGoesOn(items, at))
                {
                    // "not China, Japan" may rule out both.
                    _isNegated = false;
                    IsHedged |= at + 1 < items.Count && items[at + 1].Kind == ItemKind.Origin;
                }

                _roles.GiveBackToNeighbor(LastMention);
                _isAlternative = true;
                break;
            case '/' or '+' or '&' or '>':
                _roles.GiveBackToNeighbor(LastMention);
                _isAlternative = true;
                break;
            case '-':
                _roles.GiveBackToNeighbor(LastMention);
                _scope = OriginStanding.Stated;
                _isNegated = false;
                _isAlternative = true;
                break;
            case '(':
                _isNegated = false;
                _isAlternative = true;
                break;
            case ')':
                _roles.GiveBack(LastMention);
                _isNegated = false;
                break;
            case '?':
                IsHedged = true;
                break;
            case ':' or '=':
                // "China: no" and "China = 0" rule China out; an unknown word before a colon is a role ("Bracket: CN").
                if (at + 2 == items.Count && (items[at + 1].Is(WordMeanings.Negator) || items[at + 1].IsZero)
                    && LastMention is { } mention && mention.Item == items[at - 1])
                {
                    mention.Standing = OriginStanding.Excluded;
                }

                break;
        }
    }

    private void ReadLabel()
    {
        if (_isNegated && LastMention is { Standing: OriginStanding.Excluded } && _clause == LastMention.Clause)
        {
            _isNegated = false;
        }

        _scope = OriginStanding.Stated;
        _scopeEndsAtIn = false;
        _isLabelled = true;
        _roles.ClearUsed();
    }

    private void ReadRole(OriginItem item)
    {
        if (item.Is(WordMeanings.Stage))
        {
            // "Designed in California, assembled in China": production ends what is said about design.
            _scope = OriginStanding.Stated;
            _scopeEndsAtIn = false;
        }

        _roles.Add(item);
    }

    private void ReadNumber(int at)
    {
        switch (ItemOutlook.ShareAt(items, at, LastMention))
        {
            case ShareOf.NoneOfNext:
                _isZeroShare = true;
                break;
            case ShareOf.NoneOfLast when LastMention is { } none:
                none.Standing = OriginStanding.Excluded;
                break;
            case ShareOf.Next:
                ReadRole(items[at]);
                break;
            case ShareOf.Last when LastMention is { } mention:
                mention.Role = "%" + items[at].First;
                mention.Last = items[at].Last;
                break;
        }
    }

    private void ReadUnknown(int at)
    {
        if (at + 1 < items.Count && (items[at + 1].IsMark(':') || items[at + 1].IsMark('=')))
        {
            ReadRole(items[at]);
        }
        else if (_isNegated && at + 1 < items.Count && items[at + 1].Kind != ItemKind.Mark)
        {
            // "Not RoHS China": what the negation speaks of is unclear, so the country stays, in doubt.
            _isNegated = false;
            _isClauseHedged = true;
        }
    }
}
