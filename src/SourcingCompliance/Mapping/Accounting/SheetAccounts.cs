using System.Collections.Immutable;

namespace SourcingCompliance.Mapping.Accounting;

/// <summary>
/// The closed books of one sheet: every row that is not blank became a line or was skipped for a reason, and every cell that names a
/// covered material, a component that may hold one, or (on a line with such a material) a covered country is accounted for or reported.
/// </summary>
public sealed record SheetAccounts
{
    /// <summary>Rows that are not blank, from the first of the sheet to the last, headers included.</summary>
    public required int RowsRead { get; init; }

    /// <summary>Rows that became lines, other sources of an item included.</summary>
    public required int Lines { get; init; }

    /// <summary>Rows that did not, by reason, in the order of their first row.</summary>
    public required ImmutableArray<SkippedRows> Skipped { get; init; }

    /// <summary>Cells of lines and of skipped rows that hold a mention.</summary>
    public required int CellsWithMentions { get; init; }

    /// <summary>Of these, cells whose mention the line item carries, or whose own words explain it.</summary>
    public required int MentionsAccountedFor { get; init; }

    /// <summary>Of these, cells that were reported; a line that has one cannot pass.</summary>
    public int MentionsReported => CellsWithMentions - MentionsAccountedFor;

    /// <summary>Rows that are neither a line nor skipped; 0, or the program has lost a row.</summary>
    public int RowsLost => RowsRead - Lines - Skipped.Sum(reason => reason.Count);
}

/// <summary>How many rows were skipped for one reason.</summary>
/// <param name="Reason">The reason, in words.</param>
/// <param name="Count">How many rows.</param>
public sealed record SkippedRows(string Reason, int Count);
