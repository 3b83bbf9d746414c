using System.Text;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Text;

public class TextBomReaderTests
{
    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "comma")]
    [InlineData("a;b;c\r\n1;2;3\r\n", "semicolon")]
    [InlineData("a\tb\tc\r1\t2\t3", "tab and old line ends")]
    [InlineData("a|b|c\n1|2|3", "bar, no last line end")]
    [InlineData("\"a\",\"b\",\"c\"\n\"1\",\"2\",\"3\"\n", "quoted")]
    public void Every_usual_delimiter_is_found(string content, string name)
    {
        ReadFile.Text(content).Lines.ShouldBe(["1: a|b|c", "2: 1|2|3"], name);
    }

    [Fact]
    public void A_decimal_comma_does_not_win_over_the_semicolon()
    {
        ReadFile.Text("Part;Qty;Mass\nA;1;0,25\nB;2;1,5\n").Lines.ShouldBe(["1: Part|Qty|Mass", "2: A|1|0,25", "3: B|2|1,5"]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Records_that_cross_what_is_read_at_once_are_whole(string end)
    {
        string[] records = [.. Enumerable.Range(0, 6000).Select(number => $"P{number}|{new string('x', number % 61)}|{(number % 4 == 0 ? "a, b" : "")}|Würth")];

        string text = string.Join(end,
            records.Select(record => string.Join(',', record.Split('|').Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell))));

        ReadFile.Text(text).Lines.ShouldBe(records.Select((record, at) => $"{at + 1}: {record}"));
    }

    [Fact]
    public void Blank_lines_count_as_records()
    {
        ReadFile.Text("a,b\n\n1,2\n").Rows[^1].Number.ShouldBe(3);
    }

    [Fact]
    public void The_separator_that_excel_declares_is_taken_and_its_line_counted()
    {
        ReadFile.Text("sep=;\nPart;Description\nA;\"x\"\n").Lines.ShouldBe(["2: Part|Description", "3: A|x"]);
    }

    [Fact]
    public void A_quoted_cell_holds_line_ends_delimiters_and_doubled_quotes()
    {
        ReadFile.Text("a,b\n\"one\ntwo, \"\"three\"\"\",x\n").Lines.ShouldBe(["1: a|b", "2: one\ntwo, \"three\"|x"]);
    }

    [Fact]
    public void An_inch_sign_inside_a_quoted_cell_stays_and_is_told()
    {
        ReadFile file = ReadFile.Text("a,b,c\n\"3/8\" bolt\",x,y\n");

        file.Lines[1].ShouldBe("2: 3/8\" bolt|x|y");
        file.Ids.ShouldContain(DiagnosticIds.QuoteStray);
    }

    [Fact]
    public void A_quote_that_is_never_closed_does_not_swallow_the_lines_after_it()
    {
        ReadFile file = ReadFile.Text("part,country\n\"3/4 pipe,CN\n\"1/2 pipe,US\nbolt,DE\n");

        file.Lines.ShouldBe(["1: part|country", "2: \"3/4 pipe|CN", "3: \"1/2 pipe|US", "4: bolt|DE"]);
        file.Diagnostics.GetCount(DiagnosticIds.QuoteStray).ShouldBe(2);
    }

    [Fact]
    public void A_row_with_more_cells_than_the_table_is_damaged_because_its_cells_may_have_shifted()
    {
        ReadFile file = ReadFile.Text("part,description,country\nA,bolt,DE\nB,plate, steel,CN\nC,nut,US\n");

        file.Rows[2].Damage.ShouldNotBeNull();
        file.Ids.ShouldContain(DiagnosticIds.RecordTooWide);
        file.Rows[1].Damage.ShouldBeNull();
    }

    [Fact]
    public void The_formula_that_keeps_leading_zeros_is_unwrapped()
    {
        ReadFile.Text("cage,part\n=\"00123\",\"=\"\"007\"\"\"\n").Lines[1].ShouldBe("2: 00123|007");
    }

    [Fact]
    public void Nul_characters_become_blanks_and_are_told()
    {
        ReadFile file = ReadFile.Text("part,country,description\nA,C\0N,a bolt of ordinary steel\n");

        file.Rows[1][2].Text.ShouldBe("C N");
        file.Ids.ShouldContain(DiagnosticIds.CharactersInvalid);
    }

    [Fact]
    public void Cells_are_text_or_empty_and_keep_their_blanks()
    {
        BomRow row = ReadFile.Text("a,b,c\n  x,,12\n").Rows[1];

        row[1].ShouldBe(new BomCell("  x", CellKind.Text));
        row[2].Kind.ShouldBe(CellKind.Empty);
        row[3].Kind.ShouldBe(CellKind.Text);
    }

    [Fact]
    public void Rows_may_be_enumerated_again_and_interleaved()
    {
        var diagnostics = new DiagnosticBag();
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 20_000).Select(i => $"{i},x{i}\n")));
        using BomDocument? document = Formats.Reading.BomDocumentReader.Open(
            new MemoryStream(content), "bom.csv", ReadLimits.Default, diagnostics);

        IEnumerable<BomRow> rows = document.ShouldNotBeNull().Tables[0].Rows;
        rows.Zip(rows).All(pair => pair.First[2] == pair.Second[2]).ShouldBeTrue();
        rows.Count().ShouldBe(20_000);
    }
}
