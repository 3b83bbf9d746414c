using System.Diagnostics.CodeAnalysis;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Lines.Storage;

/// <summary>
/// Remembers what was worked out for texts met lately, so many at the most (see <see cref="RecentEntries{T}"/>): what was pushed out is
/// worked out again when its text comes back.
/// </summary>
/// <typeparam name="T">What is worked out for a text.</typeparam>
/// <param name="mostBits">Binary logarithm of how many texts it grows to remember.</param>
internal sealed class TextMemory<T>(int mostBits)
{
    private readonly RecentEntries<(string Text, T Value)> _entries = new(mostBits);

    /// <summary>What is remembered of a text; false when it was never met, or pushed out.</summary>
    public bool TryGet(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
    {
        uint hash = TextHash.Compute(text);
        foreach (ref readonly RecentEntries<(string Text, T Value)>.Entry entry in _entries.Near(hash))
        {
            // Looking at the text of another would be a walk to a distant place in memory.
            if (entry.Hash == hash && entry.IsUsed && text.SequenceEqual(entry.Value.Text))
            {
                value = entry.Value.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Remembers what was worked out for a text that <see cref="TryGet"/> did not know.</summary>
    public void Add(string text, T value) => _entries.Add(TextHash.Compute(text), (text, value));
}
