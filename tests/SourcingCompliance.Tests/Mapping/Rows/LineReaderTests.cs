using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Tests.Mapping.Rows;

public sealed class LineReaderTests
{
    private const string Header = "Part Number|Description|Manufacturer|Qty";

    [Theory]
    [InlineData("a section title", "MAGNETS|||")]
    [InlineData("a section title with a colon", "SECTION: MECHANICAL|||")]
    [InlineData("a total", "Total|||=42")]
    [InlineData("a total in German", "Gesamtsumme:|||=42")]
    [InlineData("a repeated header", Header)]
    [InlineData("a note", "Note 1: all screws are zinc plated|||")]
    [InlineData("an example", "例）|Screw||=1")]
    [InlineData("numbers without a part", "|||=42")]
    [InlineData("a text outside the list", "||||remark")]
    public void Rows_that_are_no_items_are_left_out_and_listed(string what, string row)
    {
        (List<BomLine> lines, List<SkippedRow> skipped, DiagnosticBag diagnostics) = Sheets.Read(Header, "A-1|Screw|X|=1", row, "A-2|Magnet|Y|=2");

        lines.Select(line => line.PartNumber).ShouldBe(["A-1", "A-2"], what);
        skipped.ShouldHaveSingleItem().Row.ShouldBe(3);
        diagnostics.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a part number and nothing else", "NM-42-SH|||")]
    [InlineData("no quantity", "A-9|Ring magnet|Z|")]
    [InlineData("a part named like a total", "TS-1|Total station|Leica|=1")]
    [InlineData("no part number", "|Ring magnet||=1")]
    public void Rows_that_are_items_are_never_left_out(string what, string row)
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) = Sheets.Read(Header, "A-1|Screw|X|=1", row, "A-2|Magnet|Y|=2");

        lines.Count.ShouldBe(3, what);
        skipped.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Part Number|Description|COO", "A1|Magnet|CN")]
    [InlineData("Part Number|COO", "A1|CN")]
    [InlineData("Name|Material|Country", "Magnet|Neodymium|China")]
    [InlineData("Description|Manufacturer|Supplier", "Magnet assembly|Maxon|Digi-Key")]
    [InlineData("Name|Type|Grade", "Magnet|Ring|N42")]
    [InlineData("Component|Grade|Source", "Magnet|Grade A|Import")]
    [InlineData("Part Number|Part Name|Unit", "MAGNET-A|Magnet|each")]
    public void The_first_part_of_a_list_without_numbers_is_no_second_header(string header, string first)
    {
        (List<BomLine> lines, _, _) = Sheets.Read(header, first, first.Replace("A1", "B2", StringComparison.Ordinal));

        lines.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("A3|Rotor|magnet assembly|CN")]
    [InlineData("Unit|Assembly, part number 7|Level sensor|Unknown")]
    [InlineData("Name plate|Description plate|Material: steel|US")]
    [InlineData("Magnet|Material sample|Grade N42|China")]
    public void A_part_whose_texts_are_words_of_headers_is_no_later_table(string row)
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) = Sheets.Read("Part Number|Name|Kind|COO", "A-1|Screw|bought|US", row, "A-2|Bolt|bought|US");

        lines.Count.ShouldBe(3);
        skipped.ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_of_words_is_a_line_or_told_as_left_out()
    {
        Gen<string> cell = Gen.Elements("", "Magnet", "Motor", "Maxon", "CN", "China", "A1", "N42", "Name", "Part",
            "Material", "Grade A", "each", "Unknown", "Origin", "Digi-Key", "kg", "TBD");
        Gen<string[]> rows = Gen.ArrayOf(Gen.ArrayOf(cell, 3).Select(cells => string.Join('|', cells)), 4);
        Gen<string> header = Gen.Elements("Part Number|Description|COO", "Name|Material|Country",
            "Description|Manufacturer|Supplier", "Part|Type|Source", "Component||Origin");
        Prop.ForAll(rows.ToArbitrary(), header.ToArbitrary(), (texts, title) =>
        {
            BomTable table = Sheets.Table("BOM", [title, .. texts]);
            SheetMapping mapping = new BomMapper(Sheets.Vocabulary).Map(Sheets.Document(table), new DiagnosticBag()).ShouldHaveSingleItem();
            var skipped = new List<SkippedRow>();
            List<BomLine> lines = [.. new LineReader(Sheets.Vocabulary).Read(table, mapping, skipped, new DiagnosticBag())];
            SortedSet<int> told = [.. lines.Select(line => line.Row), .. skipped.Concat(mapping.RowsAbove).Select(row => row.Row)];
            return !mapping.IsMapped || texts.Select((text, at) => (text, Row: at + 2)).Where(row => row.text != "||")
                .All(row => told.Contains(row.Row) || row.Row == mapping.Map.HeaderRow);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void A_numbered_row_with_a_quantity_but_no_name_stays_an_item()
    {
        (List<BomLine> lines, _, _) = Sheets.Read("Item|Part Number|Qty", "=1|A-1|=1", "=2||=4", "=3|A-3|=1");

        lines.Count.ShouldBe(3);
    }

    [Fact]
    public void A_row_that_names_nothing_but_a_material_stays_an_item_and_is_called_after_it()
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) =
            Sheets.Read("Part Number|Description|Material|COO|Qty", "A-1|Rotor||US|=1", "||NdFeB|CN|", "A-2|Screw|Steel|US|=4", "|||CN|");

        lines.Select(line => line.PartNumber).ShouldBe(["A-1", "NdFeB", "A-2", ""]);
        skipped.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("an origin", "|||CN|")]
    [InlineData("an origin and another quantity", "||=2|CN|")]
    [InlineData("a maker", "||||Acme")]
    [InlineData("an origin and a maker", "|||CN|Acme")]
    public void A_row_without_a_part_is_another_source_of_the_item_above(string what, string row)
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) =
            Sheets.Read("Part Number|Description|Qty|COO|Manufacturer", "M-1|Ring magnet|=4|JP|Bolt", row, row, "A-2|Screw|=4|US|Bolt");

        lines.Select(line => line.IsAlternate).ShouldBe([false, true, true, false], what);
        skipped.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("|second source: Ningbo||CN|", true)]
    [InlineData("|2nd Source Ningbo|=4|CN|", true)]
    [InlineData("|Alternate - Ningbo||CN|", true)]
    [InlineData("ALT: M-1B|||CN|", true)]
    [InlineData("M-1B|Alternate source for M-1|=4|CN|", true)]
    [InlineData("|第二来源：宁波||CN|", true)]
    [InlineData("|alternative source, to be confirmed|||", true)]
    [InlineData("M-1B|Substitute for M-1||CN|", true)]
    [InlineData("A-3|Alternate bracket|=4|CN|", false)]
    [InlineData("ALT-100|Bracket|=1|CN|", false)]
    [InlineData("A-3|Alternate: bracket|=2|CN|", false)]
    [InlineData("A-3|Second source bracket|=2|CN|", false)]
    [InlineData("A-3|Second sourceplate|=4|CN|", false)]
    [InlineData("A-3|Altimeter: spare|=4|CN|", false)]
    public void A_row_that_begins_with_the_words_of_another_source_is_one(string row, bool expected)
    {
        (List<BomLine> lines, _, _) =
            Sheets.Read("Part Number|Description|Qty|COO|Manufacturer", "M-1|Ring magnet|=4|JP|Bolt", row, "A-2|Screw|=4|US|Bolt");

        lines.Select(line => line.IsAlternate).ShouldBe([false, expected, false]);
    }

    [Fact]
    public void An_origin_behind_a_blank_row_still_belongs_to_the_item_above_but_not_behind_a_title()
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) = Sheets.Read(
            "Part Number|Description|Qty|COO", "M-1|Ring magnet|=4|JP", "", "|||CN", "M-2|Disc magnet|=1|JP", "SCREWS|||", "|||CN", "A-1|Screw|=4|US");

        lines.Select(line => (line.Row, line.IsAlternate)).ShouldBe([(2, false), (4, true), (5, false), (8, false)]);
        skipped.Select(row => row.Row).ShouldBe([6, 7]);
    }

    [Theory]
    [InlineData("a title below the first column", "Mechanical||||")]
    [InlineData("a sum", "|||=42|")]
    public void A_title_or_a_sum_is_no_other_source(string what, string row)
    {
        (List<BomLine> lines, _, _) =
            Sheets.Read("Category|Part Number|Description|Qty|Manufacturer", "Magnetic|M-1|Ring magnet|=4|Bolt", row, "Fasteners|A-2|Screw|=4|Bolt");

        lines.Count.ShouldBe(2, what);
    }

    [Fact]
    public void A_makers_number_below_an_item_with_a_name_is_another_source_even_with_a_level_or_a_quantity()
    {
        (List<BomLine> lines, _, _) = Sheets.Read(
            "Level|Number|Description|Qty|Manufacturer|MPN", "=0|A-1|Rotor|=1||", "=1|M-1|Ring magnet|=4|Bolt|B-1", "=2||||Acme|X-1",
            "||||Acme|X-2", "||||Acme|X-3", "||||Acme|X-4", "=1|A-2|Screw|=4|Bolt|B-2");

        lines.Select(line => line.IsAlternate).ShouldBe([false, false, true, true, true, true, false]);
    }

    [Fact]
    public void A_row_below_an_unknown_header_is_a_line_of_its_own_where_the_row_above_fills_that_column_too()
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) =
            Sheets.Read("Product|Quantity|Zusatz X|Zusatz Y", "Rotor|=1|Steel shaft|", "||NdFeB magnet|", "|||from another works", "Pump|=1|Housing|");

        lines.Select(line => (line.PartNumber, line.IsAlternate))
            .ShouldBe([("Rotor", false), ("NdFeB magnet", false), ("from another works", true), ("Pump", false)]);
        skipped.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("numbers", "=1|=2|=3|=4")]
    [InlineData("numbers in brackets", "(1)|(2)|(3)|(4)")]
    [InlineData("letters", "A|B|C|D")]
    public void A_row_that_numbers_the_columns_is_no_part_and_spoils_no_column(string what, string row)
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) = Sheets.Read("Part No|Description|Country of Origin|Qty", row, "M-1|Ring magnet|CN|=4");

        lines.ShouldHaveSingleItem()[BomField.CountryOfOrigin].ShouldBe("CN", what);
        skipped.ShouldHaveSingleItem().Reason.ShouldBe("numbers the columns");
    }

    [Fact]
    public void A_row_of_numbers_further_down_is_a_part()
    {
        (List<BomLine> lines, _, _) = Sheets.Read("Part No|Description|Country of Origin|Qty", "M-1|Ring magnet|CN|=4", "=1|=2|=3|=4");

        lines.Count.ShouldBe(2);
    }

    [Fact]
    public void A_legend_that_explains_the_columns_is_no_part()
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) = Sheets.Read(
            "Part No|Description|Origin|Qty", "M-1|Ring magnet|Japan|=4", "P-1|Screw|Germany|=4", "", "Part No|Our number||",
            "Description|Plain words, for example tantalum capacitor||", "Origin|Where it was made||");

        lines.Count.ShouldBe(2);
        skipped.Select(row => row.Row).ShouldBe([5, 6, 7]);
    }

    [Theory]
    [InlineData("|sintered NdFeB magnet, N42SH||", true)]
    [InlineData("|Grade N42SH, nickel plated||", true)]
    [InlineData("|MAGNETS||", false)]
    [InlineData("|2. Magnets||", false)]
    [InlineData("magnets and rotors|||", false)]
    public void A_description_that_goes_on_in_the_next_row_is_of_the_item_above_and_a_title_is_not(string row, bool isOfItem)
    {
        (List<BomLine> lines, _, _) = Sheets.Read("Part Number|Description|Qty|COO", "M-1|Ring|=4|CN", row, "S-1|Screw|=1|DE");

        lines.Count(line => line.IsAlternate).ShouldBe(isOfItem ? 1 : 0);
    }

    [Fact]
    public void Another_source_is_seen_where_a_column_without_a_header_begins_to_fill()
    {
        (List<BomLine> lines, _, _) = Sheets.Read("Part Number|Description||Qty|COO", "M-1|Ring magnet||=4|JP", "||remark||CN", "S-1|Screw||=1|DE");

        lines.Select(line => line.IsAlternate).ShouldBe([false, true, false]);
    }

    [Fact]
    public void Lines_that_draw_a_tree_are_no_part_of_a_number()
    {
        (List<BomLine> lines, _, _) = Sheets.Read("Part|Description", "100|Cat", @"\-- 101|Board", @"    \-- 102|Coil", "    +-- 103|Wire",
            "└── 104|Disc", "+5V-REG|Regulator", "-12V|Regulator", ".NET-1|Board");

        lines.Select(line => line.PartNumber).ShouldBe(["100", "101", "102", "103", "104", "+5V-REG", "-12V", ".NET-1"]);
        lines.Take(3).Select(line => line.Indent).ShouldBe([-1, 4, 8]);
    }

    [Fact]
    public void Rows_with_a_maker_but_no_quantity_are_other_sources_of_the_item_above()
    {
        (List<BomLine> lines, _, _) = Sheets.Read(Header, "GRM155|Capacitor|Murata|=4", "CL05B|Capacitor|Samsung|", "C1005X|Capacitor|TDK|", "A-2|Magnet|Y|=2");

        lines.Select(line => line.IsAlternate).ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void Merged_rows_of_one_find_number_are_other_sources_too()
    {
        (List<BomLine> lines, _, _) =
            Sheets.Read("Find No|Description|Manufacturer|MPN|Qty", "=1|Capacitor|Murata|GRM155|=4", "=1|Capacitor|Samsung|CL05B|=4", "=2|Magnet|Y|M-1|=2");

        lines.Select(line => line.IsAlternate).ShouldBe([false, true, false]);
    }

    [Fact]
    public void A_later_table_with_other_columns_is_mapped_anew()
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) = Sheets.Read(
            "Part Number|Description|Qty", "A-1|Screw|=1", "A-2|Nut|=2", "||", "Description|Country of Origin|Part Number",
            "Ring magnet|China|M-1", "Disc magnet|Japan|M-2");

        lines[3][BomField.CountryOfOrigin].ShouldBe("Japan");
        lines[3].PartNumber.ShouldBe("M-2");
        skipped.ShouldHaveSingleItem().Row.ShouldBe(5);
    }

    [Theory]
    [InlineData("Part Number|Origin|Qty|Description", "M-1|China|=4|NdFeB magnet", "the columns stand in another order")]
    [InlineData("Part Number|Description|Origin|Qty", "M-1|NdFeB magnet|China|=4", "two columns have changed places")]
    [InlineData("Part Number|Description|Qty|Origin|Material", "M-1|NdFeB magnet|=4|China|NdFeB", "a further column has a title")]
    public void A_header_that_comes_again_with_other_columns_begins_a_table(string header, string row, string because)
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) = Sheets.Read("Part Number|Description|Qty|Origin", "S-1|Screw|=4|Germany", header, row);

        lines.Select(line => (line[BomField.Description], line[BomField.Quantity], line[BomField.CountryOfOrigin]))
            .ShouldBe([("Screw", "4", "Germany"), ("NdFeB magnet", "4", "China")], because);
        skipped.ShouldHaveSingleItem().Reason.ShouldBe("is the header of a later table");
    }

    [Fact]
    public void A_header_that_comes_again_as_it_is_begins_no_table()
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) =
            Sheets.Read("Part Number|Description|Qty|Footprint", "S-1|Screw|=4|M3", "PART NUMBER|Description|Qty|Footprint", "M-1|Magnet|=4|");

        lines.ShouldAllBe(line => ReferenceEquals(line.Map, lines[0].Map));
        skipped.ShouldHaveSingleItem().Reason.ShouldBe("repeats the header");
    }

    [Fact]
    public void A_table_that_lists_no_parts_ends_at_a_blank_row_or_where_the_header_comes_again()
    {
        (List<BomLine> lines, List<SkippedRow> skipped, DiagnosticBag diagnostics) = Sheets.Read(
            "Part Number|Description|Origin", "M-1|Magnet|Japan", "Supplier|City|Contact", "Acme|Tokyo|Bob", "Bolt|Bonn|Eve",
            "Part Number|Description|Origin", "M-2|Magnet|China", "Supplier|City|Contact", "Acme|Tokyo|Bob", "||", "M-3|Magnet|China");

        lines.Select(line => line.PartNumber).ShouldBe(["M-1", "M-2", "M-3"]);
        skipped.Select(row => (row.Row, row.Reason)).ShouldBe(
        [
            (3, "is the header of a table that lists no parts"), (4, "belongs to a table that lists no parts"), (5, "belongs to a table that lists no parts"),
            (6, "repeats the header"), (8, "is the header of a table that lists no parts"), (9, "belongs to a table that lists no parts"),
        ]);
        diagnostics.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("part 1|part 2|part 3", "numbers the columns")]
    [InlineData("Col. 1|Col. 2|Col. 3", "numbers the columns")]
    [InlineData("(text)|(text)|(optional)", "says what the columns take")]
    [InlineData("String|Free text|Required", "says what the columns take")]
    public void A_row_below_the_header_that_speaks_of_the_columns_is_no_part(string row, string reason)
    {
        (List<BomLine> lines, List<SkippedRow> skipped, _) = Sheets.Read("Part Number|Description|Origin", row, "M-1|Magnet|China", "M-2|Magnet 2|China");

        lines.Select(line => line.PartNumber).ShouldBe(["M-1", "M-2"]);
        skipped.ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("P1|Q2|R3")]
    [InlineData("part 1|bolt 2|part 3")]
    public void Numbers_after_different_words_do_not_number_the_columns(string row) =>
        Sheets.Read("Part Number|Description|Origin", row, "M-1|Magnet|China").Lines.Count.ShouldBe(2);

    [Fact]
    public void Elements_below_a_title_are_columns_of_a_composition()
    {
        SheetMapping mapping = Sheets.Map("Part Number|Description|Material composition||Origin", "||Nd|Fe|", "M-1|Rotor|33%|66%|China", "P-1|Plate||99%|US");

        mapping.Map.LastHeaderRow.ShouldBe(2);
        mapping.Map.Columns.Where(column => !column.States.IsEmpty).SelectMany(column => column.States).Distinct().ShouldBe(
            [new StatedPart(3, "neodymium (NdFeB)", TakesAmounts: true), new StatedPart(4, "iron", TakesAmounts: true)]);
    }

    [Fact]
    public void A_cell_of_a_composition_is_read_with_the_elements_of_its_row()
    {
        (List<BomLine> lines, _, _) =
            Sheets.Read("Part Number|Description|Fe (%)|Nd (%)|Ta ppm", "M-1|Rotor|=66|=33|0", "P-1|Plate|=99||< 1", "C-1|Part|||=20000");

        lines.Select(line => string.Join("; ", line.Texts.Where(text => text.Column.Field == BomField.Notes && text.Text.Length > 3)
            .Select(text => text.Text).Distinct()))
            .ShouldBe(["iron 66, neodymium (NdFeB) 33", "iron 99", "tantalum 20000"]);
    }

    [Fact]
    public void A_width_and_a_height_are_no_composition() =>
        Sheets.Map("Part Number|Description|L|W|H", "M-1|Rotor|=1|=2|=3", "M-2|Plate|=1|=2|=3").Map.Columns.ShouldAllBe(column => column.States.IsEmpty);

    [Theory]
    [InlineData("〃", "NdFeB magnet")]
    [InlineData("\"", "NdFeB magnet")]
    [InlineData("Ditto", "NdFeB magnet")]
    [InlineData("-do-", "NdFeB magnet")]
    [InlineData("do.", "NdFeB magnet")]
    [InlineData("同上", "NdFeB magnet")]
    [InlineData("same as above, 20 mm", "NdFeB magnet, 20 mm")]
    [InlineData("Same", "NdFeB magnet")]
    [InlineData("DO", "DO")]
    [InlineData("Dittoscope", "Dittoscope")]
    [InlineData("-", "-")]
    public void A_cell_that_repeats_the_cell_above_gets_its_text(string cell, string text)
    {
        (List<BomLine> lines, _, DiagnosticBag diagnostics) =
            Sheets.Read("Part Number|Description|Qty", "M-1|NdFeB magnet|=4", "M-2|" + cell + "|=4", "S-1|Screw|=4");

        lines.Select(line => line[BomField.Description]).ShouldBe(["NdFeB magnet", text, "Screw"]);
        diagnostics.Items.Count(diagnostic => diagnostic.Id == DiagnosticIds.CellsRepaired).ShouldBe(text == cell ? 0 : 1);
    }

    [Fact]
    public void Marks_with_additions_add_to_the_text_above_all_of_them_and_not_to_each_other()
    {
        (List<BomLine> lines, _, _) = Sheets.Read(
            "Part Number|Description|Qty", "M-1|NdFeB magnet|=4", "M-2|ditto, 20 mm|=4", "M-3|ditto, 30 mm|=4", "S-1|Screw|=4", "S-2|ditto, M3|=4");

        lines.Select(line => line[BomField.Description]).ShouldBe(["NdFeB magnet", "NdFeB magnet, 20 mm", "NdFeB magnet, 30 mm", "Screw", "Screw, M3"]);
    }

    [Fact]
    public void Marks_that_follow_each_other_repeat_the_text_above_all_of_them() =>
        Sheets.Read("Part Number|Description|Origin", "M-1|Magnet|China", "M-2|〃|〃", "M-3|ditto|\"").Lines
            .Select(line => (line[BomField.Description], line[BomField.CountryOfOrigin]))
            .ShouldBe([("Magnet", "China"), ("Magnet", "China"), ("Magnet", "China")]);

    [Fact]
    public void A_later_table_that_is_a_tie_is_an_error_and_its_rows_are_listed()
    {
        (List<BomLine> lines, List<SkippedRow> skipped, DiagnosticBag diagnostics) = Sheets.Read(
            "Part Number|Description|Qty", "A-1|Screw|=1", "A-2|Nut|=2", "Part Number|Qty|Quantity", "M-1|=1|=2", "M-2|=3|=4");

        lines.Count.ShouldBe(2);
        skipped.Select(row => row.Row).ShouldBe([4, 5, 6]);
        diagnostics.GetCount(DiagnosticIds.LaterTableNotMapped).ShouldBe(1);
    }

    [Theory]
    [InlineData("9.55E+12", DiagnosticIds.PartNumberScientific)]
    [InlineData("=1E+20", DiagnosticIds.PartNumberScientific)]
    [InlineData("5-Feb", DiagnosticIds.PartNumberDate)]
    [InlineData("@2026-02-05", DiagnosticIds.PartNumberDate)]
    [InlineData("!#REF!", DiagnosticIds.ErrorCell)]
    [InlineData("#N/A", DiagnosticIds.ErrorCell)]
    public void Damaged_part_numbers_are_reported_and_used_as_they_stand(string cell, string id)
    {
        (List<BomLine> lines, _, DiagnosticBag diagnostics) = Sheets.Read(Header, "A-1|Screw|X|=1", $"{cell}|Magnet|Y|=2", "A-3|Nut|X|=1");

        lines[1].PartNumber.ShouldBe(cell.TrimStart('=', '@', '!'));
        Diagnostic warning = diagnostics.Items.ShouldHaveSingleItem();
        warning.Id.ShouldBe(id);
        warning.Severity.ShouldBe(DiagnosticSeverity.Warning);
        warning.Cell.Address.ShouldBe("A3");
    }

    [Fact]
    public void What_happened_to_many_cells_of_a_column_is_reported_once()
    {
        (_, _, DiagnosticBag diagnostics) = Sheets.Read(Header, "5-Feb|Screw|X|=1", "6-Feb|Nut|Y|=2", "7-Mar|Pin|X|!#REF!", "A-4|Plate|X|!#VALUE!");

        diagnostics.Items.Select(warning => warning.Id).ShouldBe([DiagnosticIds.ErrorCell, DiagnosticIds.PartNumberDate], ignoreOrder: true);
        Diagnostic dates = diagnostics.Items.Single(warning => warning.Id == DiagnosticIds.PartNumberDate);
        dates.Cell.Address.ShouldBe("A2");
        dates.Message.ShouldContain("'5-Feb'");
        dates.Message.ShouldEndWith("2 other cells of the column are like it.");
    }

    [Fact]
    public void Errors_in_columns_of_prices_and_remarks_are_reported_together()
    {
        (_, _, DiagnosticBag diagnostics) = Sheets.Read(
            "Part Number|Description|Qty|Unit Price|Ext$|Avail", "A-1|Screw|=1|!#VALUE!|!#VALUE!|!#VALUE!", "A-2|Nut|!#REF!|!#VALUE!|!#VALUE!|!#VALUE!");

        diagnostics.Items.Count.ShouldBe(2);
        diagnostics.Items.ShouldAllBe(warning => warning.Id == DiagnosticIds.ErrorCell);
        diagnostics.Items[0].Message.ShouldStartWith("The quantity is the spreadsheet error #REF!");
        diagnostics.Items[1].Cell.Address.ShouldBe("D2");
        diagnostics.Items[1].Message.ShouldStartWith("6 cells are spreadsheet errors (the first: #VALUE!) in 3 columns of prices or remarks ('Unit Price', "
            + "'Ext$', 'Avail').");
    }

    [Theory]
    [InlineData("1E10")]
    [InlineData("5-FEB-X")]
    [InlineData("2N3904")]
    public void Sound_part_numbers_are_not_reported(string number)
    {
        (_, _, DiagnosticBag diagnostics) = Sheets.Read(Header, "A-1|Screw|X|=1", $"{number}|Magnet|Y|=2", "A-3|Nut|X|=1");

        diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Lost_leading_zeros_are_reported_where_the_others_have_them()
    {
        (_, _, DiagnosticBag diagnostics) = Sheets.Read(Header, "000123|Screw|X|=1", "000124|Nut|X|=1", "=125|Magnet|Y|=2", "000126|Washer|X|=1");

        Diagnostic warning = diagnostics.Items.ShouldHaveSingleItem();
        warning.Id.ShouldBe(DiagnosticIds.PartNumberZerosLost);
        warning.Cell.Address.ShouldBe("A4");
    }

    [Fact]
    public void A_damaged_row_is_a_damaged_line_and_an_error()
    {
        (List<BomLine> lines, _, DiagnosticBag diagnostics) = Sheets.Read(Header, "A-1|Screw|X|=1", "%the row ends in the middle", "A-3|Nut|X|=1");

        lines[1].Damage.ShouldBe("the row ends in the middle");
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.RowDamaged);
    }

    [Fact]
    public void Blanks_in_front_of_the_name_are_kept_as_indentation()
    {
        (List<BomLine> lines, _, _) = Sheets.Read("Part Number|Qty", "A|=1", "  B|=1", "....C|=1", " D|=1");

        lines.Select(line => line.Indent).ShouldBe([-1, 2, 4, -1]);
        lines[1].PartNumber.ShouldBe("B");
    }

    [Theory]
    [InlineData("=2||||=1|", true)]
    [InlineData("=2|||U7|=1|", true)]
    [InlineData("||||=1|China", true)]
    [InlineData("||||=251.05|", false)]
    [InlineData("|||Board count|=6|", false)]
    [InlineData("=2|A-2|||=1|", false)]
    [InlineData("=2||Screw||=1|", false)]
    public void A_part_of_which_no_cell_says_what_it_is_is_unread_and_a_sum_is_not(string row, bool isUnread)
    {
        (List<BomLine> lines, _, _) = Sheets.Read("Item|Part Number|Description|Reference|Qty|Country of Origin", "=1|A-1|Magnet|M1|=1|Japan", row,
            "=3|A-3|Nut|N3|=1|Japan");

        (lines.Find(line => line.Row == 3)?.UnreadCell is not null).ShouldBe(isUnread);
    }

    [Fact]
    public void A_sheet_that_was_refused_gives_no_line()
    {
        Sheets.Read("a|b", "c|d").Lines.ShouldBeEmpty();
    }
}
