using System.Text;

namespace SourcingCompliance.Recognition.Origins;

/// <content>How single characters are read.</content>
internal sealed partial class OriginText
{
    private void ReadPunctuation(string text, int at, char character)
    {
        switch (character)
        {
            case '\'' when _writer.IsInToken:
                _writer.NoteApostrophe();
                break;
            case '.' when _writer.IsInToken && ContinuesAfterStop(text, at):
                // 15.6 is not the number of China; the stops of P.R.C. mean nothing.
                if (char.IsAsciiDigit(_writer.Key[^1]))
                {
                    _writer.AppendPoint();
                }

                break;
            case '.':
                _writer.EndToken(at);
                _writer.NoteStop(at);
                break;
            case '?' when _writer.IsInToken && IsLostApostrophe(text, at):
                _writer.NoteApostrophe();
                break;
            case '-' or '_' when _writer.IsInToken && at + 1 < text.Length && IsWordCharacter(text[at + 1]):
                _writer.EndToken(at);
                _writer.NoteHyphen();
                break;
            case '-' or '_':
                _writer.EndToken(at);
                if (!_writer.Tokens.IsEmpty && at + 1 < text.Length)
                {
                    _writer.AppendMark(at, '-');
                }

                break;
            case '\n' or '\r' or '\u2028':
                _writer.EndToken(at);
                if (!_writer.Tokens.IsEmpty)
                {
                    _writer.AppendMark(at, ';');
                }

                break;
            case '\\' or '~' or '*' or '^' or '¦' or '‖':
                // Nobody parts countries like this in print, but people who type do ("CHINA\TAIWAN").
                _writer.EndToken(at);
                _writer.AppendMark(at, '/');
                break;
            case '\t':
                _writer.EndToken(at);
                _writer.NoteApart();
                break;
            case ' ' when at > 0 && LetterForms.Widen(text[at - 1]) == ' ':
                _writer.NoteApart();
                break;
            default:
                _writer.EndToken(at);
                if (Marks.Contains(character, StringComparison.Ordinal))
                {
                    _writer.AppendMark(at, character);
                }

                break;
        }
    }

    // Exports that lose a typographic apostrophe leave a question mark: "Cote d?Ivoire".
    private bool IsLostApostrophe(string text, int at) =>
        at - _writer.RawStart == 1 && at + 2 < text.Length && char.IsLetter(text[at + 1]) && char.IsLetter(text[at + 2]);

    // A full stop inside initials (P.R.C.) or a number (2.54) ends no token.
    private bool ContinuesAfterStop(string text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return false;
        }

        char next = LetterForms.Widen(text[at + 1]);
        bool afterDigit = char.IsAsciiDigit(_writer.Key[^1]);
        if (afterDigit)
        {
            return char.IsAsciiDigit(next);
        }

        bool singleBefore = at - 1 == _writer.RawStart || (at >= 2 && LetterForms.Widen(text[at - 2]) == '.');
        bool singleAfter = char.IsLetter(next) && (at + 2 >= text.Length || !char.IsLetterOrDigit(LetterForms.Widen(text[at + 2])));
        return singleBefore && singleAfter && !LetterForms.IsUnspaced(next);
    }

    // Returns how many characters beyond the first one were used.
    private int ReadSupplementary(string text, int at)
    {
        if (Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out int used) != System.Buffers.OperationStatus.Done)
        {
            _writer.EndToken(at);
            return 0;
        }

        int value = rune.Value;
        if (value is >= 0x1F1E6 and <= 0x1F1FF)
        {
            bool isSecond = _writer.IsHalfFlag;
            if (!isSecond)
            {
                _writer.EndToken(at);
            }

            _writer.Append(at, (char)('A' + value - 0x1F1E6));
            _writer.NoteFlag();
            if (isSecond)
            {
                _writer.EndToken(at + used);
            }
        }
        else if (value is >= 0x1D400 and <= 0x1D6A3)
        {
            // Mathematical letters: alphabets of 52, capitals first.
            int letter = (value - 0x1D400) % 52;
            _writer.Append(at, (char)(letter < 26 ? 'A' + letter : 'a' + letter - 26));
        }
        else if (value is >= 0x1F130 and <= 0x1F189)
        {
            int letter = (value - 0x1F130) % 32;
            _writer.Append(at, (char)('A' + Math.Min(letter, 25)));
        }
        else if (value is not (>= 0xE0000 and <= 0xE007F))
        {
            _writer.EndToken(at);
        }

        return used - 1;
    }

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(LetterForms.Widen(character)) || char.IsSurrogate(character);

    private static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format || character is '\uFE0E' or '\uFE0F' or '\u034F';

    private static bool IsCombining(char character) => char.GetUnicodeCategory(character)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
