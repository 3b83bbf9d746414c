using System.Collections.Immutable;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// Settles which column fills which field. Columns that name other sources or more text become alternates, so that nothing
/// that names a material or an origin is lost; a real tie is an error.
/// </summary>
/// <param name="sample">Rows to compare columns by.</param>
/// <param name="firstRow">Index of the first row below the header.</param>
/// <param name="header">Address of the header row.</param>
/// <param name="vocabulary">The words of headers.</param>
/// <param name="diagnostics">Receives SC9204.</param>
internal sealed partial class ColumnContest(SheetSample sample, int firstRow, CellRef header, HeaderWords vocabulary, DiagnosticBag diagnostics)
{
    /// <summary>Columns that lost their field, with the column that has it.</summary>
    public Dictionary<int, int> LostTo { get; } = [];

    /// <summary>Pairs that would tie if their content differed; the rows that were looked at do not differ, later ones may.</summary>
    public List<ColumnTie> Unproven { get; } = [];

    /// <summary>The tie that was found; null = none.</summary>
    public ColumnTie? Tie { get; private set; }

    /// <summary>The winning claims; null when a tie was found.</summary>
    public IReadOnlyList<ColumnClaim>? Settle(List<ColumnClaim> claims)
    {
        var won = new List<ColumnClaim>();
        var open = new List<ColumnClaim>(claims);
        while (open.Count > 0)
        {
            List<ColumnClaim> round = BestOfEachColumn(open);
            foreach (IGrouping<(BomField, string?, int), ColumnClaim> rivals in round.GroupBy(claim => claim.Role))
            {
                if (!SettleRole([.. InOrder(rivals)], won))
                {
                    return null;
                }
            }

            // A column that lost its first meaning may still have its second ("Comment" beside "Value").
            var settled = won.Select(claim => claim.Column).ToHashSet();
            open = [.. open.Except(round).Where(claim => !settled.Contains(claim.Column))];
        }

        NameMakersNumber(won);
        return NumberAlternates(won);
    }

    // Next to the number that the company itself gave, another number of the part is the maker's, unless a column says so itself.
    private void NameMakersNumber(List<ColumnClaim> won)
    {
        ColumnClaim? own = won.Find(claim => claim.Candidate.Field == BomField.PartNumber && claim.Alternate == 1);
        int other = won.FindIndex(claim => claim.Candidate.Field == BomField.PartNumber && claim.Alternate == int.MaxValue
            && !Speaks(claim, "internal") && !Speaks(claim, "drawing"));
        if (own is not null && other >= 0 && Speaks(own, "internal") && !won.Exists(claim => claim.Candidate.Field == BomField.ManufacturerPartNumber))
        {
            won[other] = won[other] with { Candidate = won[other].Candidate with { Field = BomField.ManufacturerPartNumber }, Alternate = 1 };
        }
    }

    // A quantity or price for one goes before one that does not say for how many, and the internal part number before others.
    private IEnumerable<ColumnClaim> InOrder(IEnumerable<ColumnClaim> rivals) => rivals
        .OrderByDescending(claim => claim.Candidate.Need == ContentNeed.None)
        .ThenByDescending(claim => claim.Candidate.Need == ContentNeed.None && SpeaksOfOne(claim))
        .ThenByDescending(claim => claim is { Candidate: { Field: BomField.PartNumber, Need: ContentNeed.None }, Content.Filled: > 0 }
            && Speaks(claim, "internal"))
        .ThenByDescending(claim => claim.Score)
        .ThenBy(claim => claim.Candidate.Rank)
        .ThenBy(claim => claim.Column);

    private bool SpeaksOfOne(ColumnClaim claim) => claim.Content.Filled > 0 && claim.Candidate.Field switch
    {
        BomField.Quantity => Speaks(claim, "per"),
        BomField.UnitCost => Speaks(claim, "each"),
        _ => false,
    };

    private bool Speaks(ColumnClaim claim, string concept) => HeaderKey.Compute(claim.Header).Split(' ')
        .Any(word => vocabulary.Concepts.TryGetValue(word, out ImmutableArray<string> concepts) && concepts.Contains(concept));

    private static List<ColumnClaim> BestOfEachColumn(List<ColumnClaim> claims)
    {
        var best = new List<ColumnClaim>();
        foreach (IGrouping<int, ColumnClaim> column in claims.GroupBy(claim => claim.Column))
        {
            int score = column.Max(claim => claim.Score);
            ColumnClaim first = column.Where(claim => claim.Score == score).OrderBy(claim => claim.Candidate.Rank).First();

            // One column may speak of two stages at once ("Sintered and magnetized in"); of two other fields it may not.
            best.AddRange(IsStage(first.Candidate.Field) ? column.Where(claim => claim.Score == score && IsStage(claim.Candidate.Field)) : [first]);
        }

        return best;
    }

    private bool SettleRole(List<ColumnClaim> rivals, List<ColumnClaim> won)
    {
        ColumnClaim? holder = won.Find(claim => claim.Role == rivals[0].Role);
        ColumnClaim best = Prefer(holder is null ? rivals : [holder, .. rivals]);
        if (best != holder)
        {
            if (holder is not null)
            {
                // The empty column that held the field since an earlier round.
                won.Remove(holder);
                LostTo[holder.Column] = best.Column;
            }

            holder = best;
            won.Add(holder);
        }

        foreach (ColumnClaim rival in rivals)
        {
            if (rival == holder)
            {
                continue;
            }

            if (IsFurtherSource(holder, rival))
            {
                // Two columns of one stage or origin are two sources, and both count: also where they agree or are empty as far as the sample goes.
                won.Add(rival with { Alternate = int.MaxValue });
                continue;
            }

            bool wouldTie = WouldTie(holder, rival);
            if (wouldTie && Differ(holder.Column, rival.Column))
            {
                ReportTie(holder, rival);
                return false;
            }

            if (MayRepeat(rival.Candidate) && rival.Score >= 80 && !IsRedundant(holder.Column, rival.Column))
            {
                won.Add(rival with { Alternate = int.MaxValue });
                continue;
            }

            if (wouldTie)
            {
                Unproven.Add(GetTie(holder, rival));
            }

            LostTo[rival.Column] = holder.Column;
        }

        return true;
    }

    // An empty column gives way to a filled one, wherever it stands. Only of origins it does not: an empty "Country of origin" says that the
    // origin is unknown, and the countries below "Location" are no answer to it.
    private static ColumnClaim Prefer(List<ColumnClaim> rivals)
    {
        ColumnClaim first = rivals[0];
        if (first.Content.Filled > 0)
        {
            return first;
        }

        bool isOrigin = first.Candidate.Field == BomField.CountryOfOrigin || IsStage(first.Candidate.Field);
        return rivals.Find(rival => rival.Content.Filled > 0
            && (!isOrigin || (rival.Candidate.Need == ContentNeed.None && rival.Score >= first.Score - 5))) ?? first;
    }

    private void ReportTie(ColumnClaim holder, ColumnClaim rival)
    {
        Tie = GetTie(holder, rival);
        string field = Tie.Field;
        string first = CellRef.GetLetters(holder.Column);
        string second = CellRef.GetLetters(rival.Column);
        diagnostics.Error(
            DiagnosticIds.ColumnTie,
            header with { Column = rival.Column },
            $"Columns {first} '{holder.Header}' and {second} '{rival.Header}' both claim {field} and their content differs; the sheet is not read.",
            $"Say which one is meant in a mapping profile: \"{field}\": \"{first}\" or \"{field}\": \"{second}\".");
    }

    private static ColumnTie GetTie(ColumnClaim holder, ColumnClaim rival) => new(
        FieldNames.Format(holder.Candidate.Field) + holder.Candidate.Element, holder.Column, holder.Header, rival.Column, rival.Header);

    private static List<ColumnClaim> NumberAlternates(List<ColumnClaim> won)
    {
        var numbered = new List<ColumnClaim>();
        foreach (IGrouping<(BomField, string?), ColumnClaim> group in won.GroupBy(claim => (claim.Candidate.Field, claim.Candidate.Element)))
        {
            int next = group.Where(claim => claim.Alternate != int.MaxValue).Select(claim => claim.Alternate).DefaultIfEmpty(0).Max() + 1;
            var members = group.OrderBy(claim => claim.Alternate).ThenBy(claim => claim.Column)
                .Select(claim => claim.Alternate == int.MaxValue ? claim with { Alternate = next++ } : claim).ToList();

            // "Manufacturer 2" without a "Manufacturer 1" is the first there is; a substitute's maker is not the part's.
            if (members is [{ Alternate: > 1, Candidate.IsSubstitute: false }])
            {
                members[0] = members[0] with { Alternate = 1 };
            }

            numbered.AddRange(members);
        }

        return numbered;
    }
}
