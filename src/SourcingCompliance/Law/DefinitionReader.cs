using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Law;

/// <summary>Reads the values of definitions, one method for each unit.</summary>
internal static class DefinitionReader
{
    public static Definition<T> Read<T>(JsonObjectReader root, string name, string unit, Func<JsonObjectReader, T> value)
    {
        var periods = ImmutableArray.CreateBuilder<DefinitionPeriod<T>>();
        foreach (JsonObjectReader period in root.Objects("periods", isRequired: true))
        {
            EffectivePeriod days = period.Period();
            string citation = period.RequiredText("citation");
            string certainty = period.RequiredText("certainty");
            var values = ImmutableArray.CreateBuilder<T>();
            foreach (JsonObjectReader entry in period.Objects("values", isRequired: true))
            {
                values.Add(value(entry));
                entry.Finish();
            }

            period.Finish();
            periods.Add(new DefinitionPeriod<T>(days, values.ToImmutable(), citation, certainty));
        }

        return new Definition<T>(name, unit, periods.ToImmutable());
    }

    public static CountryEntry GetCountry(JsonObjectReader entry)
    {
        string code = entry.RequiredText("country");
        if (code is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            entry.Refuse("country", $"\"{code}\"", "an ISO 3166-1 alpha-2 code");
        }

        return new CountryEntry(new Country(code), entry.RequiredText("name"), entry.Text("setting"), entry.Flag("default") ?? true);
    }

    public static CoveredMaterial GetMaterial(JsonObjectReader entry) =>
        new(entry.RequiredText("id"), entry.RequiredText("name"), entry.Texts("elements"), entry.Texts("kinds"), entry.RequiredText("citation"));

    public static StageRequirement GetRequirement(JsonObjectReader entry)
    {
        bool isRequired = entry.Flag("required", isRequired: true) ?? true;
        string question = isRequired ? entry.RequiredText("question") : entry.Text("question") ?? "";
        return new StageRequirement(
            entry.RequiredText("id"), entry.RequiredText("material"), entry.Text("element"), entry.Texts("stages", isRequired: true), isRequired,
            question, entry.RequiredText("citation"), entry.Text("interpretation"))
        {
            IsOfComponent = entry.Flag("component") ?? false,
        };
    }

    public static DeterminationAuthority GetAuthority(JsonObjectReader entry) =>
        new(entry.RequiredText("id"), entry.RequiredText("name"), entry.Texts("mayDecide"), entry.Texts("unsettledFor"), entry.RequiredText("citation"),
            entry.Text("interpretation"));

    public static Threshold GetThreshold(JsonObjectReader entry) =>
        new(entry.RequiredText("id"), entry.Number("value", isRequired: true) ?? 0, entry.RequiredText("unit"), entry.Text("citation"));

    public static ClauseVersion GetClauseVersion(JsonObjectReader entry)
    {
        var regimes = ImmutableArray.CreateBuilder<ClauseRegime>();
        foreach (JsonObjectReader regime in entry.Objects("regimes", isRequired: true))
        {
            regimes.Add(new ClauseRegime(
                regime.RequiredText("id"), regime.RequiredText("title"), regime.Date("from"), regime.Date("to"),
                regime.Date("lawDate", isRequired: true) ?? default));
            regime.Finish();
        }

        return new ClauseVersion(
            entry.RequiredText("id"), entry.Date("month", isRequired: true) ?? default, entry.RequiredText("title"), regimes.ToImmutable(),
            entry.RequiredText("citation"), entry.RequiredText("certainty"))
        {
            Number = entry.Text("number"),
            Deviations = entry.Texts("deviations"),
        };
    }

    /// <summary>Why the periods of something do not follow each other day by day; null when they do.</summary>
    public static string? GetFault(IReadOnlyList<EffectivePeriod> periods)
    {
        for (int i = 0; i < periods.Count; i++)
        {
            if (periods[i].To is { } last && last < periods[i].From)
            {
                return $"the period {periods[i]} ends before it begins";
            }

            if (i + 1 == periods.Count)
            {
                continue;
            }

            if (periods[i].To is not { } end)
            {
                return $"the period {periods[i]} has no end, and {periods[i + 1]} follows";
            }

            if (periods[i + 1].From != end.AddDays(1))
            {
                return string.Create(CultureInfo.InvariantCulture,
                    $"{periods[i + 1]} follows {periods[i]}; {end.AddDays(1):yyyy-MM-dd} was expected as its first day");
            }
        }

        return periods.Count == 0 ? "no period is stated" : null;
    }
}
