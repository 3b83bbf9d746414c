using System.Buffers.Binary;
using System.Text;

namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>
/// Looks through an OLE compound file ([MS-CFB]) before a parser does: which streams it holds, and that none of its sector chains
/// loops or leaves the file.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastRegularSector = 0xFFFFFFFA;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const int HeaderBytes = 512;
    private const int DirectoryEntryBytes = 128;
    private const int MaximumDirectoryEntries = 100_000;
    private const int ShortSectorBytes = 64;
    private const uint LeastLongStream = 4096;

    private readonly Stream _content;
    private readonly int _sectorBytes;
    private readonly long _sectorCount;
    private readonly uint[] _next;
    private readonly Dictionary<string, (uint Start, long Size)> _streams = new(StringComparer.OrdinalIgnoreCase);
    private uint[] _nextShort = [];
    private List<uint> _shortSectors = [];

    private CompoundFile(Stream content, byte[] header)
    {
        _content = content;
        int shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12))
        {
            throw Stop.Damaged("The compound file states a sector size that does not exist.");
        }

        _sectorBytes = 1 << shift;
        _sectorCount = (content.Length / _sectorBytes) + 1;
        _next = ReadSectorTable(header);
    }

    /// <summary>The names of the streams and storages, as the directory lists them.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Looks through a file.</summary>
    /// <exception cref="ReadingStoppedException">The file's structure is damaged.</exception>
    public static CompoundFile Open(Stream content)
    {
        byte[] header = new byte[HeaderBytes];
        content.Position = 0;
        if (content.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            throw Stop.Damaged("The compound file is cut off.");
        }

        var file = new CompoundFile(content, header);
        file.ReadShortSectorTable(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(60)));
        file.ReadDirectory(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48)));
        return file;
    }

    /// <summary>Opens a stream from its start; null = there is none of that name.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    public ChainedStream? OpenStream(string name)
    {
        if (!_streams.TryGetValue(name, out (uint Start, long Size) stream))
        {
            return null;
        }

        bool isShort = stream.Size < LeastLongStream;
        List<long> places = isShort
            ? [.. Chain(stream.Start, _nextShort).Select(ShortPlace)]
            : [.. Chain(stream.Start, _next).Select(sector => ((long)sector + 1) * _sectorBytes)];
        return new ChainedStream(_content, places, isShort ? ShortSectorBytes : _sectorBytes, stream.Size);
    }

    private long ShortPlace(uint sector)
    {
        long at = (long)sector * ShortSectorBytes;
        int container = (int)Math.Min(at / _sectorBytes, int.MaxValue);
        return container < _shortSectors.Count
            ? (((long)_shortSectors[container] + 1) * _sectorBytes) + (at % _sectorBytes)
            : throw Stop.Damaged("The compound file leads to a sector outside the file: it is cut off.");
    }

    // [MS-CFB] 2.4: short streams share the root's sectors and have a table of their own.
    private void ReadShortSectorTable(uint first)
    {
        var table = new List<uint>();
        byte[] sector = new byte[_sectorBytes];
        foreach (uint number in Chain(first, _next))
        {
            ReadSector(number, sector);
            for (int offset = 0; offset < _sectorBytes; offset += 4)
            {
                table.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(offset)));
            }
        }

        _nextShort = [.. table];
    }

    private uint[] ReadSectorTable(byte[] header)
    {
        uint tableSectors = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(44));
        if (tableSectors > _sectorCount)
        {
            throw Stop.Damaged("The compound file states more sectors than it has.");
        }

        int perSector = _sectorBytes / 4;
        var next = new uint[checked((int)tableSectors * perSector)];
        byte[] sector = new byte[_sectorBytes];
        byte[] list = header;
        int offset = 76;
        int end = HeaderBytes;
        uint listSector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68));
        int visited = 0;
        for (int i = 0; i < tableSectors; i++)
        {
            if (offset == end)
            {
                // [MS-CFB] 2.5: the last entry of a DIFAT sector leads to the next one.
                if (listSector >= LastRegularSector || ++visited > tableSectors)
                {
                    throw Stop.Damaged("The compound file's list of sectors ends early or loops.");
                }

                list = new byte[_sectorBytes];
                ReadSector(listSector, list);
                (offset, end) = (0, _sectorBytes - 4);
                listSector = BinaryPrimitives.ReadUInt32LittleEndian(list.AsSpan(end));
            }

            ReadSector(BinaryPrimitives.ReadUInt32LittleEndian(list.AsSpan(offset)), sector);
            offset += 4;
            for (int j = 0; j < perSector; j++)
            {
                next[(i * perSector) + j] = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(j * 4));
            }
        }

        return next;
    }

    private void ReadDirectory(uint first)
    {
        byte[] sector = new byte[_sectorBytes];
        foreach (uint number in Chain(first, _next))
        {
            ReadSector(number, sector);
            for (int offset = 0; offset < _sectorBytes && Names.Count < MaximumDirectoryEntries; offset += DirectoryEntryBytes)
            {
                ReadEntry(sector.AsSpan(offset, DirectoryEntryBytes));
            }
        }
    }

    private void ReadEntry(ReadOnlySpan<byte> entry)
    {
        int nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        byte type = entry[66];
        if (type is not (1 or 2 or 5) || nameBytes is < 2 or > 64)
        {
            return;
        }

        string name = Encoding.Unicode.GetString(entry[..(nameBytes - 2)]);
        Names.Add(name);
        uint start = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);

        if (type == 5)
        {
            _shortSectors = [.. Chain(start, _next)];
        }
        else if (type == 2)
        {
            // Streams below 4,096 bytes lie in the root's sectors; the others have a chain of their own.
            bool isShort = size < LeastLongStream;
            long sectors = size == 0 ? 0 : Chain(start, isShort ? _nextShort : _next).LongCount();
            if (sectors * (isShort ? ShortSectorBytes : _sectorBytes) < size)
            {
                throw Stop.Damaged($"The compound file's stream '{name}' is cut off.");
            }

            _streams.TryAdd(name, (start, size));
        }
    }

    private static IEnumerable<uint> Chain(uint first, uint[] next)
    {
        long count = 0;
        for (uint sector = first; sector != EndOfChain; sector = next[(int)sector])
        {
            if (sector >= LastRegularSector || sector >= next.Length)
            {
                yield break;
            }

            if (++count > next.Length)
            {
                throw Stop.Damaged("The compound file's sectors form a loop.");
            }

            yield return sector;
        }
    }

    private void ReadSector(uint number, byte[] sector)
    {
        long position = ((long)number + 1) * _sectorBytes;
        if (number >= LastRegularSector || position >= _content.Length)
        {
            throw Stop.Damaged("The compound file leads to a sector outside the file: it is cut off.");
        }

        _content.Position = position;
        int read = _content.ReadAtLeast(sector, _sectorBytes, throwOnEndOfStream: false);
        sector.AsSpan(read).Clear();
    }
}
