using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>Reads the texts below unknown headers as names where a line has no other: a part may stand in a column that nobody knows.</summary>
internal sealed class RemarkNames
{
    private readonly Dictionary<ColumnMap, ColumnMap> _maps = new(ReferenceEqualityComparer.Instance);
    private ColumnMap? _map;
    private int[] _naming = [];
    private int[] _remarks = [];

    /// <summary>The same line with its remarks as names; null when it has a name, or no remark below an unknown header.</summary>
    public BomLine? NameByRemarks(BomLine line)
    {
        if (!ReferenceEquals(line.Map, _map))
        {
            _map = line.Map;
            _naming = GetColumns(line.Map, column => column.IsKnown && Names(column.Field));
            _remarks = GetColumns(line.Map, column => IsRemark(column));
        }

        if (_remarks.Length == 0 || FillsAny(line, _naming) || !FillsAny(line, _remarks))
        {
            return null;
        }

        if (!_maps.TryGetValue(line.Map, out ColumnMap? named))
        {
            named = line.Map with { Columns = [.. line.Map.Columns.Select(column => IsRemark(column) ? column with { Field = BomField.Name } : column)] };
            _maps.Add(line.Map, named);
        }

        return new BomLine(named, line.Row, [.. Enumerable.Range(0, named.Columns.Length).Select(line.TextAt)]);
    }

    private static bool IsRemark(MappedColumn column) => !column.IsKnown && column.Header.Length > 0;

    private static bool Names(BomField field) => field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber
        or BomField.Name or BomField.Description or BomField.Value or BomField.Material or BomField.Grade;

    private static bool FillsAny(BomLine line, int[] columns)
    {
        foreach (int column in columns)
        {
            if (!line.SpanAt(column).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] GetColumns(ColumnMap map, Func<MappedColumn, bool> isWanted) =>
        [.. Enumerable.Range(0, map.Columns.Length).Where(index => isWanted(map.Columns[index]))];
}
