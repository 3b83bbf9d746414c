namespace SourcingCompliance.Law;

/// <summary>What a node of a condition does.</summary>
internal enum NodeKind
{
    And,
    Or,
    Not,
    Constant,
    Flag,
    CompareText,
    CompareNumber,
    CompareDate,
    CompareFlags,
    CountryContains,
    TextContains,
}

/// <summary>How two values are compared.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A value of a condition: a fact by its index, or a constant. A class, so that evaluating copies nothing.</summary>
internal sealed class Operand
{
    public const int Constant = -1;

    public static readonly Operand Nothing = new() { Fact = Constant };

    public int Fact { get; init; }

    public FactKind Kind { get; init; }

    /// <summary>Name of the definition that the value is of; null for a fact and for a literal.</summary>
    public string? Name { get; init; }

    public string? Text { get; init; }

    public decimal Number { get; init; }

    public DateOnly Date { get; init; }

    public bool Flag { get; init; }

    public CountrySet? Countries { get; init; }

    public IReadOnlySet<string>? Texts { get; init; }

    public bool IsConstant => Fact == Constant;
}

/// <summary>A node of a condition in a flat array; connectives name their operands by index.</summary>
internal sealed class ConditionNode
{
    public required NodeKind Kind { get; init; }

    public Comparison Comparison { get; init; }

    public int Left { get; init; }

    public int Right { get; init; }

    public Operand First { get; init; } = Operand.Nothing;

    public Operand Second { get; init; } = Operand.Nothing;

    /// <summary>Where the node's text begins in the condition.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public int End { get; init; }
}
