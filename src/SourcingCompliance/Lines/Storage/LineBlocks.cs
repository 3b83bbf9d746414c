namespace SourcingCompliance.Lines.Storage;

/// <summary>The blocks of one list after another: those whose lines are worked off are filled again. Two threads may use it.</summary>
internal sealed class LineBlocks
{
    private const int LeastCharacters = 1024;
    private const int MostCharacters = 32 * 1024;

    // Most cells hold more characters than this.
    private const int CharactersOfText = 6;

    private readonly Stack<LineBlock> _free = [];
    private int _characters = LeastCharacters;

    /// <summary>An empty block with room for at least so much. A short list costs little: blocks grow to their full size.</summary>
    public LineBlock Take(int characters, int texts)
    {
        lock (_free)
        {
            while (_free.TryPop(out LineBlock? free))
            {
                free.Clear();
                if (free.HasRoom(characters, texts))
                {
                    return free;
                }
            }
        }

        int room = Math.Max(_characters, characters);
        _characters = Math.Min(_characters * 2, MostCharacters);
        return new LineBlock(room, Math.Max(room / CharactersOfText, texts));
    }

    /// <summary>Takes a block back whose lines nobody looks at any more.</summary>
    public void Return(LineBlock block)
    {
        lock (_free)
        {
            _free.Push(block);
        }
    }

    /// <summary>The same lines; a line is valid until the next is asked for, and then its block comes back if that was its last.</summary>
    public IEnumerable<BomLine> Recycle(IEnumerable<BomLine> lines)
    {
        LineBlock? last = null;
        foreach (BomLine line in lines)
        {
            if (last is not null && !ReferenceEquals(last, line.Block))
            {
                Return(last);
            }

            last = line.Block;
            yield return line;
        }

        if (last is not null)
        {
            Return(last);
        }
    }
}
