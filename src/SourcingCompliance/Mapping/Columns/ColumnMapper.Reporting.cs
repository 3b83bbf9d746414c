using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Columns;

/// <content>What is reported of the columns.</content>
internal sealed partial class ColumnMapper
{
    private static MappedColumn Describe(ColumnClaim claim)
    {
        HeaderCandidate candidate = claim.Candidate;
        string name = FieldNames.Format(candidate.Field);
        (MappingBasis basis, string why) = (candidate.Need, candidate.Strength) switch
        {
            (ContentNeed.None, HeaderStrength.Exact) => (MappingBasis.ExactAlias, $"'{claim.Header}' is a name of {name}"),
            (ContentNeed.None, HeaderStrength.Base) => (MappingBasis.ExactAlias, $"'{claim.Header}' without its addition is a name of {name}"),
            (ContentNeed.None, HeaderStrength.Tokens) => (MappingBasis.Tokens, $"the words of '{claim.Header}' are those of {name}"),
            (ContentNeed.None, _) => (MappingBasis.Tokens, $"'{claim.Header}' ends in the words of {name}"),
            (ContentNeed.WithDesignators or ContentNeed.BesideValue, _) => (MappingBasis.Content, $"'{claim.Header}' next to reference designators is {name}"),
            (ContentNeed.Otherwise, _) => (MappingBasis.ExactAlias, $"'{claim.Header}' is a name of {name}"),
            _ => (MappingBasis.Content, $"'{claim.Header}' may be {name}, and the column contains {Words(candidate.Need)}"),
        };
        return new MappedColumn(candidate.Field, claim.Column, claim.Header, basis, why)
        {
            Element = candidate.Element,
            Alternate = claim.Alternate,
            Unit = candidate.Unit,
            IsCarriedDown = candidate.IsCarriedDown,
        };
    }

    private static void ReportMisspelled(List<MappedColumn> columns, FoundHeader found, CellRef header, DiagnosticBag diagnostics)
    {
        foreach (MappedColumn column in columns.Where(column => column.Basis != MappingBasis.Profile).OrderBy(column => column.Column))
        {
            if (found.Headers[column.Column] is { ReadAs: { } correct } reading)
            {
                string field = FieldNames.Format(column);
                diagnostics.Note(
                    DiagnosticIds.HeaderMisspelled,
                    header with { Column = column.Column },
                    $"The header '{reading.Header}' was read as '{correct}' because one letter differs; its column is used as {field}.",
                    $"If it means something else, add \"{field}\": null to a mapping profile.");
            }
        }
    }

    private static string Words(ContentNeed need) => need switch
    {
        ContentNeed.Designators => "reference designators",
        ContentNeed.Sequence => "numbers that count up",
        ContentNeed.Numerals or ContentNeed.Codes => "part numbers",
        ContentNeed.Countries => "countries",
        ContentNeed.Units => "units",
        ContentNeed.Prices => "prices",
        ContentNeed.Names => "names",
        ContentNeed.Numbers => "numbers",
        ContentNeed.None or ContentNeed.WithDesignators or ContentNeed.BesideValue or ContentNeed.Otherwise => "such values",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
