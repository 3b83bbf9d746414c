using SourcingCompliance.Formats.Writing.Workbooks;

namespace SourcingCompliance.Server.Pages.Home;

/// <summary>A workbook to fill in: the columns of a BOM, and one for the country of each step of production that the law asks about.</summary>
internal static class BomTemplate
{
    private static readonly (string Head, double Width)[] Columns =
    [
        ("Level", 8), ("Part Number", 18), ("Description", 44), ("Qty", 8), ("Manufacturer", 24),
        ("Manufacturer Part Number", 26), ("Supplier", 24), ("Material", 24),
        ("Country of Origin", 20), ("Country Mined", 18), ("Country Refined", 18), ("Country Separated", 20),
        ("Country Melted", 18), ("Country Sintered", 18), ("Notes", 40),
    ];

    /// <summary>Writes the workbook.</summary>
    public static byte[] Write()
    {
        using var output = new MemoryStream();
        BlankWorkbook.Write("BOM", Columns, output);
        return output.ToArray();
    }
}
