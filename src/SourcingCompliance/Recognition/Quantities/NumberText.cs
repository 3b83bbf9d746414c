using System.Globalization;

namespace SourcingCompliance.Recognition.Quantities;

/// <summary>Reads the number that a text begins with, in any of the usual notations of decimals and thousands.</summary>
internal static class NumberText
{
    /// <summary>Reads the leading number.</summary>
    /// <param name="text">Text that begins with a digit, or with a decimal point or comma before one.</param>
    /// <param name="number">The number; 0 when there is none.</param>
    /// <param name="length">How many characters it takes.</param>
    /// <returns>
    /// False for no number, and for one that two notations read differently: <c>1,000</c> is a thousand in English and one in
    /// German, so it is unknown; a single point is a decimal point, as spreadsheets and exporters write it.
    /// </returns>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal number, out int length)
    {
        number = 0;
        length = 0;
        while (length < text.Length && IsPart(text, length))
        {
            length++;
        }

        // "5." and "5," end a sentence or a list, not a number.
        while (length > 0 && text[length - 1] is '.' or ',' or ' ' or '\u00A0' or '\u202F' or '\'')
        {
            length--;
        }

        ReadOnlySpan<char> digits = text[..length];
        int points = digits.Count('.');
        int commas = digits.Count(',');
        int gaps = digits.Count(' ') + digits.Count('\u00A0') + digits.Count('\u202F') + digits.Count('\'');
        if (length == 0 || length > 40 || digits.IndexOfAnyInRange('0', '9') < 0)
        {
            return false;
        }

        char point = (points, commas) switch
        {
            (0, 0) => '\0',
            (1, 0) => '.',
            (0, 1) => IsGroup(digits, digits.IndexOf(',')) ? '?' : ',',
            ( > 1, 0) or (0, > 1) => '\0',
            _ => digits.LastIndexOf('.') > digits.LastIndexOf(',') ? '.' : ',',
        };
        if (point == '?' || !AreGroups(digits, point, gaps > 0 || points + commas > 1))
        {
            return false;
        }

        Span<char> plain = stackalloc char[length];
        int at = 0;
        foreach (char c in digits)
        {
            if (char.IsAsciiDigit(c))
            {
                plain[at++] = c;
            }
            else if (c == point)
            {
                plain[at++] = '.';
            }
        }

        return decimal.TryParse(plain[..at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private static bool IsPart(ReadOnlySpan<char> text, int at)
    {
        char c = text[at];
        if (char.IsAsciiDigit(c))
        {
            return true;
        }

        bool digitFollows = at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
        bool digitBefore = at > 0 && char.IsAsciiDigit(text[at - 1]);
        bool isPoint = c is '.' or ',';
        bool isGap = c is ' ' or '\u00A0' or '\u202F' or '\'';
        return digitFollows && (isPoint || (isGap && digitBefore && IsGroup(text, at)));
    }

    // Exactly three digits behind a separator, with one to three before it that do not begin with 0.
    private static bool IsGroup(ReadOnlySpan<char> text, int separator)
    {
        int after = 0;
        while (separator + 1 + after < text.Length && char.IsAsciiDigit(text[separator + 1 + after]))
        {
            after++;
        }

        int before = 0;
        while (separator - 1 - before >= 0 && char.IsAsciiDigit(text[separator - 1 - before]))
        {
            before++;
        }

        return after == 3 && before is >= 1 and <= 3 && text[separator - before] != '0';
    }

    private static bool AreGroups(ReadOnlySpan<char> digits, char point, bool hasGroups)
    {
        if (!hasGroups)
        {
            return true;
        }

        for (int i = 0; i < digits.Length; i++)
        {
            char c = digits[i];
            if (char.IsAsciiDigit(c) || (c == point && digits[i..].Count(point) == 1))
            {
                continue;
            }

            if (!IsGroup(digits, i))
            {
                return false;
            }
        }

        return true;
    }
}
