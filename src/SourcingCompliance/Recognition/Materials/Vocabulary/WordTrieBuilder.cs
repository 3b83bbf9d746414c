namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>A word that ends at a place of the trie.</summary>
/// <param name="Idea">Index of the idea that it stands for.</param>
/// <param name="IsWord">Whether it is a word of four letters or more, which a digit may follow: "magnet2".</param>
/// <param name="BeginsInside">Whether it may begin inside a longer word.</param>
/// <param name="EndsInside">Whether a longer word may go on behind it.</param>
/// <param name="Forms">The endings with which the word may be inflected.</param>
/// <param name="Next">One more than the index of the next word that ends here; 0 = none.</param>
internal readonly record struct WordEnding(int Idea, bool IsWord, bool BeginsInside, bool EndsInside, FormGroup Forms, int Next);

/// <summary>
/// Gathers spellings into the trie that texts are read with. Nodes are entries of one array, in the order in which they came, and the
/// children of a node a chain in the order of their symbols: a vocabulary has tens of thousands, and every start of the program makes them.
/// </summary>
internal sealed class WordTrieBuilder
{
    private const int WordRoot = 0;
    private const int InnerRoot = 1;

    // Room for what the shipped files say; a folder of one's own may need more.
    private readonly List<WordEnding> _endings = new(8_000);
    private Node[] _nodes = new Node[24_000];
    private int _count = 2;

    /// <summary>Adds a spelling of an idea.</summary>
    /// <param name="spelling">The spelling.</param>
    /// <param name="idea">Index of the idea.</param>
    /// <param name="language">The endings of the language that it is of.</param>
    public void Add(WordSpelling spelling, int idea, FormGroup language = FormGroup.None)
    {
        Insert(WordRoot, spelling, idea, language);
        if (spelling.BeginsInside)
        {
            Insert(InnerRoot, spelling, idea, language);
        }
    }

    /// <summary>The trie of the spellings so far.</summary>
    public WordTrie Build()
    {
        // Children lie side by side, so that one look over their symbols finds the one that leads on.
        int[] order = new int[_count];
        char[] symbols = new char[_count];
        order[1] = InnerRoot;
        var nodes = new WordNode[_count];
        int placed = 2;
        for (int at = 0; at < nodes.Length; at++)
        {
            int firstChild = placed;
            for (int child = _nodes[order[at]].FirstChild; child > 0; child = _nodes[child].NextSibling)
            {
                symbols[placed] = _nodes[child].Symbol;
                order[placed++] = child;
            }

            nodes[at] = WordNode.From(symbols.AsSpan(firstChild, placed - firstChild), firstChild, _nodes[order[at]].FirstEnding);
        }

        return new WordTrie(symbols, nodes, [.. _endings]);
    }

    private void Insert(int root, WordSpelling spelling, int idea, FormGroup language)
    {
        int node = root;
        bool isWord = spelling.Symbols.Length >= 4;
        foreach (char symbol in spelling.Symbols)
        {
            isWord &= symbol == ' ' || TextFolding.GetKind(symbol) == CharacterKind.Letter;
            node = GetChild(node, symbol);
        }

        for (int ending = _nodes[node].FirstEnding; ending > 0; ending = _endings[ending - 1].Next)
        {
            if (_endings[ending - 1].Idea == idea && _endings[ending - 1].EndsInside == spelling.EndsInside)
            {
                return;
            }
        }

        FormGroup forms = spelling.EndsInside || spelling.Symbols.Length < WordForms.LeastWord ? FormGroup.None : language;
        _endings.Add(new WordEnding(idea, isWord, spelling.BeginsInside, spelling.EndsInside, forms, _nodes[node].FirstEnding));
        _nodes[node].FirstEnding = _endings.Count;
    }

    private int GetChild(int parent, char symbol)
    {
        int before = 0;
        int child = _nodes[parent].FirstChild;
        while (child > 0 && _nodes[child].Symbol < symbol)
        {
            before = child;
            child = _nodes[child].NextSibling;
        }

        if (child > 0 && _nodes[child].Symbol == symbol)
        {
            return child;
        }

        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, 2 * _count);
        }

        _nodes[_count] = new Node { Symbol = symbol, NextSibling = child };
        if (before > 0)
        {
            _nodes[before].NextSibling = _count;
        }
        else
        {
            _nodes[parent].FirstChild = _count;
        }

        return _count++;
    }

    // Indexes of nodes, 0 = none: no node has the first root as its child. FirstEnding is one more than an index, as in the trie.
    private struct Node
    {
        public char Symbol;
        public int FirstChild;
        public int NextSibling;
        public int FirstEnding;
    }
}
