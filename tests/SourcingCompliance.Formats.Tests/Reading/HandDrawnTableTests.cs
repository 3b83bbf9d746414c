using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading;

/// <summary>Tables that a person drew with blanks and tabs: bullets, a header that stands a little off.</summary>
public sealed class HandDrawnTableTests
{
    private const string Table = """
          Qty.   Name                             Size                      Comments

        * 12     Steel ball                     D=1.5mm                     hardened
        * 1m     Stretch cord                   D=1mm                       any colour
        * 70     Cylinder magnet                D=3mm h=4mm
        * 2      Brass tube                     OD=2mm
        * 12     Screw M2                       M2x10, countersunk
        * 6      Grub screw                     M3x4
        * 4      A name that is much too long for its own column and goes on
        """;

    [Fact]
    public void Bullets_are_no_column_and_the_header_names_the_pieces_below_it()
    {
        var diagnostics = new DiagnosticBag();
        using BomDocument document = BomDocumentReader.Open(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Table)),
            "bom.txt", ReadLimits.Default, diagnostics)
            ?? throw new InvalidOperationException(string.Join('\n', diagnostics.Items));

        string[][] rows = [.. document.Tables[0].Rows.Select(row => Enumerable.Range(1, row.Width).Select(column => row[column].Text.Trim()).ToArray())
            .Where(row => row.Length > 0)];

        rows[0].ShouldBe(["Qty.", "Name", "Size", "Comments"]);
        rows[1].ShouldBe(["12", "Steel ball", "D=1.5mm", "hardened"]);
        rows[3].ShouldBe(["70", "Cylinder magnet", "D=3mm h=4mm"]);
        rows[4].ShouldBe(["2", "Brass tube", "OD=2mm"]);
        string.Join(' ', rows[^1]).ShouldContain("goes on");
    }
}
