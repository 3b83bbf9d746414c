using SourcingCompliance.Lines;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>The words that count on one line, found by what they mean and by the cell that they stand in. Used again for each line.</summary>
/// <param name="ideas">How many ideas the vocabulary has.</param>
internal sealed class LineWords(int ideas)
{
    private const int MostCells = 64;

    // Index into _words of the first word of an idea, one more; 0 = none. _next leads on to the word of the next cell.
    private readonly int[] _first = new int[ideas];
    private readonly ulong[] _cells = new ulong[ideas];
    private readonly List<CellWord> _words = [];
    private readonly List<int> _next = [];
    private readonly List<int> _present = [];
    private int _count;

    /// <summary>Indexes of the ideas that the line holds, in the order in which they came.</summary>
    public IReadOnlyList<int> Present => _present;

    /// <summary>Forgets the line before.</summary>
    public void Clear()
    {
        foreach (int idea in _present)
        {
            _first[idea] = 0;
            _cells[idea] = 0;
        }

        _present.Clear();
        _words.Clear();
        _next.Clear();
        _count = 0;
    }

    /// <summary>The bit of a further cell. A line of more texts than bits puts the last into one.</summary>
    public ulong NextCell() => 1ul << Math.Min(_count++, MostCells - 1);

    /// <summary>Adds a word of a cell; of those that mean the same in one cell the first counts.</summary>
    public void Add(MappedColumn column, ReadWord word, ulong cell)
    {
        int idea = word.Idea.Index;
        if ((_cells[idea] & cell) != 0)
        {
            return;
        }

        _words.Add(new CellWord(column, word, cell));
        _next.Add(0);
        if (_first[idea] == 0)
        {
            _first[idea] = _words.Count;
            _present.Add(idea);
        }
        else
        {
            int last = _first[idea];
            while (_next[last - 1] > 0)
            {
                last = _next[last - 1];
            }

            _next[last - 1] = _words.Count;
        }

        _cells[idea] |= cell;
    }

    /// <summary>The cells that hold one of the ideas.</summary>
    public ulong GetCells(ReadOnlySpan<int> ideas)
    {
        ulong cells = 0;
        foreach (int idea in ideas)
        {
            cells |= _cells[idea];
        }

        return cells;
    }

    /// <summary>The first word of one of the ideas in some cells; null = none.</summary>
    public CellWord? FirstIn(ReadOnlySpan<int> ideas, ulong cells)
    {
        foreach (int idea in ideas)
        {
            for (int at = (_cells[idea] & cells) == 0 ? 0 : _first[idea]; at > 0; at = _next[at - 1])
            {
                if ((_words[at - 1].Cell & cells) != 0)
                {
                    return _words[at - 1];
                }
            }
        }

        return null;
    }

    /// <summary>All words of the ideas, in the order in which the ideas are named and their cells came.</summary>
    public List<CellWord> GetAll(ReadOnlySpan<int> ideas)
    {
        var words = new List<CellWord>();
        foreach (int idea in ideas)
        {
            for (int at = _first[idea]; at > 0; at = _next[at - 1])
            {
                words.Add(_words[at - 1]);
            }
        }

        return words;
    }

    /// <summary>
    /// The words that a rule asks for; null = one is missing. The words of one cell speak for themselves, so that no remark weakens them; else words of
    /// several cells work together, remarks last.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="denying">Cells whose words do not count.</param>
    /// <param name="remarks">The cells that are remarks.</param>
    public List<CellWord>? GetWords(RecognitionRule rule, ulong denying, ulong remarks)
    {
        ulong common = ~denying;
        foreach (int[] alternatives in rule.All)
        {
            ulong cells = GetCells(alternatives) & ~denying;
            if (cells == 0)
            {
                return null;
            }

            common &= cells;
        }

        ulong telling = common & ~remarks;
        return telling != 0 ? WordsIn(rule, telling & (~telling + 1))
            : WordsIn(rule, ~denying & ~remarks)
            ?? WordsIn(rule, common != 0 ? common & (~common + 1) : ~denying);
    }

    private List<CellWord>? WordsIn(RecognitionRule rule, ulong cells)
    {
        var words = new List<CellWord>(rule.All.Length);
        foreach (int[] alternatives in rule.All)
        {
            if (FirstIn(alternatives, cells) is not CellWord word)
            {
                return null;
            }

            if (!words.Contains(word))
            {
                words.Add(word);
            }
        }

        return words;
    }
}
