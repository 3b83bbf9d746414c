using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// Takes part numbers from the web addresses of sellers where no other column gives them. The words of such addresses are read as remarks too,
/// as are those of every other column, so that a material named there is not lost.
/// </summary>
internal static class LinkColumns
{
    /// <summary>Adds the columns of addresses that have no meaning yet.</summary>
    /// <param name="columns">The columns with a meaning; receives the others.</param>
    /// <param name="found">The header.</param>
    /// <param name="contents">What the columns hold, by 1-based column.</param>
    /// <param name="header">Address of the header row.</param>
    /// <param name="diagnostics">Receives SC9261 when part numbers are taken out of addresses.</param>
    public static void Add(List<MappedColumn> columns, FoundHeader found, ColumnContent[] contents, CellRef header, DiagnosticBag diagnostics)
    {
        bool hasNumber = columns.Exists(column => IsNumber(column.Field) && contents[column.Column].Filled > 0);
        for (int column = 1; column < contents.Length; column++)
        {
            ColumnContent content = contents[column];
            MappedColumn? taken = columns.Find(mapped => mapped.Column == column);
            bool isSource = taken is null && !hasNumber && content.Most(content.Urls, 0.5) && content.Most(content.LinkParts, 0.5);
            if (content.Urls == 0 || (taken is null ? !isSource : !IsNumber(taken.Field)))
            {
                continue;
            }

            string text = (column < found.Headers.Length ? found.Headers[column]?.Header : null) ?? "";
            if (isSource)
            {
                hasNumber = true;
                columns.Add(new MappedColumn(BomField.SupplierPartNumber, column, text, MappingBasis.Content, "no other column gives part numbers, and "
                    + "these addresses name them"));
                diagnostics.Note(
                    DiagnosticIds.PartNumbersInLinks,
                    header with { Column = column },
                    $"No column gives part numbers; they are taken from the web addresses in column {CellRef.GetLetters(column)} '{text}'.",
                    "If another column contains the part numbers, add \"partNumber\": \"<letter>\" to a mapping profile.");
            }

            columns.Add(new MappedColumn(BomField.Notes, column, text, MappingBasis.Unknown, "the words of its web addresses are read as remarks"));
        }
    }

    private static bool IsNumber(BomField field) => field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber;
}
