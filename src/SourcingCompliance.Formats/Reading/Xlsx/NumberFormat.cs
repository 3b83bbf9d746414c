namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>Reads from a number format code (ECMA-376 part 1, §18.8.30 and §18.8.31) whether it shows a date, a time or leading zeros.</summary>
internal static class NumberFormat
{
    /// <summary>The meaning of a built-in format.</summary>
    /// <param name="id">Its number.</param>
    public static NumberMeaning GetMeaning(int id) => id switch
    {
        18 or 19 or 20 or 21 or 45 or 46 or 47 => NumberMeaning.Time,
        32 or 33 or 34 or 35 or 55 or 56 => NumberMeaning.Time,
        14 or 15 or 16 or 17 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberMeaning.Date,
        _ => NumberMeaning.Number,
    };

    /// <summary>The meaning of a format code; only its first section counts.</summary>
    /// <param name="code">The code.</param>
    public static NumberMeaning GetMeaning(string code)
    {
        bool hasDay = false;
        bool hasMonthOrMinute = false;
        bool hasTime = false;
        for (int i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case ';':
                    i = code.Length;
                    break;
                case '"':
                    i = End(code, i + 1, '"');
                    break;
                case '[':
                    int end = End(code, i + 1, ']');
                    string inside = code[(i + 1)..Math.Min(end, code.Length)];
                    hasTime |= inside.Length > 0 && inside.Trim('h', 'H', 'm', 'M', 's', 'S').Length == 0;
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or '年' or '日':
                    hasDay = true;
                    break;
                case 'm' or 'M':
                    hasMonthOrMinute = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    hasTime = true;
                    break;
                case 'G' or 'g':
                    // "General" holds no date letter but may be followed by text in some files; skip the word.
                    i += code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase) ? 6 : 0;
                    break;
                case '0' or '#' or '?' when !hasTime && !hasDay:
                    return NumberMeaning.Number;
            }
        }

        return hasDay || (hasMonthOrMinute && !hasTime) ? NumberMeaning.Date : hasTime ? NumberMeaning.Time : NumberMeaning.Number;
    }

    /// <summary>The digits of a format that fills up with zeros and does nothing else; 0 = another format.</summary>
    /// <param name="code">The code.</param>
    public static byte GetPaddedDigits(string code)
    {
        int semicolon = code.IndexOf(';', StringComparison.Ordinal);
        ReadOnlySpan<char> section = semicolon < 0 ? code : code.AsSpan(0, semicolon);
        return section.Length is >= 2 and <= 30 && !section.ContainsAnyExcept('0') ? (byte)section.Length : (byte)0;
    }

    private static int End(string code, int from, char closing)
    {
        int end = from < code.Length ? code.IndexOf(closing, from) : -1;
        return end < 0 ? code.Length : end;
    }
}
