using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Formats.Writing;

/// <summary>What a line's statements of origin come to when only one place is free for them. It is told, never used to decide.</summary>
/// <param name="Raw">The text as it stands; texts of several cells are joined by <c>"; "</c>; empty when nothing is stated.</param>
/// <param name="Countries">The countries, in code order.</param>
/// <param name="Certainty">How sure the texts are; the least sure of several.</param>
/// <param name="Relation">How the countries belong together.</param>
public sealed record OriginSummary(string Raw, ImmutableArray<Country> Countries, OriginCertainty Certainty, OriginRelation Relation)
{
    private static readonly OriginSummary Nothing = new("", [], OriginCertainty.Unknown, OriginRelation.None);

    /// <summary>The statement about the part as bought if there is one, else all statements about its stages together.</summary>
    /// <param name="statements">The statements of one line.</param>
    public static OriginSummary From(ImmutableArray<OriginStatement> statements)
    {
        if (statements.FirstOrDefault(statement => statement.Stage is null) is { } bought)
        {
            return new OriginSummary(bought.Raw, bought.Origin.Countries, bought.Origin.Certainty, bought.Origin.Relation);
        }

        ImmutableArray<Country> countries = [.. statements.SelectMany(statement => statement.Origin.Countries).Distinct().Order()];
        return statements.IsEmpty
            ? Nothing
            : new OriginSummary(
                string.Join("; ", statements.Select(statement => statement.Raw).Distinct(StringComparer.Ordinal)),
                countries,
                statements.Min(statement => statement.Origin.Certainty),
                countries.IsEmpty ? OriginRelation.None : OriginRelation.All);
    }
}
