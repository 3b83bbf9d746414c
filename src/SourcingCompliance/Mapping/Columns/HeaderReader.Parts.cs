using System.Collections.Immutable;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Columns;

/// <content>How a header is read part by part.</content>
internal sealed partial class HeaderReader
{
    // "Part number (supplier)" is the supplier's.
    private bool Turns(string insideKey) => insideKey.Length > 0 && Array.Exists(TurningConcepts, concept => _parts.Contains(insideKey, concept));

    // "Quantity (stock)" is none of the part; of part numbers, what brackets add ("Part number (model)") rarely turns the meaning.
    private bool Rejects(BomField field, string insideKey) => insideKey.Length > 0 && field is not (BomField.PartNumber or BomField.ManufacturerPartNumber)
        && vocabulary.Rejects.GetValueOrDefault(field) is { Count: > 0 } rejects
        && (rejects.Contains(insideKey) || Array.Exists(insideKey.Split(' '), word => rejects.Contains(word)
            || (vocabulary.Concepts.TryGetValue(word, out ImmutableArray<string> concepts) && concepts.Any(rejects.Contains))));

    private ImmutableArray<HeaderCandidate> ReadParts(string key, string unsplitKey, string insideKey)
    {
        if (key.Length == 0)
        {
            return [];
        }

        if (Find(key, unsplitKey) is { IsDefaultOrEmpty: false } known)
        {
            return Weaken(known, HeaderStrength.Base, 1, _parts.GetUnit(insideKey) ?? _parts.GetUnit(key));
        }

        (string rest, int alternate, bool isSubstitute) = _parts.TakeNumber(key);
        string? unit = _parts.GetUnit(insideKey);
        (string withoutUnit, string? ownUnit) = _parts.TakeUnit(rest);
        foreach (string candidate in new[] { rest, withoutUnit })
        {
            ImmutableArray<HeaderCandidate> found = Find(candidate);
            if (found.IsDefaultOrEmpty)
            {
                found = _tokens.Match(candidate);
            }

            found = [.. Weaken(found, HeaderStrength.Base, alternate, unit ?? ownUnit).Where(one => Allows(one, alternate, candidate != rest))];
            if (!found.IsEmpty)
            {
                return [.. found.Select(one => one with { IsSubstitute = isSubstitute })];
            }
        }

        return [.. Weaken(_tokens.MatchSuffix(withoutUnit), HeaderStrength.Suffix, alternate, unit ?? ownUnit)
            .Where(one => Allows(one, alternate, withoutUnit != rest))];
    }

    // A number or a unit is part of the meaning of most headers; only these fields exist once for each source or in a unit.
    private static bool Allows(HeaderCandidate candidate, int alternate, bool unitTaken)
    {
        bool numberFits = alternate == 1 || candidate.Field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.Manufacturer
            or BomField.Supplier or BomField.SupplierPartNumber or BomField.Description or BomField.CountryOfOrigin or BomField.HtsCode or BomField.Notes;
        bool unitFits = !unitTaken || candidate.Field is BomField.Mass or BomField.UnitCost;
        return numberFits && unitFits;
    }

    private static ImmutableArray<HeaderCandidate> Weaken(ImmutableArray<HeaderCandidate> candidates, HeaderStrength strength, int alternate, string? unit)
    {
        if (candidates.IsDefaultOrEmpty)
        {
            return [];
        }

        return [.. candidates.Select(candidate => candidate with
        {
            Strength = candidate.Strength < strength ? candidate.Strength : strength,
            Alternate = alternate,
            Unit = candidate.Field == BomField.Mass ? unit : null,
        })];
    }
}
