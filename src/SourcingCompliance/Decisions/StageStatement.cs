using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>One stage that a statement of origin speaks of.</summary>
/// <param name="Source">The statement.</param>
/// <param name="Stage">Stage id; <see cref="StageIds.Produced"/> for the part as bought.</param>
/// <param name="Element">Chemical symbol; null = of no single element.</param>
/// <param name="Countries">Possible countries in code order; empty for a text that nobody could read (see <see cref="IsUnread"/>).</param>
/// <param name="Certainty">How sure the text is.</param>
/// <param name="IsOfPart">Whether it speaks of the part as bought, which is not the material when the part only contains it.</param>
internal sealed record StageStatement(
    OriginStatement Source, string Stage, string? Element, ImmutableArray<Country> Countries, OriginCertainty Certainty, bool IsOfPart)
{
    /// <summary>Whether the text, or a part of it, may name a country and was not understood: it proves nothing and keeps the line from passing.</summary>
    public bool IsUnread => Countries.IsEmpty;

    /// <summary>Whether only the choice between the countries named is open, so that what holds for each of them is proved ("China or Russia").</summary>
    public bool IsChoice { get; init; }

    /// <summary>Whether it happened in each of the countries named ("60% in the United States, 40% in China"), so that what holds for one of them is
    /// proved.</summary>
    public bool IsEach { get; init; }

    /// <summary>How sure it is that the place was one of <see cref="Countries"/>: definite for a plain choice too, which no hedge is.</summary>
    public OriginCertainty CertaintyOfSet => IsChoice ? OriginCertainty.Definite : Certainty;

    /// <summary>The stages that the statements of a line speak of, in their order. Statements that say nothing of a country are left out.</summary>
    public static ImmutableArray<StageStatement> From(BomItem item)
    {
        var statements = ImmutableArray.CreateBuilder<StageStatement>();
        foreach (OriginStatement source in item.Origins)
        {
            AddParts(source, statements);
            AddRest(source, statements);
            if (source.Origin.Unread is not null)
            {
                statements.Add(new StageStatement(source, source.Stage ?? StageIds.Produced, source.Element, [],
                    OriginCertainty.Unknown, IsOfPart: source.Stage is null));
            }
        }

        return statements.ToImmutable();
    }

    /// <summary>What it says against a line: where it happened in each of several countries, the covered ones of them alone, else all that it says.</summary>
    /// <param name="covered">The covered countries.</param>
    public StageStatement GetWorst(CountrySet covered)
    {
        ArgumentNullException.ThrowIfNull(covered);
        int count = IsEach ? covered.GetCount(Countries) : 0;
        return count == 0 || count == Countries.Length ? this : this with { Countries = [.. Countries.Where(covered.Contains)] };
    }

    /// <summary>What is added to a question about a text that was not understood: only who wrote it knows what it means. Empty for any other.</summary>
    public static string UnreadText(StageStatement? statement)
    {
        if (statement is not { IsUnread: true, Source: { } source })
        {
            return "";
        }

        return $" The list says \"{AdverseFacts.Shorten(source.Raw)}\" (cell {source.Cell.Address}), which was not understood.";
    }

    private static void AddParts(OriginStatement source, ImmutableArray<StageStatement>.Builder statements)
    {
        foreach (StagePart part in source.Origin.Stages)
        {
            if (part.Countries.IsDefaultOrEmpty)
            {
                continue;
            }

            statements.Add(new StageStatement(source, part.Stage, part.Element ?? source.Element, part.Countries, part.Certainty, IsOfPart: false));

            // "Assembled in China" in a country-of-origin cell hints at where the part as bought was made and does not settle it.
            if (source.Stage is null && part.Stage == StageIds.Assembled)
            {
                statements.Add(new StageStatement(source, StageIds.Produced, null, part.Countries, OriginCertainty.Ambiguous, IsOfPart: true));
            }
        }
    }

    // Countries that no part of the text gives a role speak of the column's own stage, or of the part as bought.
    private static void AddRest(OriginStatement source, ImmutableArray<StageStatement>.Builder statements)
    {
        RecognizedOrigin origin = source.Origin;
        if (origin.Relation == OriginRelation.Exclude)
        {
            return;
        }

        ImmutableArray<Country> rest = [.. origin.Countries.Where(country => !origin.Stages.Any(part => part.Countries.Contains(country)))];
        if (rest.IsEmpty)
        {
            return;
        }

        OriginCertainty certainty = origin.Stages.IsEmpty ? origin.Certainty : OriginCertainty.Ambiguous;
        statements.Add(new StageStatement(source, source.Stage ?? StageIds.Produced, source.Element, rest, certainty, IsOfPart: source.Stage is null)
        {
            IsChoice = origin.IsChoice && origin.Stages.IsEmpty,
            IsEach = origin is { Relation: OriginRelation.All, Certainty: OriginCertainty.Definite, Stages.IsEmpty: true } && rest.Length > 1,
        });
    }
}
