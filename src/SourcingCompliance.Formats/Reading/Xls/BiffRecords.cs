using System.Buffers.Binary;

namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>The records of an old workbook's stream, one after the other ([MS-XLS] 2.1.4).</summary>
/// <param name="content">The stream; stays open.</param>
internal sealed class BiffRecords(Stream content)
{
    /// <summary>The longest body that a record of BIFF8 may have; what is longer goes on in further records.</summary>
    private const int MostBytes = 8224;

    private readonly byte[] _body = new byte[MostBytes];
    private long _next;

    /// <summary>Type of the record.</summary>
    public int Id { get; private set; }

    /// <summary>Where the record begins in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>Its body, until the next record is read.</summary>
    public ReadOnlySpan<byte> Body => _body.AsSpan(0, Length);

    /// <summary>Bytes of the body.</summary>
    public int Length { get; private set; }

    /// <summary>A number of two bytes in the body.</summary>
    public int Number(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_body.AsSpan(at));

    /// <summary>A number of four bytes in the body.</summary>
    public uint LongNumber(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_body.AsSpan(at));

    /// <summary>Goes on to the next record; false at the end of the stream.</summary>
    /// <exception cref="ReadingStoppedException">The stream ends inside a record, or a record is too long to be one.</exception>
    public bool Read()
    {
        Span<byte> head = stackalloc byte[4];
        if (content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return false;
        }

        (Offset, Id, Length) = (_next, BinaryPrimitives.ReadUInt16LittleEndian(head), BinaryPrimitives.ReadUInt16LittleEndian(head[2..]));
        _next += head.Length + Length;
        return Length > MostBytes || content.ReadAtLeast(_body.AsSpan(0, Length), Length, throwOnEndOfStream: false) < Length
            ? throw Stop.Damaged("The old workbook is damaged: one of its records states a length that it does not have. What comes after it was not read.")
            : true;
    }
}
