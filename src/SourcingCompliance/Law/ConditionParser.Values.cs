using System.Globalization;

namespace SourcingCompliance.Law;

/// <content>How values are parsed: facts, definitions, numbers, dates, texts.</content>
public sealed partial class ConditionParser
{
    // A text literal beside a date is an ISO date, as a C# lambda over a date would take it.
    private static Operand AsDate(Operand literal, Operand other) =>
        literal is { IsConstant: true, Kind: FactKind.Text } && other.Kind == FactKind.Date
        && DateOnly.TryParseExact(literal.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? new Operand { Fact = Operand.Constant, Kind = FactKind.Date, Date = date }
            : literal;

    private Comparison? Sign() =>
        _cursor.Take("==") ? Law.Comparison.Equal
        : _cursor.Take("!=") ? Law.Comparison.NotEqual
        : _cursor.Take("<=") ? Law.Comparison.LessOrEqual
        : _cursor.Take(">=") ? Law.Comparison.GreaterOrEqual
        : _cursor.Take("<") ? Law.Comparison.Less
        : _cursor.Take(">") ? Law.Comparison.Greater
        : null;

    private Operand? Value()
    {
        char next = _cursor.Peek();
        int start = _cursor.Position;
        if (next == '"')
        {
            if (_cursor.TakeQuoted() is { } text)
            {
                return new Operand { Fact = Operand.Constant, Kind = FactKind.Text, Text = text };
            }

            Fail("the text that begins here has no closing '\"'");
            return null;
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

        return Named(_cursor.TakePath(), start);
    }

    private Operand? NumberAt(int start)
    {
        string text = _cursor.TakeWhile(character => char.IsAsciiDigit(character) || character is '.' or '-');
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number))
        {
            return new Operand { Fact = Operand.Constant, Kind = FactKind.Number, Number = number };
        }

        FailAt(start, $"'{text}' is not a number");
        return null;
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
}
