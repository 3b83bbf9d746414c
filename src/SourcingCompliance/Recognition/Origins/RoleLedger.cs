namespace SourcingCompliance.Recognition.Origins;

/// <summary>The role words (stages, parts, shares) of a clause that wait for their country.</summary>
internal sealed class RoleLedger
{
    private readonly List<OriginItem> _roles = [];

    /// <summary>Whether no role is at hand.</summary>
    public bool IsEmpty => _roles.Count == 0;

    /// <summary>Whether a country has taken the roles already; further countries of the clause may take them too.</summary>
    public bool AreUsed { get; private set; }

    /// <summary>Adds a role word; roles that were taken already are over.</summary>
    public void Add(OriginItem role)
    {
        ClearUsed();
        _roles.Add(role);
    }

    /// <summary>Drops roles that a country has taken.</summary>
    public void ClearUsed()
    {
        if (AreUsed)
        {
            _roles.Clear();
            AreUsed = false;
        }
    }

    /// <summary>Gives the roles to a country that follows them.</summary>
    public void GiveTo(OriginMention mention)
    {
        mention.Role = string.Join(' ', _roles.Select(role => role.Entry?.Stage ?? "#" + role.First));
        mention.Stages = [.. _roles.Select(role => role.Entry?.Stage).OfType<string>().Distinct(StringComparer.Ordinal)];
        mention.Elements = [.. _roles.SelectMany(role => role.Entry?.Elements ?? []).Distinct(StringComparer.Ordinal)];
        mention.First = Math.Min(mention.First, _roles[0].First);
        mention.Last = Math.Max(mention.Last, _roles[^1].Last);
        AreUsed = true;
    }

    /// <summary>Ends the clause: roles that no country followed go to the country before them ("China (magnet)").</summary>
    /// <param name="last">The country before; null = none.</param>
    public void GiveBack(OriginMention? last)
    {
        if (_roles.Count > 0 && !AreUsed && last is { Standing: OriginStanding.Stated, Role: null or "from" })
        {
            GiveTo(last);
        }

        _roles.Clear();
        AreUsed = false;
    }

    /// <summary>Gives roles to the country right before them: "CN sintered, US magnetized".</summary>
    /// <param name="last">The country before; null = none.</param>
    public void GiveBackToNeighbor(OriginMention? last)
    {
        if (_roles.Count > 0 && !AreUsed && last is { Role: null or "from" } && last.Item.Last + 1 == _roles[0].First)
        {
            GiveBack(last);
        }
    }
}
