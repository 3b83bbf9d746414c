using SourcingCompliance.Boms;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// A sliding window over decoded text: grows only as far as the cell that is being read needs it, so a line without end stays bounded.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="maximumCellCharacters">Characters of one cell at the most.</param>
internal sealed class CharacterWindow(TextReader text, int maximumCellCharacters)
{
    private char[] _buffer = new char[32 * 1024];
    private bool _isAtEnd;

    /// <summary>Where the next unread character stands; after <see cref="Grow"/> it is where <c>keepFrom</c> was moved to.</summary>
    public int Position { get; set; }

    /// <summary>Where the window ends.</summary>
    public int End { get; private set; }

    /// <summary>The characters from a place in the window to its end.</summary>
    public ReadOnlySpan<char> From(int start) => _buffer.AsSpan(start, End - start);

    /// <summary>A part of the window.</summary>
    public Span<char> Between(int start, int end) => _buffer.AsSpan(start, end - start);

    /// <summary>
    /// Reads more, moving what stands from <see cref="Position"/> on to the front of the window (position becomes 0);
    /// other places in the window move by the same distance. False at the end of the text.
    /// </summary>
    /// <exception cref="ReadingStoppedException">The cell is longer than allowed.</exception>
    public bool Grow()
    {
        if (_isAtEnd)
        {
            return false;
        }

        int kept = End - Position;
        if (kept > maximumCellCharacters)
        {
            throw Stop.AtLimit("characters in one cell", maximumCellCharacters, nameof(ReadLimits.MaximumCellCharacters));
        }

        if (kept == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        if (Position > 0)
        {
            _buffer.AsSpan(Position, kept).CopyTo(_buffer);
            Position = 0;
        }

        int read = text.Read(_buffer, kept, _buffer.Length - kept);
        End = kept + read;
        _isAtEnd = read == 0;
        return read > 0;
    }
}
