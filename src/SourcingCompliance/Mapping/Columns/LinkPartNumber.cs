using System.Buffers;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// Finds the part number in the address of a product page: the first path segment that looks like one, a parameter that is known to carry
/// one, or the number of an article in a shop. The words of a title (<c>ring-magnet-20-mm</c>) and files are none.
/// </summary>
internal static class LinkPartNumber
{
    /// <summary>The most characters that a part number has in an address, escapes included.</summary>
    public const int LongestPart = 40;

    private const int ShortestPart = 4;
    private const int WordsOfTitle = 2;

    private static readonly SearchValues<char> PartCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+,()%/");

    private static readonly string[] Parameters =
    [
        "partno", "partnumber", "part_number", "part-number", "partnum", "part", "pn", "mpn", "sku",
        "item", "itemid", "itemnumber", "productid", "product", "code",
        "k", "kw", "keyword", "keywords", "q", "query", "search", "searchterm", "st", "text", "term", "wm", "artnr", "article", "model", "hissucode", "r",
    ];

    private static readonly string[] ShopFolders =
        ["product", "products", "item", "itm", "p", "dp", "detail", "details", "artikel", "article", "prod", "product-detail", "productdetail", "art"];

    private static readonly string[] PageEndings = [".html", ".htm", ".aspx", ".php", ".jsp"];

    private static readonly string[] FileEndings = [".pdf", ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp",
        ".zip", ".step", ".stp", ".stl", ".dxf", ".txt", ".csv", ".xlsx"];

    // Addresses that stand for another, and hosts of code, models, films and papers: what looks like a number there names no part.
    private static readonly string[] OtherHosts =
    [
        "amzn.to", "amzn.eu", "amzn.asia", "a.co", "bit.ly", "t.co", "goo.gl", "tinyurl.com", "ebay.us",
        "s.click.aliexpress.com", "a.aliexpress.com", "youtu.be",
        "youtube.com", "github.com", "gitlab.com", "raw.githubusercontent.com", "drive.google.com", "docs.google.com", "dropbox.com", "thingiverse.com",
        "printables.com", "grabcad.com", "hackaday.io", "wikipedia.org", "doi.org",
    ];

    /// <summary>The part number that an address names, as it stands there; empty when it names none or the text is no address.</summary>
    /// <param name="text">The text of a cell, trimmed.</param>
    public static ReadOnlySpan<char> Get(ReadOnlySpan<char> text)
    {
        if (!CellShapes.IsUrl(text) || text.ContainsAny(' ', '\n'))
        {
            return [];
        }

        ReadOnlySpan<char> rest = WithoutHost(text, out ReadOnlySpan<char> host);
        if (IsOther(host))
        {
            return [];
        }

        int mark = rest.IndexOf('#');
        ReadOnlySpan<char> fragment = mark >= 0 ? rest[(mark + 1)..] : [];
        rest = mark >= 0 ? rest[..mark] : rest;
        int question = rest.IndexOf('?');
        ReadOnlySpan<char> query = question >= 0 ? rest[(question + 1)..] : [];
        ReadOnlySpan<char> path = (question >= 0 ? rest[..question] : rest).Trim('/');
        ReadOnlySpan<char> found = InPath(path.IsEmpty ? fragment.Trim('/') : path);
        return found.IsEmpty ? InQuery(query) : found;
    }

    /// <summary>Writes a part number without the escapes of an address (<c>%2F</c> is a slash).</summary>
    /// <param name="part">What <see cref="Get"/> found.</param>
    /// <param name="plain">Room for as many characters.</param>
    /// <returns>How many characters were written.</returns>
    public static int Unescape(ReadOnlySpan<char> part, Span<char> plain)
    {
        int length = 0;
        for (int at = 0; at < part.Length; at++)
        {
            bool isEscape = part[at] == '%' && at + 2 < part.Length && char.IsAsciiHexDigit(part[at + 1]) && char.IsAsciiHexDigit(part[at + 2]);
            plain[length++] = isEscape
                ? (char)int.Parse(part.Slice(at + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture)
                : part[at];
            at += isEscape ? 2 : 0;
        }

        return length;
    }

    private static bool IsOther(ReadOnlySpan<char> host)
    {
        foreach (string other in OtherHosts)
        {
            if (host.EndsWith(other, StringComparison.OrdinalIgnoreCase) && (host.Length == other.Length || host[^(other.Length + 1)] == '.'))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> WithoutHost(ReadOnlySpan<char> address, out ReadOnlySpan<char> host)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        ReadOnlySpan<char> rest = scheme >= 0 ? address[(scheme + 3)..] : address;
        int end = rest.IndexOfAny("/?#");
        host = end < 0 ? rest : rest[..end];
        return end < 0 ? [] : rest[end..];
    }

    private static ReadOnlySpan<char> InPath(ReadOnlySpan<char> path)
    {
        if (EndsInAny(path, FileEndings) >= 0)
        {
            return [];
        }

        bool isShop = false;
        ReadOnlySpan<char> number = [];
        foreach (Range range in path.Split('/'))
        {
            ReadOnlySpan<char> segment = path[range];
            segment = EndsInAny(segment, PageEndings) is >= 0 and int ending ? segment[..ending] : segment;
            ReadOnlySpan<char> last = segment[(segment.LastIndexOf('_') + 1)..];
            if (IsPart(segment))
            {
                return segment;
            }

            // LCSC writes kind, maker and numbers in one segment, its own number last.
            if (last.Length < segment.Length && IsPart(last))
            {
                return last;
            }

            isShop |= IsAny(segment, ShopFolders);
            number = segment.Length >= ShortestPart && !segment.ContainsAnyExceptInRange('0', '9') ? segment : [];
        }

        return isShop ? number : [];
    }

    private static ReadOnlySpan<char> InQuery(ReadOnlySpan<char> query)
    {
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> parameter = query[range];
            int equals = parameter.IndexOf('=');
            if (equals > 0 && IsAny(parameter[..equals], Parameters) && IsPart(parameter[(equals + 1)..]))
            {
                return parameter[(equals + 1)..];
            }
        }

        return [];
    }

    // A letter and a digit at least; "vona2" and "page1" are folders of a site, and several words in a row are a title.
    private static bool IsPart(ReadOnlySpan<char> segment)
    {
        if (segment.Length is < ShortestPart or > LongestPart || segment.ContainsAnyExcept(PartCharacters) || CellShapes.IsGuid(segment))
        {
            return false;
        }

        int digits = 0;
        int letters = 0;
        bool isUpper = false;
        foreach (char c in segment)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            isUpper |= char.IsAsciiLetterUpper(c);
        }

        return letters > 0 && digits >= (isUpper ? 1 : 2) && WordsIn(segment) < WordsOfTitle;
    }

    private static int WordsIn(ReadOnlySpan<char> segment)
    {
        int words = 0;
        foreach (Range range in segment.SplitAny('-', '_', '+', ','))
        {
            ReadOnlySpan<char> word = segment[range];
            words += word.Length >= 3 && !word.ContainsAnyExceptInRange('A', 'z') && word.ContainsAnyInRange('a', 'z') ? 1 : 0;
        }

        return words;
    }

    private static int EndsInAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return text.Length - ending.Length;
            }
        }

        return -1;
    }

    private static bool IsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (string word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
