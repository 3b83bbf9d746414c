using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Tests.Mapping.Columns;

public sealed class DistinctCellsTests
{
    [Fact]
    public void A_column_has_as_many_distinct_texts_as_a_set_of_its_trimmed_cells() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        numbers =>
        {
            BomRow[] rows = [.. numbers.Select((number, at) => RowOf(at + 1, $" {number % 5} ", $"text {number}"))];
            var distinct = new DistinctCells(rows);

            return CountOf(distinct, rows, 1) == rows.Select(row => row[1].Text.Trim()).Distinct(StringComparer.Ordinal).Count()
                && CountOf(distinct, rows, 2) == rows.Select(row => row[2].Text.Trim()).Distinct(StringComparer.Ordinal).Count();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static int CountOf(DistinctCells distinct, BomRow[] rows, int column)
    {
        distinct.Clear();
        for (int row = 0; row < rows.Length; row++)
        {
            distinct.Add(row, column);
        }

        return distinct.Count;
    }

    private static BomRow RowOf(int number, params string[] texts)
    {
        var row = new BomRow();
        row.Reset(number);
        for (int column = 1; column <= texts.Length; column++)
        {
            row.Set(column, new BomCell(texts[column - 1], CellKind.Text));
        }

        return row;
    }
}
