using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// Spreadsheet errors in the cells of items. A price or a remark that is one matters less than a name, and a workbook whose formulas were never
/// calculated has one in every cell: each column is reported once, and the columns that no answer rests on together.
/// </summary>
/// <param name="map">The columns of the table.</param>
internal sealed class ErrorCells(ColumnMap map)
{
    private const int MostNamed = 3;

    private readonly CellTally[] _cells = new CellTally[map.Columns.Length];

    /// <summary>Counts a cell in.</summary>
    /// <param name="index">0-based place of its column in the mapping.</param>
    /// <param name="cell">Its address.</param>
    /// <param name="text">The error: <c>#REF!</c>.</param>
    public void Add(int index, CellRef cell, ReadOnlySpan<char> text) => _cells[index] = _cells[index].With(cell, text);

    /// <summary>Reports the cells.</summary>
    /// <param name="diagnostics">Receives SC9213.</param>
    public void Report(DiagnosticBag diagnostics)
    {
        var minor = new List<int>();
        for (int i = 0; i < _cells.Length; i++)
        {
            if (_cells[i].Count == 0)
            {
                continue;
            }

            if (IsMinor(map.Columns[i]))
            {
                minor.Add(i);
                continue;
            }

            Warn(diagnostics, _cells[i].First,
                $"The {FieldNames.Format(map.Columns[i])} is the spreadsheet error {_cells[i].Text}; its value is unknown.{_cells[i].Others}");
        }

        if (minor.Count == 0)
        {
            return;
        }

        (CellRef first, string text) = minor.Select(i => (_cells[i].First, _cells[i].Text)).MinBy(found => (found.First.Row, found.First.Column));
        string named = string.Join(", ", minor.Select(i => map.Columns[i].Header.Length == 0 ? CellRef.GetLetters(map.Columns[i].Column)
            : $"'{map.Columns[i].Header}'").Distinct(StringComparer.Ordinal).Take(MostNamed));
        int cells = minor.Sum(i => _cells[i].Count);
        Warn(
            diagnostics,
            first,
            FormattableString.Invariant(
                $"{cells} {(cells == 1 ? "cell is a spreadsheet error" : "cells are spreadsheet errors")} (the first: {text}) in {minor.Count} {(minor.Count == 1 ? "column" : "columns")} of prices or remarks ({named}{(minor.Count > MostNamed ? ", …" : "")}). {(cells == 1 ? "Its value is" : "Their values are")} unknown."));
    }

    private static void Warn(DiagnosticBag diagnostics, CellRef cell, string message) =>
        diagnostics.Warn(DiagnosticIds.ErrorCell, cell, message, "Repair the formula and save the workbook again.");

    private static bool IsMinor(MappedColumn column) => !column.IsKnown || column.Field is BomField.UnitCost
        or BomField.Notes or BomField.Supplier or BomField.Revision;
}
