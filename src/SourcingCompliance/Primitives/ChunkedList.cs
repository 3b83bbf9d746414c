namespace SourcingCompliance.Primitives;

/// <summary>
/// A list that only grows. What it holds lies in chunks that never move: a long list is neither copied again and again while it grows, nor
/// needs one large piece of memory.
/// </summary>
internal sealed class ChunkedList<T>
{
    // Of eleven bytes each, these are so many that the garbage collector never copies a full chunk.
    private const int ChunkBits = 13;
    private const int ChunkSize = 1 << ChunkBits;
    private const int FirstSize = 64;

    private readonly List<T[]> _chunks = [];
    private T[] _last = [];

    /// <summary>How many things there are.</summary>
    public int Count { get; private set; }

    /// <summary>A thing by its 0-based number.</summary>
    public T this[int index] => _chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    /// <summary>Adds a thing at the end.</summary>
    public void Add(T thing)
    {
        int at = Count & (ChunkSize - 1);
        if (at == 0 || at == _last.Length)
        {
            Grow(at);
        }

        _last[at] = thing;
        Count++;
    }

    // The first chunk grows, so that a short list stays small.
    private void Grow(int used)
    {
        if (used == 0)
        {
            _last = new T[Count == 0 ? FirstSize : ChunkSize];
            _chunks.Add(_last);
            return;
        }

        Array.Resize(ref _last, Math.Min(used * 4, ChunkSize));
        _chunks[^1] = _last;
    }
}
