using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Formats.Reading.Evidence.Certificates;

/// <summary>
/// Says what the words of a certificate can support. It establishes no fact: the stages and countries of a certificate that is good enough are recorded by a
/// person who has read it. Words that promise compliance without saying where a stage took place support nothing.
/// </summary>
public static partial class CertificateWording
{
    /// <summary>What is said of words that speak of no stage and raise no objection.</summary>
    internal const string NoStage = "It names no stage of production, so it supports nothing.";

    private const int FewLetters = 3;

    /// <summary>What a certificate's words support.</summary>
    /// <param name="text">The words: a sentence, a paragraph or a page.</param>
    public static CertificateReading Assess(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<string>.Builder reasons = ImmutableArray.CreateBuilder<string>();
        reasons.AddRange(ObjectionsTo(text));
        bool isBlocked = reasons.Count > 0;
        bool saysNotMelted = NotMeltedOrProduced().IsMatch(text);
        int stages = Stage().Matches(text).Select(match => match.Value.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count();

        // "Melted or produced" is the wording of the rule that ends; the next one asks for mining, refining and separation too.
        if (saysNotMelted && stages <= 1)
        {
            reasons.Insert(0, "'Not melted or produced' supports only the rule through December 31, 2026. It says nothing about mining, refining, and "
                + "separation, which count from January 1, 2027.");
        }
        else if (stages > 0)
        {
            reasons.Insert(0, "It names stages of production. Record each with its countries, lot, and signer: sourcing evidence add.");
        }
        else if (reasons.Count == 0)
        {
            reasons.Add(NoStage);
        }

        if (stages > 0 && Alternatives().IsMatch(text))
        {
            reasons.Add("It names alternatives: the material can be from any of them.");
        }

        CertificateSupport support = isBlocked || (stages == 0 && !saysNotMelted) ? CertificateSupport.Nothing
            : saysNotMelted && stages <= 1 ? CertificateSupport.Through2026
            : CertificateSupport.Stages;
        return new CertificateReading(support, reasons.ToImmutable());
    }

    /// <summary>Whether a text reads as a certificate about the rules on sources of materials.</summary>
    /// <param name="text">The beginning of the text.</param>
    internal static bool IsCertificate(string text) => Certifies().IsMatch(text);

    private static IEnumerable<string> ObjectionsTo(string text)
    {
        bool isOfClause = Clause7052().IsMatch(text);
        if (text.Count(char.IsLetter) is var letters && text.Count(letter => char.IsLetter(letter) && letter > '\u024F') is var others
            && others > FewLetters && others * 2 > letters)
        {
            yield return "It is in another language. Have it translated; nothing is read from it.";
        }

        if (Clause7009().IsMatch(text))
        {
            yield return "DFARS 252.225-7009 is another rule (specialty metals, qualifying countries). It says nothing about magnets, tantalum, or tungsten.";
        }

        if (Compliant().IsMatch(text) && !isOfClause && Stage().Count(text) == 0)
        {
            yield return "'DFARS compliant' names no clause, part, material, or stage. It supports nothing.";
        }

        if (Hedge().IsMatch(text))
        {
            yield return "'To the best of our knowledge' is a hedge. It supports nothing.";
        }

        if (ConflictFree().IsMatch(text))
        {
            yield return "Conflict-mineral statements are about the Congo and its neighbors. They support nothing here.";
        }

        if (Exemption().IsMatch(text))
        {
            yield return "It claims an exception without its basis. Ask for the facts of the exception (mass shares, form as supplied).";
        }

        if (MissingHeat().IsMatch(text))
        {
            yield return "Its heat or lot is missing on a page, so it cannot be tied to the material delivered.";
        }

        if (TickedNo().IsMatch(text))
        {
            yield return "A 'No' to such a question can mean that the material is not contained or that it is not from there. Ask again.";
        }

        if (CountryOnly().IsMatch(text) && Stage().Count(text) == 0)
        {
            yield return "A country of origin without a stage is the place of assembly or of the tariff. It says nothing about the material.";
        }
    }

    [GeneratedRegex(@"\bnot\s+(?:been\s+)?(?:melted|produced)\b[^.]{0,40}\b(?:or|nor)\s+(?:melted|produced)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotMeltedOrProduced();

    [GeneratedRegex(@"\bin\s+(?:the\s+)?\p{L}+(?:\s\p{L}+)?\s+or\s+(?:the\s+)?\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"\b(?:mined|refined|separated|smelted|melted|sintered|sintering|magneti[sz]ed|magneti[sz]ation|pressed|pressing|calcined|reduced|atomi[sz]ed|powder|bonded)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stage();

    [GeneratedRegex(@"225[.\-]\s?7052", RegexOptions.CultureInvariant)]
    private static partial Regex Clause7052();

    [GeneratedRegex(@"225[.\-]\s?70(?:09|14|08)|\bspecialty\s+metals\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clause7009();

    [GeneratedRegex(@"\bDFARS?\b[^.]{0,30}\bcompl(?:iant|ies|y)\b|\bcompl(?:iant|ies|y)\b[^.]{0,20}\bDFARS?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Compliant();

    [GeneratedRegex(@"\bto\s+the\s+best\s+of\s+(?:our|my|its|their)\s+knowledge\b|\bto\s+our\s+knowledge\b|\bwe\s+believe\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hedge();

    [GeneratedRegex(@"\bconflict[\s-]free\b|\bCMRT\b|\bDodd[\s-]Frank\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConflictFree();

    [GeneratedRegex(@"\bCOTS\b|\bexempt\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exemption();

    [GeneratedRegex(@"\b(?:heat|lot)\s*(?:no\.?|number|#)?\W{0,6}N/?A\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MissingHeat();

    [GeneratedRegex(@"\?\s*\[?\s*[xX☒]\s*\]?\s*No\b", RegexOptions.CultureInvariant)]
    private static partial Regex TickedNo();

    [GeneratedRegex(@"\bcountry\s+of\s+origin\b|\bmade\s+in\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountryOnly();

    [GeneratedRegex(@"\bwe\s+(?:hereby\s+)?certify\b|\bcertificate\s+of\s+(?:conformance|conformity|compliance|analysis|mill\s+test|test)\b|\bcertified\s+by\b|\bmill\s+test\s+(?:report|certificate)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Certifies();
}
