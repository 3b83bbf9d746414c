using System.Globalization;

namespace SourcingCompliance.Law;

/// <summary>What came of parsing: a condition, or why there is none.</summary>
/// <param name="Condition">The condition; null when the text is not one.</param>
/// <param name="Error">What was found and what was expected; null when all is well.</param>
/// <param name="Position">1-based character at which the error lies; 0 when all is well.</param>
public sealed record ConditionParse(Condition? Condition, string? Error, int Position);

/// <summary>Parses a condition against the vocabulary and the definitions of a pack.</summary>
public sealed partial class ConditionParser
{
    /// <summary>How deep parentheses and negations may nest.</summary>
    public const int MaximumDepth = 64;

    private readonly ConditionCursor _cursor;
    private readonly ConditionScope _scope;
    private readonly List<ConditionNode> _nodes = [];
    private int _depth;
    private string? _error;
    private int _errorPosition;

    private ConditionParser(string text, ConditionScope scope)
    {
        _cursor = new ConditionCursor(text);
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
        if (parser._error is null && parser._cursor.Peek() != '\0')
        {
            parser.Fail($"found '{parser._cursor.Peek()}', expected '&&', '||' or the end");
        }

        return parser._error is null
            ? new ConditionParse(new Condition(text, [.. parser._nodes], root), null, 0)
            : new ConditionParse(null, parser._error, parser._errorPosition + 1);
    }

    private int Disjunction()
    {
        int left = Conjunction();
        while (_error is null && _cursor.Take("||"))
        {
            left = Add(new ConditionNode { Kind = NodeKind.Or, Left = left, Right = Conjunction() });
        }

        return left;
    }

    private int Conjunction()
    {
        int left = Negation();
        while (_error is null && _cursor.Take("&&"))
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

        int node = _cursor.Peek() switch
        {
            '!' when !_cursor.IsAhead("!=") => Negated(),
            '(' => Grouped(),
            _ => Comparison(),
        };
        _depth--;
        return node;
    }

    private int Negated()
    {
        _cursor.Take("!");
        return Add(new ConditionNode { Kind = NodeKind.Not, Left = Negation() });
    }

    private int Grouped()
    {
        _cursor.Take("(");
        int inner = Disjunction();
        return _error is null && !_cursor.Take(")") ? Fail("expected ')'") : inner;
    }

    private int Comparison()
    {
        _cursor.Peek();
        int start = _cursor.Position;
        if (Value() is not { } first)
        {
            return -1;
        }

        if (_cursor.Take(".Contains("))
        {
            return Contains(first, start);
        }

        int signPosition = _cursor.NextStart();
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
        return Add(new ConditionNode { Kind = kind, First = value, Second = Operand.Nothing, Start = start, End = _cursor.Position });
    }

    private int Contains(Operand set, int start)
    {
        if (Value() is not { } member)
        {
            return -1;
        }

        if (!_cursor.Take(")"))
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

        bool isOrdering = sign is not (Law.Comparison.Equal or Law.Comparison.NotEqual);
        if (isOrdering && (compared is NodeKind.CompareText or NodeKind.CompareFlags))
        {
            return FailAt(signPosition, $"a {first.Kind} has no order; expected == or !=");
        }

        return Add(Node(compared, first, second, start, sign));
    }

    private ConditionNode Node(NodeKind kind, Operand first, Operand second, int start, Comparison sign = Law.Comparison.Equal) =>
    new() { Kind = kind, First = first, Second = second, Comparison = sign, Start = start, End = _cursor.Position };

    private int Add(ConditionNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    private int Fail(string error) => FailAt(_cursor.Position, error);

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
