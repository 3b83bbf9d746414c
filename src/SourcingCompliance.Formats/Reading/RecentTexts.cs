using System.Text;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables.Storage;

namespace SourcingCompliance.Formats.Reading;

/// <summary>
/// Remembers texts met lately, so that the values that a sheet repeats are one string and cost no allocation. A table of bounded size in
/// which a newer text takes an older one's place. Where hardly anything comes again, it rests for a while.
/// </summary>
internal sealed class RecentTexts
{
    private const int LongestKept = 48;
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

    /// <summary>The characters as a string.</summary>
    public string GetOrAdd(ReadOnlySpan<char> characters)
    {
        if (characters.Length <= ShortTexts.Longest)
        {
            return characters.IsEmpty ? "" : ShortTexts.Find(characters) ?? new string(characters);
        }

        if (characters.Length > LongestKept || IsResting())
        {
            return new string(characters);
        }

        uint hash = TextHash.Compute(characters);
        ref readonly Entry entry = ref Find(hash);
        if (entry.Hash == hash && entry.Text is { } known && characters.SequenceEqual(known))
        {
            _hits++;
            return known;
        }

        return Put(hash, new string(characters));
    }

    /// <summary>The UTF-8 bytes as a string.</summary>
    public string GetOrAdd(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestKept || IsResting())
        {
            return Encoding.UTF8.GetString(utf8);
        }

        uint hash = TextHash.Compute(utf8);
        ref readonly Entry entry = ref Find(hash);
        if (entry.Hash == hash && entry.Text is { } known && Ascii.Equals(utf8, known))
        {
            _hits++;
            return known;
        }

        return Put(hash, Encoding.UTF8.GetString(utf8));
    }

    // Asked once for each text, so it also counts the rest down.
    private bool IsResting() => _rest > 0 && _rest-- > 0;

    private ref readonly Entry Find(uint hash) => ref _entries[hash >> (32 - _bits)];

    private string Put(uint hash, string text)
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

    private readonly record struct Entry(string? Text, uint Hash);
}
