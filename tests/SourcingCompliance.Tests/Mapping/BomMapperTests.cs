using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Mapping;

public sealed class BomMapperTests
{
    [Fact]
    public void A_title_block_above_the_header_is_left_out_and_listed()
    {
        SheetMapping mapping = Sheets.Map("ACME Motor|||", "Date:|@2026-02-05||", "||", "Part Number|Description|Qty", "A-1|Magnet|=2", "A-2|Screw|=4");

        mapping.Map.HeaderRow.ShouldBe(4);
        mapping.RowsAbove.Select(row => row.Row).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_second_header_row_is_no_item()
    {
        SheetMapping mapping = Sheets.Map("Part||Maker|", "Number|Description|Name|Part Number", "A-1|Magnet|TDK|T1", "A-2|Screw|X|S1");

        mapping.Map.HeaderRow.ShouldNotBeNull();
        mapping.Columns().ShouldContain("description=B");
    }

    [Theory]
    [InlineData("a list without a header", "A-1|=2|R1", "A-2|=4|R2", "A-3|=6|R3")]
    [InlineData("prose", "You need the following:", "1. a screw M2x14", "2. a magnet, 5 mm")]
    [InlineData("nothing", "", "", "")]
    public void What_has_no_header_is_refused_and_not_guessed(string what, params string[] rows)
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, rows).Map.HeaderRow.ShouldBeNull(what);

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.HeaderNotFound);
        diagnostics.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void A_transposed_table_is_refused_plainly()
    {
        var diagnostics = new DiagnosticBag();

        SheetMapping mapping = Sheets.Map(diagnostics, "Part Number|A-1|A-2|A-3", "Description|Magnet|Screw|Nut", "Qty|=1|=2|=3", "Manufacturer|X|Y|Z");

        mapping.IsRefused.ShouldBeTrue();
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.TableTransposed);
    }

    [Fact]
    public void The_history_of_changes_beside_the_list_is_left_out_with_a_note()
    {
        var diagnostics = new DiagnosticBag();
        string[] history = ["Rev|Date|Description|Author", "A|@2026-01-01|First|Ann", "B|@2026-02-01|Second|Bob"];
        string[] list = ["Part Number|Description|Qty", "A-1|Magnet|=2", "A-2|Screw|=4"];

        ImmutableArray<SheetMapping> mappings = new BomMapper(Sheets.Vocabulary)
            .Map(Sheets.Document(Sheets.Table("Revisions", history), Sheets.Table("Parts", list)), diagnostics);

        mappings.Select(mapping => mapping.IsMapped).ShouldBe([false, true]);
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.SheetLeftOut);
    }

    [Fact]
    public void A_second_table_beside_the_first_is_an_error_because_its_rows_are_not_read()
    {
        var diagnostics = new DiagnosticBag();

        SheetMapping mapping = Sheets.Map(diagnostics, "Part Number|Name||Part Number|Name", "A-1|Bolt||B-1|Nut", "A-2|Pin||B-2|Clip");

        mapping.Columns().ShouldBe("partNumber=A name=B");
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.TableBesideNotRead);
        diagnostics.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void A_table_above_the_list_is_an_error_because_its_rows_are_not_read()
    {
        var diagnostics = new DiagnosticBag();

        SheetMapping mapping = Sheets.Map(diagnostics, "Part Number|Description|COO", "M1|NdFeB magnet|CN", "",
            "Item|Part Number|Description|Qty|Unit|Manufacturer|MPN|COO", "=1|A1|Screw|=4|EA|X|Y|US", "=2|A2|Nut|=4|EA|X|Z|US");

        mapping.Map.HeaderRow.ShouldBe(4);
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.TableAboveNotRead);
        diagnostics.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void A_block_of_titles_above_the_list_is_no_table()
    {
        var diagnostics = new DiagnosticBag();

        SheetMapping mapping = Sheets.Map(diagnostics, "Project|Actuator|Date|2026-01-05", "Part Number|100-7|Rev|B",
            "Part Number|Description|Qty", "A1|Screw|=4", "A2|Nut|=4");

        mapping.Map.HeaderRow.ShouldBe(3);
        diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_of_part_numbers_alone_is_a_list()
    {
        Sheets.Map("manf#", "GRM155R71C104KA88", "BC817-40", "MSS1P4-M3").Columns().ShouldBe("manufacturerPartNumber=A");
    }

    [Fact]
    public void The_order_of_the_items_never_changes_the_columns()
    {
        string[] items = ["A-1|Magnet|TDK|=2|China|0.5", "B-2|Screw|Bossard|=40|CH|", "C-3|Motor||=1|JP|120", "D-4||Maker|=3||7", "E-5|Nut|Bossard||DE|1"];
        string[] header = ["Part Number|Description|Manufacturer|Qty|Country|Mass (g)"];
        string expected = Sheets.Map([.. header, .. items]).Columns();

        Prop.ForAll(Gen.Shuffle(items).ToArbitrary(), shuffled => Sheets.Map([.. header, .. shuffled]).Columns() == expected).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_missing_vocabulary_is_an_error_and_maps_nothing()
    {
        var diagnostics = new DiagnosticBag();

        ColumnVocabulary.Load(new RuleFolder("mine", []), diagnostics);

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ColumnVocabularyUnusable);
    }

    [Fact]
    public void An_alias_of_two_fields_is_an_error()
    {
        var diagnostics = new DiagnosticBag();

        ColumnVocabulary.Load(Sheets.RuleFolder("""{"fields": {"name": {"aliases": {"en": ["thing"]}}, "value": {"aliases": {"en": ["Thing"]}}}}"""),
            diagnostics);

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ColumnAliasTwice);
    }

    [Fact]
    public void Descriptions_that_read_as_names_of_steps_make_no_transposed_table()
    {
        var diagnostics = new DiagnosticBag();

        SheetMapping mapping = Sheets.Map(
            diagnostics, "Part Number|Parent|Description|Qty|Country of Origin|Country of Melt", "P-0||Tungsten powder|=1|US|US",
            "P-1||SmCo magnet, sintered|=1|US|US", "P-2||Magnet alloy|=1|US|US");

        mapping.IsMapped.ShouldBeTrue();
        diagnostics.HasErrors.ShouldBeFalse();
    }

    [Theory]
    [InlineData("its fields stand in a column, and the first of them reads as a header", "Part Number|S-1|M-1|B-1",
        "Description|Screw|NdFeB magnet|Bracket", "Qty|4|4|1", "Country of Origin|US|China|US")]
    [InlineData("each row gives one property", "Part Number|Attribute|Value", "M-1|Description|NdFeB magnet",
        "M-1|Country of Origin|China", "S-1|Description|Screw", "S-1|Country of Origin|US")]
    public void A_table_whose_parts_are_no_rows_is_refused(string because, params string[] rows)
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, rows).IsRefused.ShouldBeTrue(because);
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.TableTransposed);
    }

    [Fact]
    public void A_list_with_a_type_and_a_value_is_read() =>
        Sheets.Map("Part Number|Type|Value|Qty", "C-1|Capacitor|10uF|=1", "R-1|Resistor|10k|=1",
            "M-1|Material|steel|=1", "M-2|Material|brass|=1").IsMapped.ShouldBeTrue();
}
