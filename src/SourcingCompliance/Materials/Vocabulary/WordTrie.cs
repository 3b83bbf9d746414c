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
    private readonly List<Node> _nodes = [default];
    private readonly List<Ending> _endings = [];
    private readonly Roots _wordRoots = new();
    private readonly Roots _innerRoots = new();
    private Node[]? _sealed;

    /// <summary>Adds a spelling of an idea.</summary>
    public void Add(WordSpelling spelling, int idea)
    {
        Insert(_wordRoots, spelling, idea);
        if (spelling.BeginsInside)
        {
            Insert(_innerRoots, spelling, idea);
        }

        _sealed = null;
    }

    /// <summary>Adds every word that the folded text holds to <paramref name="hits"/>, in the order of their starts.</summary>
    public void Find(ReadOnlySpan<char> text, List<WordHit> hits)
    {
        Node[] nodes = _sealed ??= [.. _nodes];
        CharacterKind before = CharacterKind.Other;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            CharacterKind kind = TextFolding.KindOf(c);
            if (kind != CharacterKind.Other)
            {
                bool starts = kind == CharacterKind.Ideograph || before is CharacterKind.Ideograph
                    || (before == CharacterKind.Other && !IsInsideFigure(text, i));
                WalkFrom(starts ? _wordRoots : _innerRoots, nodes, text, i, kind, hits);
            }

            before = kind;
        }
    }

    // The digits behind a decimal point begin no word: "0.3t" is no "3t".
    private static bool IsInsideFigure(ReadOnlySpan<char> text, int at) =>
        at >= 2 && text[at - 1] == '.' && text[at] is >= '0' and <= '9' && text[at - 2] is >= '0' and <= '9';

    private void WalkFrom(Roots roots, Node[] nodes, ReadOnlySpan<char> text, int i, CharacterKind kind, List<WordHit> hits)
    {
        int root = roots.Of(text[i]);
        if (root > 0)
        {
            Walk(nodes, root, text, i, i + 1, hits);
        }

        int classRoot = kind == CharacterKind.Digit ? roots.AnyDigit : kind == CharacterKind.Letter ? roots.AnyLetter : 0;
        if (classRoot > 0)
        {
            Walk(nodes, classRoot, text, i, i + 1, hits);
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

    private void Insert(Roots roots, WordSpelling spelling, int idea)
    {
        int node = 0;
        bool isWord = spelling.Symbols.Length >= 4;
        foreach (char symbol in spelling.Symbols)
        {
            isWord &= symbol == ' ' || TextFolding.KindOf(symbol) == CharacterKind.Letter;
            node = node == 0 ? RootOf(roots, symbol) : ChildOf(node, symbol);
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

    private int RootOf(Roots roots, char symbol)
    {
        int root = roots.Of(symbol);
        if (root == 0)
        {
            _nodes.Add(new Node(symbol, 0, 0, 0));
            root = _nodes.Count - 1;
            roots.Set(symbol, root);
        }

        return root;
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

    // Indexes; 0 = none. Endings count from 1.
    private readonly record struct Node(char Symbol, int FirstChild, int NextSibling, int FirstEnding);

    private readonly record struct Ending(int Idea, bool IsWord, bool BeginsInside, bool EndsInside, int Next);

    /// <summary>The nodes of first characters: a table for ASCII, class symbols included, a dictionary for the rest.</summary>
    private sealed class Roots
    {
        private readonly int[] _ascii = new int[128];
        private readonly Dictionary<char, int> _others = [];

        public int AnyDigit => _ascii[WordNotation.AnyDigit];

        public int AnyLetter => _ascii[WordNotation.AnyLetter];

        public int Of(char c) => c < 128 ? _ascii[c] : _others.GetValueOrDefault(c);

        public void Set(char c, int node)
        {
            if (c < 128)
            {
                _ascii[c] = node;
            }
            else
            {
                _others[c] = node;
            }
        }
    }
}
