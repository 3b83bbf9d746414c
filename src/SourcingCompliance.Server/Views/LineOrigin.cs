using System.Collections.Immutable;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Views;

/// <summary>The origin of a line item in one cell of a page.</summary>
internal static class LineOrigin
{
    /// <summary>What a BOM says, as it is written; what only suppliers stated, which is kept by code, by the names of the countries.</summary>
    /// <param name="statements">The statements of the line.</param>
    public static string Get(ImmutableArray<OriginStatement> statements)
    {
        OriginSummary origin = OriginSummary.From(statements);
        return origin.Countries.IsEmpty || statements.Any(statement => statement.Evidence is null) ? origin.Raw
            : string.Join(origin.Certainty == OriginCertainty.Definite ? ", " : " or ", origin.Countries.Select(CountryNames.Get));
    }
}
