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
        if (characters.Length is 0 or > LongestKept || ColumnOf(column) is not { IsResting: false } texts)
        {
            return characters.Length == 0 ? "" : new string(characters);
        }

        Span<string?> places = texts.PlacesOf(TextHash.Of(characters));
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] is { } known && characters.SequenceEqual(known))
            {
                texts.Hit();
                return known;
            }
        }

        return texts.Put(places, new string(characters));
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

        Span<string?> places = texts.PlacesOf(TextHash.Of(utf8));
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] is { } known && Ascii.Equals(utf8, known))
            {
                texts.Hit();
                return known;
            }
        }

        return texts.Put(places, Encoding.UTF8.GetString(utf8));
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

    private sealed class Column
    {
        private const int Neighbours = 2;
        private const int FirstBits = 5;
        private const int MostBits = 11;
        private const int Trial = 1024;
        private const int LeastHits = Trial / 16;
        private const int Rest = 32 * Trial;

        private string?[] _texts = [];
        private int _bits;
        private int _misses;
        private int _hits;
        private int _rest;

        // Asked once for each text, so it also counts the rest down.
        public bool IsResting => _rest > 0 && _rest-- > 0;

        public Span<string?> PlacesOf(uint hash)
        {
            if (_bits == 0 || (_misses >= 1 << (_bits - 1) && _bits < MostBits))
            {
                // What was remembered is soon met again, so it is not carried over.
                _bits = _bits == 0 ? FirstBits : _bits + 2;
                _texts = new string?[(1 << _bits) + Neighbours - 1];
            }

            return _texts.AsSpan((int)(hash >> (32 - _bits)), Neighbours);
        }

        public void Hit() => _hits++;

        public string Put(Span<string?> places, string text)
        {
            places[places[0] is null || places[1] is not null ? 0 : 1] = text;
            if (++_misses + _hits >= Trial)
            {
                _rest = _hits < LeastHits ? Rest : 0;
                (_misses, _hits) = (0, 0);
            }

            return text;
        }
    }
}
