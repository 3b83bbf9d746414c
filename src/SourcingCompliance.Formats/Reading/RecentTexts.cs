using System.Text;

namespace SourcingCompliance.Formats.Reading;

/// <summary>
/// Remembers texts met lately, so that the values that a column repeats are one string and cost no allocation.
/// A fixed table in which a newer text takes the older one's place: memory stays bounded.
/// </summary>
internal sealed class RecentTexts
{
    private const int Size = 8192;
    private const int LongestKept = 48;
    private readonly string?[] _texts = new string?[Size];

    /// <summary>The characters as a string.</summary>
    public string Of(ReadOnlySpan<char> characters)
    {
        if (characters.Length is 0 or > LongestKept)
        {
            return characters.Length == 0 ? "" : new string(characters);
        }

        ref string? place = ref _texts[string.GetHashCode(characters) & (Size - 1)];
        if (place is null || !characters.SequenceEqual(place))
        {
            place = new string(characters);
        }

        return place;
    }

    /// <summary>The UTF-8 bytes as a string.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref string? place = ref _texts[HashOf(utf8) & (Size - 1)];
        if (place is null || !Ascii.Equals(utf8, place))
        {
            place = Encoding.UTF8.GetString(utf8);
        }

        return place;
    }

    private static int HashOf(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            uint hash = 2_166_136_261;
            foreach (byte value in bytes)
            {
                hash = (hash ^ value) * 16_777_619;
            }

            return (int)(hash ^ (hash >> 15));
        }
    }
}
