using System.Buffers.Binary;
using System.Text;

namespace SourcingCompliance.Boms;

/// <summary>
/// The texts of many rows in few bytes, for lists of a million rows: a text that comes again in its column is kept once, the others as
/// ASCII in large blocks. Every text comes out as it went in.
/// </summary>
internal sealed class PackedTexts
{
    private const int BlockBits = 20;
    private const int BlockSize = 1 << BlockBits;
    private const int MostKnown = 4096;
    private const int MostInline = 250;
    private const byte Known = 251;
    private const byte Apart = 252;

    private readonly Dictionary<string, ushort>[] _numbers;
    private readonly List<string>[] _known;
    private readonly List<string> _apart = [];
    private readonly List<byte[]> _blocks = [];
    private int _used = BlockSize;

    /// <summary>Packs rows of that many columns.</summary>
    public PackedTexts(int columns)
    {
        _numbers = [.. Enumerable.Range(0, columns).Select(_ => new Dictionary<string, ushort>(StringComparer.Ordinal))];
        _known = [.. Enumerable.Range(0, columns).Select(_ => new List<string>())];
    }

    /// <summary>Packs the texts of a row, one for each column, and gives the place where they lie.</summary>
    public long Add(BomLine line)
    {
        int most = _numbers.Length * (MostInline + 1);
        if (_used + most > BlockSize)
        {
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(BlockSize, most)));
            _used = 0;
        }

        long place = ((long)(_blocks.Count - 1) << BlockBits) | (uint)_used;
        byte[] block = _blocks[^1];
        for (int column = 0; column < _numbers.Length; column++)
        {
            _used += Write(line.TextAt(column), column, block.AsSpan(_used));
        }

        return place;
    }

    /// <summary>The text of a column in the row at a place that <see cref="Add"/> gave.</summary>
    public string TextAt(long place, int column)
    {
        ReadOnlySpan<byte> packed = _blocks[(int)(place >> BlockBits)].AsSpan((int)(place & (BlockSize - 1)));
        for (int before = 0; before < column; before++)
        {
            packed = packed[LengthOf(packed[0])..];
        }

        return packed[0] switch
        {
            0 => "",
            <= MostInline => Encoding.ASCII.GetString(packed.Slice(1, packed[0])),
            Known => _known[column][BinaryPrimitives.ReadUInt16LittleEndian(packed[1..])],
            _ => _apart[BinaryPrimitives.ReadInt32LittleEndian(packed[1..])],
        };
    }

    private static int LengthOf(byte mark) => mark switch
    {
        <= MostInline => 1 + mark,
        Known => 3,
        _ => 5,
    };

    private int Write(string text, int column, Span<byte> target)
    {
        if (text.Length == 0)
        {
            target[0] = 0;
            return 1;
        }

        if (_numbers[column].TryGetValue(text, out ushort number) || Learn(text, column, out number))
        {
            target[0] = Known;
            BinaryPrimitives.WriteUInt16LittleEndian(target[1..], number);
            return 3;
        }

        if (text.Length <= MostInline && Ascii.FromUtf16(text, target[1..], out int length) == System.Buffers.OperationStatus.Done)
        {
            target[0] = (byte)length;
            return 1 + length;
        }

        target[0] = Apart;
        BinaryPrimitives.WriteInt32LittleEndian(target[1..], _apart.Count);
        _apart.Add(text);
        return 5;
    }

    private bool Learn(string text, int column, out ushort number)
    {
        number = (ushort)_known[column].Count;
        if (number >= MostKnown)
        {
            return false;
        }

        _numbers[column].Add(text, number);
        _known[column].Add(text);
        return true;
    }
}
