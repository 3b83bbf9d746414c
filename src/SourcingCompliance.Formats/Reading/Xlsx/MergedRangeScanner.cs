using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>
/// Finds the merged ranges of a sheet, which stand after its rows. Only inflates and searches, does not parse, so it costs a fraction
/// of a reading pass.
/// </summary>
internal sealed class MergedRangeScanner
{
    private const int ChunkBytes = 64 * 1024;
    private const int LongestTag = 256;

    private readonly List<MergedRange> _ranges = [];
    private int _count;

    private MergedRangeScanner()
    {
    }

    /// <summary>The ranges that span several rows.</summary>
    public IReadOnlyList<MergedRange> Ranges => _ranges;

    /// <summary>What stopped the search before the sheet's end; null = nothing.</summary>
    public ReadingStoppedException? Failure { get; private set; }

    /// <summary>Searches a sheet and closes it.</summary>
    /// <param name="sheet">The part of the sheet.</param>
    /// <param name="limits">What a file may cost at the most.</param>
    /// <param name="page">Sees the same bytes; null = nobody asks for the texts of pages.</param>
    public static MergedRangeScanner Scan(Stream sheet, ReadLimits limits, PageTexts? page = null)
    {
        var scanner = new MergedRangeScanner();
        try
        {
            using (sheet)
            {
                scanner.Search(sheet, limits, page);
            }
        }
        catch (Exception exception) when (GuardedRows.IsBadInput(exception))
        {
            scanner.Failure = GuardedRows.Explain(exception);
        }

        return scanner;
    }

    private void Search(Stream sheet, ReadLimits limits, PageTexts? page)
    {
        byte[] buffer = new byte[ChunkBytes + LongestTag];
        int kept = 0;
        int read;
        do
        {
            read = sheet.Read(buffer.AsSpan(kept, ChunkBytes));
            int end = kept + read;
            page?.Look(buffer.AsSpan(0, end), read);
            int at = SearchChunk(buffer.AsSpan(0, end), isLast: read == 0, limits);
            kept = end - at;
            buffer.AsSpan(at, kept).CopyTo(buffer);
        }
        while (read > 0);
    }

    /// <summary>Searches a chunk and gives the place from which on it has to be searched again with what follows it.</summary>
    private int SearchChunk(ReadOnlySpan<byte> chunk, bool isLast, ReadLimits limits)
    {
        int at = 0;
        while (true)
        {
            int found = chunk[at..].IndexOf("mergeCell "u8);
            if (found < 0)
            {
                return Math.Max(at, chunk.Length - LongestTag);
            }

            if (!isLast && at + found > chunk.Length - LongestTag)
            {
                return at + found;
            }

            at += found + "mergeCell ".Length;
            if (++_count > limits.MaximumMergedRanges)
            {
                throw Stop.AtLimit("merged ranges", limits.MaximumMergedRanges, nameof(ReadLimits.MaximumMergedRanges));
            }

            Add(chunk[at..], _ranges);
        }
    }

    private static void Add(ReadOnlySpan<byte> attributes, List<MergedRange> ranges)
    {
        int start = attributes.IndexOf("ref="u8);
        if (start < 0 || start + 5 >= attributes.Length)
        {
            return;
        }

        ReadOnlySpan<byte> value = attributes[(start + 5)..];
        int end = value.IndexOfAny((byte)'"', (byte)'\'');
        int colon = value.IndexOf((byte)':');
        if (end > 0 && colon > 0 && colon < end
            && CellAddress.TryParse(value[..colon], out int column, out int firstRow)
            && CellAddress.TryParse(value[(colon + 1)..end], out _, out int lastRow)
            && lastRow > firstRow)
        {
            ranges.Add(new(column, firstRow, lastRow));
        }
    }
}
