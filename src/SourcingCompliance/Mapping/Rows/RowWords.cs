using System.Buffers;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>Recognizes totals, examples, notes, titles and labels by the first text of a row.</summary>
/// <param name="words">The words of the vocabulary.</param>
internal sealed class RowWords(HeaderWords words)
{
    private const int LongestLead = 30;

    // Most rows begin with another letter, and are not looked at further.
    private readonly HashSet<char> _beginnings =
        [.. words.OtherSources.SelectMany(source => new[] { source[0], char.ToUpperInvariant(source[0]) })];


    private static readonly SearchValues<char> EndOfWords = SearchValues.Create(":：=0123456789)）");

    /// <summary>Why the words of a row's first text make it no item; null when they do not.</summary>
    /// <param name="lead">The first text in a known column, not blank.</param>
    /// <param name="filled">How many known columns the row fills.</param>
    /// <param name="filledOfRow">How many cells the row fills.</param>
    /// <param name="hasCount">Whether it states a quantity.</param>
    public string? ReasonToSkip(ReadOnlySpan<char> lead, int filled, int filledOfRow, bool hasCount)
    {
        if (char.IsAsciiDigit(lead[0]) && filled > 3)
        {
            // Nearly every row of a numbered list; a full row is a total, an example or a label only if its first text is words and nothing else.
            return null;
        }

        int end = lead.IndexOfAny(EndOfWords);
        bool isWhole = end < 0 || lead[end..].Trim(":：=.)） ").IsEmpty;
        ReadOnlySpan<char> text = end > 0 ? lead[..end] : lead;
        if (Means(text, words.Totals) && (isWhole || filled <= 3))
        {
            return "is a total";
        }

        if (isWhole && Means(text, words.ExampleWords))
        {
            return "is an example";
        }

        bool isShortRow = filled <= 2 && filledOfRow <= 3;
        if (isShortRow && (end > 0 || filled == 2) && (Means(text, words.NoteWords) || Means(text, words.SectionWords)))
        {
            return "is a note or title";
        }

        bool isLabel = filled <= 3 && (lead.EndsWith(':') || lead.EndsWith('：')) && !hasCount;
        return isLabel || lead[0] == '©' ? "is a label, not a part" : null;
    }

    /// <summary>Whether a text begins as that of another source of the item above: <c>second source: Ningbo</c>. One word alone must be cut off by a sign,
    /// because an alternate bracket is a part.</summary>
    /// <param name="text">The text.</param>
    /// <param name="onlyOfPart">Whether only words count that say of what it is another source: <c>alternate for MAG-22</c>.</param>
    public bool NamesOtherSource(ReadOnlySpan<char> text, bool onlyOfPart)
    {
        if (text.IsEmpty || !_beginnings.Contains(text[0]))
        {
            return false;
        }

        string key = HeaderKey.Compute(text[..Math.Min(text.Length, LongestLead)], splitCamelCase: false);
        foreach (string source in words.OtherSources)
        {
            bool isWhole = key.Length == source.Length || key[Math.Min(source.Length, key.Length - 1)] == ' ';
            if (key.StartsWith(source, StringComparison.Ordinal) && (!onlyOfPart || SaysOfWhat(key, source.Length))
                && (!char.IsAscii(source[0]) || (isWhole && (source.Contains(' ', StringComparison.Ordinal) || IsCutOff(text)))))
            {
                return true;
            }
        }

        return false;
    }

    // "alternate for", "alternate source for".
    private static bool SaysOfWhat(string key, int end) => key[..end] is var words
        && (words.EndsWith(" for", StringComparison.Ordinal) || words.EndsWith(" to", StringComparison.Ordinal)
            || key.AsSpan(end).StartsWith(" for ") || key.AsSpan(end).StartsWith(" to "));

    private static bool IsCutOff(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> rest = text[end..].TrimStart(". ");
        return rest.IsEmpty || ":：-–—/(=,;".Contains(rest[0], StringComparison.Ordinal);
    }

    /// <summary>Whether every filled cell of a row, two at the least, says what kind of value its column takes.</summary>
    public bool IsOfValueKinds(BomRow row)
    {
        int kinds = 0;
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.IsBlankAt(column))
            {
                continue;
            }

            if (!Means(row.TrimmedAt(column).Trim("()[]<>*"), words.ValueKinds))
            {
                return false;
            }

            kinds++;
        }

        return kinds >= 2;
    }

    // Most rows begin with a part number or a number, so the words are looked up without making strings of them.
    private static bool Means(ReadOnlySpan<char> text, HashSet<string> meanings)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > LongestLead)
        {
            return false;
        }

        if (!System.Text.Ascii.IsValid(text) || text.ContainsAny('-', '_', '.'))
        {
            return meanings.Contains(HeaderKey.Compute(text, splitCamelCase: false));
        }

        Span<char> lower = stackalloc char[LongestLead];
        int length = text.ToLowerInvariant(lower);
        return meanings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..length]);
    }
}
