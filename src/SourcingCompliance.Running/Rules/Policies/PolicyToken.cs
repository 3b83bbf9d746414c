namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>A piece of an expression; texts and numbers are left out.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="At">0-based place in the expression.</param>
/// <param name="IsName">Whether it is a name.</param>
internal readonly record struct PolicyToken(string Text, int At, bool IsName)
{
    /// <summary>The pieces of an expression, in order.</summary>
    public static IEnumerable<PolicyToken> Split(string expression)
    {
        int at = 0;
        while (at < expression.Length)
        {
            char letter = expression[at];
            int start = at;
            if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else if (letter is '"' or '\'')
            {
                at = EndOfText(expression, at);
                yield return new PolicyToken("\"\"", start, IsName: false);
            }
            else if (char.IsLetter(letter) || letter == '_')
            {
                at = EndOfWord(expression, at);
                yield return new PolicyToken(expression[start..at], start, IsName: true);
            }
            else if (char.IsAsciiDigit(letter))
            {
                at = EndOfNumber(expression, at);
                yield return new PolicyToken("0", start, IsName: false);
            }
            else
            {
                at += expression.AsSpan(at).StartsWith("=>", StringComparison.Ordinal) ? 2 : 1;

                // "part?.makers" reads what "part.makers" reads.
                yield return new PolicyToken(letter == '?' && at < expression.Length && expression[at] == '.'
                    ? "" : expression[start..at], start, IsName: false);
            }
        }
    }

    private static int EndOfText(string expression, int at)
    {
        char mark = expression[at++];
        while (at < expression.Length && expression[at] != mark)
        {
            at += expression[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, expression.Length);
    }

    private static int EndOfWord(string expression, int at)
    {
        while (at < expression.Length && (char.IsLetterOrDigit(expression[at]) || expression[at] == '_'))
        {
            at++;
        }

        return at;
    }

    // "1.5m" is one number, "1.Equals" is not.
    private static int EndOfNumber(string expression, int at)
    {
        while (at < expression.Length
            && (char.IsAsciiLetterOrDigit(expression[at]) || (expression[at] == '.' && at + 1 < expression.Length && char.IsAsciiDigit(expression[at + 1]))))
        {
            at++;
        }

        return at;
    }
}
