using System.Text;
using SourcingCompliance.Boms;

namespace SourcingCompliance.Formats.Reading;

/// <summary>
/// Remembers texts met lately, column by column, so that the values that a column repeats are one string and cost no allocation.
/// Tables of bounded size in which a newer text takes the older one's place. A column that repeats hardly anything, such as one of
/// part numbers, is left alone for a while.
/// </summary>
internal sealed class RecentTexts
{
    private const int LongestKept = 48;
    private Column[] _columns = [];

    /// <summary>The characters as a string.</summary>
    /// <param name="characters">The characters.</param>
    /// <param name="column">Number of the column that they stand in, not negative; 0 where columns do not matter.</param>
    public string Of(ReadOnlySpan<char> characters, int column = 0)
    {
        if (characters.Length <= ShortTexts.Longest)
        {
            return characters.IsEmpty ? "" : ShortTexts.Of(characters) ?? new string(characters);
        }

        if (characters.Length > LongestKept || ColumnOf(column) is not { IsResting: false } texts)
        {
            return new string(characters);
        }

        uint hash = TextHash.Of(characters);
        ref readonly Entry entry = ref texts.Find(hash);
        if (entry.Hash == hash && entry.Text is { } known && characters.SequenceEqual(known))
        {
            texts.Hit();
            return known;
        }

        return texts.Put(hash, new string(characters));
    }

    /// <summary>The UTF-8 bytes as a string.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="column">Number of the column that they stand in, not negative; 0 where columns do not matter.</param>
    public string Of(ReadOnlySpan<byte> utf8, int column = 0)
    {
        if (utf8.Length is 0 or > LongestKept || ColumnOf(column) is not { IsResting: false } texts)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        uint hash = TextHash.Of(utf8);
        ref readonly Entry entry = ref texts.Find(hash);
        if (entry.Hash == hash && entry.Text is { } known && Ascii.Equals(utf8, known))
        {
            texts.Hit();
            return known;
        }

        return texts.Put(hash, Encoding.UTF8.GetString(utf8));
    }

    private Column ColumnOf(int column)
    {
        if (column >= _columns.Length)
        {
            int before = _columns.Length;
            Array.Resize(ref _columns, Math.Max(column + 1, before * 2));
            for (int i = before; i < _columns.Length; i++)
            {
                _columns[i] = new Column();
            }
        }

        return _columns[column];
    }

    private readonly record struct Entry(string? Text, uint Hash);

    private sealed class Column
    {
        private const int FirstBits = 6;
        private const int MostBits = 12;
        private const int Trial = 1024;
        private const int LeastHits = Trial / 16;
        private const int Rest = 32 * Trial;

        private Entry[] _entries = new Entry[1 << FirstBits];
        private int _bits = FirstBits;
        private int _misses;
        private int _hits;
        private int _rest;

        // Asked once for each text, so it also counts the rest down.
        public bool IsResting => _rest > 0 && _rest-- > 0;

        public ref readonly Entry Find(uint hash) => ref _entries[hash >> (32 - _bits)];

        public void Hit() => _hits++;

        public string Put(uint hash, string text)
        {
            _entries[hash >> (32 - _bits)] = new Entry(text, hash);
            if (++_misses + _hits >= Trial)
            {
                _rest = _hits < LeastHits ? Rest : 0;
                if (_misses > _entries.Length / 8 && _bits < MostBits)
                {
                    // What was remembered is soon met again, so it is not carried over.
                    _bits += 2;
                    _entries = new Entry[1 << _bits];
                }

                (_misses, _hits) = (0, 0);
            }

            return text;
        }
    }
}
