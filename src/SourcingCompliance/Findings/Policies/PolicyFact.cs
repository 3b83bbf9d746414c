namespace SourcingCompliance.Findings.Policies;

/// <summary>What kind of value a policy reads.</summary>
public enum PolicyFactKind
{
    /// <summary>A text; empty when not stated.</summary>
    Text,

    /// <summary>Texts; empty when there are none.</summary>
    Texts,

    /// <summary>A decimal number; null when not stated.</summary>
    Number,

    /// <summary>A whole number, always known.</summary>
    Count,

    /// <summary>A day; null when not stated.</summary>
    Date,

    /// <summary>A day that is always known.</summary>
    Day,

    /// <summary>True or false, always known.</summary>
    Flag,

    /// <summary>The text of a column by its header, such as <c>line.cell["AVL status"]</c>; empty when there is no such column or the cell is blank.</summary>
    Cell,

    /// <summary>The day in a column by its header; null when there is none, or it can be read in two ways.</summary>
    CellDate,
}

/// <summary>A value that the expression of a policy may read.</summary>
/// <param name="Name">Its name: <c>part.makers</c>.</param>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Meaning">What it is, its unit, and where it comes from.</param>
/// <param name="Read">Reads it: a string, a string array, a decimal, an int, a <see cref="DateOnly"/>, a bool, or a function from header to text; null = not
/// stated.</param>
public sealed record PolicyFact(string Name, PolicyFactKind Kind, string Meaning, Func<PolicyLine, object?> Read)
{
    /// <summary>The object that it belongs to: <c>part</c>.</summary>
    public string Root => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Its name in that object: <c>makers</c>.</summary>
    public string Member => Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
