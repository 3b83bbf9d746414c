using System.Collections.Immutable;
using System.Globalization;

namespace SourcingCompliance.Boms.Mapping;

/// <summary>
/// Says what the words of a header may mean: aliases first, then the aliases of what is left without brackets, units and
/// numbers, then stages of production, then sets of words. A header of which a word stays unexplained is not guessed at.
/// </summary>
internal sealed class HeaderReader(HeaderWords vocabulary)
{
    /// <summary>Longest text that can be a header; longer ones are sentences.</summary>
    public const int MaximumHeaderLength = 120;

    private readonly Dictionary<string, HeaderReading> _known = new(StringComparer.Ordinal);
    private readonly StageHeaderReader _stages = new(vocabulary);
    private readonly TokenMatcher _tokens = new(vocabulary);

    /// <summary>What a header may mean.</summary>
    /// <param name="header">The text of the cell.</param>
    public HeaderReading Read(string header)
    {
        if (_known.TryGetValue(header, out HeaderReading? known))
        {
            return known;
        }

        HeaderReading reading = header.Length > MaximumHeaderLength
            ? new HeaderReading(header, [], IsOther: false)
            : ReadNew(header);
        if (_known.Count < 10_000)
        {
            _known[header] = reading;
        }

        return reading;
    }

    private HeaderReading ReadNew(string header)
    {
        string oneLine = string.Join(' ', header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (oneLine.Length > 2 && oneLine[0] == '#' && char.IsLetter(oneLine[1]))
        {
            // A comment sign before the first header of a csv export is no part of the header.
            oneLine = oneLine[1..];
        }

        (string outside, string inside) = PartBrackets(oneLine);
        string full = HeaderKey.Of(oneLine);
        string unsplit = HeaderKey.Of(oneLine, splitCamelCase: false);
        if (Find(full, unsplit) is { IsDefaultOrEmpty: false } exact)
        {
            return new HeaderReading(oneLine, exact, IsOther: false);
        }

        if (vocabulary.OtherHeaders.Contains(full) || vocabulary.OtherHeaders.Contains(unsplit))
        {
            return new HeaderReading(oneLine, [], IsOther: true);
        }

        ImmutableArray<HeaderCandidate> stages = _stages.Read(full);
        if (!stages.IsEmpty)
        {
            return new HeaderReading(oneLine, stages, IsOther: false);
        }

        string insideKey = HeaderKey.Of(inside);
        string outsideKey = HeaderKey.Of(outside);
        if (Contains(insideKey, "total"))
        {
            return new HeaderReading(oneLine, [], IsOther: true);
        }

        ImmutableArray<HeaderCandidate> candidates = ReadParts(outsideKey, HeaderKey.Of(outside, splitCamelCase: false), insideKey);
        if (candidates.IsEmpty && inside.Length > 0)
        {
            candidates = ReadParts(full, unsplit, "");
        }

        bool isOther = candidates.IsEmpty && vocabulary.OtherHeaders.Contains(outsideKey);
        return new HeaderReading(oneLine, candidates, isOther);
    }

    private ImmutableArray<HeaderCandidate> Find(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (vocabulary.Aliases.TryGetValue(key, out ImmutableArray<HeaderCandidate> found))
            {
                return found;
            }
        }

        return [];
    }

    private ImmutableArray<HeaderCandidate> ReadParts(string key, string unsplitKey, string insideKey)
    {
        if (key.Length == 0)
        {
            return [];
        }

        if (Find(key, unsplitKey) is { IsDefaultOrEmpty: false } known)
        {
            return Weaken(known, HeaderStrength.Base, 1, UnitOf(insideKey));
        }

        (string rest, int alternate) = TakeNumber(key);
        string? unit = UnitOf(insideKey);
        (string withoutUnit, string? ownUnit) = TakeUnit(rest);
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
                return found;
            }
        }

        return [.. Weaken(_tokens.MatchSuffix(withoutUnit), HeaderStrength.Suffix, alternate, unit ?? ownUnit)
            .Where(one => Allows(one, alternate, withoutUnit != rest))];
    }

    // A number or a unit is part of the meaning of most headers; only these fields exist once for each source or in a unit.
    private static bool Allows(HeaderCandidate candidate, int alternate, bool unitTaken)
    {
        bool numberFits = alternate == 1 || candidate.Field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.Manufacturer
            or BomField.Supplier or BomField.SupplierPartNumber or BomField.Description or BomField.CountryOfOrigin or BomField.Notes;
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

    private string? UnitOf(string key)
    {
        foreach (string word in key.Split(' '))
        {
            if (vocabulary.MassUnits.TryGetValue(word, out string? unit))
            {
                return unit;
            }
        }

        return null;
    }

    private (string Left, string? Unit) TakeUnit(string key)
    {
        string? unit = null;
        var rest = new List<string>();
        foreach (string word in key.Split(' '))
        {
            if (vocabulary.MassUnits.TryGetValue(word, out string? found))
            {
                unit ??= found;
            }
            else if (!vocabulary.Currencies.Contains(word))
            {
                rest.Add(word);
            }
        }

        return rest.Count == 0 ? (key, null) : (string.Join(' ', rest), unit);
    }

    /// <summary>Takes the number of the source (<c>MPN 2</c>) and words such as "alternate" out of a key.</summary>
    private (string Left, int Alternate) TakeNumber(string key)
    {
        string[] words = key.Split(' ');
        int number = 0;
        bool isAlternate = false;
        var rest = new List<string>();
        foreach (string word in words)
        {
            if (number == 0 && word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) && parsed is > 0 and <= 20)
            {
                number = parsed;
            }
            else if (Contains(word, "alternate"))
            {
                isAlternate = true;
            }
            else
            {
                rest.Add(word);
            }
        }

        if (rest.Count == 0 || (number == 0 && !isAlternate))
        {
            return (key, 1);
        }

        int alternate = isAlternate ? Math.Max(number, 1) + 1 : number;
        return (string.Join(' ', rest), alternate);
    }

    private bool Contains(string key, string concept)
    {
        foreach (string word in key.Split(' '))
        {
            if (vocabulary.Concepts.TryGetValue(word, out ImmutableArray<string> concepts) && concepts.Contains(concept))
            {
                return true;
            }
        }

        return false;
    }

    private static (string Outside, string Inside) PartBrackets(string text)
    {
        var outside = new System.Text.StringBuilder();
        var inside = new System.Text.StringBuilder();
        int depth = 0;
        foreach (char c in text)
        {
            if (c is '(' or '[' or '{' or '（' or '［' or '【' or '〔')
            {
                depth++;
                inside.Append(' ');
                outside.Append(' ');
            }
            else if (c is ')' or ']' or '}' or '）' or '］' or '】' or '〕')
            {
                depth = Math.Max(0, depth - 1);
            }
            else
            {
                (depth > 0 ? inside : outside).Append(c);
            }
        }

        return (outside.ToString().Trim(), inside.ToString().Trim());
    }
}
