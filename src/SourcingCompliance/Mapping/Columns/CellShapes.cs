using System.Globalization;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>What a single cell looks like, told from its characters alone.</summary>
internal static class CellShapes
{
    private const int MaximumPrefix = 6;

    /// <summary>Whether a text is a whole number without signs.</summary>
    public static bool IsInteger(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number == decimal.Truncate(number);

    /// <summary>Whether a text is a number, with a decimal point or comma and at most a currency sign or unit around it.</summary>
    public static bool IsNumeric(ReadOnlySpan<char> text)
    {
        int digits = 0;
        int letters = 0;
        bool digitFirst = false;
        foreach (char c in text)
        {
            if (char.IsDigit(c))
            {
                digits++;
                digitFirst |= letters == 0;
            }
            else if (char.IsLetter(c))
            {
                letters++;
            }
            else if (c is not ('.' or ',' or ' ' or '-' or '+' or '$' or '€' or '£' or '¥' or '￥' or '/' or '\'' or '\u00A0' or '~' or '(' or ')'))
            {
                return false;
            }
        }

        return digits > 0 && letters <= 6 && (letters == 0 || digitFirst);
    }

    /// <summary>Whether a text is an address on the web.</summary>
    public static bool IsUrl(ReadOnlySpan<char> text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

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

    // "Arduino Uno R3" and "Ring magnet 20" are names that hold a digit; codes are written in capitals.
    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (Range range in text.Split(' '))
        {
            ReadOnlySpan<char> word = text[range];
            bool isWord = word.Length >= 4 && word.ContainsAnyInRange('a', 'z');
            foreach (char c in word)
            {
                isWord &= char.IsLetter(c);
            }

            if (isWord)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is a number of four digits or more, hyphens and dots allowed, as catalogue systems give.</summary>
    public static bool IsNumeral(ReadOnlySpan<char> text)
    {
        int digits = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c != '-')
            {
                return false;
            }
        }

        return digits >= 5;
    }

    /// <summary>Whether a text is an outline number: <c>3</c>, <c>1.2.3</c>, <c>..2</c>.</summary>
    public static bool IsOutline(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = text.Trim().TrimStart("._-+ >*");
        bool digit = false;
        foreach (char c in rest)
        {
            if (char.IsAsciiDigit(c))
            {
                digit = true;
            }
            else if (c is not ('.' or ','))
            {
                return false;
            }
        }

        // 1,2,3 is the outline number 1.2.3 where a comma is the decimal sign.
        return digit && rest.Length <= 24 && (rest.IndexOf(',') < 0 || rest.IndexOf('.') < 0);
    }

    /// <summary>Whether a text looks like a tariff code: six to ten digits, or four and more with dots.</summary>
    public static bool IsTariffCode(ReadOnlySpan<char> text)
    {
        int digits = 0;
        int dots = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is '.' or ' ' or '-')
            {
                dots++;
            }
            else
            {
                return false;
            }
        }

        return digits is >= 6 and <= 12 || (digits >= 4 && dots > 0);
    }

    /// <summary>Whether a text is a GUID, as databases name records: it identifies a row of a program and no part.</summary>
    public static bool IsGuid(ReadOnlySpan<char> text) => text.Length is >= 32 and <= 38 && Guid.TryParse(text, out _);

    /// <summary>Whether a text is several words, one of them longer than a code has it: a description and no part number.</summary>
    public static bool IsPhrase(ReadOnlySpan<char> text)
    {
        int words = 0;
        int letters = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            words += !inWord && c != ' ' ? 1 : 0;
            inWord = c != ' ';
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return words >= 3 && letters * 2 >= text.Length;
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
