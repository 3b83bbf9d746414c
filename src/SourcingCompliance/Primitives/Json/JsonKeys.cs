using System.Text;
using System.Text.Json;

namespace SourcingCompliance.Primitives.Json;

/// <summary>
/// The keys of the objects that are open while a text is read, by their places in it. Small objects, which is nearly all, compare bytes and make no texts.
/// </summary>
internal sealed class JsonKeys
{
    private const int MostCompared = 16;
    private readonly List<Key> _keys = new(32);
    private readonly Stack<(int First, Dictionary<string, long>? ByText)> _objects = new();

    /// <summary>Opens an object.</summary>
    public void Begin() => _objects.Push((_keys.Count, null));

    /// <summary>Closes the innermost object.</summary>
    public void End()
    {
        int first = _objects.Pop().First;
        _keys.RemoveRange(first, _keys.Count - first);
    }

    /// <summary>Adds a key to the innermost object; gives where the same key stands in it already, null when it does not.</summary>
    /// <param name="reader">Stands on the key.</param>
    /// <param name="content">The whole text.</param>
    public long? Add(ref Utf8JsonReader reader, ReadOnlySpan<byte> content)
    {
        // The key stands behind a quotation mark.
        var key = new Key((int)reader.TokenStartIndex, reader.ValueSpan.Length, reader.ValueIsEscaped);
        (int first, Dictionary<string, long>? byText) = _objects.Peek();
        if (byText is not null)
        {
            return byText.TryAdd(key.GetText(content), key.Start) ? null : byText[key.GetText(content)];
        }

        for (int at = first; at < _keys.Count; at++)
        {
            if (_keys[at].IsSame(key, content))
            {
                return _keys[at].Start;
            }
        }

        _keys.Add(key);
        if (_keys.Count - first > MostCompared)
        {
            byText = new Dictionary<string, long>(StringComparer.Ordinal);
            for (int at = first; at < _keys.Count; at++)
            {
                byText.Add(_keys[at].GetText(content), _keys[at].Start);
            }

            _objects.Pop();
            _objects.Push((first, byText));
        }

        return null;
    }

    private readonly record struct Key(int Start, int Length, bool IsEscaped)
    {
        public bool IsSame(Key other, ReadOnlySpan<byte> content) => IsEscaped || other.IsEscaped
            ? GetText(content) == other.GetText(content)
            : GetBytes(content).SequenceEqual(other.GetBytes(content));

        public string GetText(ReadOnlySpan<byte> content)
        {
            if (!IsEscaped)
            {
                return Encoding.UTF8.GetString(GetBytes(content));
            }

            var reader = new Utf8JsonReader(content.Slice(Start, Length + 2));
            reader.Read();
            return reader.GetString() ?? "";
        }

        private ReadOnlySpan<byte> GetBytes(ReadOnlySpan<byte> content) => content.Slice(Start + 1, Length);
    }
}
