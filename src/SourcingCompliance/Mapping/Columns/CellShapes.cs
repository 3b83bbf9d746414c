using System.Globalization;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>What a single cell looks like, told from its characters alone.</summary>
internal static partial class CellShapes
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

    /// <summary>Whether a text is a number of four digits or more, hyphens and dots allowed, as catalog systems give.</summary>
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
}
