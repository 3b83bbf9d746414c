using System.Text;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>
/// Remembers the texts of stored numbers that are not plain: prices with the noise of binary storage repeat. A fixed table in which a newer
/// number takes the older one's place.
/// </summary>
internal sealed class RecentNumbers
{
    private const int Bits = 12;
    private readonly string?[] _stored = new string?[1 << Bits];
    private readonly string[] _texts = new string[1 << Bits];

    /// <summary>The text of a stored number, see <see cref="NumberText.Normalize"/>.</summary>
    /// <param name="stored">The number as stored, in ASCII.</param>
    public string GetOrAdd(ReadOnlySpan<byte> stored)
    {
        int place = (int)(TextHash.Compute(stored) >> (32 - Bits));
        if (_stored[place] is not string known || !Ascii.Equals(stored, known))
        {
            string text = Encoding.UTF8.GetString(stored);
            _stored[place] = text;
            _texts[place] = NumberText.Normalize(text);
        }

        return _texts[place];
    }
}
