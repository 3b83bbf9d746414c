using SourcingCompliance.Boms;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>
/// Finds the merged ranges of a sheet, which stand after its rows. Only inflates and searches, does not parse, so it costs a fraction
/// of a reading pass.
/// </summary>
internal static class MergedRangeScanner
{
    private const int ChunkBytes = 64 * 1024;
    private const int LongestTag = 256;

    /// <summary>The ranges that span several rows; the sheet is closed afterwards.</summary>
    /// <exception cref="ReadingStoppedException">A limit was reached.</exception>
    public static List<MergedRange> Scan(Stream sheet, ReadLimits limits)
    {
        var ranges = new List<MergedRange>();
        int count = 0;
        using (sheet)
        {
            byte[] buffer = new byte[ChunkBytes + LongestTag];
            int kept = 0;
            while (true)
            {
                int read = sheet.Read(buffer.AsSpan(kept, ChunkBytes));
                int end = kept + read;
                ReadOnlySpan<byte> chunk = buffer.AsSpan(0, end);
                int at = 0;
                while (true)
                {
                    int found = chunk[at..].IndexOf("mergeCell "u8);
                    if (found < 0 || (read > 0 && at + found > end - LongestTag))
                    {
                        at = found < 0 ? Math.Max(at, end - LongestTag) : at + found;
                        break;
                    }

                    at += found + 10;
                    if (++count > limits.MaximumMergedRanges)
                    {
                        throw Stop.AtLimit("merged ranges", limits.MaximumMergedRanges, nameof(ReadLimits.MaximumMergedRanges));
                    }

                    Add(chunk[at..], ranges);
                }

                if (read == 0)
                {
                    return ranges;
                }

                kept = end - at;
                buffer.AsSpan(at, kept).CopyTo(buffer);
            }
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
