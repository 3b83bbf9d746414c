using System.Collections.Immutable;
using SourcingCompliance.Lines;

namespace SourcingCompliance.Mapping;

/// <summary>A column with a header that was given no meaning.</summary>
/// <param name="Column">1-based column.</param>
/// <param name="Header">Text of the header cell.</param>
/// <param name="Reason">Why it has no meaning, in words.</param>
public sealed record UnmappedColumn(int Column, string Header, string Reason);

/// <summary>Two columns that claim one field with the same right and differ in content, so that only a person can say which is meant.</summary>
/// <param name="Field">JSON name of the field, as a mapping profile takes it.</param>
/// <param name="First">1-based column.</param>
/// <param name="FirstHeader">Text of its header.</param>
/// <param name="Second">1-based column.</param>
/// <param name="SecondHeader">Text of its header.</param>
public sealed record ColumnTie(string Field, int First, string FirstHeader, int Second, string SecondHeader);

/// <summary>How one sheet was understood: as a list with columns, or as none and why.</summary>
public sealed record SheetMapping
{
    /// <summary>The columns; <see cref="ColumnMap.HeaderRow"/> is null when the sheet is no list or was refused.</summary>
    public required ColumnMap Map { get; init; }

    /// <summary>Why no line is read from the sheet; null for a sheet that is read.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the sheet looks like a list but was refused, so that lines are missing from the result.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The tie for which it was refused; null = it was not refused, or for something else.</summary>
    public ColumnTie? Tie { get; init; }

    /// <summary>
    /// Columns that lost a decisive field to another only because the two do not differ in the first rows; a later row in which they
    /// differ refutes the mapping.
    /// </summary>
    public ImmutableArray<ColumnTie> Rivals { get; init; } = [];

    /// <summary>1-based last column of the table; another table stands beyond it.</summary>
    public int LastColumn { get; init; } = int.MaxValue;

    /// <summary>1-based columns of manufacturers and suppliers that are not read, because another column fills the field: a firm's name is no
    /// mention.</summary>
    public ImmutableArray<int> FirmColumns { get; init; } = [];

    /// <summary>Columns with a header but no meaning.</summary>
    public ImmutableArray<UnmappedColumn> Unmapped { get; init; } = [];

    /// <summary>Rows above the header and a second row of it, and why they are no items.</summary>
    public ImmutableArray<SkippedRow> RowsAbove { get; init; } = [];

    /// <summary>Cells above the header, or of the first rows of a sheet without one, in the order of the sheet: where a file says what it is.</summary>
    public ImmutableArray<TitleCell> Titles { get; init; } = [];

    /// <summary>Whether the cells of <see cref="Titles"/> may be those of parts: no header was found, or another table stands above it.</summary>
    public bool MayHavePartsInTitles { get; init; }

    /// <summary>What identifies the header in other files of the same form; empty without a header.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Whether lines are read from the sheet.</summary>
    public bool IsMapped => Map.HeaderRow is not null;
}
