using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Reading.Text;

/// <summary>Texts that are lists although they are no plain csv: escapes, drawn tables, padding, stray quotation marks.</summary>
public class TextDialectTests
{
    private static readonly string[] Expected = ["Part|Description|Qty|Origin", "M-1|NdFeB magnet|4|China", "P-1|Hex screw|8|Germany", "P-2|Washer|2|Japan"];

    [Theory]
    [InlineData("| Part | Description | Qty | Origin |\n|------|:-----------:|----:|--------|\n| M-1 | NdFeB magnet | 4 | China |\n| P-1 | Hex screw | 8 | "
        + "Germany |\n| P-2 | Washer | 2 | Japan |\n", "Markdown")]
    [InlineData("Part | Description | Qty | Origin\n--- | --- | --- | ---\nM-1 | NdFeB magnet | 4 | China\nP-1 | Hex screw | 8 | Germany\nP-2 | Washer | "
        + "2 | Japan\n", "Markdown without outer bars")]
    [InlineData("+------+--------------+-----+---------+\n| Part | Description  | Qty | Origin  |\n+------+--------------+-----+---------+\n| M-1  | NdFeB "
        + "magnet |   4 | China   |\n| P-1  | Hex screw    |   8 | Germany |\n| P-2  | Washer       |   2 | Japan   "
            + "|\n+------+--------------+-----+---------+\n", "database")]
    [InlineData("+------+--------------+\n|Part|Description|Qty|Origin|\n+======+====+\n|M-1|NdFeB magnet|4|China|\n+------+----+\n|P-1|Hex "
        + "screw|8|Germany|\n+------+----+\n|P-2|Washer|2|Japan|\n+------+----+\n", "grid")]
    [InlineData("Part  Description   Qty  Origin\n----  ------------  ---  -------\nM-1   NdFeB magnet  4    China\nP-1   Hex screw     8    Germany\nP-2   "
        + "Washer        2    Japan\n", "print")]
    [InlineData("Part      ,Description         ,Qty ,Origin  \nM-1       ,NdFeB magnet        ,4   ,China   \nP-1       ,Hex screw           ,8   ,Germany "
        + "\nP-2       ,Washer              ,2   ,Japan   \n", "padded csv")]
    [InlineData("Part^Description^Qty^Origin\nM-1^NdFeB magnet^4^China\nP-1^Hex screw^8^Germany\nP-2^Washer^2^Japan\n", "rare delimiter")]
    [InlineData("┌────┬────┐\n│Part│Description│Qty│Origin│\n├────┼────┤\n│M-1│NdFeB magnet│4│China│\n│P-1│Hex "
        + "screw│8│Germany│\n│P-2│Washer│2│Japan│\n└────┴────┘\n", "box")]
    [InlineData("┏━━━━┳━━━━┓\n┃Part┃Description┃Qty┃Origin┃\n┡━━━━╇━━━━┩\n│M-1│NdFeB magnet│4│China│\n│P-1│Hex "
        + "screw│8│Germany│\n│P-2│Washer│2│Japan│\n└────┴────┘\n", "box with a bold header")]
    [InlineData("\"Part\", \"Description\", \"Qty\", \"Origin\"\n\"M-1\", \"NdFeB magnet\", \"4\", \"China\"\n\"P-1\", \"Hex screw\", \"8\", "
        + "\"Germany\"\n\"P-2\", \"Washer\", \"2\", \"Japan\"\n", "blanks before quotation marks")]
    public void A_drawn_or_padded_table_loses_its_lines_and_keeps_its_cells(string content, string name) =>
        Cells(ReadFile.Text(content, "bom.txt")).ShouldBe(Expected, name);

    [Theory]
    [InlineData("a,b,c\n1,\"2 \\\" pipe, short\",3\n4,\"5 \\\" disc, thin\",6\n", "2 \" pipe, short")]
    [InlineData("a,b,c\n1,2\\, short,3\n4,5\\, thin,6\n", "2, short")]
    [InlineData("a|b|c\n1|2 \\| short|3\n4|5 \\| thin|6\n", "2 | short")]
    [InlineData("a,b,c\n1,\"C:\\\\tools\\\\\",3\n4,\"5 \\\" disc, thin\",6\n", "C:\\tools\\")]
    public void A_backslash_makes_the_mark_after_it_a_part_of_the_text_and_that_is_noted(string content, string cell)
    {
        ReadFile file = ReadFile.Text(content);

        file.Rows[1][2].Text.Trim().ShouldBe(cell);
        file.Rows[1][3].Text.ShouldBe("3");
        file.Ids.ShouldBe([DiagnosticIds.BackslashEscapes]);
    }

    [Fact]
    public void A_backslash_at_the_end_of_a_quoted_cell_is_a_backslash_where_the_list_fits_that_way()
    {
        ReadFile file = ReadFile.Text("a,b,c\n1,\"C:\\\",3\n4,\"D:\\\",6\n");

        file.Lines.ShouldBe(["1: a|b|c", "2: 1|C:\\|3", "3: 4|D:\\|6"]);
        file.Ids.ShouldBeEmpty();
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(',')]
    [InlineData(';')]
    public void Stray_inch_signs_of_two_records_do_not_join_them(char delimiter)
    {
        ReadFile file =
            ReadFile.Text("part,description,qty,origin\nM-1,\"NdFeB magnet,4,China\nP-1,pipe 3/8\",8,Germany\nP-2,nut,2,Japan\n".Replace(',', delimiter));

        Cells(file).ShouldBe(["part|description|qty|origin", "M-1|\"NdFeB magnet|4|China", "P-1|pipe 3/8\"|8|Germany", "P-2|nut|2|Japan"]);
        file.Ids.ShouldContain(DiagnosticIds.QuoteStray);
    }

    [Fact]
    public void A_quoted_cell_of_several_lines_stays_one_cell() =>
        Cells(ReadFile.Text("part,description,qty\nM-1,\"magnet\nN42, disc\",4\nP-1,\"screw\nM3\",8\n"))
            .ShouldBe(["part|description|qty", "M-1|magnet\nN42, disc|4", "P-1|screw\nM3|8"]);

    private static IEnumerable<string> Cells(ReadFile file) => file.Rows.Where(row => !row.IsBlank)
        .Select(row => string.Join('|', row.Cells.Select(cell => cell.Text.Trim())).Trim('|'));
}
