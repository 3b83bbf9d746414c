using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Packets;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>Rows that name no part of their own: what they say counts for the item above.</summary>
public sealed class RowsWithoutPartTests
{
    private const string Header = "Part Number,Description,Qty,Country of Origin,Manufacturer,MPN";

    [Theory]
    [InlineData("an origin", ",,,China,,")]
    [InlineData("an origin and a quantity", ",,2,China,,")]
    [InlineData("an origin and a maker", ",,,China,Acme,")]
    [InlineData("a maker and a number", ",,,China,Acme,X-1")]
    [InlineData("a maker, a number and a quantity", ",,2,China,Acme,X-1")]
    public void A_second_source_in_china_is_a_violation_of_the_item_above(string what, string row)
    {
        CheckedList result = CheckedList.OfRows(Header, "M-1,NdFeB magnet N42,4,Japan,Bolt,B-1", row, "S-1,Screw,1,Germany,Bolt,B-2");

        result.Verdicts.ShouldBe(["2 Open Violation", "3 Violation Violation", "4 NotCovered NotCovered"], what);
        LineReport source = result.Report.Lines[1];
        source.AlternateOf.ShouldBe(2);
        source.PartNumber.ShouldBe("M-1");
        result.Report.Findings[0].Cell.Address.ShouldBe("D3");
    }

    [Fact]
    public void A_second_source_whose_origin_is_unknown_keeps_the_item_from_passing()
    {
        CheckedList result = CheckedList.OfRows(
            "Part Number,Description,Qty,Manufacturer,Country of Origin,Mined in,Refined in,Separated in,Reduced in,Melted in,Powder made in,Pressed "
                + "in,Sintered in,Magnetized in",
            "M-1,NdFeB magnet N42,4,Bolt,Japan,Japan,Japan,Japan,Japan,Japan,Japan,Japan,Japan,Japan",
            ",,,Acme,,,,,,,,,,", "S-1,Screw,1,Bolt,Germany,,,,,,,,,");

        result.Verdicts.ShouldBe(["2 Pass Open", "3 Open Open", "4 NotCovered NotCovered"]);
    }

    [Fact]
    public void A_remark_below_an_item_names_its_material_and_origin()
    {
        CheckedList result = CheckedList.OfRows("Part Number,Description,Qty,Notes", "R-1,Rotor,1,balanced",
            ",,,contains NdFeB magnet N42 made in China", "S-1,Screw,1,");

        result.Verdicts[0].ShouldNotEndWith("NotCovered");
        result.Verdicts[2].ShouldBe("4 NotCovered NotCovered");
    }

    [Fact]
    public void A_description_broken_over_rows_has_the_origin_of_its_item_and_a_remark_repeats_nothing()
    {
        CheckedList.OfRows("Part Number,Description,Qty,Country of Origin", "M-1,Ring,4,China",
            ",\"sintered NdFeB magnet, N42SH\",,", "S-1,Screw,1,Germany").Verdicts
            .ShouldBe(["2 NotCovered Violation", "3 Violation Violation", "4 NotCovered NotCovered"]);
        CheckedList.OfRows("Part Number,Description,Qty,Country of Origin,Notes", "M-1,NdFeB magnet,4,China,",
            ",,,,handle with care", "S-1,Screw,1,Germany,").Verdicts
            .ShouldBe(["2 Violation Violation", "3 NotCovered NotCovered", "4 NotCovered NotCovered"]);
    }

    [Fact]
    public void The_question_of_an_assembly_is_settled_where_it_is_broken_down_elsewhere()
    {
        CheckedList result = CheckedList.OfRows(
            "Level,Part Number,Description,Country of Origin", "0,FG1,Product one,US", "1,SA1,Brushless motor,US",
            "2,M1,NdFeB magnet N42,China", "0,FG2,Product two,US", "1,SA1,Brushless motor,US");

        result.Verdicts[4].ShouldBe("6 NotCovered Violation");
    }

    [Fact]
    public void The_source_of_a_screw_is_not_covered_wherever_it_is_made()
    {
        CheckedList.OfRows(Header, "M-1,NdFeB magnet,4,Japan,Bolt,B-1", "S-1,Screw,1,Germany,Bolt,B-2", ",,,China,Acme,X-1").Verdicts
            .ShouldBe(["2 Open Open", "3 NotCovered NotCovered", "4 NotCovered NotCovered"]);
    }

    [Fact]
    public void A_part_below_an_unknown_header_is_read_as_its_name()
    {
        CheckedList result = CheckedList.OfRows("Thing,Qty,Name", "STM32F103C8T6,1,MCU", "Brushless motor 2205,4,");

        result.Verdicts.ShouldBe(["2 NotCovered NotCovered", "3 Open Open"]);
        result.Report.Lines[1].PartNumber.ShouldBe("Brushless motor 2205");
    }

    [Fact]
    public void A_subassembly_of_two_products_makes_both_violations()
    {
        CheckedList result = CheckedList.OfRows("Part Number,Parent,Description,Country of Origin", "FG1,,Product one,US",
            "FG2,,Product two,US", "SA1,FG1,Unit,US", "SA1,FG2,Unit,US", "M1,SA1,NdFeB magnet N42,CN");

        result.Verdicts.ShouldBe(["2 NotCovered Violation", "3 NotCovered Violation", "4 NotCovered Violation",
            "5 NotCovered Violation", "6 Violation Violation"]);
    }

    [Theory]
    [InlineData("", "3 NotCovered Open")]
    [InlineData("China", "3 NotCovered Violation")]
    [InlineData("US", "3 Pass Pass")]
    public void A_component_made_at_home_passes_only_with_the_heavy_alloy_below_it(string country, string component)
    {
        CheckedList result = CheckedList.OfRows(
            "Level,Part Number,Description,Country of Origin,W Mined In,W Refined In,W Calcined In,W Reduced In,Consolidated In,Finished In",
            "0,FG1,Product,US,,,,,,", "1,SA1,Unit,US,,,,,,",
            $"2,W1,Tungsten heavy alloy weight,US,{country},{country},{country},{country},{country},{country}");

        result.Verdicts.ShouldContain(component);
    }

    [Theory]
    [InlineData("", "W1")]
    [InlineData("US", "SA1, W1")]
    public void A_draft_certificate_says_of_no_component_that_every_step_is_on_file_while_its_heavy_alloy_is_open(string country, string parts)
    {
        FileReport file = CheckedList.OfRows(
            "Level,Part Number,Description,Country of Origin,W Mined In,W Refined In,W Calcined In,W Reduced In,Consolidated In,Finished In",
            "0,FG1,Product,US,,,,,,", "1,SA1,Unit,US,,,,,,",
            $"2,W1,Tungsten heavy alloy weight,US,{country},{country},{country},{country},{country},{country}").Report;
        ComplianceReport report = SampleReport.Build() with { Files = [file] };

        Packet packet = CertificatePacket.Create(new PacketFacts(report, null, place => place.ToString()));

        PacketTable rows = packet.Sections.Single(section => section.Id == "evidence").Table.ShouldNotBeNull();
        string.Join(", ", rows.Rows.Select(row => row[0].Text)).ShouldBe(parts);
    }

    [Fact]
    public void A_product_that_only_the_parent_column_names_is_shown_with_its_worst_part_and_is_no_line()
    {
        CheckedList result = CheckedList.OfRows("Parent,Part Number,Description,Country of Origin", "FG1,S-1,Screw,US",
            "FG1,M-1,NdFeB magnet N42,CN", "FG2,S-2,Screw,US", "FG2,S-3,Screw,US");

        LineReport product = result.Report.Lines.First(line => line.IsImplied);
        product.PartNumber.ShouldBe("FG1");
        product.RolledUp[^1].Verdict.ShouldBe(Verdict.Violation);
        result.Report.Lines.Single(line => line.PartNumber == "M-1").Path.ShouldBe(["FG1", "M-1"]);
        result.Report.LineCount.ShouldBe(4);
    }

    [Fact]
    public void A_product_made_in_china_holds_the_magnet_of_a_subassembly_that_is_broken_down_elsewhere()
    {
        CheckedList result = CheckedList.OfRows(
            "Level,Part Number,Description,Country of Origin", "0,FG1,Product one,US", "1,SA1,Unit,US",
            "2,M1,NdFeB magnet N42,Japan", "0,FG2,Product two,CN", "1,SA1,Unit,US");

        result.Verdicts[3].ShouldBe("5 Violation Violation");
    }
}
