using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Items.Trees;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tests.Mapping;

namespace SourcingCompliance.Tests.Items.Trees;

public sealed class TreeBuilderTests
{
    [Theory]
    [InlineData("numbers", "0,1,2,1")]
    [InlineData("numbers from one", "1,2,3,2")]
    [InlineData("leading dots", "0,.1,..2,.1")]
    [InlineData("dots only", ".,..,...,..")]
    [InlineData("dotted", "1,1.1,1.1.1,1.2")]
    [InlineData("words", "Level 0,Level 1,Level 2,Level 1")]
    [InlineData("decimals of a csv export", "0.0,1.0,2.0,1.0")]
    public void Levels_make_a_tree(string what, string levels)
    {
        (IReadOnlyList<TreePlace> places, DiagnosticBag diagnostics) = Place("Level|Part Number|Qty", levels, "A,B,C,D");

        places.Select(place => place.Parent).ShouldBe([-1, 0, 1, 0], what);
        places.Select(place => place.Level).ShouldBe([0, 1, 2, 1]);
        places.Select(place => place.HasChildren).ShouldBe([true, true, false, false]);
        diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_jump_in_level_is_told_with_its_cell_and_loses_nothing()
    {
        (IReadOnlyList<TreePlace> places, DiagnosticBag diagnostics) = Place("Level|Part Number|Qty", "0,1,3,1", "A,B,C,D");

        places.Select(place => place.Parent).ShouldBe([-1, 0, 1, 0]);
        Diagnostic jump = diagnostics.Items.ShouldHaveSingleItem();
        jump.Id.ShouldBe(DiagnosticIds.LevelJump);
        jump.Cell.Address.ShouldBe("A4");
    }

    [Fact]
    public void A_level_that_is_no_number_is_told_and_goes_to_the_top()
    {
        (IReadOnlyList<TreePlace> places, DiagnosticBag diagnostics) = Place("Level|Part Number|Qty", "0,1,top,1", "A,B,C,D");

        places[2].ShouldBe(new TreePlace(-1, 0, IsAlternate: false, HasChildren: false, IsOrphan: true));
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.LevelUnreadable);
    }

    [Fact]
    public void A_level_may_stand_in_one_of_several_columns_under_one_title()
    {
        var table = Sheets.Read("Level|||Part Number|Qty", "=0|||A|=1", "|=1||B|=1", "||=2|C|=1", "|=1||D|=1");

        TreeBuilder.Place(table.Lines, table.Diagnostics).Select(place => place.Parent).ShouldBe([-1, 0, 1, 0]);
    }

    [Theory]
    [InlineData("the part number of the parent", "Parent|Part Number|Qty", ",A,B,A", "A,B,C,D")]
    [InlineData("the parent below its children", "Parent|Part Number|Qty", ",A,B,A", "A,B,C,D")]
    public void Parents_make_a_tree(string what, string header, string parents, string parts)
    {
        (IReadOnlyList<TreePlace> places, DiagnosticBag diagnostics) = Place(header, parents, parts);

        places.Select(place => place.Parent).ShouldBe([-1, 0, 1, 0], what);
        diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_parent_may_stand_below_its_children()
    {
        (IReadOnlyList<TreePlace> places, _) = Place("Parent|Part Number|Qty", "A,B,,A", "B,C,A,D");

        places.Select(place => place.Parent).ShouldBe([2, 0, -1, 2]);
        places.Select(place => place.Level).ShouldBe([1, 2, 0, 1]);
    }

    [Fact]
    public void A_product_that_only_the_parent_column_names_is_an_assembly_behind_the_lines()
    {
        (IReadOnlyList<TreePlace> places, DiagnosticBag diagnostics) = Place("Parent|Part Number|Qty", "TOP,A,B,A", "A,B,C,D");

        places.Select(place => place.Parent).ShouldBe([4, 0, 1, 0, -1]);
        places[4].HasChildren.ShouldBeTrue();
        diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Parents_that_are_not_in_the_list_are_assemblies_too_and_are_reported_where_others_have_rows()
    {
        (IReadOnlyList<TreePlace> places, DiagnosticBag diagnostics) = Place("Parent|Part Number|Qty", "X,Y,A,A", "A,B,C,D");

        places.Select(place => place.Parent).ShouldBe([4, 5, 0, 0, -1, -1]);
        places.ShouldAllBe(place => !place.IsOrphan);
        diagnostics.GetCount(DiagnosticIds.ParentMissing).ShouldBe(2);
        Place("Parent|Part Number|Qty", "X,X,Y,Y", "A,B,C,D").Diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_blank_parent_is_the_one_above_where_every_product_is_named_once()
    {
        Place("Parent|Part Number|Qty", "X,,Y,", "A,B,C,D").Places.Select(place => place.Parent).ShouldBe([4, 4, 5, 5, -1, -1]);
        Place("Parent|Part Number|Qty", ",A,,C", "A,B,C,D").Places.Select(place => place.Parent).ShouldBe([-1, 0, -1, 2]);
    }

    [Theory]
    [InlineData("a parent list", "Parent|Part Number|Qty", ",,FG1,FG2,SA", "FG1,FG2,SA,SA,M", "2,3", "2,3")]
    [InlineData("a level list that breaks it down once", "Level|Part Number|Qty", "0,1,2,0,1", "FG1,SA,M,FG2,SA", "1", "4")]
    [InlineData("a level list that breaks it down later", "Level|Part Number|Qty", "0,1,0,1,2", "FG1,SA,FG2,SA,M", "3", "1")]
    [InlineData("find numbers", "Find No|Part Number|Qty", "1,1.1,1.1.1,2,2.1", "FG1,SA,M,FG2,SA", "1", "4")]
    [InlineData("a level list that repeats it", "Level|Part Number|Qty", "0,1,2,0,1,2", "FG1,SA,M,FG2,SA,M", "", "")]
    public void An_assembly_in_several_places_holds_its_parts_in_all_of_them(string what, string header, string first, string parts, string with, string places)
    {
        TreePlaces placed = TreeBuilder.PlaceAll(new ListedLines(Lines(header, first.Split(','), parts.Split(','))), new DiagnosticBag());

        string.Join(',', placed.Reused.Where(reused => with.Contains(reused.Key.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal)).Select(reused => string.Join(',', reused.Value.Places)).Distinct())
            .ShouldBe(places, what);
    }

    [Theory]
    [InlineData("1.10 stored as a number", "1,1.1,1.2,1.9,1.9.1,1.1,1.10.1", "-1,0,0,0,3,0,5")]
    [InlineData("1.20 stored as a number", "1,1.19,1.2,1.20.1", "-1,0,0,2")]
    [InlineData("numbers that begin anew", "1,1.1,2,1,1.1,1.1.1", "-1,0,-1,-1,3,4")]
    [InlineData("commas", "1,1;1,1;1;1,1;2,2", "-1,0,1,0,-1")]
    public void Damaged_find_numbers_keep_the_tree(string what, string numbers, string expected)
    {
        string[] first = [.. numbers.Split(',').Select(number => number.Replace(';', ','))];
        BomLine[] lines = Lines("Find No|Part Number|Qty", first, [.. first.Select((_, index) => $"P{index}")]);

        string.Join(',', TreeBuilder.Place(lines, new DiagnosticBag()).Select(place => place.Parent)).ShouldBe(expected, what);
    }

    [Theory]
    [InlineData("itself", "A,A,A,A")]
    [InlineData("two", "B,A,A,A")]
    [InlineData("three", "C,A,B,A")]
    public void A_cycle_is_an_error_and_is_cut(string what, string parents)
    {
        (IReadOnlyList<TreePlace> places, DiagnosticBag diagnostics) = Place("Parent|Part Number|Qty", parents, "A,B,C,D");

        places.Count(place => place.Parent < 0).ShouldBe(1, what);
        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ParentCycle);
        diagnostics.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void Dotted_find_numbers_make_a_tree_only_when_their_parents_are_there()
    {
        Place("Find No|Part Number|Qty", "1,1.1,1.1.1,1.2", "A,B,C,D").Places.Select(place => place.Parent).ShouldBe([-1, 0, 1, 0]);
        Place("Find No|Part Number|Qty", "1.1,2.1,3.1,4.1", "A,B,C,D").Places.ShouldAllBe(place => place.Parent == -1);
    }

    [Theory]
    [InlineData("two blanks", "A,  B,    C,  D", "-1,0,1,0")]
    [InlineData("dots", "A,.B,..C,.D", "-1,0,1,0")]
    [InlineData("a stray blank", "A, B,C,D", "-1,-1,-1,-1")]
    [InlineData("steps that are none", "A,  B,       C,  D", "-1,-1,-1,-1")]
    [InlineData("the first line indented", "  A,B,  C,D", "-1,-1,-1,-1")]
    public void Indentation_makes_a_tree_only_when_every_step_is_one(string what, string parts, string expected)
    {
        (IReadOnlyList<TreePlace> places, _) = Place("Find No|Part Number|Qty", "a,b,c,d", parts);

        string.Join(',', places.Select(place => place.Parent)).ShouldBe(expected, what);
    }

    [Fact]
    public void Other_sources_stand_beside_their_item()
    {
        var table = Sheets.Read("Level|MPN|Manufacturer|Qty|Description", "=0|A-1|X|=1|Unit", "=1|B-1|X|=1|Bolt", "|B-2|Y|", "=2|C-1|X|=1|Nut");

        IReadOnlyList<TreePlace> places = TreeBuilder.Place(table.Lines, table.Diagnostics);

        places.Select(place => place.Parent).ShouldBe([-1, 0, 0, 1]);
        places.Select(place => place.IsAlternate).ShouldBe([false, false, true, false]);
        table.Diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Placing_never_loses_a_line_and_every_line_leads_to_the_top()
    {
        Gen<string[]> levels = Gen.ArrayOf(Gen.Elements("0", "1", "2", "3", "7", "x", "", "1.2", "..2"));
        Prop.ForAll(levels.ToArbitrary(), texts => IsTree("Level|Part Number|Qty", texts)).QuickCheckThrowOnFailure();
        Prop.ForAll(levels.ToArbitrary(), texts => IsTree("Parent|Part Number|Qty", texts)).QuickCheckThrowOnFailure();
        Prop.ForAll(levels.ToArbitrary(), texts => IsTree("Find No|Part Number|Qty", texts)).QuickCheckThrowOnFailure();
    }

    private static bool IsTree(string header, string[] texts)
    {
        BomLine[] lines = Lines(header, texts, [.. texts.Select((_, index) => (index % 5).ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        IReadOnlyList<TreePlace> places = TreeBuilder.Place(lines, new DiagnosticBag());
        return places.Count >= lines.Length
            && places.All(place => place.Parent < 0 ? place.Level == 0 : places[place.Parent].Level == place.Level - 1 && places[place.Parent].HasChildren);
    }

    private static (IReadOnlyList<TreePlace> Places, DiagnosticBag Diagnostics) Place(string header, string first, string parts)
    {
        var diagnostics = new DiagnosticBag();
        return (TreeBuilder.Place(Lines(header, first.Split(','), parts.Split(',')), diagnostics), diagnostics);
    }

    // Lines as the line reader makes them, from a map that is known: here only the tree is of interest.
    private static BomLine[] Lines(string header, string[] first, string[] parts)
    {
        BomField field = header.Split('|')[0] switch { "Level" => BomField.Level, "Parent" => BomField.Parent, _ => BomField.FindNumber };
        var map = new ColumnMap
        {
            Sheet = new CellRef("test.csv", "", 0, 0),
            HeaderRow = 1,
            Columns = [new MappedColumn(field, 1, "", MappingBasis.Profile, ""), new MappedColumn(BomField.PartNumber, 2, "", MappingBasis.Profile, "")],
        };
        return [.. first.Select((text, index) => new BomLine(map, index + 2, [text, parts[index].Trim()]) { Indent = IndentOf(parts[index]) })];
    }

    private static int IndentOf(string part)
    {
        int lead = part.Length - part.TrimStart(' ', '.').Length;
        return lead == 0 || (lead == 1 && part[0] == ' ') ? -1 : lead;
    }
}
