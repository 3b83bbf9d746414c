namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>The places of the attributes of one tag in the scanner's buffer; used again for each tag.</summary>
internal sealed class Utf8XmlAttributes
{
    private const int MaximumAttributes = 64;
    private readonly int[] _places = new int[MaximumAttributes * 4];

    /// <summary>How many attributes there are; those beyond 64 are passed over.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets the tag before.</summary>
    public void Clear() => Count = 0;

    /// <summary>Name of an attribute without its prefix.</summary>
    public ReadOnlySpan<byte> NameIn(byte[] buffer, int index) => buffer.AsSpan(_places[index * 4], _places[(index * 4) + 1]);

    /// <summary>Raw value of an attribute.</summary>
    public ReadOnlySpan<byte> ValueIn(byte[] buffer, int index) => buffer.AsSpan(_places[(index * 4) + 2], _places[(index * 4) + 3]);

    /// <summary>Raw value of the attribute of that name; empty = there is none.</summary>
    public ReadOnlySpan<byte> Find(byte[] buffer, ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (NameIn(buffer, i).SequenceEqual(name))
            {
                return ValueIn(buffer, i);
            }
        }

        return default;
    }

    /// <summary>Reads one attribute and returns where it ends; -1 = the buffer does not hold all of it.</summary>
    public int Read(ReadOnlySpan<byte> bytes, int at)
    {
        int nameStart = at;
        int nameEnd = Utf8XmlSyntax.EndOfName(bytes, ref nameStart);
        int i = Utf8XmlSyntax.AfterBlanks(bytes, nameEnd);
        if (i >= bytes.Length)
        {
            return -1;
        }

        i = bytes[i] == '=' ? Utf8XmlSyntax.AfterBlanks(bytes, i + 1) : throw Utf8XmlSyntax.Malformed();
        if (i >= bytes.Length)
        {
            return -1;
        }

        byte quote = bytes[i] is (byte)'"' or (byte)'\'' ? bytes[i] : throw Utf8XmlSyntax.Malformed();
        int valueStart = i + 1;
        i = valueStart;
        unchecked
        {
            while ((uint)i < (uint)bytes.Length && bytes[i] != quote)
            {
                i++;
            }
        }

        if (i >= bytes.Length)
        {
            return -1;
        }

        if (Count < MaximumAttributes)
        {
            Span<int> slot = _places.AsSpan(Count * 4, 4);
            slot[3] = i - valueStart;
            slot[2] = valueStart;
            slot[1] = nameEnd - nameStart;
            slot[0] = nameStart;
            Count++;
        }

        return i + 1;
    }
}
