using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Accounting;

namespace SourcingCompliance.Items;

/// <summary>The items of one sheet in the order of its rows, with their assembly tree.</summary>
/// <param name="Map">How the sheet's columns were understood.</param>
/// <param name="Items">The items that are reported, in row order; parents stand in <see cref="BomItem.Parent"/>.</param>
/// <param name="OtherLines">Number of further lines: neither they nor anything below them carries a covered material.</param>
/// <param name="SkippedRows">Rows that are no items, and why.</param>
/// <param name="Accounts">The closed books of the sheet.</param>
public sealed record BillOfMaterials(
    ColumnMap Map, IReadOnlyList<BomItem> Items, int OtherLines, IReadOnlyList<SkippedRow> SkippedRows, SheetAccounts? Accounts = null);
