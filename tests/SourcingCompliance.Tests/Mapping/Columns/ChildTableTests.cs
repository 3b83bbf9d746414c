using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Mapping.Columns;

public sealed class ChildTableTests
{
    [Theory]
    [InlineData("ID|Item|Quantity|Item Code (Items)|Item Name (Items)|Qty (Items)")]
    [InlineData("External ID|Product|Quantity|BoM Lines/Component/Internal Reference|BoM Lines/Name|BoM Lines/Quantity")]
    [InlineData("id|Product|qty|components/part_number|components/name|components/quantity")]
    public void Components_of_a_joined_export_are_the_lines_and_the_product_is_carried_down(string header)
    {
        (List<BomLine> lines, _, _) =
            Sheets.Read(header, "BOM-1|ROTOR|=1|MAG-1|Magnet arc|=8", "|||SHAFT-1|Shaft|=1", "BOM-2|PUMP|=1|ROTOR|Rotor assembly|=1", "|||HSG-2|Housing|=1");

        lines.Select(line => line.PartNumber).ShouldBe(["MAG-1", "SHAFT-1", "ROTOR", "HSG-2"]);
        lines.Select(line => line[BomField.Parent]).ShouldBe(["ROTOR", "ROTOR", "PUMP", "PUMP"]);
        lines.Select(line => line[BomField.Quantity]).ShouldBe(["8", "1", "1", "1"]);
    }

    [Fact]
    public void Currencies_in_brackets_make_no_table_of_components()
    {
        Sheets.Map("Item|Qty|Unit price (USD)|Total (USD)", "Ring|=2|=1.5|=3", "Plate|=4|=2.5|=10").Columns().ShouldBe("name=A quantity=B unitCost=C");
    }
}
