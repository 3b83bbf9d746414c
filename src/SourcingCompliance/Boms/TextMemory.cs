using System.Diagnostics.CodeAnalysis;

namespace SourcingCompliance.Boms;

/// <summary>
/// Remembers what was worked out for texts met lately. It grows to a fixed size, so that memory stays bounded: where it is full, a newer
/// text takes an older one's place, and the older one is worked out again when it comes back.
/// </summary>
/// <typeparam name="T">What is worked out for a text.</typeparam>
internal sealed class TextMemory<T>
{
    private const int Neighbours = 4;
    private const int FirstBits = 5;

    private readonly int _mostBits;
    private Entry[] _entries = new Entry[(1 << FirstBits) + Neighbours - 1];
    private int _bits = FirstBits;
    private int _count;

    /// <summary>An empty memory.</summary>
    /// <param name="mostBits">Binary logarithm of how many texts it grows to remember.</param>
    public TextMemory(int mostBits) => _mostBits = mostBits;

    /// <summary>What is remembered of a text; false when it was never met, or pushed out.</summary>
    public bool TryGet(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
    {
        uint hash = TextHash.Of(text);
        foreach (ref readonly Entry entry in _entries.AsSpan(HomeOf(hash), Neighbours))
        {
            // Looking at the text of another would be a walk to a distant place in memory.
            if (entry.Hash == hash && entry.Text is not null && text.SequenceEqual(entry.Text))
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Remembers what was worked out for a text that <see cref="TryGet"/> did not know.</summary>
    public void Add(string text, T value)
    {
        if (_count >> (_bits - 1) > 0 && _bits < _mostBits)
        {
            Grow();
        }

        Put(new Entry(text, value, TextHash.Of(text)));
    }

    private void Put(Entry entry)
    {
        Span<Entry> places = _entries.AsSpan(HomeOf(entry.Hash), Neighbours);
        foreach (ref Entry place in places)
        {
            if (place.Text is null)
            {
                _count++;
                place = entry;
                return;
            }
        }

        places[0] = entry;
    }

    private void Grow()
    {
        Entry[] old = _entries;
        _bits = Math.Min(_bits + 2, _mostBits);
        _entries = new Entry[(1 << _bits) + Neighbours - 1];
        _count = 0;
        foreach (Entry entry in old)
        {
            if (entry.Text is not null)
            {
                Put(entry);
            }
        }
    }

    private int HomeOf(uint hash) => (int)(hash >> (32 - _bits));

    private readonly record struct Entry(string? Text, T Value, uint Hash);
}
