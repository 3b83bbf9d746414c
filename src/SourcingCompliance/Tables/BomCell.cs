namespace SourcingCompliance.Tables;

/// <summary>What kind of value a cell holds.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, its text in invariant form as stored (<c>0.25</c>, <c>1E+20</c>).</summary>
    Number,

    /// <summary>A date, its text in ISO form (<c>2026-02-05</c>).</summary>
    Date,

    /// <summary>A truth value, its text <c>TRUE</c> or <c>FALSE</c>.</summary>
    Boolean,

    /// <summary>A spreadsheet error, its text as shown (<c>#REF!</c>).</summary>
    Error,
}

/// <summary>The value of one cell as text, with its kind.</summary>
/// <param name="Text">The text; empty for an empty cell, never null.</param>
/// <param name="Kind">The kind of value that the file says it is; csv cells are <see cref="CellKind.Text"/> or empty.</param>
public readonly record struct BomCell(string Text, CellKind Kind)
{
    /// <summary>The empty cell.</summary>
    public static readonly BomCell Empty = new("", CellKind.Empty);

    /// <summary>Whether the cell holds nothing but white space.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
