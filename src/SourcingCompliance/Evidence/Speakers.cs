using System.Collections.Immutable;

namespace SourcingCompliance.Evidence;

/// <summary>
/// Whose statements speak for a line: those of the companies that the line names as maker or seller, and of those whom they name as the one who knows.
/// Where the line names nobody, anyone who states something of its part number does.
/// </summary>
internal sealed class Speakers
{
    private readonly LineNames _names;
    private readonly List<string> _known;

    /// <summary>Gathers them.</summary>
    /// <param name="names">The names of the line.</param>
    /// <param name="entries">Every fact that speaks of it.</param>
    public Speakers(LineNames names, IReadOnlyCollection<StatedEntry> entries)
    {
        _names = names;
        _known = [.. names.Makers, .. names.Sellers];
        Sources = names.Makers.IsEmpty ? CompanyNames.Distinct(names.Sellers) : CompanyNames.Distinct(names.Makers);
        if (!entries.Any(entry => entry.Fact is UnknownFact { NextSupplier: not null }))
        {
            return;
        }

        (string By, string Next)[] referrals = [.. entries.Where(entry => entry.Fact is UnknownFact { NextSupplier: not null })
            .Select(entry => (entry.Statement.Supplier.Name, ((UnknownFact)entry.Fact).NextSupplier ?? ""))];
        for (int before = -1; before < _known.Count;)
        {
            before = _known.Count;
            _known.AddRange(referrals.Where(referral => IsKnown(referral.By) && !IsKnown(referral.Next))
                .Select(referral => referral.Next).Distinct(StringComparer.Ordinal).ToArray());
        }
    }

    /// <summary>The makers of the line; where it names none, its sellers. More than one are sources of different parts.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Whether a fact is of somebody who speaks for the line, and of its maker's part.</summary>
    public bool IsHeard(StatedEntry entry)
    {
        // A list of our own speaks of the maker that it names; everybody else speaks for what it makes or sells itself.
        bool isOfMaker = entry.Subject.Manufacturer is not { } maker || _known.Count == 0 || IsKnown(maker);
        return isOfMaker && (_known.Count == 0 || entry.Statement.Source.Kind == StatementKind.KnownParts || IsKnown(entry.Statement.Supplier.Name));
    }

    /// <summary>Whether one part of one company is the only source of the line, so that every fact speaks for all of them.</summary>
    public bool IsOneSource => Sources.Count <= 1 && _names.NumberCount <= 1;

    /// <summary>Which of the facts of one kind speak for every source of the line: all of them where each source states one, else those that hold for every
    /// part of its only source.</summary>
    public IEnumerable<StatedEntry> OfAllSources(IReadOnlyCollection<StatedEntry> facts)
    {
        if (Sources.Count > 1)
        {
            bool isOfAll = Sources.Count >= _names.NumberCount
                && Sources.All(source => facts.Any(fact => CompanyNames.AreSame(fact.Statement.Supplier.Name, source)));
            return isOfAll ? facts : [];
        }

        return _names.NumberCount > 1 ? facts.Where(fact => fact.Subject.Scope == StatementScope.Company) : facts;
    }

    private bool IsKnown(string name)
    {
        foreach (string known in _known)
        {
            if (CompanyNames.AreSame(known, name))
            {
                return true;
            }
        }

        return false;
    }
}
