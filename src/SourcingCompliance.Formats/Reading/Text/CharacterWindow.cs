using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// A sliding window over decoded text: grows only as far as the record that is being read needs it; a cell without end stays bounded.
/// Where cells can end is found for the whole window at once, many characters at a time.
/// </summary>
/// <param name="text">The text; closed with the window.</param>
/// <param name="delimiter">What parts the cells.</param>
/// <param name="maximumCellCharacters">Characters of one cell at the most.</param>
/// <param name="expectedCharacters">Characters of the whole text at the most, so that a short text gets a small window.</param>
internal sealed class CharacterWindow(TextReader text, char delimiter, int maximumCellCharacters, long expectedCharacters) : IDisposable
{
    private const int LeastCharacters = 256;
    private const int MostCharacters = 32 * 1024;

    // Arrays of 85,000 bytes and more are collected with the oldest objects only, which costs a folder of small files dearly.
    private const int MostFirstEnds = 8 * 1024;

    private char[] _buffer = ArrayPool<char>.Shared.Rent((int)Math.Clamp(expectedCharacters + 1, LeastCharacters, MostCharacters));
    private int[] _ends = ArrayPool<int>.Shared.Rent((int)Math.Clamp(expectedCharacters / 2, LeastCharacters, MostFirstEnds));
    private int _endCount;
    private int _nextEnd;
    private bool _isAtEnd;

    /// <summary>Where the next unread character stands; <see cref="Grow"/> moves it with the characters.</summary>
    public int Position { get; set; }

    /// <summary>Where the record that is being read begins: what stands before may go. <see cref="Grow"/> moves it with the characters.</summary>
    public int RecordStart { get; private set; }

    /// <summary>The array that the window lies in, until the next <see cref="Grow"/>.</summary>
    public char[] Characters => _buffer;

    /// <summary>Where the window ends.</summary>
    public int End { get; private set; }

    /// <summary>Whether the window holds a NUL character.</summary>
    public bool HasNul { get; private set; }

    /// <summary>Begins a record at <see cref="Position"/>.</summary>
    public void BeginRecord() => RecordStart = Position;

    /// <summary>The places of the delimiters and line ends from <see cref="Position"/> to the end of the window.</summary>
    public ReadOnlySpan<int> CellEnds()
    {
        while (_nextEnd < _endCount && _ends[_nextEnd] < Position)
        {
            _nextEnd++;
        }

        return _ends.AsSpan(_nextEnd, _endCount - _nextEnd);
    }

    /// <summary>The characters from a place in the window to its end.</summary>
    public ReadOnlySpan<char> From(int start) => _buffer.AsSpan(start, End - start);

    /// <summary>The character at an offset from <see cref="Position"/>; -1 at the end of the text. May move the window.</summary>
    public int Peek(int offset)
    {
        while (Position + offset >= End)
        {
            if (!Grow())
            {
                return -1;
            }
        }

        return _buffer[Position + offset];
    }

    /// <summary>A part of the window.</summary>
    public Span<char> Between(int start, int end) => _buffer.AsSpan(start, end - start);

    /// <summary>
    /// Reads more, moving what stands from <see cref="RecordStart"/> on to the front of the window; every place in the window moves by the
    /// same distance. False at the end of the text.
    /// </summary>
    /// <exception cref="ReadingStoppedException">The cell is longer than allowed.</exception>
    public bool Grow()
    {
        if (_isAtEnd)
        {
            return false;
        }

        if (End - Position > maximumCellCharacters)
        {
            throw Stop.AtLimit("characters in one cell", maximumCellCharacters, nameof(ReadLimits.MaximumCellCharacters));
        }

        int kept = End - RecordStart;
        if (kept == _buffer.Length)
        {
            Enlarge(ref _buffer, kept);
        }

        if (RecordStart > 0)
        {
            _buffer.AsSpan(RecordStart, kept).CopyTo(_buffer);
            Position -= RecordStart;
            RecordStart = 0;
        }

        int read = text.Read(_buffer, kept, _buffer.Length - kept);
        End = kept + read;
        _isAtEnd = read == 0;
        FindCellEnds();
        return read > 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        ArrayPool<int>.Shared.Return(_ends);
        (_buffer, _ends) = ([], []);
        text.Dispose();
    }

    private static void Enlarge<T>(ref T[] array, int used)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    private void FindCellEnds()
    {
        _endCount = 0;
        _nextEnd = 0;
        HasNul = false;
        int at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ReadOnlySpan<ushort> characters = MemoryMarshal.Cast<char, ushort>(_buffer.AsSpan(0, End));
            for (; at + Vector256<ushort>.Count <= characters.Length; at += Vector256<ushort>.Count)
            {
                EnsureRoom(Vector256<ushort>.Count);
                Vector256<ushort> some = Vector256.Create(characters[at..]);
                Vector256<ushort> ends = Vector256.Equals(some, Vector256.Create((ushort)delimiter)) | Vector256.Equals(some, Vector256.Create((ushort)'\n'))
                    | Vector256.Equals(some, Vector256.Create((ushort)'\r'));
                for (uint bits = ends.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                {
                    _ends[_endCount++] = at + BitOperations.TrailingZeroCount(bits);
                }

                HasNul |= Vector256.EqualsAny(some, Vector256<ushort>.Zero);
            }
        }

        for (; at < End; at++)
        {
            char c = _buffer[at];
            HasNul |= c == '\0';
            if (c == delimiter || c is '\n' or '\r')
            {
                EnsureRoom(1);
                _ends[_endCount++] = at;
            }
        }
    }

    private void EnsureRoom(int more)
    {
        if (_endCount + more > _ends.Length)
        {
            Enlarge(ref _ends, _endCount);
        }
    }
}
