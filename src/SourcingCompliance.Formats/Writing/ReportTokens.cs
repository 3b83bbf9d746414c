using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Items;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Formats.Writing;

/// <summary>How machine-readable formats spell the closed choices: camel case, the same word in every format.</summary>
public static class ReportTokens
{
    /// <summary>The word of a verdict: <c>violation</c>, <c>notCovered</c>.</summary>
    public static string Format(Verdict verdict) => VerdictTokens.Format(verdict);

    /// <summary>The word of a reason why a statement does not count: <c>expired</c>, <c>notSigned</c>.</summary>
    public static string Format(UncountedReason reason) => GetCamel(reason.ToString());

    /// <summary>The word of an exception that a supplier states: <c>cots</c>, <c>electronicDevice</c>.</summary>
    public static string Format(ClaimKind kind) => GetCamel(kind.ToString());

    private static string GetCamel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The word of a second opinion: <c>given</c>, <c>off</c>, <c>notInBuild</c>.</summary>
    public static string Format(SecondOpinionStatus status) => status switch
    {
        SecondOpinionStatus.Given => "given",
        SecondOpinionStatus.Off => "off",
        SecondOpinionStatus.NotInBuild => "notInBuild",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a gate, as <c>--fail-on</c> takes it.</summary>
    public static string Format(Gate gate) => GateTokens.Format(gate);

    /// <summary>The word of a policy gate, as <c>failOnPolicies</c> takes it.</summary>
    public static string Format(PolicyGate gate) => GateTokens.Format(gate);

    /// <summary>The word of a policy's severity: <c>error</c>, <c>warning</c>, <c>note</c>.</summary>
    public static string Format(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Error => "error",
        PolicySeverity.Warning => "warning",
        PolicySeverity.Note => "note",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of why there is a policy finding: <c>notMet</c>, <c>notEvaluated</c>.</summary>
    public static string Format(PolicyState state) => state switch
    {
        PolicyState.NotMet => "notMet",
        PolicyState.NotEvaluated => "notEvaluated",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a presence.</summary>
    public static string Format(Presence presence) => presence switch
    {
        Presence.Is => "is",
        Presence.Contains => "contains",
        Presence.Possible => "possible",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a certainty.</summary>
    public static string Format(OriginCertainty certainty) => certainty switch
    {
        OriginCertainty.Definite => "definite",
        OriginCertainty.Ambiguous => "ambiguous",
        OriginCertainty.Unknown => "unknown",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a relation.</summary>
    public static string Format(OriginRelation relation) => relation switch
    {
        OriginRelation.None => "none",
        OriginRelation.Single => "single",
        OriginRelation.All => "all",
        OriginRelation.Any => "any",
        OriginRelation.Exclude => "exclude",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a truth.</summary>
    public static string Format(Truth truth) => truth switch
    {
        Truth.False => "false",
        Truth.Unknown => "unknown",
        Truth.True => "true",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a severity.</summary>
    public static string Format(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Note => "note",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Error => "error",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a kind of substance that is not covered.</summary>
    public static string Format(OtherSubstanceKind kind) => kind switch
    {
        OtherSubstanceKind.NotCovered => "notCovered",
        OtherSubstanceKind.Feedstock => "feedstock",
        OtherSubstanceKind.Watch => "watch",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of what made the mapper choose a column.</summary>
    public static string Format(MappingBasis basis) => basis switch
    {
        MappingBasis.Profile => "profile",
        MappingBasis.ExactAlias => "exactAlias",
        MappingBasis.Tokens => "tokens",
        MappingBasis.Content => "content",
        MappingBasis.Unknown => "unknown",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of what became of a waiver.</summary>
    public static string Format(WaiverState state) => state switch
    {
        WaiverState.Applied => "applied",
        WaiverState.Unused => "unused",
        WaiverState.Expired => "expired",
        WaiverState.NotYetGiven => "notYetGiven",
        WaiverState.TooBroad => "tooBroad",
        WaiverState.OtherContract => "otherContract",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of what a finding is beside a baseline, as SARIF spells it (§3.27.24).</summary>
    public static string Format(BaselineState state) => state switch
    {
        BaselineState.New => "new",
        BaselineState.Unchanged => "unchanged",
        BaselineState.Updated => "updated",
        BaselineState.Absent => "absent",
        _ => throw new UnreachableException(),
    };

    /// <summary>The name of a field: <c>countryOfOrigin</c>.</summary>
    public static string Format(BomField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    /// <summary>A date in ISO form.</summary>
    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The keys of the mapped columns of a sheet, one for each and no two alike: the field, the element that a stage speaks of
    /// (<c>originMinedNd</c>), the number of an alternate source (<c>manufacturer_2</c>), and <c>#2</c> where a name is taken.
    /// </summary>
    public static IEnumerable<(string Key, MappedColumn Column)> GetKeys(IEnumerable<MappedColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (MappedColumn column in columns)
        {
            string name = Format(column.Field) + column.Element;
            name = column.Alternate > 1 ? string.Create(CultureInfo.InvariantCulture, $"{name}_{column.Alternate}") : name;
            string key = name;
            for (int ordinal = 2; !taken.Add(key); ordinal++)
            {
                key = string.Create(CultureInfo.InvariantCulture, $"{name}#{ordinal}");
            }

            yield return (key, column);
        }
    }
}
