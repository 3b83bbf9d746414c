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
internal sealed class WordTrie
{
    private const int WordStarts = 0;
    private const int InnerStarts = 1;

    private readonly List<Node> _nodes = [default, default];
    private readonly List<Ending> _endings = [];
    private readonly int[] _wordRoot = new int[128];
    private readonly int[] _innerRoot = new int[128];
    private readonly Dictionary<char, int> _otherRoot = [];
    private int _firstDigit = -1;
    private int _firstLetter = -1;
    private int _innerOther = -1;
    private Node[]? _sealed;

    /// <summary>Adds a spelling of an idea.</summary>
    public void Add(WordSpelling spelling, int idea)
    {
        Insert(WordStarts, spelling, idea);
        if (spelling.BeginsInside)
        {
            Insert(InnerStarts, spelling, idea);
        }
    }

    /// <summary>Makes the tables for the first character; call once, after the last <see cref="Add"/>.</summary>
    public void Seal()
    {
        for (int child = _nodes[WordStarts].FirstChild; child > 0; child = _nodes[child].NextSibling)
        {
            char symbol = _nodes[child].Symbol;
            if (symbol == WordNotation.AnyDigit)
            {
                _firstDigit = child;
            }
            else if (symbol == WordNotation.AnyLetter)
            {
                _firstLetter = child;
            }
            else if (symbol < 128)
            {
                _wordRoot[symbol] = child;
            }
            else
            {
                _otherRoot[symbol] = child;
            }
        }

        for (int child = _nodes[InnerStarts].FirstChild; child > 0; child = _nodes[child].NextSibling)
        {
            if (_nodes[child].Symbol < 128)
            {
                _innerRoot[_nodes[child].Symbol] = child;
            }
            else
            {
                _innerOther = InnerStarts;
            }
        }
    }

    /// <summary>Adds every word that the folded text holds to <paramref name="hits"/>, in the order of their starts.</summary>
    public void Find(ReadOnlySpan<char> text, List<WordHit> hits)
    {
        Node[] nodes = NodesOf();
        CharacterKind before = CharacterKind.Other;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            CharacterKind kind = TextFolding.KindOf(c);
            if (kind != CharacterKind.Other)
            {
                bool starts = kind == CharacterKind.Ideograph || before is CharacterKind.Ideograph
                    || (before == CharacterKind.Other && !IsInsideFigure(text, i));
                if (starts)
                {
                    WalkFromWordStart(nodes, text, i, c, kind, hits);
                }
                else if (c < 128)
                {
                    if (_innerRoot[c] > 0)
                    {
                        Walk(nodes, _innerRoot[c], text, i, i + 1, hits);
                    }
                }
                else if (_innerOther > 0)
                {
                    WalkChildren(nodes, InnerStarts, text, i, i, hits);
                }
            }

            before = kind;
        }
    }

    private Node[] NodesOf() => _sealed ??= [.. _nodes];

    // The digits behind a decimal point begin no word: "0.3t" is no "3t".
    private static bool IsInsideFigure(ReadOnlySpan<char> text, int at) =>
        at >= 2 && text[at - 1] == '.' && text[at] is >= '0' and <= '9' && text[at - 2] is >= '0' and <= '9';

    private void WalkFromWordStart(Node[] nodes, ReadOnlySpan<char> text, int i, char c, CharacterKind kind, List<WordHit> hits)
    {
        int root = c < 128 ? _wordRoot[c] : _otherRoot.GetValueOrDefault(c);
        if (root > 0)
        {
            Walk(nodes, root, text, i, i + 1, hits);
        }

        if (_firstDigit > 0 && kind == CharacterKind.Digit)
        {
            Walk(nodes, _firstDigit, text, i, i + 1, hits);
        }
        else if (_firstLetter > 0 && kind == CharacterKind.Letter)
        {
            Walk(nodes, _firstLetter, text, i, i + 1, hits);
        }
    }

    private void Walk(Node[] nodes, int node, ReadOnlySpan<char> text, int start, int at, List<WordHit> hits)
    {
        for (int ending = nodes[node].FirstEnding; ending > 0; ending = _endings[ending - 1].Next)
        {
            AddIfBounded(_endings[ending - 1], text, start, at, hits);
        }

        if (at < text.Length)
        {
            WalkChildren(nodes, node, text, start, at, hits);
        }
    }

    private void WalkChildren(Node[] nodes, int node, ReadOnlySpan<char> text, int start, int at, List<WordHit> hits)
    {
        char c = text[at];
        for (int child = nodes[node].FirstChild; child > 0; child = nodes[child].NextSibling)
        {
            char symbol = nodes[child].Symbol;
            bool leads = symbol == c
                || (symbol == WordNotation.AnyDigit && c is >= '0' and <= '9')
                || (symbol == WordNotation.AnyLetter && TextFolding.KindOf(c) == CharacterKind.Letter);
            if (leads)
            {
                Walk(nodes, child, text, start, at + 1, hits);
            }
        }
    }

    private static void AddIfBounded(Ending ending, ReadOnlySpan<char> text, int start, int at, List<WordHit> hits)
    {
        int end = at;
        CharacterKind last = TextFolding.KindOf(text[at - 1]);
        if (at < text.Length && last is CharacterKind.Letter or CharacterKind.Digit)
        {
            CharacterKind next = TextFolding.KindOf(text[at]);
            if (next is CharacterKind.Letter or CharacterKind.Digit)
            {
                if (ending.EndsInside)
                {
                    while (end < text.Length && TextFolding.KindOf(text[end]) is CharacterKind.Letter or CharacterKind.Digit)
                    {
                        end++;
                    }
                }
                else if (!(ending.IsWord && next == CharacterKind.Digit))
                {
                    return;
                }
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

    private void Insert(int root, WordSpelling spelling, int idea)
    {
        int node = root;
        bool isWord = spelling.Symbols.Length >= 4;
        foreach (char symbol in spelling.Symbols)
        {
            isWord &= symbol == ' ' || TextFolding.KindOf(symbol) == CharacterKind.Letter;
            node = ChildOf(node, symbol);
        }

        for (int ending = _nodes[node].FirstEnding; ending > 0; ending = _endings[ending - 1].Next)
        {
            if (_endings[ending - 1].Idea == idea && _endings[ending - 1].EndsInside == spelling.EndsInside)
            {
                return;
            }
        }

        _endings.Add(new Ending(idea, isWord, spelling.BeginsInside, spelling.EndsInside, _nodes[node].FirstEnding));
        _nodes[node] = _nodes[node] with { FirstEnding = _endings.Count };
    }

    private int ChildOf(int node, char symbol)
    {
        for (int child = _nodes[node].FirstChild; child > 0; child = _nodes[child].NextSibling)
        {
            if (_nodes[child].Symbol == symbol)
            {
                return child;
            }
        }

        _nodes.Add(new Node(symbol, 0, _nodes[node].FirstChild, 0));
        _nodes[node] = _nodes[node] with { FirstChild = _nodes.Count - 1 };
        return _nodes.Count - 1;
    }

    // Indexes; 0 = none, which is never a child because 0 and 1 are the roots. Endings count from 1.
    private readonly record struct Node(char Symbol, int FirstChild, int NextSibling, int FirstEnding);

    private readonly record struct Ending(int Idea, bool IsWord, bool BeginsInside, bool EndsInside, int Next);
}
