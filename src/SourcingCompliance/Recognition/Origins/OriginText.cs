using System.Text;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// A text in normalized form: lower case, accents and width folded, invisible characters gone, one blank between words; and its
/// tokens. A phrase of consecutive tokens is one slice of the key, so looking it up copies nothing. The buffers are used again
/// for the next text: one instance belongs to one thread.
/// </summary>
internal sealed partial class OriginText
{
    private const string Marks = ",;/|+&():%?>=@";

    private readonly OriginTokenWriter _writer = new();
    private string _raw = "";

    /// <summary>The text as given.</summary>
    public string Raw => _raw;

    /// <summary>The tokens of the text.</summary>
    public ReadOnlySpan<OriginToken> Tokens => _writer.Tokens;

    /// <summary>The whole key.</summary>
    public ReadOnlySpan<char> Key => _writer.Key;

    /// <summary>Whether a hyphen or underscore without blanks joins two words of the text, or a tab or several blanks part them.</summary>
    public bool IsLooselyJoined => _writer.IsHyphenated || _writer.IsApart;

    /// <summary>The key of the tokens from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public ReadOnlySpan<char> Phrase(int first, int last) => Key[Tokens[first].KeyStart..Tokens[last].KeyEnd];

    /// <summary>The words as given from one token to another, both included.</summary>
    public string Words(int first, int last) => _raw[Tokens[first].RawStart..Tokens[last].RawEnd];

    /// <summary>The normalized key of a text, as the vocabulary is keyed.</summary>
    public static string GetKey(string text)
    {
        var normalized = new OriginText();
        normalized.Read(text);
        return new string(normalized.Key);
    }

    /// <summary>Where the first token of a normalized key ends, and how many tokens it has. Faster than to read the key again.</summary>
    public static (int FirstEnd, int Tokens) GetTokens(ReadOnlySpan<char> key)
    {
        int firstEnd = 0;
        int tokens = 0;
        for (int i = 0; i < key.Length; i++)
        {
            // Blanks part tokens, and each character of a script without blanks is one.
            bool begins = key[i] != ' ' && (i == 0 || key[i - 1] == ' ' || LetterForms.IsUnspaced(key[i]) || LetterForms.IsUnspaced(key[i - 1]));
            firstEnd = begins && tokens == 1 ? i - (key[i - 1] == ' ' ? 1 : 0) : firstEnd;
            tokens += begins ? 1 : 0;
        }

        return (tokens > 1 ? firstEnd : key.Length, tokens);
    }

    /// <summary>Normalizes a text; its tokens replace those of the text before.</summary>
    public void Read(string text)
    {
        _raw = text;
        _writer.Clear();
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (char.IsSurrogate(character))
            {
                i += ReadSupplementary(text, i);
                continue;
            }

            character = LetterForms.Widen(character);
            if (character is '\uFF9E' or '\uFF9F')
            {
                _writer.Voice(character);
                continue;
            }

            ReadCharacter(text, i, character);
        }

        _writer.EndToken(text.Length);
    }

    private void ReadCharacter(string text, int at, char character)
    {
        if (char.IsAsciiLetterOrDigit(character))
        {
            _writer.Append(at, character);
        }
        else if (LetterForms.IsOptionalMark(character))
        {
            _writer.NoteAccent();
        }
        else if (IsInvisible(character))
        {
            return;
        }
        else if (LetterForms.IsUnspaced(character))
        {
            _writer.EndToken(at);
            _writer.Append(at, character);
            _writer.EndToken(at + 1);
        }
        else if (char.IsLetterOrDigit(character) || IsCombining(character))
        {
            _writer.Append(at, character);
        }
        else
        {
            ReadPunctuation(text, at, character);
        }
    }
}
