namespace SourcingCompliance.Law;

/// <summary>Walks over the text of a condition, token by token.</summary>
internal sealed class ConditionCursor
{
    private readonly string _text;

    public ConditionCursor(string text) => _text = text;

    /// <summary>0-based place of the next character.</summary>
    public int Position { get; private set; }

    /// <summary>The next character that is no white space; a zero character at the end.</summary>
    public char Peek()
    {
        Position = NextStart();
        return Position < _text.Length ? _text[Position] : '\0';
    }

    /// <summary>Where the next token begins, without moving.</summary>
    public int NextStart()
    {
        int next = Position;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
        {
            next++;
        }

        return next;
    }

    /// <summary>Whether the next token begins with a text.</summary>
    public bool IsAhead(string token) => string.CompareOrdinal(_text, NextStart(), token, 0, token.Length) == 0;

    /// <summary>Takes a token when it is the next; stays where it was otherwise, so that no part of a condition ends in white space.</summary>
    public bool Take(string token)
    {
        if (!IsAhead(token))
        {
            return false;
        }

        Position = NextStart() + token.Length;
        return true;
    }

    /// <summary>Takes every character that belongs.</summary>
    public string TakeWhile(Func<char, bool> belongs)
    {
        int start = Position;
        while (Position < _text.Length && belongs(_text[Position]))
        {
            Position++;
        }

        return _text[start..Position];
    }

    /// <summary>Takes a path of names with dots, up to a call of Contains.</summary>
    public string TakePath()
    {
        int start = Position;
        while (Position < _text.Length && (char.IsAsciiLetterOrDigit(_text[Position]) || (_text[Position] == '.' && !IsAhead(".Contains("))))
        {
            Position++;
        }

        return _text[start..Position];
    }

    /// <summary>Takes a text in quotes and gives what stands between them; null when it has no end.</summary>
    public string? TakeQuoted()
    {
        int start = Position + 1;
        int end = _text.IndexOf('"', start);
        if (end < 0)
        {
            return null;
        }

        Position = end + 1;
        return _text[start..end];
    }
}
