using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

/// <content>What damaged cells look like.</content>
internal sealed partial class CellDamage
{
    private static bool IsErrorText(ReadOnlySpan<char> text) => text is ['#', ..]
        and ("#REF!" or "#N/A" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NULL!" or "#NUM!" or "#SPILL!" or "#CALC!");

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length is > 0 and <= 20 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    // 9.55E+12: a sign after the E tells it from part numbers such as 1E10.
    private static bool IsScientific(ReadOnlySpan<char> text)
    {
        int e = text.IndexOfAny('E', 'e');
        if (e <= 0 || e + 2 >= text.Length || text[e + 1] != '+' || !IsDigits(text[(e + 2)..]))
        {
            return false;
        }

        ReadOnlySpan<char> mantissa = text[..e];
        return char.IsAsciiDigit(mantissa[0]) && (mantissa.Length == 1 || (mantissa[1] is '.' or ',' && IsDigits(mantissa[2..])));
    }

    // 5-Feb, Feb-05, 5-Feb-26
    private static bool IsDateText(ReadOnlySpan<char> text)
    {
        if (text.Length is < 5 or > 11 || text.IndexOf('-') < 0)
        {
            return false;
        }

        int months = 0;
        int numbers = 0;
        foreach (Range range in text.Split('-'))
        {
            ReadOnlySpan<char> part = text[range];
            if (part.Length == 3 && IsMonth(part))
            {
                months++;
            }
            else if (part.Length is 1 or 2 or 4 && IsDigits(part))
            {
                numbers++;
            }
            else
            {
                return false;
            }
        }

        return months == 1 && numbers is 1 or 2;
    }

    private static bool IsMonth(ReadOnlySpan<char> part)
    {
        const string months = "JanFebMarAprMayJunJulAugSepOctNovDec";
        int at = months.AsSpan().IndexOf(part, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at % 3 == 0;
    }
}
