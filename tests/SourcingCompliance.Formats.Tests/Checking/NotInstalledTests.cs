using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>Parts that a BOM marks as not installed. A part wrongly taken for one would be a false pass, so what is doubtful counts.</summary>
public sealed class NotInstalledTests
{
    private const string Rest = "\nR1,Resistor,10k,2,EA,,,,US\nR2,Resistor,10k,2,EA,,,,US";
    private const string Header = "Part Number,Description,Value,Qty,Unit,DNP,Fitted,Notes,Country of Origin";

    [Theory]
    [InlineData("a mark in a column of marks", "C1,Tantalum capacitor,10uF,1,EA,DNP,,,China", "F2")]
    [InlineData("yes in a column of marks", "C1,Tantalum capacitor,10uF,1,EA,yes,,,China", "F2")]
    [InlineData("a cross in a column of marks", "C1,Tantalum capacitor,10uF,1,EA,x,,,China", "F2")]
    [InlineData("one in a column of marks", "C1,Tantalum capacitor,10uF,1,EA,1,,,China", "F2")]
    [InlineData("no in a column of fitted parts", "C1,Tantalum capacitor,10uF,1,EA,,No,,China", "G2")]
    [InlineData("zero in a column of fitted parts", "C1,Tantalum capacitor,10uF,1,EA,,0,,China", "G2")]
    [InlineData("words in a column of fitted parts", "C1,Tantalum capacitor,10uF,1,EA,,Not fitted,,China", "G2")]
    [InlineData("a mark in place of the value", "C1,Tantalum capacitor,DNP,1,EA,,,,China", "C2")]
    [InlineData("a short mark in place of the value", "C1,Tantalum capacitor,NM,1,EA,,,,China", "C2")]
    [InlineData("a mark in place of the quantity", "C1,Tantalum capacitor,10uF,DNI,EA,,,,China", "D2")]
    [InlineData("a mark that is the whole remark", "C1,Tantalum capacitor,10uF,1,EA,,,(Do not populate),China", "H2")]
    [InlineData("a German remark", "C1,Tantalum capacitor,10uF,1,EA,,,nicht bestücken,China", "H2")]
    [InlineData("a Spanish remark", "C1,Tantalum capacitor,10uF,1,EA,,,No montar,China", "H2")]
    [InlineData("a quantity of zero", "C1,Tantalum capacitor,10uF,0,EA,,,,China", "D2")]
    [InlineData("a quantity of zero with decimals", "C1,Tantalum capacitor,10uF,0.00,EA,,,,China", "D2")]
    public void A_part_that_is_marked_is_listed_with_its_verdict_and_does_not_count(string what, string row, string cell)
    {
        CheckedList result = CheckedList.OfRows([Header, row, .. Rest.Trim().Split('\n')]);

        LineReport line = result.Report.NotInstalled.ShouldHaveSingleItem(what);
        line.Verdicts[^1].Verdict.ShouldBe(Verdict.Suspect);
        line.NotInstalled.ShouldNotBeNull().Cell.Address.ShouldBe(cell);
        result.Report.Findings.ShouldBeEmpty();
        result.Report.Lines.Length.ShouldBe(2);
        result.Report.ExitCode.ShouldBe(ExitCodes.Clean);
    }

    [Theory]
    [InlineData("a mark among other words", "C1,Tantalum capacitor,10uF DNP option,1,EA,,,,China")]
    [InlineData("a mark of some variant", "C1,Tantalum capacitor,10uF,1,EA,,,do not populate in variant B,China")]
    [InlineData("no in a column of marks", "C1,Tantalum capacitor,DNP,1,EA,no,,,China")]
    [InlineData("a word that is not known", "C1,Tantalum capacitor,10uF,1,EA,maybe,,,China")]
    [InlineData("a column that says the contrary", "C1,Tantalum capacitor,DNP,1,EA,DNP,yes,,China")]
    [InlineData("a blank in a column of fitted parts", "C1,Tantalum capacitor,10uF,1,EA,,,,China")]
    [InlineData("letters in a remark that may mean non-magnetic", "C1,Tantalum capacitor,10uF,1,EA,,,NM,China")]
    [InlineData("a quantity of zero kilograms", "C1,Tantalum capacitor,10uF,0,kg,,,,China")]
    [InlineData("a blank quantity", "C1,Tantalum capacitor,10uF,,EA,,,,China")]
    public void A_part_whose_mark_is_doubtful_counts(string what, string row)
    {
        CheckedList result = CheckedList.OfRows([Header, row, .. Rest.Trim().Split('\n')]);

        result.Report.NotInstalled.ShouldBeEmpty(what);
        result.Report.Findings.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("one of two columns of marks", "DNP Variant A,DNP Variant B", "DNP,")]
    [InlineData("one of two columns of fitted parts", "Fitted (Var A),Fitted (Var B)", "No,Yes")]
    [InlineData("one of two columns of variants", "Variant A,Variant B", "Not Fitted,Fitted")]
    [InlineData("a blank in the other variant", "Variant A,Variant B", "Not Fitted,")]
    [InlineData("the basic product beside a variant", "[No Variations],Variant: Lite", "Fitted,Not Fitted")]
    [InlineData("one variant of several that the list may not show", "Variant A,Site", "Not Fitted,X")]
    [InlineData("yes below a mark of one variant", "DNP variant 1,DNP variant 2", "yes,no")]
    public void A_part_of_one_variant_counts_and_the_note_says_so(string what, string headers, string cells)
    {
        CheckedList result = CheckedList.OfRows("Part Number,Description,Qty," + headers + ",Country of Origin",
            "C1,Tantalum capacitor,1," + cells + ",China", "R1,Resistor,4,,,US");

        result.Report.NotInstalled.ShouldBeEmpty(what);
        result.Report.Findings.ShouldNotBeEmpty();
        if (!headers.StartsWith("Fitted", StringComparison.Ordinal))
        {
            result.Report.Diagnostics.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.InstalledInSomeVariant, what);
        }
    }

    [Theory]
    [InlineData("DNP Variant A,DNP Variant B", "DNP,x")]
    [InlineData("Variant A,Variant B", "Not Fitted,Not Fitted")]
    [InlineData("Fitted (Var A),Fitted (Var B)", "No,No")]
    [InlineData("Variant,Site", "Not Fitted,X")]
    public void A_part_of_no_variant_is_left_out(string headers, string cells) =>
        CheckedList.OfRows("Part Number,Description,Qty," + headers + ",Country of Origin", "C1,Tantalum capacitor,1," + cells + ",China", "R1,Resistor,4,,,US")
            .Report.NotInstalled.ShouldHaveSingleItem().PartNumber.ShouldBe("C1");

    [Fact]
    public void A_quantity_in_the_column_of_another_model_counts() =>
        CheckedList.OfRows("Part Number,Description,Qty,Qty Model X,Qty Model Y,Country of Origin",
            "M-1,NdFeB magnet,0,0,4,China", "S-1,Screw,4,4,4,US", "S-2,Screw,4,4,4,US")
            .Report.NotInstalled.ShouldBeEmpty();

    [Fact]
    public void Zeros_count_where_most_quantities_are_zero_for_nobody_has_filled_them_in()
    {
        CheckedList.OfRows("Part Number,Description,Qty,Country of Origin", "M-1,NdFeB magnet,0,China",
            "S-1,Screw,0,US", "S-2,Screw,4,US").Report.Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_assembly_counts_with_its_parts_whatever_its_own_quantity_is()
    {
        CheckedList result = CheckedList.OfRows("Level,Part Number,Description,Qty,Country of Origin", "0,FG,Product,0,China",
            "1,M-1,NdFeB magnet,1,Japan", "1,S-1,Screw,4,US", "1,S-2,Screw,4,US");

        result.Verdicts[0].ShouldBe("2 Violation Violation");
    }

    [Fact]
    public void A_part_that_is_not_installed_settles_no_question_of_its_assembly_and_makes_it_no_worse()
    {
        CheckedList result = CheckedList.OfRows(
            "Level,Part Number,Description,Qty,DNP,Country of Origin", "0,FG,Product,1,,US", "1,A-1,Brushless motor,1,,US",
            "2,M-1,NdFeB magnet,1,DNP,China", "2,S-1,Screw,4,,US");

        result.Verdicts[..2].ShouldBe(["2 NotCovered Open", "3 Open Open"]);
    }

    [Fact]
    public void Another_source_with_quantity_zero_may_still_be_delivered_and_one_of_a_part_that_is_left_out_may_not()
    {
        CheckedList.OfRows("Part Number,Description,Qty,Manufacturer,Country of Origin,Notes",
            "M-1,NdFeB magnet,4,Bolt,Japan,", ",,0,Acme,China,", "S-1,Screw,4,Bolt,US,")
            .Verdicts[1].ShouldBe("3 Violation Violation");
        CheckedList.OfRows("Part Number,Description,Qty,Manufacturer,Country of Origin,Notes",
            "M-1,NdFeB magnet,4,Bolt,Japan,DNP", ",,,Acme,China,", "S-1,Screw,4,Bolt,US,")
            .Report.NotInstalled.Select(line => line.Row.Row).ShouldBe([2, 3]);
    }

    [Fact]
    public void Marked_parts_count_when_a_setting_says_so()
    {
        CheckedList result = CheckedList.With(run => run with { CountsNotInstalled = true }, "Part Number,Description,Qty,DNP,Country of Origin",
            "C1,Tantalum capacitor,1,DNP,China", "R1,Resistor,1,,US");

        result.Report.NotInstalled.ShouldBeEmpty();
        result.Verdicts[0].ShouldBe("2 Suspect Suspect");
    }
}
