using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading;

/// <summary>A cell with a formula whose value the file does not store. It is not blank: what it shows is unknown until a program calculates it.</summary>
internal static class FormulaCell
{
    /// <summary>The value of such a cell: an error, so that it is never mistaken for an empty cell, nor for <c>#N/A</c>, which says that a lookup found
    /// nothing.</summary>
    public static readonly BomCell Unread = new("#VALUE!", CellKind.Error);

    /// <summary>Reports the formulas without stored values of a sheet (SC9120).</summary>
    /// <param name="count">How many there are; at least one.</param>
    /// <param name="first">Address of the first.</param>
    /// <param name="diagnostics">Receives the warning.</param>
    public static void Report(int count, CellRef first, OnceDiagnostics diagnostics) =>
        diagnostics.Add(DiagnosticIds.FormulaWithoutValue, DiagnosticSeverity.Warning, first,
            string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "formula" : "formulas")} of the sheet without a stored result, the first "
                + $"one here. What the cells show is unknown; they count as {Unread.Text}."),
            "Open the file in a spreadsheet program, let it calculate, and save it again.");
}
