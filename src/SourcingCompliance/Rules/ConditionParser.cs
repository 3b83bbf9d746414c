using System.Globalization;

namespace SourcingCompliance.Rules;

/// <summary>What came of parsing: a condition, or why there is none.</summary>
/// <param name="Condition">The condition; null when the text is not one.</param>
/// <param name="Error">What was found and what was expected; null when all is well.</param>
/// <param name="Position">1-based character at which the error lies; 0 when all is well.</param>
public sealed record ConditionParse(Condition? Condition, string? Error, int Position);

/// <summary>Parses a condition against the vocabulary and the definitions of a pack.</summary>
public sealed class ConditionParser
{
    /// <summary>How deep parentheses and negations may nest.</summary>
    public const int MaximumDepth = 64;

    private readonly string _text;
    private readonly ConditionScope _scope;
    private readonly List<ConditionNode> _nodes = [];
    private int _position;
    private int _depth;
    private string? _error;
    private int _errorPosition;

    private ConditionParser(string text, ConditionScope scope)
    {
        _text = text;
        _scope = scope;
    }

    /// <summary>Parses a condition.</summary>
    /// <param name="text">The text, for example <c>material.id == "tantalum" &amp;&amp; coveredCountries.Contains(stage.country)</c>.</param>
    /// <param name="scope">The definitions that it may name.</param>
    public static ConditionParse Parse(string text, ConditionScope scope)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        var parser = new ConditionParser(text, scope);
        int root = parser.Disjunction();
        if (parser._error is null && parser.Peek() != '\0')
        {
            parser.Fail($"found '{parser.Peek()}', expected '&&', '||' or the end");
        }

        return parser._error is null
            ? new ConditionParse(new Condition(text, [.. parser._nodes], root), null, 0)
            : new ConditionParse(null, parser._error, parser._errorPosition + 1);
    }

    private int Disjunction()
    {
        int left = Conjunction();
        while (_error is null && Take("||"))
        {
            left = Add(new ConditionNode { Kind = NodeKind.Or, Left = left, Right = Conjunction() });
        }

        return left;
    }

    private int Conjunction()
    {
        int left = Negation();
        while (_error is null && Take("&&"))
        {
            left = Add(new ConditionNode { Kind = NodeKind.And, Left = left, Right = Negation() });
        }

        return left;
    }

    private int Negation()
    {
        if (++_depth > MaximumDepth)
        {
            return Fail($"nested deeper than {MaximumDepth}");
        }

        int node = Peek() switch
        {
            '!' when !Ahead("!=") => Negated(),
            '(' => Grouped(),
            _ => Comparison(),
        };
        _depth--;
        return node;
    }

    private int Negated()
    {
        Take("!");
        return Add(new ConditionNode { Kind = NodeKind.Not, Left = Negation() });
    }

    private int Grouped()
    {
        Take("(");
        int inner = Disjunction();
        return _error is null && !Take(")") ? Fail("expected ')'") : inner;
    }

    private int Comparison()
    {
        Peek();
        int start = _position;
        if (Value() is not { } first)
        {
            return -1;
        }

        if (Take(".Contains("))
        {
            return Contains(first, start);
        }

        int signPosition = SkipTo();
        if (Sign() is not { } sign)
        {
            return Alone(first, start);
        }

        return Value() is { } second ? Compared(first, sign, second, start, signPosition) : -1;
    }

    private int Alone(Operand value, int start)
    {
        if (value.Kind != FactKind.Boolean)
        {
            return FailAt(start, $"a {value.Kind} alone is not true or false; expected a comparison");
        }

        NodeKind kind = value.IsConstant ? NodeKind.Constant : NodeKind.Flag;
        return Add(new ConditionNode { Kind = kind, First = value, Second = Operand.Nothing, Start = start, End = EndOfToken });
    }

    private int Contains(Operand set, int start)
    {
        if (Value() is not { } member)
        {
            return -1;
        }

        if (!Take(")"))
        {
            return Fail("expected ')' after the member");
        }

        return (set.Kind, member.Kind) switch
        {
            (FactKind.CountrySet, FactKind.Origin) => Add(Node(NodeKind.CountryContains, set, member, start)),
            (FactKind.TextSet, FactKind.Text) => Add(Node(NodeKind.TextContains, set, member, start)),
            _ => FailAt(start, $"a {set.Kind} cannot contain a {member.Kind}; expected a country set and an origin, or a text set and a text"),
        };
    }

    private int Compared(Operand first, Comparison sign, Operand second, int start, int signPosition)
    {
        (first, second) = (AsDate(first, second), AsDate(second, first));
        NodeKind? kind = (first.Kind, second.Kind) switch
        {
            (FactKind.Text, FactKind.Text) => NodeKind.CompareText,
            (FactKind.Number, FactKind.Number) => NodeKind.CompareNumber,
            (FactKind.Date, FactKind.Date) => NodeKind.CompareDate,
            (FactKind.Boolean, FactKind.Boolean) => NodeKind.CompareFlags,
            _ => null,
        };
        if (kind is not { } compared)
        {
            return FailAt(signPosition, $"a {first.Kind} cannot be compared with a {second.Kind}");
        }

        bool isOrdering = sign is not (Rules.Comparison.Equal or Rules.Comparison.NotEqual);
        if (isOrdering && (compared is NodeKind.CompareText or NodeKind.CompareFlags))
        {
            return FailAt(signPosition, $"a {first.Kind} has no order; expected == or !=");
        }

        return Add(Node(compared, first, second, start, sign));
    }

    // A text literal beside a date is an ISO date, as a C# lambda over a date would take it.
    private static Operand AsDate(Operand literal, Operand other) =>
        literal is { IsConstant: true, Kind: FactKind.Text } && other.Kind == FactKind.Date
        && DateOnly.TryParseExact(literal.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? new Operand { Fact = Operand.Constant, Kind = FactKind.Date, Date = date }
            : literal;

    private Comparison? Sign() =>
        Take("==") ? Rules.Comparison.Equal
        : Take("!=") ? Rules.Comparison.NotEqual
        : Take("<=") ? Rules.Comparison.LessOrEqual
        : Take(">=") ? Rules.Comparison.GreaterOrEqual
        : Take("<") ? Rules.Comparison.Less
        : Take(">") ? Rules.Comparison.Greater
        : null;

    private Operand? Value()
    {
        char next = Peek();
        int start = _position;
        if (next == '"')
        {
            int end = _text.IndexOf('"', start + 1);
            if (end < 0)
            {
                Fail("the text that begins here has no closing '\"'");
                return null;
            }

            _position = end + 1;
            return new Operand { Fact = Operand.Constant, Kind = FactKind.Text, Text = _text[(start + 1)..end] };
        }

        if (char.IsAsciiDigit(next) || next == '-')
        {
            return NumberAt(start);
        }

        if (!char.IsAsciiLetter(next))
        {
            Fail(next == '\0' ? "found the end, expected a value" : $"found '{next}', expected a name, a number or a text");
            return null;
        }

        return Named(PathAt(start), start);
    }

    private Operand? NumberAt(int start)
    {
        _position++;
        while (_position < _text.Length && (char.IsAsciiDigit(_text[_position]) || _text[_position] == '.'))
        {
            _position++;
        }

        if (decimal.TryParse(_text.AsSpan(start, _position - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number))
        {
            return new Operand { Fact = Operand.Constant, Kind = FactKind.Number, Number = number };
        }

        FailAt(start, $"'{_text[start.._position]}' is not a number");
        return null;
    }

    private string PathAt(int start)
    {
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || (_text[_position] == '.' && !AheadRaw(".Contains("))))
        {
            _position++;
        }

        return _text[start.._position];
    }

    private Operand? Named(string name, int start)
    {
        if (name is "true" or "false")
        {
            return new Operand { Fact = Operand.Constant, Kind = FactKind.Boolean, Flag = name == "true" };
        }

        if (Vocabulary.Find(name) is { } fact)
        {
            return new Operand { Fact = fact.Index, Kind = fact.Kind };
        }

        if (_scope.Find(name) is { } definition)
        {
            return definition;
        }

        FailAt(start, $"'{name}' is neither a declared fact nor a definition of the pack");
        return null;
    }

    private int EndOfToken => _position;

    private ConditionNode Node(NodeKind kind, Operand first, Operand second, int start, Comparison sign = Rules.Comparison.Equal) =>
        new() { Kind = kind, First = first, Second = second, Comparison = sign, Start = start, End = EndOfToken };

    private int Add(ConditionNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    private char Peek()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }

        return _position < _text.Length ? _text[_position] : '\0';
    }

    // Where the next token begins, without taking the white space into the text of the node before it.
    private int SkipTo()
    {
        int before = _position;
        Peek();
        int next = _position;
        _position = before;
        return next;
    }

    private bool Ahead(string token)
    {
        Peek();
        return AheadRaw(token);
    }

    private bool AheadRaw(string token) => string.CompareOrdinal(_text, _position, token, 0, token.Length) == 0;

    private bool Take(string token)
    {
        // The end of a node's text must not take in the white space behind it.
        int before = _position;
        if (!Ahead(token))
        {
            _position = before;
            return false;
        }

        _position += token.Length;
        return true;
    }

    private int Fail(string error) => FailAt(_position, error);

    private int FailAt(int position, string error)
    {
        if (_error is null)
        {
            _error = error;
            _errorPosition = position;
        }

        return -1;
    }
}
