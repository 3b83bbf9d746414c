using System.Globalization;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Evidence;

/// <summary>The facts of statements in words, the same everywhere.</summary>
public static class StatementWords
{
    private const int LongestCountries = 120;

    /// <summary>A fact: <c>neodymium melted in JP</c>, <c>contains no tantalum</c>.</summary>
    public static string Of(StatementFact fact) => fact switch
    {
        StageFact { Stage: StageIds.Produced } stage => $"made in {CountriesOf(stage)}",
        StageFact stage => $"{ElementOf(stage.Element)}{Wording.DoneAt(stage.Stage)} in {CountriesOf(stage)}",
        PresenceFact { Contains: true } presence => $"contains {presence.Material}",
        PresenceFact presence => $"contains no {presence.Material ?? "covered material"}",
        ExceptionFact exception => $"{(exception.Holds ? "is" : "is not")} {WordsOf(exception.Exception)}",
        UnknownFact { Stage: { } at } unknown => $"unknown: where {ElementOf(unknown.Element)}it was {Wording.DoneAt(at)}{AskOf(unknown)}",
        UnknownFact unknown => $"unknown: whether it contains {unknown.Material ?? "a covered material"}{AskOf(unknown)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The countries of a stage: <c>JP 60%, US 40%</c>.</summary>
    public static string CountriesOf(StageFact stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        string text = string.Join(stage.IsCertain ? ", " : " or ", stage.Distribution.Select(share => share.Percent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{share.Country.Code} {percent:0.##}%") : share.Country.Code).Distinct(StringComparer.Ordinal));
        return text.Length <= LongestCountries ? text : text[..LongestCountries];
    }

    private static string ElementOf(string? symbol) => symbol is null ? "" : Wording.ElementOf(symbol) + " ";

    private static string AskOf(UnknownFact unknown) => unknown.NextSupplier is { } next ? $" (ask {next}{(unknown.ExpectedOn is { } day ? $", expected {Wording.DateOf(day)}" : "")})" : "";

    private static string WordsOf(StatedException exception) => exception switch
    {
        StatedException.Cots => "commercially available off the shelf",
        StatedException.ElectronicDevice => "an electronic device",
        _ => "of recycled material",
    };
}
