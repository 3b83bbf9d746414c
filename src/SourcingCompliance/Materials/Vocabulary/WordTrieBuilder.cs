namespace SourcingCompliance.Materials.Vocabulary;

/// <summary>A word that ends at a place of the trie.</summary>
/// <param name="Idea">Index of the idea that it stands for.</param>
/// <param name="IsWord">Whether it is a word of four letters or more, which a digit may follow: "magnet2".</param>
/// <param name="BeginsInside">Whether it may begin inside a longer word.</param>
/// <param name="EndsInside">Whether a longer word may go on behind it.</param>
/// <param name="Next">One more than the index of the next word that ends here; 0 = none.</param>
internal readonly record struct WordEnding(int Idea, bool IsWord, bool BeginsInside, bool EndsInside, int Next);

/// <summary>Gathers spellings into the trie that texts are read with.</summary>
internal sealed class WordTrieBuilder
{
    private readonly List<WordEnding> _endings = [];
    private readonly Node _wordRoot = new('\0');
    private readonly Node _innerRoot = new('\0');

    /// <summary>Adds a spelling of an idea.</summary>
    public void Add(WordSpelling spelling, int idea)
    {
        Insert(_wordRoot, spelling, idea);
        if (spelling.BeginsInside)
        {
            Insert(_innerRoot, spelling, idea);
        }
    }

    /// <summary>The trie of the spellings so far.</summary>
    public WordTrie Build()
    {
        // Children lie side by side, so that one look over their symbols finds the one that leads on.
        List<Node> nodes = [_wordRoot, _innerRoot];
        for (int at = 0; at < nodes.Count; at++)
        {
            nodes[at].FirstChild = nodes.Count;
            nodes[at].Children.Sort(static (a, b) => a.Symbol.CompareTo(b.Symbol));
            nodes.AddRange(nodes[at].Children);
        }

        return new WordTrie(
            [.. nodes.Select(node => node.Symbol)],
            [.. nodes.Select(node => WordNode.Of([.. node.Children.Select(child => child.Symbol)], node.FirstChild, node.FirstEnding))],
            [.. _endings]);
    }

    private void Insert(Node root, WordSpelling spelling, int idea)
    {
        Node node = root;
        bool isWord = spelling.Symbols.Length >= 4;
        foreach (char symbol in spelling.Symbols)
        {
            isWord &= symbol == ' ' || TextFolding.KindOf(symbol) == CharacterKind.Letter;
            node = node.ChildOf(symbol);
        }

        for (int ending = node.FirstEnding; ending > 0; ending = _endings[ending - 1].Next)
        {
            if (_endings[ending - 1].Idea == idea && _endings[ending - 1].EndsInside == spelling.EndsInside)
            {
                return;
            }
        }

        _endings.Add(new WordEnding(idea, isWord, spelling.BeginsInside, spelling.EndsInside, node.FirstEnding));
        node.FirstEnding = _endings.Count;
    }

    private sealed class Node(char symbol)
    {
        public char Symbol { get; } = symbol;

        public List<Node> Children { get; } = [];

        public int FirstChild { get; set; }

        public int FirstEnding { get; set; }

        public Node ChildOf(char symbol)
        {
            foreach (Node child in Children)
            {
                if (child.Symbol == symbol)
                {
                    return child;
                }
            }

            var added = new Node(symbol);
            Children.Add(added);
            return added;
        }
    }
}
