using System.Buffers;
using System.Text;

namespace SourcingCompliance.Formats.Writing.Html.LongLists;

/// <summary>
/// Takes down the markup of the rows of a long list so that what several rows have in common is kept once. A row is a template and the words of its
/// own that fill it (part number, cell, supplier). A template is a sequence of blocks: pieces of markup between two seams.
/// </summary>
internal sealed class RowRecorder : TextWriter
{
    /// <summary>Begins a place to be filled; the two digits after it say by which of the row's own words. No text of HTML contains it.</summary>
    public const char Place = '\u0001';

    // Two digits name a word.
    private const int MostWords = 100;

    // A word of one letter stands by chance in many texts; such a word counts only where it is the whole text.
    private const int ShortestWithin = 2;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _blocks =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _templates =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly ArrayBufferWriter<char> _block = new(4096);
    private readonly ArrayBufferWriter<char> _sequence = new(512);
    private readonly List<string> _words = [];
    private readonly List<int> _longestFirst = [];

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.Unicode;

    /// <summary>The distinct blocks, in the order of their numbers.</summary>
    public IEnumerable<string> Blocks => _blocks.Dictionary.OrderBy(entry => entry.Value).Select(entry => entry.Key);

    /// <summary>The distinct templates, in the order of their numbers: the numbers of their blocks.</summary>
    public IEnumerable<IEnumerable<int>> Templates => _templates.Dictionary.OrderBy(entry => entry.Value).Select(entry => GetNumbers(entry.Key));

    /// <summary>Begins a row.</summary>
    /// <param name="words">Its own words, each at the place that it has in every row of the list; empty ones and those that come again are allowed.</param>
    public void Begin(ReadOnlySpan<string> words)
    {
        _words.Clear();
        _longestFirst.Clear();
        foreach (string word in words[..Math.Min(words.Length, MostWords)])
        {
            // A word may not end within a character, or half of one would be cut from another text.
            if (word.Length > 0 && !char.IsLowSurrogate(word[0]) && !char.IsHighSurrogate(word[^1]) && !_words.Contains(word))
            {
                _longestFirst.Add(_words.Count);
            }

            _words.Add(word);
        }

        _longestFirst.Sort((one, other) => _words[other].Length != _words[one].Length
            ? _words[other].Length.CompareTo(_words[one].Length) : one.CompareTo(other));
    }

    /// <summary>Ends the markup of a block.</summary>
    public void EndBlock()
    {
        if (_block.WrittenCount == 0)
        {
            return;
        }

        if (!_blocks.TryGetValue(_block.WrittenSpan, out int number))
        {
            number = _blocks.Dictionary.Count;
            _blocks[_block.WrittenSpan] = number;
        }

        _block.ResetWrittenCount();
        _sequence.Write([(char)(number >> 16), (char)(number & 0xFFFF)]);
    }

    /// <summary>Ends a row.</summary>
    /// <returns>The number of its template.</returns>
    public int End()
    {
        EndBlock();
        if (!_templates.TryGetValue(_sequence.WrittenSpan, out int number))
        {
            number = _templates.Dictionary.Count;
            _templates[_sequence.WrittenSpan] = number;
        }

        _sequence.ResetWrittenCount();
        return number;
    }

    /// <summary>Adds a value: words of the row's own in it become places, and the rest is escaped.</summary>
    /// <param name="text">The value, in any state.</param>
    public void AddText(ReadOnlySpan<char> text)
    {
        foreach (int word in _longestFirst)
        {
            if (text.SequenceEqual(_words[word]))
            {
                AddPlace(word);
                return;
            }
        }

        AddText(text, 0);
    }

    /// <inheritdoc/>
    public override void Write(char value) => _block.Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => _block.Write(value);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => _block.Write(buffer);

    private static IEnumerable<int> GetNumbers(string sequence)
    {
        for (int at = 0; at < sequence.Length; at += 2)
        {
            yield return (sequence[at] << 16) | sequence[at + 1];
        }
    }

    private void AddText(ReadOnlySpan<char> text, int from)
    {
        for (int next = from; next < _longestFirst.Count && !text.IsEmpty; next++)
        {
            string word = _words[_longestFirst[next]];
            int at = word.Length >= ShortestWithin ? IndexOf(text, word) : -1;
            if (at >= 0)
            {
                AddText(text[..at], next + 1);
                AddPlace(_longestFirst[next]);
                AddText(text[(at + word.Length)..], next);
                return;
            }
        }

        HtmlPage.Escape(this, text);
    }

    private void AddPlace(int word) => _block.Write([Place, (char)('0' + (word / 10)), (char)('0' + (word % 10))]);

    // As a word of its own: H2 is no part of H25.
    private static int IndexOf(ReadOnlySpan<char> text, string word)
    {
        for (int start = 0; start + word.Length <= text.Length;)
        {
            int at = text[start..].IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                return -1;
            }

            at += start;
            int end = at + word.Length;
            bool isFree = at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(word[0]);
            if (isFree && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(word[^1])))
            {
                return at;
            }

            start = at + 1;
        }

        return -1;
    }
}
