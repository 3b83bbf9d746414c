namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>A word of the vocabulary found in a folded text.</summary>
/// <param name="Idea">Index of the idea that the word stands for.</param>
/// <param name="Start">First folded character.</param>
/// <param name="End">The folded character behind the last.</param>
/// <param name="IsStem">Whether only the beginning or the end of a longer word was known.</param>
internal readonly record struct WordHit(int Idea, int Start, int End, bool IsStem)
{
    /// <summary>First folded character of the modifier that stands apart from its noun: "magnetic" of "coupling, magnetic". Start and end are the
    /// noun's.</summary>
    public int ModifierStart { get; init; }

    /// <summary>The folded character behind the modifier; 0 = it does not stand apart.</summary>
    public int ModifierEnd { get; init; }

    /// <summary>How many characters it takes.</summary>
    public int Length => End - Start + ModifierEnd - ModifierStart;

    /// <summary>Whether it takes all characters of another.</summary>
    public bool Holds(WordHit other) => (Start <= other.Start && End >= other.End && other.ModifierEnd == 0)
        || (ModifierEnd > 0 && ModifierStart <= other.Start && ModifierEnd >= other.End && other.ModifierEnd == 0)
        || (other.ModifierEnd > 0 && this == other);
}
