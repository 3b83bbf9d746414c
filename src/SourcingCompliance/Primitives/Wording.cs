using System.Collections.Immutable;
using System.Globalization;

namespace SourcingCompliance.Primitives;

/// <summary>The words in which every sentence speaks of dates, lists, counts, stages and elements.</summary>
public static class Wording
{
    /// <summary>A date as it stands in a sentence: <c>January 1, 2027</c>.</summary>
    public static string FormatDate(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>A list as it stands in a sentence: <c>a, b and c</c>.</summary>
    public static string GetList(IReadOnlyList<string> items, string conjunction = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " " + conjunction + " " + items[^1],
    };

    /// <summary>A count with its noun: <c>1 line</c>, <c>3 lines</c>.</summary>
    public static string FormatCount(int count, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? singular : plural ?? singular + "s")}");

    /// <summary>A number with separators: <c>1,284</c>.</summary>
    public static string GetNumber(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share in percent without decimals: <c>38%</c>; <c>none needed</c> for null.</summary>
    public static string GetShare(decimal? share) =>
        share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{decimal.Floor(value * 100)}%") : "none needed";

    /// <summary>What was done to a material at a stage, as a participle: <c>separated</c>, <c>formed into powder</c>.</summary>
    public static string DoneAt(string stage) => stage switch
    {
        StageIds.Recycled => "recovered from recycled material",
        StageIds.Powder => "formed into powder",
        StageIds.Reduced => "reduced to metal",
        StageIds.Finished => "finished",
        _ => stage,
    };

    /// <summary>What several stages of one requirement are called: <c>sintered or bonded</c>.</summary>
    public static string DoneAt(ImmutableArray<string> stages) => GetList([.. stages.Select(DoneAt)], "or");

    /// <summary>The name of a country that the law names, or that counts as one of them; the code itself for others.</summary>
    public static string GetCountry(string code) => code switch
    {
        "CN" => "China",
        "RU" => "Russia",
        "IR" => "Iran",
        "KP" => "North Korea",
        "HK" => "Hong Kong",
        "MO" => "Macao",
        _ => code,
    };

    /// <summary>The name of a chemical element that the rules name; the symbol itself for others.</summary>
    public static string GetElement(string symbol) => symbol switch
    {
        "Nd" => "neodymium",
        "Fe" => "iron",
        "B" => "boron",
        "Sm" => "samarium",
        "Co" => "cobalt",
        "Ta" => "tantalum",
        "W" => "tungsten",
        "Dy" => "dysprosium",
        "Tb" => "terbium",
        "Pr" => "praseodymium",
        "Gd" => "gadolinium",
        _ => symbol,
    };
}
