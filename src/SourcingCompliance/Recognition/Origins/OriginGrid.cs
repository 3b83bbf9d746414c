using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// Reads every country of the vocabulary beside another one, by code and by name, in every order and with every separator that people
/// type, and tells where one of the two is lost or where the two are read for certain as one. About thirty codes are small words too, so
/// no list of examples would do.
/// </summary>
internal static class OriginGrid
{
    /// <summary>What stands between two countries of a list, in print and as people type.</summary>
    public static readonly ImmutableArray<string> Separators =
    [
        "/", " / ", ", ", ",", "; ", ";", " and ", " or ", " & ", "&", "+", " + ", "|", " | ", "\\", " \\ ", "\t", "  ", " - ", "-", "_",
        " ~ ", "*", "\n", " > ", " und ", " y ", " et ", " oder ", " и ", "、", "・", " to ",
    ];

    /// <summary>What stands around a list of countries.</summary>
    public static readonly ImmutableArray<(string Before, string After)> Positions =
        [("", ""), ("Made in ", ""), ("COO: ", ""), ("", " JV"), ("(", ")"), ("", " (see note)"), ("", "?")];

    /// <summary>The texts that are read wrongly, one sentence each; empty when all is well.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="others">Countries that each country is read beside.</param>
    /// <param name="positions">What stands around the lists.</param>
    public static ImmutableArray<string> Verify(CountryVocabulary vocabulary, IEnumerable<Country> others, IEnumerable<(string Before, string After)> positions)
    {
        var recognizer = new OriginRecognizer(vocabulary, OriginSettings.Default with { MaximumRememberedTexts = 0 });
        Country[] partners = [.. others];
        var wrong = ImmutableArray.CreateBuilder<string>();
        foreach ((string before, string after) in positions)
        {
            foreach (Country country in vocabulary.All)
            {
                foreach (Country other in partners.Where(other => other != country))
                {
                    Verify(vocabulary, recognizer, country, other, before, after, wrong);
                    Verify(vocabulary, recognizer, other, country, before, after, wrong);
                }
            }
        }

        return wrong.ToImmutable();
    }

    private static void Verify(
        CountryVocabulary vocabulary, OriginRecognizer recognizer, Country left, Country right,
        string before, string after, ImmutableArray<string>.Builder wrong)
    {
        foreach (string separator in Separators)
        {
            foreach ((string first, string second) in GetForms(vocabulary, left, right))
            {
                if (IsOneName(vocabulary, left, right, first, second, separator) || MayBeOther(recognizer, first, right)
                    || MayBeOther(recognizer, second, left) || IsWord(first, separator) || IsWord(second, separator))
                {
                    continue;
                }

                string text = before + first + separator + second + after;
                RecognizedOrigin origin = recognizer.RecognizeCell(text, OriginCodeScheme.Iso);
                bool hasBoth = origin.Countries.Contains(left) && origin.Countries.Contains(right);
                if (!hasBoth || origin.Certainty == OriginCertainty.Definite)
                {
                    wrong.Add($"'{text.ReplaceLineEndings("\\n").Replace("\t", "\\t", StringComparison.Ordinal)}' is read as "
                        + $"{(origin.Countries.IsEmpty ? "no country" : string.Join(" and ", origin.Countries))} ({origin.Certainty}), not as "
                            + $"{left} or {right}.");
                }
            }
        }
    }

    private static IEnumerable<(string First, string Second)> GetForms(CountryVocabulary vocabulary, Country left, Country right)
    {
        yield return (left.Code, right.Code);
        yield return (vocabulary.GetName(left), vocabulary.GetName(right));
        yield return (left.Code, vocabulary.GetName(right));
        yield return (vocabulary.GetName(left), right.Code);
        if (vocabulary.GetFacts(left) is { } leftFacts && vocabulary.GetFacts(right) is { } rightFacts)
        {
            yield return (leftFacts.Alpha3, rightFacts.Alpha3);
        }
    }

    // "Taiwan, China" is a name of Taiwan, "Hong Kong, China" one of Hong Kong, and CN-GD is a part of China.
    // "China PR" is China, and "China, ME" is in Maine.
    private static bool IsOneName(CountryVocabulary vocabulary, Country left, Country right, string first, string second, string separator) =>
        vocabulary.FindPhrase(OriginText.GetKey($"{first} {second}")) is { Sense: CountrySense.Name }
        || vocabulary.IsTown(OriginText.GetKey(first), OriginText.GetKey(second))
        || vocabulary.GetFacts(left)?.NamedWith == right || vocabulary.GetFacts(right)?.NamedWith == left
        || IsState(vocabulary, left, right) || IsState(vocabulary, right, left)
        || (separator is "-" or "_" && first == left.Code && vocabulary.HasSubdivision([left], right.Code.ToLowerInvariant()));

    private static bool IsState(CountryVocabulary vocabulary, Country unitedStates, Country state) =>
        unitedStates.Code == "US" && vocabulary.IsStateCode(state.Code.ToLowerInvariant());

    // MO is Macao and Missouri: beside "USA" it may well be the state.
    private static bool MayBeOther(OriginRecognizer recognizer, string form, Country other) =>
        recognizer.RecognizeCell(form, OriginCodeScheme.Iso).Countries.Contains(other);

    // "NO and CN" and "NA, CN" say no and n/a as well as Norway and Namibia; neither gives evidence.
    private static bool IsWord(string form, string separator) => form == "NA" || (form == "NO" && (separator.Trim().Length != 1 || separator is "-" or "_"));
}
