using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Formats.Reading.Questionnaires;

/// <summary>Reads single answers: countries, yes and no, dates. What is not plain is not read.</summary>
internal sealed partial class AnswerCells
{
    private static readonly string[] Unknowns = ["not known", "unknown", "not yet known", "don't know", "do not know", "?", "n/k", "tbd"];
    private static readonly string[] NoEnds =
        ["", "-", "–", "—", "n/a", "na", "none", "no end", "no expiry", "no expiration", "indefinite", "indefinitely", "unlimited"];

    private readonly OriginRecognizer _origins;

    /// <summary>Reads with a vocabulary of countries.</summary>
    public AnswerCells(CountryVocabulary countries) => _origins = new OriginRecognizer(countries, OriginSettings.Default);

    /// <summary>Whether a text says that the answer is not known.</summary>
    public static bool IsUnknown(string text) => Unknowns.Contains(text.Trim().TrimEnd('.'), StringComparer.OrdinalIgnoreCase);

    /// <summary>Yes or no; null for anything else.</summary>
    public static bool? YesOrNo(string text) => text.Trim().TrimEnd('.').ToUpperInvariant() switch
    {
        "YES" or "Y" or "TRUE" => true,
        "NO" or "N" or "FALSE" or "NONE" => false,
        _ => null,
    };

    /// <summary>Whether a text says that an answer has no end: nothing, <c>n/a</c>, <c>indefinite</c>.</summary>
    public static bool IsNoEnd(string text) => NoEnds.Contains(text.Trim().TrimEnd('.'), StringComparer.OrdinalIgnoreCase);

    /// <summary>A day whose month cannot be taken for its day; null for anything else.</summary>
    public static DateOnly? Day(string text)
    {
        if (Numeric().Match(text) is { Success: true } numeric && int.Parse(numeric.Groups[1].Value, CultureInfo.InvariantCulture) is var first
            && int.Parse(numeric.Groups[2].Value, CultureInfo.InvariantCulture) is var second && Math.Max(first, second) > 12 && Math.Min(first, second) <= 12)
        {
            // Of 12/31/2027 and 31/12/2027 only one number can be the month.
            text = string.Create(CultureInfo.InvariantCulture, $"{numeric.Groups[3].Value}-{Math.Min(first, second):00}-{Math.Max(first, second):00}");
        }

        string[] forms = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "MMMM d, yyyy", "MMM d, yyyy"];
        return DateOnly.TryParseExact(text.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateOnly day)
            && day.Year is >= 1990 and <= 2199 ? day : null;
    }

    /// <summary>The countries of a cell, each with its share; null when any of its words is not plainly a country.</summary>
    /// <param name="text">The text.</param>
    /// <param name="why">Why it was not read; empty when it was.</param>
    public (ImmutableArray<OriginShare> Shares, bool IsCertain)? Countries(string text, out string why)
    {
        var shares = ImmutableArray.CreateBuilder<OriginShare>();
        bool isCertain = true;
        why = "";
        foreach (string part in text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Match share = Percent().Match(part);
            string country = share.Success ? part.Remove(share.Index, share.Length).Trim() : part;
            RecognizedOrigin read = _origins.RecognizeCell(country, OriginCodeScheme.Iso);
            if (read.Unread is not null || read.Countries.IsEmpty || read.Relation == OriginRelation.Exclude || !read.Stages.IsEmpty)
            {
                why = read.Relation == OriginRelation.Exclude ? "it says where it was not, not where it was"
                    : $"\"{QuotedText.Quote(part)}\" is no country that is known{(read.Suggestion is { } suggestion ? $" ({suggestion})" : "")}";
                return null;
            }

            // Several shares in one part are read for their countries only; what they leave open is not guessed.
            decimal[] all = [.. Percent().Matches(part).Select(one => decimal.Parse(one.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture))];
            isCertain &= all.Length < 2 || all.Sum() is >= 99 and <= 101;
            isCertain &= all.All(one => one is > 0 and <= 100);
            decimal? percent = share.Success && decimal.TryParse(share.Groups[1].Value.Replace(',', '.'), NumberStyles.Number,
                CultureInfo.InvariantCulture, out decimal number) && number is > 0 and <= 100 ? number : null;
            isCertain &= read.Certainty == OriginCertainty.Definite || (read.Countries.Length == 1 && read.Why is null)
                || NamesEach(country, read.Countries.Length);
            shares.AddRange(read.Countries.Select(one => new OriginShare(one) { Percent = read.Countries.Length == 1 ? percent : null }));
        }

        if (shares.Count == 0 || shares.Sum(one => one.Percent ?? 0) > 100)
        {
            why = shares.Count == 0 ? "it names no country" : "its shares are more than 100 percent";
            return null;
        }

        return (shares.ToImmutable(), isCertain);
    }

    // "US and CN" says both; "US, CN" and "US/CN" may be a choice.
    private bool NamesEach(string text, int count)
    {
        RecognizedOrigin[] each = [.. And().Split(text).Select(one => _origins.RecognizeCell(one, OriginCodeScheme.Iso))];
        return each.Length > 1 && each.Length == count
            && each.All(one => one is { Certainty: OriginCertainty.Definite, Countries.Length: 1, Unread: null, Stages.IsEmpty: true });
    }

    [GeneratedRegex(@"^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\s+(?:and|&)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"\(?\s*(\d{1,3}(?:[.,]\d{1,4})?)\s*%\s*\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();
}
