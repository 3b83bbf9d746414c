using System.Collections.Immutable;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// Says what the words of a header may mean: aliases first, then the aliases of what is left without brackets, units and
/// numbers, then stages of production, then sets of words. A header of which a word stays unexplained is not guessed at.
/// </summary>
internal sealed partial class HeaderReader(HeaderWords vocabulary)
{
    /// <summary>Longest text that can be a header; longer ones are sentences.</summary>
    public const int MaximumHeaderLength = 120;

    private const int ShortestTable = 3;
    private const int MaximumForgivenLength = 60;

    private static readonly string[] TurningConcepts = ["supplier", "distributor", "manufacturer", "parent", "internal"];

    private readonly Dictionary<string, HeaderReading> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeaderReading> _forgiven = new(StringComparer.Ordinal);
    private readonly HeaderSpelling _spelling = new(vocabulary);
    private readonly HeaderParts _parts = new(vocabulary);
    private readonly StageHeaderReader _stages = new(vocabulary);
    private readonly TokenMatcher _tokens = new(vocabulary);

    /// <summary>The words that headers are read by.</summary>
    public HeaderWords Words => vocabulary;

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
        if (reading.IsUnknown && WithoutTable(header) is { Length: > 0 } column)
        {
            reading = Read(column) with { Header = reading.Header };
        }

        if (_known.Count < 10_000)
        {
            _known[header] = reading;
        }

        return reading;
    }

    /// <summary>
    /// What a header may mean when one typing error in one long word is forgiven. A header that is known as it stands is never changed, and
    /// where several corrections lead to different fields the header stays unknown.
    /// </summary>
    /// <param name="header">The text of the cell.</param>
    /// <returns>The reading; <see cref="HeaderReading.ReadAs"/> says what was read when an error was forgiven.</returns>
    public HeaderReading ReadForgiving(string header)
    {
        HeaderReading reading = Read(header);
        if (!reading.IsUnknown || header.Length > MaximumForgivenLength)
        {
            return reading;
        }

        if (!_forgiven.TryGetValue(header, out HeaderReading? forgiven))
        {
            forgiven = Correct(header, reading);
            if (_forgiven.Count < 10_000)
            {
                _forgiven[header] = forgiven;
            }
        }

        return forgiven;
    }

    // Exports of databases and of PLM systems put the table in front: "BOM.Item Description", "Page Two.Country of Origin".
    private static string? WithoutTable(string header)
    {
        int dot = header.LastIndexOf('.', Math.Max(header.Length - 2, 0));
        while (dot > 0 && !char.IsLetter(header[dot + 1]))
        {
            dot = header.LastIndexOf('.', dot - 1);
        }

        return dot >= ShortestTable && dot + ShortestTable < header.Length && header.AsSpan(0, dot)
            .IndexOfAnyExceptInRange('A', 'z') is var other && (other < 0 || header[other] == ' ')
            ? header[(dot + 1)..] : null;
    }

    private HeaderReading Correct(string header, HeaderReading reading)
    {
        (string outside, string inside) = HeaderParts.PartBrackets(header);
        foreach (string key in new[] { HeaderKey.Compute(outside, splitCamelCase: false), HeaderKey.Compute(outside) }.Distinct(StringComparer.Ordinal))
        {
            HeaderReading? found = null;
            foreach (string corrected in _spelling.Corrections(key))
            {
                HeaderReading candidate = Read(inside.Length == 0 ? corrected : $"{corrected} ({inside})");
                if (candidate.IsUnknown)
                {
                    continue;
                }

                // Words of two languages may be one letter away from the same error; what both may mean counts.
                found = found is null ? candidate with { ReadAs = corrected }
                    : found with
                    {
                        Candidates = [.. found.Candidates.Where(one => candidate.Fields.Contains((one.Field, one.Element)))],
                        IsOther = found.IsOther && candidate.IsOther
                    };
                if (found.IsUnknown)
                {
                    return reading;
                }
            }

            if (found is not null)
            {
                return found with { Header = reading.Header, Candidates = [.. found.Candidates.Select(Forgiven)] };
            }
        }

        return reading;
    }

    // A misspelled header of an origin must be confirmed by what the column holds.
    private HeaderCandidate Forgiven(HeaderCandidate candidate) => candidate with
    {
        IsMisspelled = true,
        Need = candidate.Need == ContentNeed.None && vocabulary.Kinds.GetValueOrDefault(candidate.Field, "country") == "country"
            ? ContentNeed.Countries : candidate.Need,
    };

    private HeaderReading ReadNew(string header)
    {
        string oneLine = string.Join(' ', header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (oneLine.Length > 2 && oneLine[0] == '#' && char.IsLetter(oneLine[1]))
        {
            // A comment sign before the first header of a csv export is no part of the header.
            oneLine = oneLine[1..];
        }

        (string outside, string inside) = HeaderParts.PartBrackets(oneLine);
        string full = HeaderKey.Compute(oneLine);
        string unsplit = HeaderKey.Compute(oneLine, splitCamelCase: false);
        if (Find(full, unsplit) is { IsDefaultOrEmpty: false } exact)
        {
            string? massUnit = _parts.GetUnit(full);
            return new HeaderReading(oneLine,
                [.. exact.Select(candidate => candidate.Field == BomField.Mass ? candidate with { Unit = massUnit } : candidate)], IsOther: false);
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

        if (_stages.IsAddress(full))
        {
            return new HeaderReading(oneLine, [], IsOther: true);
        }

        string insideKey = HeaderKey.Compute(inside);
        string outsideKey = HeaderKey.Compute(outside);
        if (_parts.Contains(insideKey, "total"))
        {
            return new HeaderReading(oneLine, [], IsOther: true);
        }

        ImmutableArray<HeaderCandidate> candidates = _parts.IsSource(insideKey, out string source)
            ? ReadParts($"{outsideKey} {source}", $"{outsideKey} {source}", "")
            : Turns(insideKey) ? ReadParts(full, unsplit, "") : [];
        if (candidates.IsEmpty)
        {
            candidates = ReadParts(outsideKey, HeaderKey.Compute(outside, splitCamelCase: false), insideKey);
        }

        if (candidates.IsEmpty && inside.Length > 0)
        {
            candidates = ReadParts(full, unsplit, "");
        }

        candidates = candidates.RemoveAll(candidate => Rejects(candidate.Field, insideKey));
        if (candidates.IsEmpty && ChildTable.OwnPart(oneLine, vocabulary) is { } own)
        {
            return Read(own) with { Header = oneLine };
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
}
