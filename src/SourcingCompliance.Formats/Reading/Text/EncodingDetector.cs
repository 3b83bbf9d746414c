using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// Works out the encoding of a text: by its byte-order mark, by the zero bytes of UTF-16, by the escape sequences of mails, by being valid UTF-8
/// as a whole, and otherwise by the words that its bytes would be in each of the code pages that bills of materials come in.
/// </summary>
internal static class EncodingDetector
{
    private const int ChunkBytes = 64 * 1024;
    private const int SampleBytes = 256 * 1024;

    /// <summary>A text is UTF-8 with a few broken places when it has this many sound sequences for each broken one.</summary>
    private const int SoundPerBroken = 20;

    static EncodingDetector() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the whole stream and leaves it at its start.</summary>
    public static DetectedEncoding Detect(Stream content)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            content.Position = 0;
            int length = content.ReadAtLeast(buffer.AsSpan(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false);
            ReadOnlySpan<byte> head = buffer.AsSpan(0, length);
            DetectedEncoding found = FromPreamble(head) ?? FromZeroBytes(head) ?? EscapeSequences.Detect(head)
                ?? (IsUtf8(content, buffer, length) ? Utf8With(broken: 0) : FromContent(content, buffer));
            content.Position = 0;
            return found;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static DetectedEncoding? FromPreamble(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(new UTF8Encoding(true), "UTF-8", 3, false, false, 0),
        [0xFF, 0xFE, 0, 0, ..] => new(Encoding.UTF32, "UTF-32", 4, false, false, 0),
        [0xFF, 0xFE, ..] => new(Encoding.Unicode, "UTF-16", 2, false, false, 0),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, "UTF-16 big-endian", 2, false, false, 0),
        _ => null,
    };

    private static DetectedEncoding? FromZeroBytes(ReadOnlySpan<byte> head) => WideText.Detect(head) is { } wide
        ? new(wide, wide.Equals(Encoding.Unicode) ? "UTF-16" : "UTF-16 big-endian", 0, true, false, 0)
        : null;

    private static DetectedEncoding Utf8With(int broken) => new(new UTF8Encoding(false), "UTF-8", 0, false, false, broken);

    // Nearly every text is; then nothing of it need be kept.
    private static bool IsUtf8(Stream content, byte[] buffer, int length)
    {
        while (length > 0)
        {
            int usable = WithoutCutSequence(buffer.AsSpan(0, length));
            if (!Utf8.IsValid(buffer.AsSpan(0, usable)))
            {
                return false;
            }

            int rest = length - usable;
            buffer.AsSpan(usable, rest).CopyTo(buffer);
            int read = content.ReadAtLeast(buffer.AsSpan(rest, ChunkBytes - rest), ChunkBytes - rest, throwOnEndOfStream: false);
            if (read == 0 && rest > 0)
            {
                return false;
            }

            length = rest + read;
        }

        return true;
    }

    private static DetectedEncoding FromContent(Stream content, byte[] buffer)
    {
        content.Position = 0;
        int length = content.ReadAtLeast(buffer.AsSpan(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false);
        var sample = new ArrayBufferWriter<byte>();
        int sound = 0;
        int broken = 0;
        while (length > 0)
        {
            int usable = WithoutCutSequence(buffer.AsSpan(0, length));
            ReadOnlySpan<byte> chunk = buffer.AsSpan(0, usable);
            if (!Ascii.IsValid(chunk) && sample.WrittenCount < SampleBytes)
            {
                sample.Write(chunk);
                Count(chunk, ref sound, ref broken);
            }
            else if (!Utf8.IsValid(chunk))
            {
                broken++;
            }

            int rest = length - usable;
            buffer.AsSpan(usable, rest).CopyTo(buffer);
            int read = content.ReadAtLeast(buffer.AsSpan(rest, ChunkBytes - rest), ChunkBytes - rest, throwOnEndOfStream: false);
            if (read == 0 && rest > 0)
            {
                broken++;
                sample.Write(buffer.AsSpan(0, rest));
                break;
            }

            length = rest + read;
        }

        return broken == 0 || sound > (long)broken * SoundPerBroken
            ? Utf8With(broken)
            : EncodingLikelihood.MostLikely(sample.WrittenSpan);
    }

    private static void Count(ReadOnlySpan<byte> chunk, ref int sound, ref int broken)
    {
        while (true)
        {
            int at = chunk.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (at < 0)
            {
                return;
            }

            chunk = chunk[at..];
            if (Rune.DecodeFromUtf8(chunk, out _, out int consumed) == OperationStatus.Done)
            {
                sound++;
            }
            else
            {
                broken++;
            }

            chunk = chunk[consumed..];
        }
    }

    /// <summary>The length without a UTF-8 sequence that the chunk's end cuts in two.</summary>
    private static int WithoutCutSequence(ReadOnlySpan<byte> chunk)
    {
        for (int back = 1; back <= 3 && back < chunk.Length; back++)
        {
            byte value = chunk[^back];
            if (value >= 0xC0)
            {
                int needed = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
                return needed > back ? chunk.Length - back : chunk.Length;
            }

            if (value < 0x80)
            {
                break;
            }
        }

        return chunk.Length;
    }
}
