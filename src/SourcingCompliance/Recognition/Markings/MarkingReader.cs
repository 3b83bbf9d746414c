using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Recognition.Markings;

/// <summary>
/// Reads the markings of a document: CUI, distribution statements, export control, proprietary legends. A marking that is missed is a harm, so above a table
/// any text with the words of one counts; among the rows of a table only a text that can be nothing else does.
/// </summary>
public static partial class MarkingReader
{
    /// <summary>The longest marking that is printed: 120 characters.</summary>
    public const int Longest = 120;

    private const string Between = " · ";

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly char[] Frame = [.. " \t\"'*#=-–—_()[]{}<>|/\\.,;"];

    // Most texts hold none of these, and then no expression runs.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "CUI", "CONTROLLED UNCL", "SECRET", "CLASSIFIED", "FOUO", "OFFICIAL USE", "CONFIDENTIAL", "DISTRIBUTION ST",
            "PROPRIETARY", "ITAR", "TRAFFIC IN ARMS", "EXPORT", "NOFORN",
            "SENSITIV", "MARKING", "CAVEAT", "ECCN", "USML", "INTERNAL USE", "COMPANY PRIVATE", " RIGHTS",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The markings that a text above a table, in a page header or in a document property carries.</summary>
    /// <param name="text">The text; each of its lines is read for itself.</param>
    /// <returns>The markings, each once, in the order of the text; empty = none.</returns>
    public static ImmutableArray<DocumentMarking> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(Signs))
        {
            return [];
        }

        var found = new List<DocumentMarking>();
        foreach (string part in text.Split(['\n', '\r', '\v', '\f'], StringSplitOptions.RemoveEmptyEntries))
        {
            Add(found, PageNumber().Replace(Spaces().Replace(part, " "), "").Trim(Frame));
        }

        return [.. found];
    }

    /// <summary>The markings of a text that stands among the rows of a table, or in a sheet without one: only banners and legends of a whole
    /// document.</summary>
    /// <param name="text">The text of the only cell of a row.</param>
    public static ImmutableArray<DocumentMarking> FindBanner(ReadOnlySpan<char> text) =>
        text.ContainsAny(Signs) && text.ToString() is var whole
            && (IsUnmistakable(text) || Legend().IsMatch(whole) || Banner().IsMatch(whole.Trim(Frame))) ? Find(whole) : [];

    /// <summary>Whether a text can be nothing but the marking of a document: <c>CUI//SP-EXPT</c>, <c>DISTRIBUTION STATEMENT D</c>.</summary>
    public static bool IsUnmistakable(ReadOnlySpan<char> text) => text.ContainsAny(Signs) && Unmistakable().IsMatch(text.Trim(Frame));

    /// <summary>The marking that a field above a table states: <c>Classification</c> and <c>CUI//SP-CTI</c>, <c>ITAR controlled</c> and <c>Yes</c>.</summary>
    /// <param name="label">The field's name, without colon.</param>
    /// <param name="value">What is filled in.</param>
    /// <returns>The marking; null = the field is none of markings, or is filled in with a no.</returns>
    public static DocumentMarking? FindStated(string label, string value)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(value);
        if (!label.AsSpan().ContainsAny(Signs) && !value.AsSpan().ContainsAny(Signs))
        {
            return null;
        }

        string name = label.Trim().TrimEnd(':', '?', '=').TrimEnd();
        string filled = value.Trim();
        bool isMarkingField = MarkingField().IsMatch(name);
        if (Denial().IsMatch(filled) || !(isMarkingField || Yes().IsMatch(filled) || CategoryField().IsMatch(name)))
        {
            return null;
        }

        if (Yes().IsMatch(filled))
        {
            return isMarkingField || Find(name) is not [{ } known, ..] ? null : known;
        }

        return Find(filled) is [{ } stated, ..] ? stated
            : CategoryField().IsMatch(name) ? new DocumentMarking(name.StartsWith("CUI", StringComparison.OrdinalIgnoreCase)
                ? MarkingKind.Controlled : MarkingKind.Export, Shorten($"{name}: {filled}", 0))
            : VerbatimField().IsMatch(name) && filled.Any(char.IsLetter) && !Unrestricted().IsMatch(filled)
                ? new DocumentMarking(MarkingKind.Proprietary, Shorten(filled.Length < 4 ? $"{name} {filled}" : filled, 0)) : null;
    }

    /// <summary>Whether a field is filled in with a no: <c>No</c>, <c>none</c>, <c>N/A</c>.</summary>
    public static bool IsDenial(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Denial().IsMatch(value.Trim());
    }

    /// <summary>Whether a text names a field that may be filled in with yes or no, or with a marking; then it is a question and no marking.</summary>
    public static bool IsField(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimEnd() is [.., ':' or '?' or '='];
    }

    /// <summary>The markings of a document on one line, the strictest first, none that another one contains.</summary>
    /// <param name="markings">The markings in the order in which they were found.</param>
    public static string Join(IEnumerable<DocumentMarking> markings)
    {
        DocumentMarking[] all = [.. markings.DistinctBy(marking => marking.Text, StringComparer.OrdinalIgnoreCase).OrderBy(marking => marking.Kind)];
        return string.Join(Between, all
            .Where(marking => !all.Any(other => other.Text.Length > marking.Text.Length
                && other.Text.Contains(marking.Text, StringComparison.OrdinalIgnoreCase)))
            .Select(marking => marking.Text));
    }

    /// <summary>The markings of several documents on one line, as <see cref="Join"/> orders them.</summary>
    /// <param name="joined">What <see cref="Join"/> gave for each document.</param>
    public static string JoinAll(IEnumerable<string> joined) => Join(joined
        .SelectMany(text => text.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        .Select(text => Find(text) is [{ } marking, ..] ? marking with { Text = text } : new DocumentMarking(MarkingKind.Proprietary, text)));

    private static void Add(List<DocumentMarking> found, string line)
    {
        if (IsField(line) || line.Length == 0)
        {
            return;
        }

        (MarkingKind Kind, Regex Words)[] all =
        [
            (MarkingKind.Classified, Classified()), (MarkingKind.Controlled, Controlled()), (MarkingKind.Distribution, Distribution()),
            (MarkingKind.Export, Export()), (MarkingKind.Proprietary, Proprietary()),
        ];
        foreach ((MarkingKind kind, Match match) in all.Select(entry => (entry.Kind, entry.Words.Match(line)))
            .Where(entry => entry.Item2.Success && !IsDenied(line, entry.Item2)))
        {
            // A banner is its own words; a legend is the sentence around them.
            bool isBanner = kind is MarkingKind.Classified or MarkingKind.Controlled;
            string text = isBanner ? match.Value.TrimEnd('/', '-', ' ', ',') : Shorten(line, match.Index);
            if (!found.Exists(one => string.Equals(one.Text, text, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(new DocumentMarking(kind, text));
            }
        }
    }

    private static bool IsDenied(string line, Match match) =>
        Denied().IsMatch(line[..match.Index]) || DeniedAfter().IsMatch(line[(match.Index + match.Length)..]);

    // Its first sentence or heading when that says it; else as much as has room, with the word that matters.
    private static string Shorten(string line, int at)
    {
        if (line.Length <= Longest)
        {
            return line;
        }

        int end = SentenceEnd().Matches(line[..Longest]).Select(match => match.Index).LastOrDefault(index => index > at + 3, -1);
        if (end > 0)
        {
            return line[..end].TrimEnd();
        }

        int begin = at < Longest - 30 ? 0 : line.LastIndexOfAny([' ', '.'], Math.Max(0, at - 40)) + 1;
        return begin == 0 ? QuotedText.Quote(line, Longest) : "…" + QuotedText.Quote(line[begin..], Longest - 1);
    }

    [GeneratedRegex(@"\s*\bpage\b[\s\d]*(of|/)?[\s\d]*$", AnyCase)]
    private static partial Regex PageNumber();

    // Not behind "U.S." or "No.".
    [GeneratedRegex(@"(?<=[\w)]{4})[.:;] |(?<=\w) \((?=\w)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // 32 CFR 2002.20: CUI//SP-CTI//REL TO USA, GBR. "CUI Inc." and "CUI Devices" are a maker of connectors.
    [GeneratedRegex(@"(?<![\w-])(?:CONTROLLED|CUI)(?://[A-Z0-9/-]+(?: TO [A-Z]{3,4}(?:, ?[A-Z]{3,4})*| ONLY(?: [A-Z]{3}\b)*)?)+|(?<![\w-])CUI(?![\w-])(?! ?(?:,? ?Inc|Devices|Stack|Corp|Electron))|(?i:controlled unclassified information)", RegexOptions.CultureInvariant)]
    private static partial Regex Controlled();

    [GeneratedRegex(@"(?<!\w)(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|TS|S|C|U)//[A-Z0-9][A-Z0-9/ -]*|^(?:TOP SECRET|SECRET|UNCLASSIFIED)$|(?<!\w)U?FOUO(?!\w)|(?i:for official use only)", RegexOptions.CultureInvariant)]
    private static partial Regex Classified();

    [GeneratedRegex(@"\bdistribution\s+st(?:atement|mt)\.?\s*:?\s*[A-FX]\b", AnyCase)]
    private static partial Regex Distribution();

    [GeneratedRegex(@"(?<![\w-])ITAR(?![\w])|(?<![\w-])NOFORN(?!\w)|(?i:international traffic in arms|arms export control|export[- ]controlled|export[- ]restricted|export control (?:notice|warning|information|data|classification)|export administration (?:regulation|act)|subject to (?:the )?(?:u\.?s\.? )?export|whose export is)", RegexOptions.CultureInvariant)]
    private static partial Regex Export();

    [GeneratedRegex(@"\bproprietary\b|\bconfidential\b|\btrade secrets?\b|\b(?:competition|source selection|company|commercially) sensitive\b|\binternal use only\b|\bcompany private\b|\b(?:limited|restricted|government purpose) rights\b", AnyCase)]
    private static partial Regex Proprietary();

    [GeneratedRegex(@"\b(?:no|non|without|free of|neither|nor)[\s-]+$|\b(?:not|doesn't|isn't)\s+(?:(?:contain|include|subject to|under|any|an?|is|considered|marked|export)\s+){0,3}$", AnyCase)]
    private static partial Regex Denied();

    [GeneratedRegex(@"^[\s\w]{0,14}[:=]\s*(?:no|n|none|n/?a|false)\b\W*$|^[\s-]*free\b", AnyCase)]
    private static partial Regex DeniedAfter();

    [GeneratedRegex(@"^(?:(?:CUI|CONTROLLED)(?://[A-Z0-9][A-Z0-9 ,/-]*)+|CONTROLLED UNCLASSIFIED INFORMATION|(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET)//[A-Z0-9 /-]+|DISTRIBUTION STATEMENT [A-FX]\b.*|(?:ITAR|EXPORT)[ -]CONTROLLED(?: (?:DATA|INFORMATION|DOCUMENT))?|FOR OFFICIAL USE ONLY)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unmistakable();

    // Among parts only what is written as a banner: short, in capitals.
    [GeneratedRegex(@"^(?:CUI|FOUO|NOFORN|ITAR(?: RESTRICTED)?|(?:[\w&.,'-]+ ){0,5}(?:PROPRIETARY|CONFIDENTIAL)(?: (?:AND|&|/|-|–|—) (?:PROPRIETARY|CONFIDENTIAL))?(?: (?:INFORMATION|DATA|NOTICE))?(?: ?[:–—-] ?.{1,60})?|(?:[\w&.,'-]+ ){0,4}INTERNAL USE ONLY|COMPETITION SENSITIVE)$", RegexOptions.CultureInvariant)]
    private static partial Regex Banner();

    [GeneratedRegex(@"\b(?:this|these|the) (?:document|drawing|list|bom|bill|file|data|information|spreadsheet|workbook|sheet|material is)s?\b|\bproperty of\b|\bconfidential and proprietary\b|\bproprietary and confidential\b|\barms export control act\b|\bdistribution statement [a-f]\b", AnyCase)]
    private static partial Regex Legend();

    [GeneratedRegex(@"^(?:(?:document|security|protective|data|security classification|information|bom|file|cui) )?(?:marking|sensitivity|caveat|(?<=(?:document|security|data|information) )classification|sensitivity label)s?$|^distribution(?: statement)?$|^classification$|^handling(?: instructions)?$", AnyCase)]
    private static partial Regex MarkingField();

    [GeneratedRegex(@"^CUI categor(?:y|ies)(?:\(ies\))?$|^(?:export control )?(?:ECCN|USML)(?: category| number| no\.?)?$|^export (?:control )?classification(?: number)?$", AnyCase)]
    private static partial Regex CategoryField();

    [GeneratedRegex(@"^(?:yes|y|x|true|✓|✔)$", AnyCase)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^\W*$|^(?:no|n|none|n/?a|not applicable|false|tbd|tba|0|EAR ?99)\b.{0,12}$", AnyCase)]
    private static partial Regex Denial();

    // In a field "classification" or "handling" only words of secrecy count: parts are classified and handled too.
    [GeneratedRegex(@"marking|sensitivity|caveat|distribution statement|(?:security|data|document|information) classification", AnyCase)]
    private static partial Regex VerbatimField();

    [GeneratedRegex(@"^(?:public|general|open|standard|released|prototype|production|mechanical|electrical|electronic\w*|assembly|hardware|bom|class \w+|\w+ class)\b", AnyCase)]
    private static partial Regex Unrestricted();
}
