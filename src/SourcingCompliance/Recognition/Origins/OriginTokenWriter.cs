namespace SourcingCompliance.Recognition.Origins;

/// <summary>The normalized key of a text and its tokens while they are written. The buffers are used again for the next text.</summary>
internal sealed class OriginTokenWriter
{
    private char[] _key = new char[256];
    private OriginToken[] _tokens = new OriginToken[32];
    private int _keyLength;
    private int _count;

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
    private bool _apartPending;
    private int _stopAt = -1;

    /// <summary>The tokens written so far.</summary>
    public ReadOnlySpan<OriginToken> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>The key written so far.</summary>
    public ReadOnlySpan<char> Key => _key.AsSpan(0, _keyLength);

    /// <summary>Whether a hyphen without blanks joins two words.</summary>
    public bool IsHyphenated { get; private set; }

    /// <summary>Whether a tab or several blanks part two words of the text.</summary>
    public bool IsApart { get; private set; }

    /// <summary>Whether a token is under construction.</summary>
    public bool IsInToken => _rawStart >= 0;

    /// <summary>Where the token under construction begins in the text as given.</summary>
    public int RawStart => _rawStart;

    /// <summary>Whether the token under construction is the first half of a flag.</summary>
    public bool IsHalfFlag => _rawStart >= 0 && _isFlag && _keyLength - _keyStart == 1;

    /// <summary>Empties the buffers for the next text.</summary>
    public void Clear()
    {
        _keyLength = 0;
        _count = 0;
        _rawStart = -1;
        _hyphenPending = false;
        _stopPending = false;
        _apartPending = false;
        _stopAt = -1;
        IsHyphenated = false;
        IsApart = false;
    }

    /// <summary>Notes that the next token follows a full stop.</summary>
    public void NoteStop(int at)
    {
        _stopPending = true;
        _stopAt = at;
    }

    /// <summary>Notes that a tab or several blanks stand before the next token.</summary>
    public void NoteApart() => _apartPending = true;

    /// <summary>Notes that a hyphen joins the next token.</summary>
    public void NoteHyphen() => _hyphenPending = true;

    /// <summary>Notes that an accent was left out of the token.</summary>
    public void NoteAccent() => _isAccented |= _rawStart >= 0;

    /// <summary>Notes that an apostrophe was left out of the token.</summary>
    public void NoteApostrophe() => _apostropheAt = _apostropheAt < 0 ? _keyLength - _keyStart : _apostropheAt;

    /// <summary>Notes that the token is a flag.</summary>
    public void NoteFlag() => _isFlag = true;

    /// <summary>Joins a voicing mark on to the last character.</summary>
    public void Voice(char mark)
    {
        if (_keyLength > 0)
        {
            _key[_keyLength - 1] = LetterForms.Voice(_key[_keyLength - 1], mark);
        }
    }

    /// <summary>Adds a character to the token, beginning one where there is none.</summary>
    public void Append(int at, char character)
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
        if (LetterForms.GetPlainForm(lower) is string plain)
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

    /// <summary>Adds a decimal point to the token under construction.</summary>
    public void AppendPoint() => Write('.');

    /// <summary>Ends the token under construction, if any.</summary>
    public void EndToken(int at)
    {
        if (_rawStart < 0)
        {
            return;
        }

        IsHyphenated |= _hyphenPending;
        IsApart |= _apartPending && _count > 0;
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
            IsApart = _apartPending,
            IsDotted = _stopPending && _stopAt == _rawStart - 1,
        });
        _rawStart = -1;
        _hyphenPending = false;
        _stopPending = false;
        _apartPending = false;
    }

    /// <summary>Adds a punctuation mark as a token of its own.</summary>
    public void AppendMark(int at, char mark)
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
            IsApart = false,
            IsDotted = false,
        });
        _stopPending = false;
        _apartPending = false;
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
}
