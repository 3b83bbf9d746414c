using System.Buffers;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>Reads a text in which tables are drawn with box characters as if their upright lines were bars: <c>│</c>, <c>┃</c> and <c>║</c> read as
/// <c>|</c>.</summary>
/// <param name="text">The text; closed with the reader.</param>
internal sealed class BarTextReader(TextReader text) : TextReader
{
    private static readonly SearchValues<char> Upright = SearchValues.Create("\u2502\u2503\u2551");

    /// <summary>Whether a text has upright lines.</summary>
    public static bool HasUpright(ReadOnlySpan<char> text) => text.ContainsAny(Upright);

    /// <summary>Turns the upright lines of a text into bars, in place.</summary>
    public static void ToBars(Span<char> text)
    {
        for (int at = text.IndexOfAny(Upright); at >= 0; at = text.IndexOfAny(Upright))
        {
            text[at] = '|';
            text = text[(at + 1)..];
        }
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        int read = text.Read(buffer);
        ToBars(buffer[..read]);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }
}
