using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// Decides from what list the short codes of an origin column come. ISO 3166-1 is assumed unless the header names another list, or
/// the column holds codes that only the other list has: JA, EI or RP are no ISO codes, and where they stand CH may mean China. Only cells
/// that hold nothing but codes count (the SP of "Sao Paulo, SP, Brazil" is none), and CN, which nobody writes for the Comoros, rules
/// FIPS 10-4 out.
/// </summary>
public sealed class CodeSchemeDetector
{
    private readonly CountryVocabulary _vocabulary;
    private readonly OriginText _text = new();

    /// <summary>A detector over a vocabulary. One instance belongs to one thread at a time.</summary>
    public CodeSchemeDetector(CountryVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _vocabulary = vocabulary;
    }

    /// <summary>The scheme of one column.</summary>
    /// <param name="header">Text of the column's header.</param>
    /// <param name="texts">The column's texts, best each once; only codes among them count.</param>
    /// <param name="column">Address of the column, for the note.</param>
    /// <param name="diagnostics">Receives SC9304 when the codes are read under another list than ISO.</param>
    public OriginCodeScheme Detect(string header, IEnumerable<string> texts, CellRef column, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (NamedIn(header) is { } named)
        {
            Tell(named, $"the header '{header}' says so", column, diagnostics);
            return named;
        }

        (OriginCodeScheme scheme, string reason) = Judge(GetCodes(texts));
        Tell(scheme, reason, column, diagnostics);
        return scheme;
    }

    private static void Tell(OriginCodeScheme scheme, string reason, CellRef column, DiagnosticBag diagnostics)
    {
        if (scheme == OriginCodeScheme.Iso)
        {
            return;
        }

        if (scheme == OriginCodeScheme.Fips)
        {
            diagnostics.Warn(DiagnosticIds.CodeSchemeAssumed, column,
                $"The country codes of this column may be those of FIPS 10-4, where CH is China and RS is Russia: {reason}. Where ISO 3166-1 reads a code "
                    + $"otherwise, both countries are kept, so such a line can neither pass nor be accused.",
                "Write names or ISO codes.");
            return;
        }

        string list = scheme switch
        {
            OriginCodeScheme.Iso or OriginCodeScheme.Fips => "ISO 3166-1",
            OriginCodeScheme.Genc => "GENC",
            OriginCodeScheme.Ioc => "the codes of the International Olympic Committee",
            OriginCodeScheme.Numeric => "ISO 3166-1 numeric",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        diagnostics.Warn(DiagnosticIds.CodeSchemeAssumed, column, $"The country codes of this column are read as {list}: {reason}.",
            "Write names or ISO codes if that is not meant.");
    }

    private OriginCodeScheme? NamedIn(string header)
    {
        _text.Read(header);
        for (int i = 0; i < _text.Tokens.Length; i++)
        {
            switch (_text.Phrase(i, i))
            {
                case "fips":
                    return OriginCodeScheme.Fips;
                case "genc":
                    return OriginCodeScheme.Genc;
                case "ioc":
                    return OriginCodeScheme.Ioc;
                case "numeric" or "m49":
                    return OriginCodeScheme.Numeric;
            }
        }

        return null;
    }

    private SortedSet<string> GetCodes(IEnumerable<string> texts)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            // A text that is too long to be read as an origin is no list of codes.
            _text.Read(text.Length > OriginSettings.Default.MaximumTextLength ? "" : text);
            bool holdsOnlyCodes = HoldsOnlyCodes();
            for (int i = 0; i < _text.Tokens.Length && holdsOnlyCodes; i++)
            {
                if (_text.Tokens[i].Shape != TokenShape.Mark)
                {
                    codes.Add(new string(CodeTable.WithoutDecimals(_text.Phrase(i, i))));
                }
            }
        }

        return codes;
    }

    private bool HoldsOnlyCodes()
    {
        for (int i = 0; i < _text.Tokens.Length; i++)
        {
            OriginToken token = _text.Tokens[i];
            bool isCode = CodeTable.WithoutDecimals(_text.Phrase(i, i)).Length <= 3
                && (token.Shape == TokenShape.Number || token.IsUpper || _text.Tokens.Length == 1);
            if (token.Shape != TokenShape.Mark && !isCode)
            {
                return false;
            }
        }

        return true;
    }

    private (OriginCodeScheme Scheme, string Reason) Judge(SortedSet<string> codes)
    {
        List<string> fips = Only(codes, OriginCodeScheme.Fips, 2);
        List<string> iso = Without(codes, OriginCodeScheme.Fips, 2);

        // Among codes that only ISO has, one odd code is a typing error.
        if (fips.Count > 0 && fips.Count >= iso.Count && !codes.Contains("cn"))
        {
            return (OriginCodeScheme.Fips, $"{string.Join(", ", fips.Take(5)).ToUpperInvariant()} "
                + $"{(fips.Count == 1 ? "is not an ISO code but one" : "are not ISO codes but codes")} of that list");
        }

        List<string> ioc = Only(codes, OriginCodeScheme.Ioc, 3);
        if (ioc.Count >= 2 && Without(codes, OriginCodeScheme.Ioc, 3).Count == 0 && !codes.Any(IsAmbiguous))
        {
            return (OriginCodeScheme.Ioc, $"{string.Join(", ", ioc.Take(5)).ToUpperInvariant()} are not ISO codes but codes of that list");
        }

        return AreNumbers(codes) ? (OriginCodeScheme.Numeric, "its numbers are all codes of that list") : (OriginCodeScheme.Iso, "");
    }

    // Zero is what spreadsheets show for an empty cell. Most codes have three digits; a column of small numbers counts something else.
    private bool AreNumbers(SortedSet<string> codes)
    {
        List<string> numbers = [.. codes.Where(code => char.IsAsciiDigit(code[0]) && code.AsSpan().ContainsAnyExcept('0'))];
        return numbers.Count >= 2 && numbers.Count(number => number.Length == 3) >= (numbers.Count + 1) / 2
            && numbers.TrueForAll(number => _vocabulary.FindCode(number, OriginCodeScheme.Numeric) is not null);
    }

    // GER and NED are typed by people who know no list, and theirs is the CHI that means China.
    private bool IsAmbiguous(string code) => _vocabulary.FindCode(code, OriginCodeScheme.Iso) is { Countries.Length: > 1 };

    // Codes of another list that ISO lacks. UK is typed for GB everywhere, and a state of the United States proves nothing.
    private List<string> Only(SortedSet<string> codes, OriginCodeScheme scheme, int length) =>
        [.. codes.Where(code => code.Length == length && code != "uk" && !_vocabulary.IsStateCode(code) && _vocabulary.IsOwnCode(code, scheme)
            && !_vocabulary.IsOwnCode(code, OriginCodeScheme.Iso))];

    private List<string> Without(SortedSet<string> codes, OriginCodeScheme scheme, int length) =>
        [.. codes.Where(code => code.Length == length && _vocabulary.IsOwnCode(code, OriginCodeScheme.Iso) && !_vocabulary.IsOwnCode(code, scheme))];
}
