using System.Numerics;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>A set of ASCII characters, one bit each.</summary>
/// <param name="Low">The characters below U+0040.</param>
/// <param name="High">The characters from U+0040 to U+007F.</param>
internal readonly record struct AsciiSet(ulong Low, ulong High)
{
    /// <summary>The number of ASCII characters.</summary>
    public const int Characters = 0x80;

    private const char Middle = '\u0040';

    /// <summary>Every character.</summary>
    public static readonly AsciiSet All = new(ulong.MaxValue, ulong.MaxValue);

    /// <summary>The ASCII digits.</summary>
    public static readonly AsciiSet Digits = new(0x03FF_0000_0000_0000, 0);

    /// <summary>The small ASCII letters.</summary>
    public static readonly AsciiSet SmallLetters = new(0, 0x07FF_FFFE_0000_0000);

    /// <summary>The set of those characters that are ASCII.</summary>
    public static AsciiSet From(ReadOnlySpan<char> characters)
    {
        ulong low = 0;
        ulong high = 0;
        foreach (char c in characters)
        {
            low |= c < Middle ? 1ul << c : 0;
            high |= c is >= Middle and < (char)Characters ? 1ul << (c - Middle) : 0;
        }

        return new AsciiSet(low, high);
    }

    /// <summary>The characters of both.</summary>
    public AsciiSet With(AsciiSet other) => new(Low | other.Low, High | other.High);

    /// <summary>Whether an ASCII character is in the set.</summary>
    public bool Holds(char c) => ((c < Middle ? Low : High) >> (c & 0x3F) & 1) != 0;

    /// <summary>How many characters of the set are smaller than an ASCII character.</summary>
    public int GetRank(char c) => c < Middle
        ? BitOperations.PopCount(Low & ((1ul << c) - 1))
        : BitOperations.PopCount(Low) + BitOperations.PopCount(High & ((1ul << (c & 0x3F)) - 1));
}
