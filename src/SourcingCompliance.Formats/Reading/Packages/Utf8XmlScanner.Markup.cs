using System.Text;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <content>How tags, sections and declarations are read.</content>
internal sealed partial class Utf8XmlScanner
{
    /// <summary>Reads the tag after a <c>&lt;</c>; false = the buffer does not hold all of it.</summary>
    private bool TryReadMarkup(int at)
    {
        if (at >= _end)
        {
            return false;
        }

        _attributes.Clear();
        return _buffer[at] switch
        {
            (byte)'/' => TryReadEndTag(at + 1),
            (byte)'?' => TryReadSection(at + 1, "?>"u8, Utf8XmlToken.Other),
            (byte)'!' => TryReadDeclaration(at + 1),
            _ => TryReadStartTag(at),
        };
    }

    private bool TryReadEndTag(int at)
    {
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(0, _end);
        int nameStart = at;
        int nameEnd = Utf8XmlSyntax.EndOfName(bytes, ref nameStart);
        int end = Utf8XmlSyntax.AfterBlanks(bytes, nameEnd);
        if (end >= bytes.Length)
        {
            return false;
        }

        (_nameStart, _nameEnd) = (nameStart, nameEnd);
        _at = bytes[end] == '>' ? end + 1 : throw Utf8XmlSyntax.Malformed();
        Token = Utf8XmlToken.End;
        Depth--;
        _open.Close(bytes[at..nameEnd]);
        return true;
    }

    private bool TryReadSection(int at, ReadOnlySpan<byte> closing, Utf8XmlToken token)
    {
        int length = _buffer.AsSpan(at, _end - at).IndexOf(closing);
        if (length < 0)
        {
            return false;
        }

        (_nameStart, _nameEnd) = (at, at + length);
        _at = at + length + closing.Length;
        Token = token;
        return true;
    }

    private bool TryReadDeclaration(int at)
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(at, _end - at);
        if (rest.StartsWith("--"u8))
        {
            return TryReadSection(at + 2, "-->"u8, Utf8XmlToken.Other);
        }

        if (rest.StartsWith("[CDATA["u8))
        {
            return TryReadSection(at + 7, "]]>"u8, Utf8XmlToken.CharacterData);
        }

        return rest.Length < 7 && !_isAtEnd
            ? false
            : throw Stop.Damaged("The XML of the file contains a document type declaration, which no spreadsheet program writes.");
    }

    private bool TryReadStartTag(int at)
    {
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(0, _end);
        int nameStart = at;
        int i = Utf8XmlSyntax.EndOfName(bytes, ref nameStart);
        int nameEnd = i;
        (_nameStart, _nameEnd) = (nameStart, i);
        while (true)
        {
            i = Utf8XmlSyntax.AfterBlanks(bytes, i);
            if (i >= bytes.Length)
            {
                return false;
            }

            if (bytes[i] == '>')
            {
                _open.Open(bytes[at..nameEnd]);
                return Opened(i + 1, Utf8XmlToken.Start);
            }

            if (bytes[i] == '/')
            {
                return i + 1 >= bytes.Length ? false
                    : bytes[i + 1] == '>' ? Opened(i + 2, Utf8XmlToken.Empty)
                    : throw Utf8XmlSyntax.Malformed();
            }

            i = _attributes.Read(bytes, i);
            if (i < 0)
            {
                return false;
            }
        }
    }
}
