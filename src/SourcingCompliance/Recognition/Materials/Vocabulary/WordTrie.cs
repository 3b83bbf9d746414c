namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// All spellings of the vocabulary in one trie. A text is crossed once; at every place where a word can begin the trie is walked as far
/// as the characters lead, which for a text of no interest is a step or two.
/// </summary>
/// <param name="symbols">The symbol of each node: a folded character or a class symbol of <see cref="WordNotation"/>.</param>
/// <param name="nodes">The nodes: 0 where words begin, 1 where words begin inside others, then the rest.</param>
/// <param name="endings">The words that end at nodes.</param>
internal sealed partial class WordTrie(char[] symbols, WordNode[] nodes, WordEnding[] endings)
{
    /// <summary>The node at which words begin.</summary>
    public const int WordRoot = 0;

    /// <summary>The node at which those words begin that may begin inside another.</summary>
    public const int InnerRoot = 1;

    private const char TextEnd = '\0';

    // The first of two joined words has so many letters at the least: "hubmotor", but not "remax".
    private const int LeastJoined = 3;

    // No word is longer: what runs on is a text without blanks, and following it from each of its words would take the square of its length.
    private const int LongestRest = 64;

    // Nearly every place of nearly every part number is turned away by its first two characters.
    private readonly AsciiSet[] _afterFirst = GetSeconds(WordRoot, nodes);
    private readonly AsciiSet[] _afterFirstInside = GetSeconds(InnerRoot, nodes);

    /// <summary>Adds every word that the folded text holds to <paramref name="hits"/>, in the order of their starts.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="hits">Receives the words.</param>
    /// <param name="beginnings">Receives the beginnings of phrases that do not go on behind them, for <see cref="InvertedPhrases"/>.</param>
    public void Find(ReadOnlySpan<char> text, List<WordHit> hits, List<PhraseBeginning> beginnings)
    {
        CharacterKind before = CharacterKind.Other;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            CharacterKind kind = TextFolding.GetKind(c);
            if (kind != CharacterKind.Other)
            {
                bool starts = kind == CharacterKind.Ideograph || before is CharacterKind.Ideograph
                    || (before == CharacterKind.Other && !IsInsideFigure(text, i));
                FindAt(i, starts, text, hits, beginnings);
            }

            before = kind;
        }
    }

    /// <summary>Adds the nodes to which an ASCII character leads from a node.</summary>
    public void AddChildren(int node, char c, List<int> children)
    {
        ref readonly WordNode place = ref nodes[node];
        if (place.GetChild(c) is > 0 and int own)
        {
            children.Add(own);
        }

        if (place.ChildOfClass(c) is > 0 and int ofClass)
        {
            children.Add(ofClass);
        }

        // Words of a phrase may be joined.
        if (char.IsAsciiLetterLower(c) && place.GetChild(' ') is > 0 and int blank)
        {
            AddChildren(blank, c, children);
        }
    }

    /// <summary>Whether a word ends at a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="isInWord">Whether the character that led there is a letter or digit.</param>
    /// <param name="next">The kind of the character that follows; <see cref="CharacterKind.Other"/> at the end of the text.</param>
    /// <param name="ignored">Index of an idea whose words do not count.</param>
    public bool Ends(int node, bool isInWord, CharacterKind next, int ignored)
    {
        for (int ending = nodes[node].FirstEnding; ending > 0; ending = endings[ending - 1].Next)
        {
            if (endings[ending - 1].Idea == ignored)
            {
                continue;
            }

            if (!isInWord || IsBounded(endings[ending - 1], next) || (next == CharacterKind.Letter && endings[ending - 1].Forms != FormGroup.None))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A text for every word of the vocabulary and the idea that it stands for, in the order of the trie; each class of characters is represented by one.
    /// </summary>
    public IEnumerable<(string Text, int Idea)> Spellings()
    {
        var spellings = new List<(string, int)>(endings.Length);
        VisitSpellings((text, idea) => spellings.Add((text.ToString(), idea)));
        return spellings;
    }

    /// <summary>Shows every spelling and its idea to a visitor, without making strings of them.</summary>
    public void VisitSpellings(Action<ReadOnlySpan<char>, int> visit) => VisitFrom(WordRoot, new char[256], 0, visit);

    private void VisitFrom(int node, char[] text, int length, Action<ReadOnlySpan<char>, int> visit)
    {
        for (int ending = nodes[node].FirstEnding; ending > 0; ending = endings[ending - 1].Next)
        {
            visit(text.AsSpan(0, length), endings[ending - 1].Idea);
        }

        if (length == text.Length)
        {
            return;
        }

        for (int child = nodes[node].FirstChild; child < nodes[node].FirstChild + nodes[node].Children; child++)
        {
            text[length] = symbols[child] switch
            {
                WordNotation.AnyDigit => '1',
                WordNotation.AnyLetter => 'x',
                char c => c,
            };
            VisitFrom(child, text, length + 1, visit);
        }
    }

    private void FindAt(int at, bool startsWord, ReadOnlySpan<char> text, List<WordHit> hits, List<PhraseBeginning> beginnings)
    {
        char first = text[at];
        AsciiSet[] seconds = startsWord ? _afterFirst : _afterFirstInside;
        char second = at + 1 < text.Length ? text[at + 1] : TextEnd;
        if (first >= AsciiSet.Characters || second >= AsciiSet.Characters || seconds[first].Holds(second))
        {
            Follow(startsWord ? WordRoot : InnerRoot, text, at, at, hits, startsWord ? beginnings : null);
        }
    }

    // For each first character those that may follow it, the end of the text among them.
    private static AsciiSet[] GetSeconds(int root, WordNode[] nodes)
    {
        var seconds = new AsciiSet[AsciiSet.Characters];
        for (char first = '\0'; first < seconds.Length; first++)
        {
            foreach (int child in (ReadOnlySpan<int>)[nodes[root].GetChild(first), nodes[root].ChildOfClass(first)])
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

    /// <summary>Follows a text from a place of the trie and adds the words that end in it.</summary>
    /// <param name="node">The place.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">The next character.</param>
    /// <param name="hits">Receives the words.</param>
    /// <param name="beginnings">Receives the phrases that may go on behind the text.</param>
    public void FollowOn(int node, ReadOnlySpan<char> text, int at, List<WordHit> hits, List<PhraseBeginning>? beginnings) =>
        Follow(node, text, at, at, hits, beginnings);

    // Follows the text from a node on; where a class of characters and the character itself both lead on, both ways are followed, and so they are where
    // the words of a phrase are joined: "microservo".
    private void Follow(int node, ReadOnlySpan<char> text, int start, int at, List<WordHit> hits, List<PhraseBeginning>? beginnings)
    {
        while (at < text.Length)
        {
            char c = text[at++];
            ref readonly WordNode place = ref nodes[node];
            int ofClass = place.ChildOfClass(c);
            int own = c < AsciiSet.Characters ? place.GetChild(c) : ChildBeyondAscii(place, c);
            if (own > 0 && ofClass > 0)
            {
                AddEndings(ofClass, text, start, at, hits);
                Follow(ofClass, text, start, at, hits, beginnings);
            }

            node = own > 0 ? own : ofClass;
            if (node == 0)
            {
                return;
            }

            AddEndings(node, text, start, at, hits);
            int blank = nodes[node].GetChild(' ');
            if (blank > 0)
            {
                if (at == text.Length || text[at] is ' ' or ',')
                {
                    beginnings?.Add(new PhraseBeginning(blank, start, at));
                }
                else if (at - start >= LeastJoined && char.IsAsciiLetterLower(c) && char.IsAsciiLetterLower(text[at]))
                {
                    Follow(blank, text, start, at, hits, null);
                }
            }
        }
    }

    private int ChildBeyondAscii(WordNode place, char c)
    {
        int at = symbols.AsSpan(place.FirstChild, place.Children).IndexOf(c);
        return at < 0 ? 0 : place.FirstChild + at;
    }
}
