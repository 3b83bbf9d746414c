using System.Globalization;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence.KnownParts;

/// <summary>Columns of a list of parts with facts, 1-based; 0 = it has none. Headers are found as written, in any case.</summary>
internal sealed class KnownPartsColumns
{
    private static readonly (string Field, string[] Names)[] Headers =
    [
        ("part", ["part number", "part no", "part", "our part number", "item number"]),
        ("mpn", ["manufacturer part number", "maker part number", "mpn"]),
        ("maker", ["manufacturer", "maker", "mfr"]),
        ("material", ["material", "covered material"]),
        ("contains", ["contains", "contains covered material", "contains material"]),
        ("stage", ["stage", "production stage"]),
        ("answer", ["answer"]),
        ("country", ["country", "country of origin", "countries"]),
        ("element", ["element"]),
        ("facility", ["facility", "site"]),
        ("company", ["performed by", "producer", "company"]),
        ("share", ["share", "share %", "percent", "%"]),
        ("mass", ["mass", "material mass", "mass (kg)", "mass (g)", "mass (mg)"]),
        ("lot", ["lot", "lot number", "heat", "batch", "serial number"]),
        ("signer", ["answered by", "stated by", "signed by", "source"]),
        ("date", ["date", "answered on", "signed on"]),
        ("id", ["questionnaire id", "response id", "statement id"]),
        ("supplier", ["supplier"]),
        ("quantity", ["qty", "quantity", "qty per assembly"]),
    ];

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private KnownPartsColumns(int row) => Row = row;

    /// <summary>Row of the header.</summary>
    public int Row { get; }

    /// <summary>Unit of the masses as their header states it; empty = in the cells.</summary>
    public string MassUnit { get; private set; } = "";

    /// <summary>The columns that a row names; null when it is no header of such a list. A quantity makes it a bill of materials.</summary>
    public static KnownPartsColumns? From(BomRow row)
    {
        var columns = new KnownPartsColumns(row.Number);
        for (int column = 1; column <= row.Width; column++)
        {
            string header = row.TrimmedAt(column).ToString().ToLower(CultureInfo.InvariantCulture);
            foreach ((string field, string[] names) in Headers)
            {
                if (names.Contains(header, StringComparer.Ordinal) && columns._columns.TryAdd(field, column) && field == "mass")
                {
                    columns.MassUnit = DisclosureColumns.GetUnit(header);
                }
            }
        }

        bool namesPart = columns.Has("part") || columns.Has("mpn");
        bool statesFacts = columns.Has("material") && (columns.Has("contains") || (columns.Has("stage") && columns.Has("country")));
        return namesPart && statesFacts && !columns.Has("quantity") ? columns : null;
    }

    /// <summary>Whether the list has a column.</summary>
    public bool Has(string field) => _columns.ContainsKey(field);

    /// <summary>The trimmed text of a field; empty = blank, or the list has no such column.</summary>
    public string Text(BomRow row, string field) => _columns.TryGetValue(field, out int column) ? row.TrimmedAt(column).ToString() : "";
}
