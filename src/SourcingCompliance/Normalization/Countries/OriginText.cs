using System.Text;

namespace SourcingCompliance.Normalization.Countries;

/// <summary>
/// A text in normalised form: lower case, accents and width folded, invisible characters gone, one blank between words; and its
/// tokens. A phrase of consecutive tokens is one slice of the key, so looking it up copies nothing. The buffers are used again
/// for the next text: one instance belongs to one thread.
/// </summary>
internal sealed class OriginText
{
    private const string Marks = ",;/|+&():%?>=@";

    private char[] _key = new char[256];
    private OriginToken[] _tokens = new OriginToken[32];
    private int _keyLength;
    private int _count;
    private string _raw = "";

    // The token under construction.
    private int _rawStart = -1;
    private int _keyStart;
    private int _apostropheAt;
    private bool _hasUpper;
    private bool _hasLower;
    private bool _startsUpper;
    private bool _isAccented;
    private bool _hasLetter;
    private bool _isFlag;
    private bool _hyphenPending;
    private bool _stopPending;

    /// <summary>The text as given.</summary>
    public string Raw => _raw;

    /// <summary>The tokens of the text.</summary>
    public ReadOnlySpan<OriginToken> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>The whole key.</summary>
    public ReadOnlySpan<char> Key => _key.AsSpan(0, _keyLength);

    /// <summary>Whether a hyphen without blanks joins two words of the text.</summary>
    public bool IsHyphenated { get; private set; }

    /// <summary>The key of the tokens from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public ReadOnlySpan<char> Phrase(int first, int last) => _key.AsSpan(_tokens[first].KeyStart, _tokens[last].KeyEnd - _tokens[first].KeyStart);

    /// <summary>The words as given from one token to another, both included.</summary>
    public string Words(int first, int last) => _raw[_tokens[first].RawStart.._tokens[last].RawEnd];

    /// <summary>The normalised key of a text, as the vocabulary is keyed.</summary>
    public static string KeyOf(string text)
    {
        var normalized = new OriginText();
        normalized.Read(text);
        return new string(normalized.Key);
    }

    /// <summary>Normalises a text; its tokens replace those of the text before.</summary>
    public void Read(string text)
    {
        _raw = text;
        _keyLength = 0;
        _count = 0;
        _rawStart = -1;
        _hyphenPending = false;
        _stopPending = false;
        IsHyphenated = false;
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
                if (_keyLength > 0)
                {
                    _key[_keyLength - 1] = LetterForms.Voice(_key[_keyLength - 1], character);
                }

                continue;
            }

            ReadCharacter(text, i, character);
        }

        EndToken(text.Length);
    }

    private void ReadCharacter(string text, int at, char character)
    {
        if (char.IsAsciiLetterOrDigit(character))
        {
            Append(at, character);
        }
        else if (LetterForms.IsOptionalMark(character))
        {
            _isAccented |= _rawStart >= 0;
        }
        else if (IsInvisible(character))
        {
            return;
        }
        else if (LetterForms.IsUnspaced(character))
        {
            EndToken(at);
            Append(at, character);
            EndToken(at + 1);
        }
        else if (char.IsLetterOrDigit(character) || IsCombining(character))
        {
            Append(at, character);
        }
        else
        {
            ReadPunctuation(text, at, character);
        }
    }

    private void ReadPunctuation(string text, int at, char character)
    {
        switch (character)
        {
            case '\'' when _rawStart >= 0:
                _apostropheAt = _apostropheAt < 0 ? _keyLength - _keyStart : _apostropheAt;
                break;
            case '.' when _rawStart >= 0 && ContinuesAfterStop(text, at):
                break;
            case '.':
                EndToken(at);
                _stopPending = true;
                break;
            case '-' when _rawStart >= 0 && at + 1 < text.Length && IsWordCharacter(text[at + 1]):
                EndToken(at);
                _hyphenPending = true;
                break;
            case '-':
                EndToken(at);
                if (_count > 0 && at + 1 < text.Length)
                {
                    AppendMark(at, '-');
                }

                break;
            case '\n' or '\r' or '\u2028':
                EndToken(at);
                if (_count > 0)
                {
                    AppendMark(at, ';');
                }

                break;
            default:
                EndToken(at);
                if (Marks.Contains(character, StringComparison.Ordinal))
                {
                    AppendMark(at, character);
                }

                break;
        }
    }

    // A full stop inside initials (P.R.C.) or a number (2.54) ends no token.
    private bool ContinuesAfterStop(string text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return false;
        }

        char next = LetterForms.Widen(text[at + 1]);
        bool afterDigit = char.IsAsciiDigit(_key[_keyLength - 1]);
        if (afterDigit)
        {
            return char.IsAsciiDigit(next);
        }

        bool singleBefore = at - 1 == _rawStart || (at >= 2 && LetterForms.Widen(text[at - 2]) == '.');
        bool singleAfter = char.IsLetter(next) && (at + 2 >= text.Length || !char.IsLetterOrDigit(LetterForms.Widen(text[at + 2])));
        return singleBefore && singleAfter && !LetterForms.IsUnspaced(next);
    }

    private void Append(int at, char character)
    {
        if (_rawStart < 0)
        {
            _rawStart = at;
            if (_keyLength > 0 && !(LetterForms.IsUnspaced(character) && LetterForms.IsUnspaced(_key[_keyLength - 1])))
            {
                Write(' ');
            }

            _keyStart = _keyLength;
            _apostropheAt = -1;
            _hasUpper = _hasLower = _isAccented = _hasLetter = _isFlag = false;
            _startsUpper = char.IsUpper(character);
        }

        _hasLetter |= !char.IsDigit(character);
        char lower = char.ToLowerInvariant(character);
        _hasUpper |= lower != character || char.IsUpper(character);
        _hasLower |= char.IsLower(character);
        if (LetterForms.PlainFormOf(lower) is string plain)
        {
            _isAccented = true;
            foreach (char letter in plain)
            {
                Write(letter);
            }
        }
        else
        {
            Write(lower);
        }
    }

    private void EndToken(int at)
    {
        if (_rawStart < 0)
        {
            return;
        }

        IsHyphenated |= _hyphenPending;
        Add(new OriginToken
        {
            Shape = _hasLetter ? TokenShape.Word : TokenShape.Number,
            RawStart = _rawStart,
            RawEnd = at,
            KeyStart = _keyStart,
            KeyEnd = _keyLength,
            ApostropheAt = _apostropheAt == _keyLength - _keyStart ? -1 : _apostropheAt,
            IsUpper = _hasUpper && !_hasLower,
            IsCapitalized = _startsUpper,
            IsAccented = _isAccented,
            IsFlag = _isFlag,
            IsHyphenated = _hyphenPending,
            FollowsStop = _stopPending,
        });
        _rawStart = -1;
        _hyphenPending = false;
        _stopPending = false;
    }

    private void AppendMark(int at, char mark)
    {
        if (_keyLength > 0)
        {
            Write(' ');
        }

        int start = _keyLength;
        Write(mark);
        Add(new OriginToken
        {
            Shape = TokenShape.Mark,
            RawStart = at,
            RawEnd = at + 1,
            KeyStart = start,
            KeyEnd = _keyLength,
            ApostropheAt = -1,
            IsUpper = false,
            IsCapitalized = false,
            IsAccented = false,
            IsFlag = false,
            IsHyphenated = false,
            FollowsStop = _stopPending,
        });
        _stopPending = false;
    }

    // Returns how many characters beyond the first one were used.
    private int ReadSupplementary(string text, int at)
    {
        if (Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out int used) != System.Buffers.OperationStatus.Done)
        {
            EndToken(at);
            return 0;
        }

        int value = rune.Value;
        if (value is >= 0x1F1E6 and <= 0x1F1FF)
        {
            if (_rawStart < 0 || !_isFlag || _keyLength - _keyStart == 2)
            {
                EndToken(at);
                Append(at, (char)('A' + value - 0x1F1E6));
                _isFlag = true;
            }
            else
            {
                Append(at, (char)('A' + value - 0x1F1E6));
                EndToken(at + used);
            }
        }
        else if (value is >= 0x1D400 and <= 0x1D6A3)
        {
            // Mathematical letters: alphabets of 52, capitals first.
            int letter = (value - 0x1D400) % 52;
            Append(at, (char)(letter < 26 ? 'A' + letter : 'a' + letter - 26));
        }
        else if (value is >= 0x1F130 and <= 0x1F189)
        {
            int letter = (value - 0x1F130) % 32;
            Append(at, (char)('A' + Math.Min(letter, 25)));
        }
        else if (value is not (>= 0xE0000 and <= 0xE007F))
        {
            EndToken(at);
        }

        return used - 1;
    }

    private void Add(OriginToken token)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
        }

        _tokens[_count++] = token;
    }

    private void Write(char character)
    {
        if (_keyLength == _key.Length)
        {
            Array.Resize(ref _key, _keyLength * 2);
        }

        _key[_keyLength++] = character;
    }

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(LetterForms.Widen(character)) || char.IsSurrogate(character);

    private static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format || character is '\uFE0E' or '\uFE0F' or '\u034F';

    private static bool IsCombining(char character) => char.GetUnicodeCategory(character)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
