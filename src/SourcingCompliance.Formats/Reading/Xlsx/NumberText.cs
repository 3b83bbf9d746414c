using System.Buffers;
using System.Globalization;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>The text of a stored number: what a person sees in a cell that is wide enough, in invariant form.</summary>
internal static class NumberText
{
    /// <summary>The largest whole number that a double holds exactly.</summary>
    private const double LargestExact = 9_007_199_254_740_992;

    private const int PlainLength = 15;

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("0123456789.-");
    private static readonly SearchValues<byte> PlainBytes = SearchValues.Create("0123456789.-"u8);

    /// <summary>Whether <see cref="Normalize"/> leaves a number, stored as ASCII, as it is.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> stored) => stored.Length is > 0 and <= PlainLength
        && stored[0] != '.' && !stored.ContainsAnyExcept(PlainBytes);

    /// <summary>
    /// The number without the noise of binary storage (<c>0.1</c>, not <c>0.10000000000000001</c>) and whole numbers without an exponent.
    /// </summary>
    /// <param name="stored">The text as stored.</param>
    public static string Normalize(string stored)
    {
        bool isPlain = stored.Length <= PlainLength && !stored.AsSpan().ContainsAnyExcept(PlainCharacters) && !stored.StartsWith('.');
        return isPlain || !double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? stored
            : Format(value);
    }

    /// <summary>The number with up to 15 digits, as spreadsheet programs show it.</summary>
    public static string Format(double value)
    {
        if (value == Math.Truncate(value) && Math.Abs(value) < LargestExact)
        {
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        string text = value.ToString("G15", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(value) is > 1e-12 and < 1
            ? value.ToString("0.####################", CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>A whole number filled up with leading zeros; others unchanged.</summary>
    /// <param name="number">The number's text.</param>
    /// <param name="digits">How many digits to show.</param>
    public static string Pad(string number, int digits) =>
        number.Length > 0 && !number.AsSpan().ContainsAnyExceptInRange('0', '9') ? number.PadLeft(digits, '0') : number;
}
