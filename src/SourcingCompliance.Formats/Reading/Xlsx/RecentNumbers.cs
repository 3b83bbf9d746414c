using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>
/// Remembers the texts of stored numbers met lately: quantities, levels and prices repeat all the time. A fixed table in which a newer
/// number takes the older one's place.
/// </summary>
internal sealed class RecentNumbers
{
    private const int Size = 4096;
    private static readonly string[] Small = [.. Enumerable.Range(0, 1000).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    private readonly string?[] _stored = new string?[Size];
    private readonly string[] _texts = new string[Size];

    /// <summary>The text of a stored number, see <see cref="NumberText.Normalize"/>.</summary>
    /// <param name="stored">The number as stored, in ASCII.</param>
    public string Of(ReadOnlySpan<byte> stored)
    {
        uint hash = 2_166_136_261;
        int small = 0;
        bool isSmall = stored.Length <= 3 && !(stored.Length > 1 && stored[0] == '0');
        unchecked
        {
            foreach (byte value in stored)
            {
                hash = (hash ^ value) * 16_777_619;
                small = (small * 10) + value - '0';
                isSmall &= value is >= (byte)'0' and <= (byte)'9';
            }

            hash ^= hash >> 15;
        }

        if (isSmall)
        {
            return Small[small];
        }

        int place = (int)(hash & (Size - 1));
        if (_stored[place] is not string known || !Ascii.Equals(stored, known))
        {
            string text = Encoding.UTF8.GetString(stored);
            _stored[place] = text;
            _texts[place] = NumberText.Normalize(text);
        }

        return _texts[place];
    }
}
