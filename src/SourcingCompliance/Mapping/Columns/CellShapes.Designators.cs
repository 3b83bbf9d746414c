using System.Globalization;

namespace SourcingCompliance.Mapping.Columns;

/// <content>What reference designators and electrical values look like.</content>
internal static partial class CellShapes
{
    /// <summary>Whether a text is one or more reference designators (<c>R1, R2-R5</c>, <c>C1..C4</c>, <c>U$3</c>).</summary>
    public static bool IsDesignatorList(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (Range range in text.SplitAny(" ,;\n\r\t/&+"))
        {
            ReadOnlySpan<char> part = text[range].Trim('.').Trim('-').Trim();
            if (part.IsEmpty)
            {
                continue;
            }

            int from = part.IndexOf("..", StringComparison.Ordinal) is var dots && dots >= 0 ? dots : part.IndexOf('-');
            if (!IsDesignator(from > 0 ? part[..from] : part))
            {
                return false;
            }

            count++;
        }

        return count > 0;
    }

    /// <summary>Whether a text is a code, such as a part number: short, with a digit, few blanks, no sentence.</summary>
    public static bool IsCode(ReadOnlySpan<char> text)
    {
        if (text.Length is < 3 or > 48 || IsUrl(text))
        {
            return false;
        }

        int digits = 0;
        int blanks = 0;
        int others = 0;
        foreach (char c in text)
        {
            if (char.IsDigit(c))
            {
                digits++;
            }
            else if (c == ' ')
            {
                blanks++;
            }
            else if (c is '[')
            {
                // "[M-200] Ring magnet" is how a display name quotes its number.
                return false;
            }
            else if (!char.IsAsciiLetter(c) && c is not ('-' or '_' or '/' or '.' or '+' or '#' or ',' or '(' or ')' or '%' or ':'))
            {
                others++;
            }
        }

        return digits > 0 && blanks <= 2 && others <= 2 && (blanks == 0 || !HasWord(text));
    }

    /// <summary>Whether a text is an electrical value: <c>10uF</c>, <c>4k7</c>, <c>100n/50V</c>, <c>22R 1%</c>.</summary>
    public static bool IsElectricalValue(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(" /,;");
        ReadOnlySpan<char> first = (end < 0 ? text : text[..end]).TrimStart("±~");
        int digits = 0;
        int letters = 0;
        foreach (char c in first)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            bool isPart = char.IsAsciiDigit(c) || c is '.' or '%' || "pnuµμmkKMGRrFfHhzoVvAaWwΩ\u2126".Contains(c, StringComparison.Ordinal);
            if (!isPart)
            {
                return false;
            }
        }

        return digits is > 0 and <= 4 && letters is > 0 and <= 4 && char.IsAsciiDigit(first[0]);
    }

    private static bool IsDesignator(ReadOnlySpan<char> part)
    {
        int letters = 0;
        while (letters < part.Length && (char.IsLetter(part[letters]) || part[letters] is '_' or '$'))
        {
            letters++;
        }

        if (letters is 0 or > MaximumPrefix || letters == part.Length)
        {
            return false;
        }

        int digits = 0;
        int rest = 0;
        foreach (char c in part[letters..])
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (char.IsAsciiLetter(c) || c == '_')
            {
                rest++;
            }
            else
            {
                return false;
            }
        }

        return char.IsAsciiDigit(part[letters]) && digits <= 5 && rest <= 3;
    }
}
