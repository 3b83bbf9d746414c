using System.Text;
using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>Joins the runs of a rich text (§18.4.8); phonetic runs are left out, they repeat the text in another script.</summary>
/// <param name="scanner">Stands on the start tag around the text.</param>
/// <param name="limits">What a file may cost at the most.</param>
internal sealed class RichText(Utf8XmlScanner scanner, ReadLimits limits)
{
    private byte[] _joined = new byte[256];
    private int _length;

    /// <summary>Reads up to the end tag of that name and gives the text as UTF-8, valid until the scanner moves on.</summary>
    /// <exception cref="ReadingStoppedException">The XML is damaged or the text too long.</exception>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> closing)
    {
        _length = 0;
        int depth = scanner.Depth;
        int phoneticDepth = int.MaxValue;
        bool isText = false;
        while (scanner.Read())
        {
            if (isText)
            {
                AppendDecoded(scanner.Text);
                if (scanner.Token == Utf8XmlToken.CharacterData)
                {
                    Append(scanner.CharacterData);
                }
            }

            switch (scanner.Token)
            {
                case Utf8XmlToken.Start when scanner.Name.SequenceEqual("rPh"u8):
                    phoneticDepth = Math.Min(phoneticDepth, scanner.Depth);
                    break;
                case Utf8XmlToken.Start when scanner.Name.SequenceEqual("t"u8):
                    isText = scanner.Depth < phoneticDepth;
                    break;
                case Utf8XmlToken.Start when !scanner.Name.SequenceEqual("r"u8):
                    SkipNoText();
                    break;
                case Utf8XmlToken.End:
                    isText = false;
                    phoneticDepth = scanner.Depth < phoneticDepth ? int.MaxValue : phoneticDepth;
                    if (scanner.Depth < depth)
                    {
                        return scanner.Name.SequenceEqual(closing)
                            ? _joined.AsSpan(0, _length)
                            : throw Stop.Damaged("The XML of the file is malformed: elements overlap.");
                    }

                    break;
            }
        }

        return default;
    }

    // §18.4.4, §18.4.6: formats of a run and of phonetic texts hold no text; anything else has no place here.
    private void SkipNoText()
    {
        if (scanner.Name.SequenceEqual("rPr"u8) || scanner.Name.SequenceEqual("phoneticPr"u8) || scanner.Name.SequenceEqual("extLst"u8))
        {
            scanner.SkipElement();
        }
        else
        {
            throw Utf8XmlSyntax.Unexpected(scanner.Name, "the runs of a text");
        }
    }

    private void AppendDecoded(ReadOnlySpan<byte> raw)
    {
        if (XmlCharacters.IsPlain(raw))
        {
            Append(raw);
        }
        else
        {
            Append(Encoding.UTF8.GetBytes(XmlCharacters.Decode(raw)));
        }
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        if (_length + utf8.Length > _joined.Length)
        {
            if ((_length + utf8.Length) / 4 > limits.MaximumCellCharacters)
            {
                throw Stop.AtLimit("characters in one cell", limits.MaximumCellCharacters, nameof(ReadLimits.MaximumCellCharacters));
            }

            Array.Resize(ref _joined, Math.Max(_joined.Length * 2, _length + utf8.Length));
        }

        utf8.CopyTo(_joined.AsSpan(_length));
        _length += utf8.Length;
    }
}
