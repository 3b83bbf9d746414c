namespace SourcingCompliance.Materials.Vocabulary;

/// <summary>A word of the vocabulary found in a folded text.</summary>
/// <param name="Idea">Index of the idea that the word stands for.</param>
/// <param name="Start">First folded character.</param>
/// <param name="End">The folded character behind the last.</param>
/// <param name="IsStem">Whether only the beginning or the end of a longer word was known.</param>
internal readonly record struct WordHit(int Idea, int Start, int End, bool IsStem);

/// <summary>
/// All spellings of the vocabulary in one trie. A text is crossed once; at every place where a word can begin the trie is walked as far
/// as the characters lead, which for a text of no interest is a step or two.
/// </summary>
/// <param name="symbols">The symbol of each node: a folded character or a class symbol of <see cref="WordNotation"/>.</param>
/// <param name="nodes">The nodes: 0 where words begin, 1 where words begin inside others, then the rest.</param>
/// <param name="endings">The words that end at nodes.</param>
internal sealed class WordTrie(char[] symbols, WordNode[] nodes, WordEnding[] endings)
{
    /// <summary>The node at which words begin.</summary>
    public const int WordRoot = 0;

    /// <summary>The node at which those words begin that may begin inside another.</summary>
    public const int InnerRoot = 1;

    private const char TextEnd = '\0';

    // Nearly every place of nearly every part number is turned away by its first two characters.
    private readonly AsciiSet[] _afterFirst = SecondsOf(WordRoot, nodes);
    private readonly AsciiSet[] _afterFirstInside = SecondsOf(InnerRoot, nodes);

    /// <summary>Adds every word that the folded text holds to <paramref name="hits"/>, in the order of their starts.</summary>
    public void Find(ReadOnlySpan<char> text, List<WordHit> hits)
    {
        CharacterKind before = CharacterKind.Other;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            CharacterKind kind = TextFolding.KindOf(c);
            if (kind != CharacterKind.Other)
            {
                bool starts = kind == CharacterKind.Ideograph || before is CharacterKind.Ideograph
                    || (before == CharacterKind.Other && !IsInsideFigure(text, i));
                FindAt(i, starts, text, hits);
            }

            before = kind;
        }
    }

    /// <summary>Adds the nodes to which an ASCII character leads from a node.</summary>
    public void AddChildren(int node, char c, List<int> children)
    {
        ref readonly WordNode place = ref nodes[node];
        if (place.ChildOf(c) is > 0 and int own)
        {
            children.Add(own);
        }

        if (place.ChildOfClass(c) is > 0 and int ofClass)
        {
            children.Add(ofClass);
        }
    }

    /// <summary>Whether a word ends at a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="isInWord">Whether the character that led there is a letter or digit.</param>
    /// <param name="next">The kind of the character that follows; <see cref="CharacterKind.Other"/> at the end of the text.</param>
    public bool Ends(int node, bool isInWord, CharacterKind next)
    {
        for (int ending = nodes[node].FirstEnding; ending > 0; ending = endings[ending - 1].Next)
        {
            if (!isInWord || IsBounded(endings[ending - 1], next))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A text for every word of the vocabulary and the idea that it stands for, in the order of the trie; each class of characters is represented by one.
    /// </summary>
    public IEnumerable<(string Text, int Idea)> Spellings() => SpellingsFrom(WordRoot, "");

    private IEnumerable<(string Text, int Idea)> SpellingsFrom(int node, string text)
    {
        for (int ending = nodes[node].FirstEnding; ending > 0; ending = endings[ending - 1].Next)
        {
            yield return (text, endings[ending - 1].Idea);
        }

        for (int child = nodes[node].FirstChild; child < nodes[node].FirstChild + nodes[node].Children; child++)
        {
            char symbol = symbols[child] switch
            {
                WordNotation.AnyDigit => '1',
                WordNotation.AnyLetter => 'x',
                char c => c,
            };
            foreach ((string, int) spelling in SpellingsFrom(child, text + symbol))
            {
                yield return spelling;
            }
        }
    }

    private void FindAt(int at, bool startsWord, ReadOnlySpan<char> text, List<WordHit> hits)
    {
        char first = text[at];
        AsciiSet[] seconds = startsWord ? _afterFirst : _afterFirstInside;
        char second = at + 1 < text.Length ? text[at + 1] : TextEnd;
        if (first >= AsciiSet.Characters || second >= AsciiSet.Characters || seconds[first].Holds(second))
        {
            Follow(startsWord ? WordRoot : InnerRoot, text, at, at, hits);
        }
    }

    // For each first character those that may follow it, the end of the text among them.
    private static AsciiSet[] SecondsOf(int root, WordNode[] nodes)
    {
        var seconds = new AsciiSet[AsciiSet.Characters];
        for (char first = '\0'; first < seconds.Length; first++)
        {
            foreach (int child in (ReadOnlySpan<int>)[nodes[root].ChildOf(first), nodes[root].ChildOfClass(first)])
            {
                AsciiSet leading = child == 0 ? default : nodes[child].FirstEnding > 0 ? AsciiSet.All : nodes[child].Leading;
                seconds[first] = seconds[first].With(leading);
            }
        }

        return seconds;
    }

    // The digits behind a decimal point begin no word: "0.3t" is no "3t".
    private static bool IsInsideFigure(ReadOnlySpan<char> text, int at) =>
        at >= 2 && text[at - 1] == '.' && text[at] is >= '0' and <= '9' && text[at - 2] is >= '0' and <= '9';

    // Follows the text from a node on; where a class of characters and the character itself both lead on, both ways are followed.
    private void Follow(int node, ReadOnlySpan<char> text, int start, int at, List<WordHit> hits)
    {
        while (at < text.Length)
        {
            char c = text[at++];
            ref readonly WordNode place = ref nodes[node];
            int ofClass = place.ChildOfClass(c);
            int own = c < AsciiSet.Characters ? place.ChildOf(c) : ChildBeyondAscii(place, c);
            if (own > 0 && ofClass > 0)
            {
                AddEndings(ofClass, text, start, at, hits);
                Follow(ofClass, text, start, at, hits);
            }

            node = own > 0 ? own : ofClass;
            if (node == 0)
            {
                return;
            }

            AddEndings(node, text, start, at, hits);
        }
    }

    private int ChildBeyondAscii(WordNode place, char c)
    {
        int at = symbols.AsSpan(place.FirstChild, place.Children).IndexOf(c);
        return at < 0 ? 0 : place.FirstChild + at;
    }

    private void AddEndings(int node, ReadOnlySpan<char> text, int start, int at, List<WordHit> hits)
    {
        for (int ending = nodes[node].FirstEnding; ending > 0; ending = endings[ending - 1].Next)
        {
            AddIfBounded(endings[ending - 1], text, start, at, hits);
        }
    }

    // Whether a word whose last character is a letter or digit can end before a character of that kind.
    private static bool IsBounded(WordEnding ending, CharacterKind next) =>
        next is not (CharacterKind.Letter or CharacterKind.Digit) || ending.EndsInside || (ending.IsWord && next == CharacterKind.Digit);

    private static void AddIfBounded(WordEnding ending, ReadOnlySpan<char> text, int start, int at, List<WordHit> hits)
    {
        int end = at;
        CharacterKind last = TextFolding.KindOf(text[at - 1]);
        if (at < text.Length && last is CharacterKind.Letter or CharacterKind.Digit)
        {
            if (!IsBounded(ending, TextFolding.KindOf(text[at])))
            {
                return;
            }

            while (ending.EndsInside && end < text.Length && TextFolding.KindOf(text[end]) is CharacterKind.Letter or CharacterKind.Digit)
            {
                end++;
            }
        }

        bool isStem = end > at || (ending.BeginsInside && start > 0 && TextFolding.KindOf(text[start - 1]) is CharacterKind.Letter or CharacterKind.Digit);
        if (isStem)
        {
            while (ending.BeginsInside && start > 0 && TextFolding.KindOf(text[start - 1]) is CharacterKind.Letter or CharacterKind.Digit)
            {
                start--;
            }
        }

        hits.Add(new WordHit(ending.Idea, start, end, isStem));
    }
}
