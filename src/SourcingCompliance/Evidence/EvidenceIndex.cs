using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Evidence;

/// <summary>Finds the facts that speak of a line: by part number, by maker and its number, by family, by company. Safe for several threads once made.</summary>
internal sealed class EvidenceIndex
{
    private const int LongestNumber = 128;
    private readonly Dictionary<string, List<StatedEntry>> _byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StatedEntry>> _byMakerNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Pattern, StatedEntry Entry)>> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StatedEntry>> _companies = new(StringComparer.Ordinal);

    /// <summary>Indexes a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="terms">What the run asks.</param>
    /// <param name="isCovered">Whether a country is a covered country at any time.</param>
    /// <param name="isKnown">Whether a code is that of a country; null = every code is taken for one.</param>
    /// <param name="getNamed">The countries that a remark names; null = none are looked for.</param>
    public EvidenceIndex(EvidenceLedger ledger, EvidenceTerms terms, Func<Country, bool> isCovered, Func<Country, bool>? isKnown = null,
        Func<string, ImmutableArray<Country>>? getNamed = null)
    {
        ILookup<string, Statement> replacements = StatementStanding.Replacements(ledger, terms);
        foreach (Statement statement in ledger.Statements)
        {
            UncountedReason? standing = StatementStanding.Get(statement, terms);
            bool isReplaced = replacements.Contains(statement.Id);
            HashSet<string> spokenOf = isReplaced
                ? [.. replacements[statement.Id].SelectMany(newer => newer.Items).Select(item => NameKey.OfPart(item.Subject.Words))] : [];
            foreach (StatementItem item in statement.Items)
            {
                if (isReplaced && spokenOf.Contains(NameKey.OfPart(item.Subject.Words)))
                {
                    continue;
                }

                EvidenceRef chain = StatedEntry.GetChain(statement, item.Subject);
                foreach (StatementFact fact in item.Facts)
                {
                    EvidenceRef evidence = StatedEntry.GetChain(chain, statement, fact, ledger.Documents);
                    StatedEntry entry = new(statement, item.Subject, fact, standing, terms, evidence, isCovered, isKnown ?? (_ => true));
                    entry.Aside = StatedAside.Find(fact, entry.Countries, isCovered, getNamed);

                    // What a replaced statement says against a part stays as long as no newer one speaks of the part.
                    if (!isReplaced || entry.IsAdverse)
                    {
                        Add(entry);
                    }
                }
            }
        }

        HasWide = _families.Count + _companies.Count > 0;
    }

    /// <summary>Whether statements speak of families or companies.</summary>
    public bool HasWide { get; }

    /// <summary>Whether facts speak of the part number of a line, or of a maker's on it. Every line of a list is asked, so no strings are made.</summary>
    /// <param name="line">The line.</param>
    public bool Names(BomLine line)
    {
        if (Contains(_byPart, line.PartNumber))
        {
            return true;
        }

        for (int at = 0; _byMakerNumber.Count > 0 && at < line.Map.Columns.Length; at++)
        {
            if (line.Map.Columns[at].Field == BomField.ManufacturerPartNumber && line.SpanAt(at).Length > 0 && Contains(_byMakerNumber, line.SpanAt(at)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The facts that speak of a line, in the order of the ledger.</summary>
    /// <param name="line">The line.</param>
    public StatedEntry[] Find(LineNames line)
    {
        var found = new List<StatedEntry>();
        if (_byPart.TryGetValue(NameKey.OfPart(line.PartNumber), out List<StatedEntry>? ofPart))
        {
            foreach (StatedEntry entry in ofPart)
            {
                // A statement on our number and the maker's speaks of that maker's part only.
                if (entry.Subject.ManufacturerPartNumber is not { } number || line.MakerNumbers.Length == 0 || line.HasMakerNumber(number))
                {
                    found.Add(entry);
                }
            }
        }

        foreach (string number in _byMakerNumber.Count == 0 ? [] : line.MakerNumbers.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            foreach (StatedEntry entry in _byMakerNumber.GetValueOrDefault(NameKey.OfPart(number)) ?? [])
            {
                bool isFound = entry.Subject.PartNumber is { } own && NameKey.OfPart(own) == NameKey.OfPart(line.PartNumber);
                if (!isFound && line.HasMaker(entry.Subject.Manufacturer))
                {
                    found.Add(entry);
                }
            }
        }

        if (HasWide)
        {
            found.AddRange(FindWide(line));
        }

        return [.. found];
    }

    private IEnumerable<StatedEntry> FindWide(LineNames line)
    {
        foreach (string maker in line.Companies.Select(CompanyNames.GetKey).Distinct(StringComparer.Ordinal))
        {
            foreach ((string pattern, StatedEntry entry) in _families.GetValueOrDefault(maker) ?? [])
            {
                if (line.HasMaker(entry.Subject.Manufacturer) && (line.MakerNumbers.Any(number => Glob.Matches(pattern, number.Trim()))
                    || (line.MakerNumbers.IsEmpty && Glob.Matches(pattern, line.PartNumber.Trim()))))
                {
                    yield return entry;
                }
            }

            foreach (StatedEntry entry in (_companies.GetValueOrDefault(maker) ?? []).Where(entry => line.HasMaker(entry.Subject.Manufacturer)))
            {
                yield return entry;
            }
        }
    }

    // The key of NameKey.OfPart.
    private static bool Contains(Dictionary<string, List<StatedEntry>> index, ReadOnlySpan<char> number)
    {
        number = number.Trim();
        Span<char> key = number.Length <= LongestNumber ? stackalloc char[LongestNumber] : new char[number.Length];
        return index.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(key[..number.ToUpperInvariant(key)]);
    }

    private void Add(StatedEntry entry)
    {
        StatementSubject subject = entry.Subject;
        switch (subject.Scope)
        {
            case StatementScope.Family:
                AddTo(_families, CompanyNames.GetKey(subject.Manufacturer ?? ""), ((subject.Family ?? "").Trim(), entry));
                break;
            case StatementScope.Company:
                AddTo(_companies, CompanyNames.GetKey(subject.Manufacturer ?? ""), entry);
                break;
            default:
                if (subject.PartNumber is { } own)
                {
                    AddTo(_byPart, NameKey.OfPart(own), entry);
                }

                if (subject is { ManufacturerPartNumber: { } number, Manufacturer: not null })
                {
                    AddTo(_byMakerNumber, NameKey.OfPart(number), entry);
                }

                break;
        }
    }

    private static void AddTo<TEntry>(Dictionary<string, List<TEntry>> index, string key, TEntry entry)
    {
        if (!index.TryGetValue(key, out List<TEntry>? known))
        {
            index.Add(key, known = []);
        }

        known.Add(entry);
    }
}

/// <summary>The names under which a line can be found in the ledger.</summary>
/// <param name="PartNumber">What the report calls the part.</param>
/// <param name="Makers">Everybody whom the line names as maker.</param>
/// <param name="Sellers">Everybody whom the line names as seller.</param>
/// <param name="MakerNumbers">The maker's part numbers, of every column.</param>
internal sealed record LineNames(string PartNumber, ImmutableArray<string> Makers, ImmutableArray<string> Sellers, ImmutableArray<string> MakerNumbers)
{
    /// <summary>How many different parts of makers the line names.</summary>
    public int NumberCount => MakerNumbers.Length <= 1 ? MakerNumbers.Length : MakerNumbers.Select(NameKey.OfPart).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The makers and sellers of the line.</summary>
    public IEnumerable<string> Companies => Makers.Concat(Sellers);

    /// <summary>The names of a line.</summary>
    public static LineNames From(BomLine line)
    {
        // Nearly every line has one of each.
        ImmutableArray<string> makers = [];
        ImmutableArray<string> sellers = [];
        ImmutableArray<string> numbers = [];
        for (int at = 0; at < line.Map.Columns.Length; at++)
        {
            BomField field = line.Map.Columns[at].Field;
            if (field is BomField.Manufacturer or BomField.Supplier or BomField.ManufacturerPartNumber && line.TextAt(at) is { Length: > 0 } text)
            {
                ref ImmutableArray<string> names = ref numbers;
                if (field != BomField.ManufacturerPartNumber)
                {
                    names = ref field == BomField.Manufacturer ? ref makers : ref sellers;
                }

                names = names.Add(text);
            }
        }

        return new LineNames(line.PartNumber, makers, sellers, numbers);
    }

    /// <summary>Whether the line has a maker's part number.</summary>
    public bool HasMakerNumber(string number) => MakerNumbers.Any(known => NameKey.OfPart(known) == NameKey.OfPart(number));

    /// <summary>Whether the line names a company as maker or seller.</summary>
    public bool HasMaker(string? name) => name is not null && Companies.Any(company => CompanyNames.AreSame(company, name));
}
