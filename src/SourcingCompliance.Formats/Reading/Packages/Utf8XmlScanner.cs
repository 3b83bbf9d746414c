using System.Text;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>
/// Reads the tags of a large XML part forward, as spans over one buffer, without a string for any name or value. It does for sheets
/// and shared strings what XmlReader does, at a fraction of its cost; small parts go through <see cref="XmlPart"/>.
/// It knows elements, attributes, the five entities, character references, CDATA, comments; a document type is refused. Spans are valid
/// until the next <see cref="Read"/>.
/// </summary>
internal sealed partial class Utf8XmlScanner : IDisposable
{
    private readonly Stream _content;
    private readonly ReadLimits _limits;
    private readonly Utf8XmlAttributes _attributes = new();
    private readonly OpenElements _open = new();
    private byte[] _buffer = new byte[64 * 1024];
    private int _textStart;
    private int _textEnd;
    private int _nameStart;
    private int _nameEnd;
    private int _at;
    private int _end;
    private bool _isAtEnd;
    private long _discarded;

    /// <summary>Begins to read a part.</summary>
    /// <param name="content">UTF-8, or UTF-16 with a byte-order mark; closed with the scanner.</param>
    /// <param name="limits">What a file may cost at the most.</param>
    public Utf8XmlScanner(Stream content, ReadLimits limits)
    {
        _limits = limits;
        _end = content.ReadAtLeast(_buffer, 4, throwOnEndOfStream: false);
        (_content, IsTranscoded) = XmlEncoding.ToUtf8(content, _buffer.AsSpan(0, _end));
        _end = IsTranscoded ? 0 : _end;
        _at = _buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
    }

    /// <summary>What the scanner stands on.</summary>
    public Utf8XmlToken Token { get; private set; }

    /// <summary>Whether the part is in another encoding than UTF-8, so that offsets are not those of its bytes.</summary>
    public bool IsTranscoded { get; }

    /// <summary>Offset in bytes of the tag that the scanner stands on.</summary>
    public long TagOffset => _discarded + _textEnd;

    /// <summary>How many elements are open; a start tag counts its own.</summary>
    public int Depth { get; private set; }

    /// <summary>Name of the element without its prefix.</summary>
    public ReadOnlySpan<byte> Name => _buffer.AsSpan(_nameStart, _nameEnd - _nameStart);

    /// <summary>Whether the element's name has that prefix.</summary>
    /// <param name="prefix">The prefix with its colon.</param>
    public bool HasPrefix(ReadOnlySpan<byte> prefix) =>
        _nameStart >= prefix.Length && _buffer.AsSpan(_nameStart - prefix.Length, prefix.Length).SequenceEqual(prefix);

    /// <summary>The raw text since the token before; of a CDATA section see <see cref="CharacterData"/>.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(_textStart, _textEnd - _textStart);

    /// <summary>The content of a CDATA section.</summary>
    public ReadOnlySpan<byte> CharacterData => Name;

    /// <summary>Number of attributes.</summary>
    public int AttributeCount => _attributes.Count;

    /// <summary>Name of an attribute without its prefix.</summary>
    public ReadOnlySpan<byte> AttributeName(int index) => _attributes.NameIn(_buffer, index);

    /// <summary>Raw value of an attribute.</summary>
    public ReadOnlySpan<byte> AttributeValue(int index) => _attributes.ValueIn(_buffer, index);

    /// <summary>Raw value of the attribute of that name; empty = there is none.</summary>
    public ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name) => _attributes.Find(_buffer, name);

    /// <summary>The bytes behind the token, as far as they are there. Behind an empty element there are none: it must be left first.</summary>
    public ReadOnlySpan<byte> Ahead => Token == Utf8XmlToken.Empty ? [] : _buffer.AsSpan(_at, _end - _at);

    /// <summary>Goes on behind whole elements at the beginning of <see cref="Ahead"/>.</summary>
    public void Skip(int bytes) => _at += bytes;

    /// <summary>Goes on to the next tag; false after the last.</summary>
    /// <exception cref="ReadingStoppedException">The XML is damaged or a limit is reached.</exception>
    public bool Read()
    {
        if (Token == Utf8XmlToken.Empty)
        {
            Depth--;
        }

        _textStart = _at;
        if (!FindTag())
        {
            return false;
        }

        while (!TryReadMarkup(_textEnd + 1))
        {
            if (!Grow())
            {
                throw Stop.Damaged("The XML of the file ends inside a tag: it is cut off.");
            }
        }

        if (Depth > _limits.MaximumXmlDepth)
        {
            throw Stop.AtLimit("levels of nested XML", _limits.MaximumXmlDepth, nameof(ReadLimits.MaximumXmlDepth));
        }

        return true;
    }

    /// <summary>Goes on to the end of the element on whose tag the scanner stands.</summary>
    /// <exception cref="ReadingStoppedException">The XML is damaged or a limit is reached.</exception>
    public void SkipElement()
    {
        int depth = Token == Utf8XmlToken.Empty ? int.MaxValue : Depth;
        while (Depth >= depth && Read())
        {
        }
    }

    /// <summary>Finds the next tag and sets the end of the text before it; false after the last tag.</summary>
    private bool FindTag()
    {
        int scanned = 0;
        while (true)
        {
            int found = Utf8XmlSyntax.IndexOfTag(_buffer.AsSpan(_textStart + scanned, _end - _textStart - scanned));
            if (found >= 0)
            {
                _textEnd = _textStart + scanned + found;
                return true;
            }

            scanned = _end - _textStart;
            if (!Grow())
            {
                _textEnd = _end;
                _at = _end;
                Token = Utf8XmlToken.None;
                return Depth == 0 ? false : throw Stop.Damaged("The XML of the file ends in the middle: it is cut off.");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    private bool Opened(int at, Utf8XmlToken token)
    {
        _at = at;
        Token = token;
        Depth++;
        return true;
    }

    /// <summary>Reads more, keeping everything from the text's start on; false at the end of the part.</summary>
    private bool Grow()
    {
        if (_isAtEnd)
        {
            return false;
        }

        int kept = _end - _textStart;

        // UTF-8 takes up to four bytes for a character, and a tag stands around the text.
        if (kept / 4 > _limits.MaximumCellCharacters)
        {
            throw Stop.AtLimit("characters in one cell", _limits.MaximumCellCharacters, nameof(ReadLimits.MaximumCellCharacters));
        }

        if (kept == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int moved = _textStart;
        if (moved > 0)
        {
            _buffer.AsSpan(moved, kept).CopyTo(_buffer);
            _textStart = 0;
            _textEnd -= moved;
            _discarded += moved;
        }

        int read = _content.Read(_buffer.AsSpan(kept));
        _end = kept + read;
        _isAtEnd = read == 0;
        return read > 0;
    }
}
