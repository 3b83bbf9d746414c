namespace SourcingCompliance.Lines.Storage;

/// <summary>
/// What was met lately, by hash. It grows to a fixed size, so that memory stays bounded: where it is full, a newer entry takes an older
/// one's place.
/// </summary>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="mostBits">Binary logarithm of how many entries it grows to hold.</param>
internal sealed class RecentEntries<T>(int mostBits)
{
    private const int Neighbors = 4;
    private const int FirstBits = 5;

    private Entry[] _entries = [];
    private int _bits;
    private int _count;

    /// <summary>The places in which what has a hash can lie; others may lie there too.</summary>
    public ReadOnlySpan<Entry> Near(uint hash) => _entries.Length == 0 ? [] : _entries.AsSpan(GetHome(hash), Neighbors);

    /// <summary>Keeps a value that is not kept yet.</summary>
    public void Add(uint hash, T value)
    {
        if (_entries.Length == 0 || (_count >> (_bits - 1) > 0 && _bits < mostBits))
        {
            Grow();
        }

        Put(new Entry(value, hash, IsUsed: true));
    }

    private void Put(Entry entry)
    {
        Span<Entry> places = _entries.AsSpan(GetHome(entry.Hash), Neighbors);
        foreach (ref Entry place in places)
        {
            if (!place.IsUsed)
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
        _bits = old.Length == 0 ? FirstBits : Math.Min(_bits + 2, mostBits);
        _entries = new Entry[(1 << _bits) + Neighbors - 1];
        _count = 0;
        foreach (Entry entry in old)
        {
            if (entry.IsUsed)
            {
                Put(entry);
            }
        }
    }

    private int GetHome(uint hash) => (int)(hash >> (32 - _bits));

    /// <summary>A place.</summary>
    /// <param name="Value">What is kept there.</param>
    /// <param name="Hash">Its hash.</param>
    /// <param name="IsUsed">Whether anything is kept there.</param>
    public readonly record struct Entry(T Value, uint Hash, bool IsUsed);
}
