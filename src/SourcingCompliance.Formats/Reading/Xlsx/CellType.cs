namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>The type that a cell element states (ST_CellType, §18.18.11).</summary>
internal enum CellType
{
    /// <summary><c>n</c>, or no type stated.</summary>
    Number,

    /// <summary><c>s</c>: an index into the shared strings.</summary>
    SharedString,

    /// <summary><c>inlineStr</c>.</summary>
    InlineString,

    /// <summary><c>str</c>: the text that a formula gives.</summary>
    FormulaString,

    /// <summary><c>b</c>.</summary>
    Boolean,

    /// <summary><c>e</c>.</summary>
    Error,

    /// <summary><c>d</c>: a date in ISO form.</summary>
    IsoDate,
}
