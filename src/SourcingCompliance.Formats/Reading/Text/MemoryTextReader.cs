namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>Reads characters that somebody else holds, without a string of them.</summary>
/// <param name="text">The characters; they stay as they are while they are read.</param>
internal sealed class MemoryTextReader(ReadOnlyMemory<char> text) : TextReader
{
    private int _next;

    /// <inheritdoc/>
    public override int Peek() => _next < text.Length ? text.Span[_next] : -1;

    /// <inheritdoc/>
    public override int Read() => _next < text.Length ? text.Span[_next++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        int length = Math.Min(buffer.Length, text.Length - _next);
        text.Span.Slice(_next, length).CopyTo(buffer);
        _next += length;
        return length;
    }
}
