namespace SourcingCompliance.Lines.Storage;

/// <summary>A text that is kept beyond its row, without a string for each.</summary>
internal sealed class KeptText
{
    private char[] _characters = [];
    private int _length;

    /// <summary>The text.</summary>
    public ReadOnlySpan<char> Span => _characters.AsSpan(0, _length);

    /// <summary>Keeps a text in place of the one before.</summary>
    public void Set(ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length)
        {
            _characters = new char[text.Length * 2];
        }

        text.CopyTo(_characters);
        _length = text.Length;
    }
}
