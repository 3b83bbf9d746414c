using System.Globalization;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence.KnownParts;

/// <summary>Columns of a full material disclosure, 1-based; 0 = it has none.</summary>
/// <param name="Row">Row of the header.</param>
/// <param name="Cas">CAS numbers.</param>
/// <param name="Substance">Names of substances.</param>
internal sealed record DisclosureColumns(int Row, int Cas, int Substance)
{
    /// <summary>Makers.</summary>
    public int Manufacturer { get; private init; }

    /// <summary>Part numbers.</summary>
    public int PartNumber { get; private init; }

    /// <summary>Masses of parts.</summary>
    public int PartMass { get; private init; }

    /// <summary>Unit of the masses of parts as its header states it; empty = in a column of its own.</summary>
    public string PartMassUnit { get; private init; } = "";

    /// <summary>Units.</summary>
    public int Unit { get; private init; }

    /// <summary>Homogeneous materials.</summary>
    public int Material { get; private init; }

    /// <summary>Masses of materials.</summary>
    public int MaterialMass { get; private init; }

    /// <summary>Unit of the masses of materials.</summary>
    public string MaterialMassUnit { get; private init; } = "";

    /// <summary>Masses of substances.</summary>
    public int SubstanceMass { get; private init; }

    /// <summary>Unit of the masses of substances.</summary>
    public string SubstanceMassUnit { get; private init; } = "";

    /// <summary>Shares of a substance in its material.</summary>
    public int Percent { get; private init; }

    /// <summary>The columns that a row names; null when it is no header of a disclosure.</summary>
    public static DisclosureColumns? From(BomRow row)
    {
        string[] headers = [.. Enumerable.Range(1, row.Width).Select(column => row.TrimmedAt(column).ToString().ToLower(CultureInfo.InvariantCulture))];
        int find(params ReadOnlySpan<string> names)
        {
            for (int at = 0; at < headers.Length; at++)
            {
                string header = headers[at];
                int bracket = header.IndexOf('(', StringComparison.Ordinal);
                if (names.Contains(bracket > 0 ? header[..bracket].TrimEnd() : header))
                {
                    return at + 1;
                }
            }

            return 0;
        }

        int cas = find("cas", "cas no", "cas no.", "cas number", "cas #", "cas-no", "cas-nr.", "casrn");
        int substance = find("substance", "substance name");
        if (cas == 0 || substance == 0)
        {
            return null;
        }

        int partMass = find("part mass", "part weight", "product mass", "product weight", "weight per part");
        int materialMass = find("material mass", "material weight", "mass of material");
        int substanceMass = find("substance mass", "substance weight", "mass", "weight");
        return new DisclosureColumns(row.Number, cas, substance)
        {
            Manufacturer = find("manufacturer", "supplier", "maker"),
            PartNumber = find("part number", "part no", "part no.", "mpn", "manufacturer part number", "item number"),
            PartMass = partMass,
            PartMassUnit = partMass > 0 ? GetUnit(headers[partMass - 1]) : "",
            Unit = find("uom", "unit"),
            Material = find("homogeneous material", "material", "material name"),
            MaterialMass = materialMass,
            MaterialMassUnit = materialMass > 0 ? GetUnit(headers[materialMass - 1]) : "",
            SubstanceMass = substanceMass,
            SubstanceMassUnit = substanceMass > 0 ? GetUnit(headers[substanceMass - 1]) : "",
            Percent = find("weight %", "% of material", "weight percent", "mass %", "wt%", "wt %", "concentration %"),
        };
    }

    /// <summary>The unit in the brackets of a header; empty = it has none.</summary>
    public static string GetUnit(string header)
    {
        int open = header.IndexOf('(', StringComparison.Ordinal);
        int close = open < 0 ? -1 : header.IndexOf(')', open);
        return close > open ? header[(open + 1)..close].Trim() : "";
    }
}
