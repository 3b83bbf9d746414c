using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Accounting;

/// <summary>
/// Watches whether the rows of a table bear out how its columns were mapped. A mapping is a hypothesis from the first rows: a later row
/// refutes it when two columns that claim one field differ there, or when it fills a column that nobody reads.
/// </summary>
/// <param name="mapping">How the columns were mapped.</param>
/// <param name="diagnostics">Receives SC9281 when the mapping is refuted.</param>
internal sealed class ColumnWatch(SheetMapping mapping, DiagnosticBag diagnostics)
{
    private readonly List<ColumnTie> _rivals = [.. mapping.Rivals];
    private bool[] _isRead = IsRead(mapping);

    /// <summary>The columns as they are read now.</summary>
    public ColumnMap Map { get; private set; } = mapping.Map;

    /// <summary>Looks at a row.</summary>
    /// <returns>Whether the row fills a column that was not read until now; <see cref="Map"/> reads it as remarks from this row on.</returns>
    public bool Look(BomRow row)
    {
        for (int at = _rivals.Count - 1; at >= 0; at--)
        {
            if (Differ(row, _rivals[at]))
            {
                Report(row, _rivals[at]);
                _rivals.RemoveAt(at);
            }
        }

        return FillsUnread(row) && Extend(row);
    }

    private static bool[] IsRead(SheetMapping mapping)
    {
        bool[] isRead = new bool[mapping.Map.Columns.Max(column => column.Column) + 2];
        foreach (MappedColumn column in mapping.Map.Columns)
        {
            isRead[column.Column] = true;
        }

        foreach (int firm in mapping.FirmColumns.Where(column => column < isRead.Length))
        {
            isRead[firm] = true;
        }

        return isRead;
    }

    private bool FillsUnread(BomRow row)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            if (!row.IsBlankAt(column) && IsUnread(column))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUnread(int column) => (column >= _isRead.Length || !_isRead[column])
        && column <= mapping.LastColumn && !mapping.FirmColumns.Contains(column);

    private bool Extend(BomRow row)
    {
        var columns = Map.Columns.ToList();
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.IsBlankAt(column) || !IsUnread(column))
            {
                continue;
            }

            if (column >= _isRead.Length)
            {
                Array.Resize(ref _isRead, column + 1);
            }

            _isRead[column] = true;
            columns.Add(new MappedColumn(
                BomField.Notes, column, "", MappingBasis.Unknown,
                FormattableString.Invariant($"it has no header and is empty above row {row.Number}; its texts are read as remarks")));
        }

        columns.Sort((one, other) => (one.Column, one.Field).CompareTo((other.Column, other.Field)));
        Map = Map with { Columns = [.. columns] };
        return true;
    }

    // What the first column leaves blank and the second fills is lost where the field decides which rows belong together or where a part is from.
    private static bool Differ(BomRow row, ColumnTie rival)
    {
        ReadOnlySpan<char> first = row.TrimmedAt(rival.First);
        ReadOnlySpan<char> second = row.TrimmedAt(rival.Second);
        return !second.IsEmpty && !first.Equals(second, StringComparison.OrdinalIgnoreCase) && (!first.IsEmpty || !IsReadAlone(rival));
    }

    private static bool IsReadAlone(ColumnTie rival) => rival.Field is "quantity" or "partNumber";

    private void Report(BomRow row, ColumnTie rival)
    {
        string first = CellRef.GetLetters(rival.First);
        string second = CellRef.GetLetters(rival.Second);
        diagnostics.Error(
            DiagnosticIds.MappingRefuted,
            Map.Sheet with { Row = row.Number, Column = rival.Second },
            FormattableString.Invariant(
                $"Columns {first} '{rival.FirstHeader}' and {second} '{rival.SecondHeader}' both claim {rival.Field}. They agree in the rows above, ")
                + FormattableString.Invariant(
                    $"but cell {first}{row.Number} says '{row[rival.First].Text.Trim()}' and cell {second}{row.Number} says '{row[rival.Second].Text.Trim()}'. ")
                + "Only the first was read, so the answer for this sheet is incomplete.",
            $"Name the column in a mapping profile: \"{rival.Field}\": \"{first}\" or \"{rival.Field}\": \"{second}\".");
    }
}
