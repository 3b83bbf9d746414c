namespace SourcingCompliance.Recognition.Quantities;

/// <summary>
/// Reads quantities: <c>2</c>, <c>2 ea</c>, <c>4x</c>, <c>x4</c>, <c>12 pcs</c>, <c>1,5</c>, <c>1,8 m</c>, <c>12个</c>.
/// Ranges (<c>2-3</c>), fractions (<c>1/2</c>), estimates (<c>~5</c>) and words (<c>as required</c>) are unknown.
/// </summary>
public static class QuantityParser
{
    private const int LongestUnit = 16;

    /// <summary>The quantity that a text states; null = none, or none that is certain.</summary>
    /// <param name="text">The text of a quantity cell.</param>
    public static decimal? Parse(string text) => TryParse(text, out decimal amount, out _) ? amount : null;

    /// <summary>The quantity and the unit that a text states.</summary>
    /// <param name="text">The text of a quantity cell.</param>
    /// <param name="amount">The amount, never negative.</param>
    /// <param name="unit">The unit as written (<c>m</c> in <c>1,8 m</c>); empty = none.</param>
    public static bool TryParse(string text, out decimal amount, out string unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        amount = 0;
        unit = "";
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        bool hasTimes = rest.Length > 1 && IsTimes(rest[0]) && (char.IsAsciiDigit(rest[1]) || rest[1] == ' ');
        rest = hasTimes ? rest[1..].TrimStart() : rest;
        if (rest.IsEmpty || !NumberText.TryRead(rest, out amount, out int length))
        {
            amount = 0;
            return false;
        }

        rest = rest[length..].Trim();
        if (rest.Length == 1 && IsTimes(rest[0]))
        {
            rest = default;
        }

        int bracket = rest.IndexOfAny('(', '（');
        rest = bracket >= 0 ? rest[..bracket].TrimEnd() : rest;
        if (!IsUnit(rest))
        {
            amount = 0;
            return false;
        }

        unit = rest.ToString();
        return true;
    }

    private static bool IsTimes(char c) => c is 'x' or 'X' or '×' or '*';

    private static bool IsUnit(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestUnit)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsLetter(c) && c is not ('.' or ' ' or '²' or '³' or '"'))
            {
                return false;
            }
        }

        return true;
    }
}
