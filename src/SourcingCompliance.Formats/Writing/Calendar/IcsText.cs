using System.Text;

namespace SourcingCompliance.Formats.Writing.Calendar;

/// <summary>Writes the lines of an iCalendar file as RFC 5545 wants them: escaped, folded at 75 octets, ended with CR LF.</summary>
internal sealed class IcsText
{
    // RFC 5545 §3.1: lines should not be longer than 75 octets, without the line break.
    private const int MaximumOctets = 75;

    private readonly StringBuilder _text = new();

    /// <summary>Adds a property whose value needs no escaping: dates, durations, words of the format.</summary>
    public void Add(string name, string value) => AddFolded($"{name}:{value}");

    /// <summary>Adds a property of type TEXT, escaped.</summary>
    public void AddText(string name, string value) => AddFolded($"{name}:{Escape(value)}");

    /// <summary>The file as UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    // RFC 5545 §3.3.11. Other control characters are not allowed in a text and are shown by their code.
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 16);
        foreach (char letter in value.ReplaceLineEndings("\n"))
        {
            switch (letter)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(letter);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                case '\t':
                    escaped.Append(' ');
                    break;
                default:
                    _ = VisibleText.IsObeyed(letter) ? escaped.Append(VisibleText.GetCode(letter)) : escaped.Append(letter);
                    break;
            }
        }

        return escaped.ToString();
    }

    // A fold must not fall inside a character, so that a reader that joins octets and one that joins characters agree. One falls within whatever
    // a build system takes for a command, should the file be printed into its log: the value stays as it is.
    private void AddFolded(string line)
    {
        int octets = 0;
        int last = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaximumOctets || (rune.Value is ':' or '#' && rune.Value == last))
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
            last = rune.Value;
        }

        _text.Append("\r\n");
    }
}
