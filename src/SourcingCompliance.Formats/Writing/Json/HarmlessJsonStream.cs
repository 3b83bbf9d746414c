using System.Buffers;
using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>
/// Passes JSON on so that it can be printed to a terminal or a build log: strings keep their value, but what a terminal or a build system obeys
/// is spelled as <c>\uXXXX</c>: the second of two colons or number signs, control characters beyond ASCII, and marks that change the direction
/// of text. JSON contains none of them outside strings. The bytes are UTF-8.
/// </summary>
/// <param name="inner">Receives the bytes; left open.</param>
public sealed class HarmlessJsonStream(Stream inner) : Stream
{
    private static readonly SearchValues<byte> Candidates =
        SearchValues.Create(":#\u007F"u8.ToArray().Append((byte)0xC2).Append((byte)0xD8).Append((byte)0xE2).ToArray());
    private readonly byte[] _begun = new byte[3];
    private int _begunLength;
    private byte _last;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The same JSON, spelled harmlessly.</summary>
    /// <param name="json">Valid JSON.</param>
    public static string Spell(string json)
    {
        using var output = new MemoryStream();
        using (var stream = new HarmlessJsonStream(output))
        {
            stream.Write(Encoding.UTF8.GetBytes(json));
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            int plain = _begunLength > 0 ? 0 : IndexOfDoubtful(buffer);
            if (plain > 0)
            {
                inner.Write(buffer[..plain]);
                _last = buffer[plain - 1];
                buffer = buffer[plain..];
                continue;
            }

            Take(buffer[0]);
            buffer = buffer[1..];
        }
    }

    // Every property has a colon, so that one alone must not end a run: where the next byte must be looked at closely; the length where none must.
    private int IndexOfDoubtful(ReadOnlySpan<byte> buffer)
    {
        int from = 0;
        while (buffer[from..].IndexOfAny(Candidates) is >= 0 and int found)
        {
            int at = from + found;
            byte before = at > 0 ? buffer[at - 1] : _last;
            if (buffer[at] >= 0x7F || buffer[at] == before)
            {
                return at;
            }

            from = at + 1;
        }

        return buffer.Length;
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private void Take(byte next)
    {
        if (_begunLength == 0 && next < 0x80)
        {
            if (next == 0x7F || next == _last)
            {
                WriteCode(next);
            }
            else
            {
                inner.WriteByte(next);
            }

            _last = next;
            return;
        }

        _begun[_begunLength++] = next;
        if (_begunLength < (_begun[0] == 0xE2 ? 3 : 2))
        {
            return;
        }

        _last = 0;
        if (Rune.DecodeFromUtf8(_begun.AsSpan(0, _begunLength), out Rune rune, out _) == OperationStatus.Done && IsObeyed(rune.Value))
        {
            WriteCode(rune.Value);
        }
        else
        {
            inner.Write(_begun, 0, _begunLength);
        }

        _begunLength = 0;
    }

    private static bool IsObeyed(int code) =>
        code is (>= 0x80 and <= 0x9F) or 0x061C or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private void WriteCode(int code) => inner.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{code:x4}")));
}
