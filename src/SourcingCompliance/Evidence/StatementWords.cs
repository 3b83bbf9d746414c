using System.Globalization;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Evidence;

/// <summary>The facts of statements in words, the same everywhere.</summary>
public static class StatementWords
{
    private const int LongestCountries = 120;

    /// <summary>A fact: <c>neodymium melted in JP</c>, <c>contains no tantalum</c>.</summary>
    public static string Format(StatementFact fact) => fact switch
    {
        StageFact { Stage: StageIds.Produced } stage => $"made in {GetCountries(stage)}",
        StageFact stage => $"{GetElement(stage.Element)}{Wording.DoneAt(stage.Stage)} in {GetCountries(stage)}",
        PresenceFact { Contains: true } presence => $"contains {presence.Material}",
        PresenceFact presence => $"contains no {presence.Material ?? "covered material"}",
        ExceptionFact exception => $"{(exception.Holds ? "is" : "is not")} {GetWords(exception.Exception)}",
        UnknownFact { Stage: { } at } unknown => $"unknown: where {GetElement(unknown.Element)}it was {Wording.DoneAt(at)}{GetAsk(unknown)}",
        UnknownFact unknown => $"unknown: whether it contains {unknown.Material ?? "a covered material"}{GetAsk(unknown)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The countries of a stage: <c>JP 60%, US 40%</c>.</summary>
    public static string GetCountries(StageFact stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        if (stage.Distribution is [{ Percent: null } only])
        {
            return only.Country.Code;
        }

        string text = string.Join(stage.IsCertain ? ", " : " or ", stage.Distribution.Select(share => share.Percent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{share.Country.Code} {percent:0.##}%") : share.Country.Code).Distinct(StringComparer.Ordinal));
        return text.Length <= LongestCountries ? text : text[..LongestCountries];
    }

    private static string GetElement(string? symbol) => symbol is null ? "" : Wording.GetElement(symbol) + " ";

    private static string GetAsk(UnknownFact unknown) => unknown.NextSupplier is { } next
        ? $" (ask {next}{(unknown.ExpectedOn is { } day ? $", expected {Wording.FormatDate(day)}" : "")})" : "";

    private static string GetWords(StatedException exception) => exception switch
    {
        StatedException.Cots => "commercially available off the shelf",
        StatedException.ElectronicDevice => "an electronic device",
        _ => "of recycled material",
    };
}
