using System.Globalization;
using System.Text;
using SourcingCompliance.Boms;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>
/// Remembers the texts of stored numbers met lately: quantities, levels and prices repeat all the time. A fixed table in which a newer
/// number takes the older one's place.
/// </summary>
internal sealed class RecentNumbers
{
    private const int Bits = 12;
    private static readonly string[] Small = [.. Enumerable.Range(0, 1000).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    private readonly string?[] _stored = new string?[1 << Bits];
    private readonly string[] _texts = new string[1 << Bits];

    /// <summary>The text of a stored number, see <see cref="NumberText.Normalize"/>.</summary>
    /// <param name="stored">The number as stored, in ASCII.</param>
    public string Of(ReadOnlySpan<byte> stored)
    {
        if (SmallOf(stored) is int small and >= 0)
        {
            return Small[small];
        }

        int place = (int)(TextHash.Of(stored) >> (32 - Bits));
        if (_stored[place] is not string known || !Ascii.Equals(stored, known))
        {
            string text = Encoding.UTF8.GetString(stored);
            _stored[place] = text;
            _texts[place] = NumberText.Normalize(text);
        }

        return _texts[place];
    }

    // The value of up to three digits without a leading zero; -1 for anything else.
    private static int SmallOf(ReadOnlySpan<byte> stored)
    {
        if (stored.Length is 0 or > 3 || (stored.Length > 1 && stored[0] == '0'))
        {
            return -1;
        }

        int value = 0;
        foreach (byte digit in stored)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            value = (value * 10) + digit - '0';
        }

        return value;
    }
}
