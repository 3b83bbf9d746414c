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

    /// <summary>The ASCII or UTF-8 bytes as a string.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> characters = stackalloc char[LongestKept];
        int length = Encoding.UTF8.GetChars(utf8, characters);
        return Of(characters[..length]);
    }
}
