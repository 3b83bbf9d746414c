using System.Globalization;

namespace SourcingCompliance.Items.Trees;

/// <summary>Reads what is written in a level column: <c>2</c>, <c>..2</c>, <c>1.2.3</c>, <c>L2</c>, <c>**</c>.</summary>
internal static class LevelText
{
    private const string Marks = ".*>-+_ |";
    private const int Deepest = 1000;

    /// <summary>The level that a text states; -1 when it states none. A dotted number states as many levels as it has parts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isDotted">Whether the column holds dotted numbers, so that <c>1</c> has one part and not the level one.</param>
    public static int Parse(ReadOnlySpan<char> text, bool isDotted)
    {
        text = text.Trim();
        ReadOnlySpan<char> rest = text.TrimStart(Marks);
        if (rest.IsEmpty)
        {
            return text.IsEmpty ? -1 : text.Length;
        }

        if (isDotted)
        {
            return IsDotted(rest) || IsDigits(rest) ? Parts(rest) : -1;
        }

        int digits = rest.IndexOfAnyInRange('0', '9');
        if (digits < 0 || digits > 6 || rest[..digits].IndexOfAnyInRange('0', '9') >= 0)
        {
            return -1;
        }

        foreach (char c in rest[..digits])
        {
            if (!char.IsLetter(c) && c is not (' ' or '-' or '_' or '.'))
            {
                return -1;
            }
        }

        bool isNumber = decimal.TryParse(rest[digits..].TrimEnd(Marks), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal level);
        return isNumber && level == decimal.Truncate(level) && level <= Deepest ? (int)level : -1;
    }

    /// <summary>Whether a text is a dotted number with a part that is not zero after the first dot: <c>1.2</c>, not <c>1.0</c>.</summary>
    public static bool IsDotted(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimEnd('.');
        int parts = 0;
        bool isZero = true;
        foreach (Range range in text.Split('.'))
        {
            ReadOnlySpan<char> part = text[range];
            if (!IsDigits(part))
            {
                return false;
            }

            isZero &= parts == 0 || part.TrimStart('0').IsEmpty;
            parts++;
        }

        return parts > 2 || (parts == 2 && !isZero);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static int Parts(ReadOnlySpan<char> dotted) => dotted.TrimEnd('.').Count('.') + 1;
}
