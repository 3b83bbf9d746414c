using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// Gives the columns below a header their meaning: exact alias, then the words, then the content. A column is never given a
/// meaning because a word stands somewhere inside its header. Where two columns claim one field and nothing tells which is
/// meant, the sheet is refused.
/// </summary>
/// <param name="vocabulary">The words of headers.</param>
/// <param name="namesSubject">Whether a header names a covered material, a component that may hold one, or an origin in a covered country.</param>
internal sealed partial class ColumnMapper(HeaderWords vocabulary, Func<string, bool> namesSubject)
{
    private readonly ColumnStatements _statements = new(vocabulary, namesSubject);

    /// <summary>Maps the columns of one table.</summary>
    /// <param name="found">Its header.</param>
    /// <param name="contents">What its columns hold, by 1-based column.</param>
    /// <param name="sample">Rows to compare columns by.</param>
    /// <param name="sheet">Address of the sheet.</param>
    /// <param name="profile">What the user said about the columns; null = nothing.</param>
    /// <param name="diagnostics">Receives SC9204 for a tie, SC9208, SC9210, SC9217 and SC9260 to SC9261 for doubts, SC9231 for a profile that does not
    /// fit.</param>
    public SheetMapping Map(FoundHeader found, ColumnContent[] contents, SheetSample sample, CellRef sheet, MappingProfile? profile, DiagnosticBag diagnostics)
    {
        int headerRow = sample.Rows[found.Index].Number;
        List<MappedColumn> columns = [];
        if (profile is not null)
        {
            if (ProfileColumns.Find(profile, found.Headers, sheet with { Row = headerRow }, diagnostics) is not { } named)
            {
                return Refused(sheet, $"the mapping profile {profile.Name} does not fit it", HeaderFingerprint.Compute(found.Headers));
            }

            columns = named;
        }

        bool hasDesignators = HasDesignators(found, contents);
        var evidence = new ColumnEvidence(vocabulary, hasDesignators);
        List<ColumnClaim> claims = Claims(found, contents, evidence);
        HashSet<int> setAside = [.. claims.Where(claim => IsSettled(claim, profile, columns)).Select(claim => claim.Column)];
        claims.RemoveAll(claim => IsSettled(claim, profile, columns));
        var contest = new ColumnContest(sample, found.LastIndex + 1, sheet with { Row = headerRow }, vocabulary, diagnostics);
        IReadOnlyList<ColumnClaim>? winners = contest.Settle(claims);
        string fingerprint = HeaderFingerprint.Compute(found.Headers);
        if (winners is null)
        {
            return Refused(sheet, "two columns claim one field", fingerprint) with { Tie = contest.Tie };
        }

        columns.AddRange(winners.Select(Describe));
        ReportMisspelled(columns, found, sheet with { Row = headerRow }, diagnostics);
        var rest = new RemainingColumns(vocabulary, found, contents, found.LastColumn, sheet with { Row = headerRow }, diagnostics);
        rest.AddName(columns);
        columns.AddRange(LevelColumnsBeside(columns, found, contents));
        rest.WarnOfCountries(columns);
        LinkColumns.Add(columns, found, contents, sheet with { Row = headerRow }, diagnostics);
        if (!IsList(columns))
        {
            return new SheetMapping
            {
                Map = new ColumnMap { Sheet = sheet, HeaderRow = null, Columns = [] },
                Refusal = "its header names no part, or nothing about one",
                Fingerprint = fingerprint,
            };
        }

        rest.AddDescription(columns);
        rest.AddTexts(columns, contest.LostTo, setAside);
        _statements.Add(columns);
        columns.Sort((one, other) => (one.Column, one.Field).CompareTo((other.Column, other.Field)));
        return new SheetMapping
        {
            Map = new ColumnMap
            {
                Sheet = sheet,
                HeaderRow = headerRow,
                LastHeaderRow = found.LastIndex == found.Index ? 0 : sample.Rows[found.LastIndex].Number,
                Columns = [.. columns],
            },
            Unmapped = Unmapped(columns, found, contest),
            Rivals = [.. contest.Unproven],
            LastColumn = found.LastColumn,
            FirmColumns = [.. rest.FirmColumns(columns)],
            Fingerprint = fingerprint,
        };
    }

    // A field that the profile gives, also as "none", is not looked for elsewhere.
    private static bool IsSettled(ColumnClaim claim, MappingProfile? profile, List<MappedColumn> named)
    {
        string name = FieldNames.Format(claim.Candidate.Field) + claim.Candidate.Element;
        return profile is not null
            && (named.Exists(column => column.Column == claim.Column) || profile.Columns.Any(column => column.Name == name));
    }

    internal static SheetMapping Refused(CellRef sheet, string reason, string fingerprint) => new()
    {
        Map = new ColumnMap { Sheet = sheet, HeaderRow = null, Columns = [] },
        Refusal = reason,
        IsRefused = true,
        Fingerprint = fingerprint,
    };

    private static bool HasDesignators(FoundHeader found, ColumnContent[] contents)
    {
        for (int column = 1; column < found.Headers.Length; column++)
        {
            ColumnContent content = contents[column];
            if (found.Headers[column] is { } header && header.Candidates.Any(candidate => candidate.Field == BomField.ReferenceDesignator
                && (candidate.Need == ContentNeed.None || content.Most(content.Designators, 0.5))))
            {
                return true;
            }
        }

        return false;
    }

    private static List<ColumnClaim> Claims(FoundHeader found, ColumnContent[] contents, ColumnEvidence evidence)
    {
        var claims = new List<ColumnClaim>();
        for (int column = 1; column < found.Headers.Length; column++)
        {
            if (found.Headers[column] is not { } header)
            {
                continue;
            }

            foreach (HeaderCandidate candidate in header.Candidates)
            {
                int score = evidence.Score(candidate, contents[column]);
                if (score > 0)
                {
                    claims.Add(new ColumnClaim(column, header.Header, candidate, score, contents[column]));
                }
            }
        }

        return claims;
    }

    // A level may be written in one of several columns under one title (0 | 1 | 2 | 3), as indented lists are exported.
    private static IEnumerable<MappedColumn> LevelColumnsBeside(List<MappedColumn> columns, FoundHeader found, ColumnContent[] contents)
    {
        MappedColumn? level = columns.Find(column => column.Field == BomField.Level);
        if (level is null)
        {
            yield break;
        }

        for (int column = level.Column + 1; column < contents.Length && found.Headers[column] is null; column++)
        {
            ColumnContent content = contents[column];
            if (content.Filled == 0 || !content.Most(content.Outlines, 0.9) || columns.Exists(mapped => mapped.Column == column))
            {
                yield break;
            }

            yield return new MappedColumn(BomField.Level, column, "", MappingBasis.Content, "the level continues in the columns next to its header")
            {
                Alternate = column - level.Column + 1,
            };
        }
    }

    internal static bool NamesPart(BomField field) => field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber
        or BomField.Name or BomField.Description or BomField.Value;

    // A description next to numbers or notes may be a list of steps or changes; with a name or part number, any other field makes a list.
    private static bool IsList(List<MappedColumn> columns)
    {
        MappedColumn[] known = [.. columns.Where(column => column.IsKnown)];
        int fields = known.Select(column => column.Field).Distinct().Count();
        int telling = known.Where(column => column.Field is not (BomField.FindNumber or BomField.Category or BomField.Notes or BomField.Revision))
            .Select(column => column.Field).Distinct().Count();
        bool isNamed = Array.Exists(known, column => column.Basis != MappingBasis.Content
            && column.Field is BomField.Name or BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber);
        bool isSinglePartColumn = known is [{ Field: BomField.PartNumber or BomField.ManufacturerPartNumber }];
        return isSinglePartColumn || (Array.Exists(known, column => NamesPart(column.Field)) && (telling >= 2 || (isNamed && fields >= 2)));
    }

    private static ImmutableArray<UnmappedColumn> Unmapped(List<MappedColumn> columns, FoundHeader found, ColumnContest contest)
    {
        var unmapped = ImmutableArray.CreateBuilder<UnmappedColumn>();
        for (int column = 1; column < found.Headers.Length; column++)
        {
            if (found.Headers[column] is { Header.Length: > 0 } header && !columns.Exists(mapped => mapped.Column == column))
            {
                string reason = contest.LostTo.TryGetValue(column, out int winner)
                    ? string.Create(CultureInfo.InvariantCulture, $"column {CellRef.GetLetters(winner)} already fills the field")
                    : header.IsOther ? "recognized, not used"
                    : header.IsUnknown ? "the header is not known" : "the content does not fit the header";
                unmapped.Add(new UnmappedColumn(column, header.Header, reason));
            }
        }

        return unmapped.ToImmutable();
    }
}
