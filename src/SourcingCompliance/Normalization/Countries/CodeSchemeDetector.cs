using SourcingCompliance.Boms;
using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Normalization.Countries;

/// <summary>
/// Decides from what list the short codes of an origin column come. ISO 3166-1 is assumed unless the header names another list, or
/// the column holds codes that only the other list has: JA, EI or RP are no ISO codes, and where they stand CH means China.
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

        SortedSet<string> codes = CodesOf(texts);
        (OriginCodeScheme scheme, string reason) = Judge(codes);
        Tell(scheme, reason, column, diagnostics);
        return scheme;
    }

    private static void Tell(OriginCodeScheme scheme, string reason, CellRef column, DiagnosticBag diagnostics)
    {
        if (scheme == OriginCodeScheme.Iso)
        {
            return;
        }

        string list = scheme switch
        {
            OriginCodeScheme.Iso => "ISO 3166-1",
            OriginCodeScheme.Fips => "FIPS 10-4 (CH = China, RS = Russia, KN = North Korea, MC = Macao)",
            OriginCodeScheme.Genc => "GENC",
            OriginCodeScheme.Ioc => "the codes of the International Olympic Committee",
            OriginCodeScheme.Numeric => "ISO 3166-1 numeric",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        diagnostics.Warn(DiagnosticIds.CodeSchemeAssumed, column, $"The country codes of this column are read as {list}: {reason}.", "Write names or ISO codes if that is not meant.");
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

    private SortedSet<string> CodesOf(IEnumerable<string> texts)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            _text.Read(text);
            for (int i = 0; i < _text.Tokens.Length && _text.Tokens.Length <= 7; i++)
            {
                OriginToken token = _text.Tokens[i];
                if (token.Length <= 3 && (token.Shape == TokenShape.Number || token.IsUpper || _text.Tokens.Length == 1))
                {
                    codes.Add(new string(_text.Phrase(i, i)));
                }
            }
        }

        return codes;
    }

    private (OriginCodeScheme Scheme, string Reason) Judge(SortedSet<string> codes)
    {
        List<string> fips = Only(codes, OriginCodeScheme.Fips, 2);
        List<string> iso = Without(codes, OriginCodeScheme.Fips, 2);
        if (fips.Count > 0 && (iso.Count == 0 || fips.Count >= 3 * iso.Count))
        {
            return (OriginCodeScheme.Fips, $"{string.Join(", ", fips.Take(5)).ToUpperInvariant()} {(fips.Count == 1 ? "is no ISO code but one" : "are no ISO codes but codes")} of that list");
        }

        List<string> ioc = Only(codes, OriginCodeScheme.Ioc, 3);
        if (ioc.Count >= 2 && Without(codes, OriginCodeScheme.Ioc, 3).Count == 0 && !codes.Any(IsAmbiguous))
        {
            return (OriginCodeScheme.Ioc, $"{string.Join(", ", ioc.Take(5)).ToUpperInvariant()} are no ISO codes but codes of that list");
        }

        bool isNumeric = codes.Count >= 2 && codes.All(code => char.IsAsciiDigit(code[0]) && _vocabulary.FindCode(code, OriginCodeScheme.Numeric) is not null);
        return isNumeric ? (OriginCodeScheme.Numeric, "it holds only numbers of that list") : (OriginCodeScheme.Iso, "");
    }

    // GER and NED are typed by people who know no list, and theirs is the CHI that means China.
    private bool IsAmbiguous(string code) => _vocabulary.FindCode(code, OriginCodeScheme.Iso) is { Countries.Length: > 1 };

    // Codes of another list that ISO lacks. UK is typed for GB everywhere, and a state of the United States proves nothing.
    private List<string> Only(SortedSet<string> codes, OriginCodeScheme scheme, int length) =>
        [.. codes.Where(code => code.Length == length && code != "uk" && !_vocabulary.IsStateCode(code) && _vocabulary.IsOwnCode(code, scheme) && !_vocabulary.IsOwnCode(code, OriginCodeScheme.Iso))];

    private List<string> Without(SortedSet<string> codes, OriginCodeScheme scheme, int length) =>
        [.. codes.Where(code => code.Length == length && _vocabulary.IsOwnCode(code, OriginCodeScheme.Iso) && !_vocabulary.IsOwnCode(code, scheme))];
}
