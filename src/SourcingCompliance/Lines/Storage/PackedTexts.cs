using System.Buffers.Binary;
using System.Text;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables.Storage;

namespace SourcingCompliance.Lines.Storage;

/// <summary>
/// The texts of many rows in few bytes, for lists of a million rows: a text that comes again in its column is kept once, the others as
/// ASCII in large blocks. Every text comes out as it went in.
/// </summary>
internal sealed class PackedTexts
{
    private const int BlockBits = 20;
    private const int BlockSize = 1 << BlockBits;
    private const int FirstBlockSize = 1 << 13;

    /// <summary>The most characters of a text that lies in a block.</summary>
    internal const int MostInline = 250;

    private const byte Known = 251;
    private const byte Apart = 252;

    private const int NumberLength = 3;

    // A text of so many characters takes little more than a number, and costs no look-up.
    private const int MostUnnumbered = 6;

    private readonly RepeatedTexts[] _repeated;
    private readonly bool[] _areRemarked;
    private readonly int[] _numbers;
    private readonly List<string> _apart = [];
    private readonly List<byte[]> _blocks = [];
    private int _used;

    /// <summary>Packs the texts of some columns.</summary>
    /// <param name="areRemarked">For each column whether anything is noted of its texts.</param>
    public PackedTexts(bool[] areRemarked)
    {
        _areRemarked = areRemarked;
        _repeated = [.. areRemarked.Select(_ => new RepeatedTexts(this))];
        _numbers = new int[areRemarked.Length];
    }

    /// <summary>Packs the texts of a row, one for each column, and gives the place where they lie.</summary>
    public long Add(BomLine line)
    {
        int most = (_repeated.Length + 1) * (MostInline + 1);
        if (_blocks.Count == 0 || _used + most > _blocks[^1].Length)
        {
            // A short list costs little: blocks grow to their full size.
            int size = _blocks.Count == 0 ? FirstBlockSize : Math.Min(BlockSize, _blocks[^1].Length * 2);
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(size, most)));
            _used = 0;
        }

        long place = ((long)(_blocks.Count - 1) << BlockBits) | (uint)_used;
        byte[] block = _blocks[^1];
        for (int column = 0; column < _repeated.Length; column++)
        {
            _used += Write(line.SpanAt(column), column, block.AsSpan(_used), place - (place & (BlockSize - 1)) + _used);
        }

        return place;
    }

    /// <summary>What is known of the text that a column has in the row added last; nothing of a text that hardly comes again.</summary>
    public TextRemark RemarkAt(int column) => _numbers[column] is >= 0 and int number ? _repeated[column].GetRemark(number) : TextRemark.None;

    /// <summary>Notes what was found out of the text that a column has in the row added last, for when it comes again.</summary>
    public void Note(int column, TextRemark remark)
    {
        if (_numbers[column] is >= 0 and int number)
        {
            _repeated[column].Note(number, remark);
        }
    }

    /// <summary>The text of a column in the row at a place that <see cref="Add"/> gave.</summary>
    public string TextAt(long place, int column)
    {
        ReadOnlySpan<byte> packed = At(place, column);
        return packed[0] == Known ? _repeated[column][BinaryPrimitives.ReadUInt16LittleEndian(packed[1..])] : GetText(packed);
    }

    /// <summary>The same text; one that came once and lies in a block is written into the room that is given, as no string.</summary>
    public ReadOnlySpan<char> SpanAt(long place, int column, Span<char> room)
    {
        ReadOnlySpan<byte> packed = At(place, column);
        return packed[0] is > ShortTexts.Longest and <= MostInline ? room[..Encoding.ASCII.GetChars(packed.Slice(1, packed[0]), room)] : TextAt(place, column);
    }

    /// <summary>The text that stands at a place, where it came first.</summary>
    internal string TextAt(long place) => GetText(At(place));

    /// <summary>Whether it is a text that stands at a place, where it came first.</summary>
    internal bool Holds(long place, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<byte> packed = At(place);
        return packed[0] == Apart ? text.SequenceEqual(GetText(packed)) : packed[0] == text.Length && Ascii.Equals(packed.Slice(1, packed[0]), text);
    }

    private ReadOnlySpan<byte> At(long place, int column)
    {
        ReadOnlySpan<byte> packed = At(place);
        for (int before = 0; before < column; before++)
        {
            packed = packed[GetLength(packed[0])..];
        }

        return packed;
    }

    private ReadOnlySpan<byte> At(long place) => _blocks[(int)(place >> BlockBits)].AsSpan((int)(place & (BlockSize - 1)));

    private string GetText(ReadOnlySpan<byte> packed) => packed[0] switch
    {
        0 => "",
        <= ShortTexts.Longest => ShortTexts.Find((char)packed[1], packed[0] == 1 ? '\0' : (char)packed[2]),
        <= MostInline => Encoding.ASCII.GetString(packed.Slice(1, packed[0])),
        _ => _apart[BinaryPrimitives.ReadInt32LittleEndian(packed[1..])],
    };

    private static int GetLength(byte mark) => mark switch
    {
        <= MostInline => 1 + mark,
        Known => NumberLength,
        _ => 5,
    };

    private int Write(ReadOnlySpan<char> text, int column, Span<byte> target, long place)
    {
        _numbers[column] = RepeatedTexts.None;
        if (text.Length == 0)
        {
            target[0] = 0;
            return 1;
        }

        if (text.Length <= ShortTexts.Longest && ShortTexts.IsOne(text))
        {
            // As short as its number would be.
            target[0] = (byte)text.Length;
            target[1] = (byte)text[0];
            target[2] = (byte)text[^1];
            return 1 + text.Length;
        }

        if (text.Length <= MostUnnumbered && !_areRemarked[column] && TryWriteInline(text, target))
        {
            return 1 + text.Length;
        }

        if (_repeated[column].IsWorthIt)
        {
            uint hash = TextHash.Compute(text);
            int number = _repeated[column].Find(text, hash);
            if (number >= 0)
            {
                _numbers[column] = number;
                target[0] = Known;
                BinaryPrimitives.WriteUInt16LittleEndian(target[1..], (ushort)number);
                return NumberLength;
            }

            _numbers[column] = _repeated[column].Learn(hash, place);
        }

        if (TryWriteInline(text, target))
        {
            return 1 + text.Length;
        }

        target[0] = Apart;
        BinaryPrimitives.WriteInt32LittleEndian(target[1..], _apart.Count);
        _apart.Add(text.ToString());
        return 5;
    }

    private static bool TryWriteInline(ReadOnlySpan<char> text, Span<byte> target)
    {
        // What is as short as a ShortText and none is packed apart.
        if (text.Length is <= ShortTexts.Longest or > MostInline || Ascii.FromUtf16(text, target[1..], out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        target[0] = (byte)text.Length;
        return true;
    }
}
