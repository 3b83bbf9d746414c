using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>
/// The shared strings of a workbook, kept once as UTF-8 in large blocks. A million of them cost what their text costs.
/// </summary>
internal sealed class SharedStrings
{
    private const int BlockBytes = 1 << 20;

    /// <summary>What an entry costs besides its text, so that a table of empty texts has an end too.</summary>
    private const int OverheadCharacters = 32;

    private readonly List<byte[]> _blocks = [];
    private long[] _starts = new long[1024];
    private int[] _lengths = new int[1024];
    private int _count;
    private int _blockUsed;
    private long _total;

    private static ReadOnlySpan<byte> PlainStart => "<si><t>"u8;

    private static ReadOnlySpan<byte> PlainEnd => "</t></si>"u8;

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>The text of an index; false = there is none.</summary>
    /// <param name="index">0-based index.</param>
    /// <param name="utf8">The text as UTF-8.</param>
    public bool TryGet(int index, out ReadOnlySpan<byte> utf8)
    {
        if (index < 0 || index >= _count)
        {
            utf8 = [];
            return false;
        }

        long start = _starts[index];
        utf8 = _lengths[index] == 0 ? [] : _blocks[(int)(start >> 32)].AsSpan((int)(start & int.MaxValue), _lengths[index]);
        return true;
    }

    /// <summary>Reads the part; a workbook without one has none.</summary>
    /// <exception cref="ReadingStoppedException">The part is damaged or a limit is reached.</exception>
    public static SharedStrings Read(ZipPackage package, string part)
    {
        var strings = new SharedStrings();
        Stream? stream = package.Open(part);
        if (stream is null)
        {
            return strings;
        }

        using var scanner = new Utf8XmlScanner(stream, package.Limits);
        var text = new RichText(scanner, package.Limits);
        bool isTable = false;
        while (strings.AddPlain(scanner, package.Limits) && scanner.Read())
        {
            if (scanner.Token is not (Utf8XmlToken.Start or Utf8XmlToken.Empty))
            {
                continue;
            }

            if (scanner.Name.SequenceEqual("si"u8))
            {
                strings.Add(scanner.Token == Utf8XmlToken.Empty ? default : text.Read("si"u8), package.Limits);
            }
            else if (scanner.Name.SequenceEqual("extLst"u8))
            {
                scanner.SkipElement();
            }
            else if (isTable)
            {
                throw Utf8XmlSyntax.Unexpected(scanner.Name, "the shared texts");
            }
            else
            {
                isTable = scanner.Name.SequenceEqual("sst"u8);
            }
        }

        return strings;
    }

    // Nearly every entry is <si><t>text</t></si>: takes those up to the first that must be read tag by tag; always true.
    private bool AddPlain(Utf8XmlScanner scanner, ReadLimits limits)
    {
        ReadOnlySpan<byte> ahead = scanner.Ahead;
        int taken = 0;
        while (ahead[taken..].StartsWith(PlainStart))
        {
            ReadOnlySpan<byte> rest = ahead[(taken + PlainStart.Length)..];
            int length = rest.IndexOf((byte)'<');
            if (length < 0 || length / 4 > limits.MaximumCellCharacters || !rest[length..].StartsWith(PlainEnd) || !XmlCharacters.IsPlain(rest[..length]))
            {
                break;
            }

            Add(rest[..length], limits);
            taken += PlainStart.Length + length + PlainEnd.Length;
        }

        scanner.Skip(taken);
        return true;
    }

    private void Add(ReadOnlySpan<byte> utf8, ReadLimits limits)
    {
        _total += utf8.Length + OverheadCharacters;
        if (_total > limits.MaximumSharedStringCharacters)
        {
            throw Stop.AtLimit(
                "characters of shared strings", limits.MaximumSharedStringCharacters, nameof(ReadLimits.MaximumSharedStringCharacters));
        }

        if (_count == _lengths.Length)
        {
            Array.Resize(ref _starts, _count * 2);
            Array.Resize(ref _lengths, _count * 2);
        }

        if (_blocks.Count == 0 || _blockUsed + utf8.Length > BlockBytes)
        {
            _blocks.Add(new byte[Math.Max(BlockBytes, utf8.Length)]);
            _blockUsed = 0;
        }

        utf8.CopyTo(_blocks[^1].AsSpan(_blockUsed));
        _starts[_count] = ((long)(_blocks.Count - 1) << 32) | (uint)_blockUsed;
        _lengths[_count] = utf8.Length;
        _blockUsed += utf8.Length;
        _count++;
    }
}
