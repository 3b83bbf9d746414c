using System.Buffers.Binary;

namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>
/// Counts the texts of a workbook's table of shared texts ([MS-XLS] 2.4.265), whose records end anywhere, also inside a text, and holds the
/// count to the one that is stated. Remembers which texts cells refer to.
/// </summary>
internal sealed class SharedTextCount
{
    private const int IsWide = 1;
    private const int HasPhonetics = 4;
    private const int HasRuns = 8;

    private readonly List<byte[]> _records = [];
    private bool[] _used = [];
    private bool[] _isEmpty = [];
    private long _statedUses;
    private long _uses;
    private int _record;
    private int _at;

    /// <summary>Whether the workbook has such a table.</summary>
    public bool IsThere => _records.Count > 0;

    /// <summary>Takes the table's record, or one that continues it.</summary>
    public void Take(ReadOnlySpan<byte> body) => _records.Add(body.ToArray());

    /// <summary>Walks through the table, once it is complete.</summary>
    /// <exception cref="ReadingStoppedException">It does not hold what it states.</exception>
    public void Count()
    {
        if (!IsThere || _used.Length > 0)
        {
            return;
        }

        if (_records[0].Length < 8)
        {
            throw Contradiction();
        }

        _statedUses = BinaryPrimitives.ReadUInt32LittleEndian(_records[0]);
        uint stated = BinaryPrimitives.ReadUInt32LittleEndian(_records[0].AsSpan(4));
        if (stated > _records.Sum(record => (long)record.Length) / 3)
        {
            throw Contradiction();
        }

        (_used, _isEmpty) = (new bool[stated], new bool[stated]);
        _at = 8;
        for (int i = 0; i < stated; i++)
        {
            _isEmpty[i] = Pass() == 0;
        }

        if (_record < _records.Count - 1 || _at < _records[_record].Length)
        {
            throw Contradiction();
        }

        // Their texts are read by the parser.
        _records.RemoveRange(1, _records.Count - 1);
        _records[0] = [];
    }

    /// <summary>Whether a text is there and not empty; takes note of its use. Null = there is none of that number.</summary>
    public bool? Use(uint number)
    {
        _uses++;
        if (number >= _used.Length)
        {
            return null;
        }

        _used[number] = true;
        return !_isEmpty[number];
    }

    /// <summary>What does not agree between the table and the cells, once all cells are counted; null = nothing. Most programs keep both exact.</summary>
    public string? Disagreement()
    {
        int unused = _used.AsSpan().Count(false);
        return _uses < _statedUses
            ? FormattableString.Invariant($"The table of texts is used {_statedUses} times as it states, and {_uses} cells use it: cells may be lost.")
            : _uses == _statedUses && unused > 0
                ? FormattableString.Invariant(
                    $"{unused} of the texts in the table of texts are used by no cell, though the number of uses is the stated one: a cell may show another text than was written.")
            : null;
    }

    private static ReadingStoppedException Contradiction() =>
        Stop.Damaged("The old workbook is damaged: its table of texts does not hold as many texts as it states.");

    // Passes over one text and gives its number of characters.
    private int Pass()
    {
        int characters = Number(2);
        int flags = Number(1);
        int runs = (flags & HasRuns) != 0 ? Number(2) : 0;
        long phonetics = (flags & HasPhonetics) != 0 ? (uint)(Number(2) | (Number(2) << 16)) : 0;
        int width = (flags & IsWide) != 0 ? 2 : 1;
        for (int rest = characters; rest > 0;)
        {
            if (_at >= _records[_record].Length)
            {
                // A text that goes on in the next record states its width there again.
                NextRecord();
                width = (Number(1) & IsWide) != 0 ? 2 : 1;
            }

            int here = Math.Min(rest, (_records[_record].Length - _at) / width);
            if (here == 0)
            {
                throw Contradiction();
            }

            rest -= here;
            _at += here * width;
        }

        Skip((runs * 4L) + phonetics);
        return characters;
    }

    private int Number(int bytes)
    {
        if (_at >= _records[_record].Length)
        {
            NextRecord();
        }

        ReadOnlySpan<byte> rest = _records[_record].AsSpan(_at);
        if (rest.Length < bytes)
        {
            throw Contradiction();
        }

        _at += bytes;
        return bytes == 1 ? rest[0] : BinaryPrimitives.ReadUInt16LittleEndian(rest);
    }

    private void Skip(long bytes)
    {
        while (bytes > 0)
        {
            int here = (int)Math.Min(bytes, _records[_record].Length - _at);
            bytes -= here;
            _at += here;
            if (bytes > 0)
            {
                NextRecord();
            }
        }
    }

    private void NextRecord()
    {
        if (_record == _records.Count - 1)
        {
            throw Contradiction();
        }

        _record++;
        _at = 0;
    }
}
