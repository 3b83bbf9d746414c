using SourcingCompliance.Formats.Writing.Csv;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class ActionsCsvWriterTests
{
    [Fact]
    public void Every_action_is_a_row_with_the_columns_of_the_head()
    {
        List<List<string>> rows = Rows(new ActionsCsvWriter().Text());

        rows.Count.ShouldBe(SamplePlan.Actions.Length + 1);
        rows.ShouldAllBe(row => row.Count == rows[0].Count);
        Cell(rows, 1, "start by").ShouldBe("2026-10-19");
        Cell(rows, 1, "days overdue").ShouldBe("35");
        (Cell(rows, 1, "business days to spare"), Cell(rows, 1, "business days late")).ShouldBe(("0", "24"));
        (Cell(rows, 2, "business days to spare"), Cell(rows, 2, "business days late")).ShouldBe(("17", "0"));
        Cell(rows, 2, "supplier").ShouldBe("编码器公司");
        Cell(rows, 3, "questions").ShouldBe(string.Join("; ", SamplePlan.Actions[2].Questions));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    public void A_cell_that_a_spreadsheet_would_run_arrives_as_words(string evil)
    {
        ComplianceReport report = SampleReport.Build() with { Actions = [SamplePlan.Actions[0] with { Title = evil, Supplier = evil, Parts = [evil] }] };

        List<List<string>> rows = Rows(new ActionsCsvWriter().Text(report));

        Cell(rows, 1, "title").ShouldBe("'" + evil);
        Cell(rows, 1, "supplier").ShouldBe("'" + evil);
        rows[1].ShouldAllBe(cell => cell.Length == 0 || !"=+-@\t\r".Contains(cell[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_without_actions_has_a_head() =>
        Rows(new ActionsCsvWriter().Text(SampleReport.Build() with { Actions = [] })).Count.ShouldBe(1);

    private static string Cell(List<List<string>> rows, int row, string column) => rows[row][rows[0].IndexOf(column)];

    // RFC 4180, strictly: a quote only around a whole cell, doubled inside it.
    private static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        int at = text.StartsWith('\uFEFF') ? 1 : 0;
        while (at < text.Length)
        {
            string cell;
            if (text[at] == '"')
            {
                int end = at + 1;
                while (text[end] != '"' || (end + 1 < text.Length && text[end + 1] == '"'))
                {
                    end += text[end] == '"' ? 2 : 1;
                }

                cell = text[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal);
                at = end + 1;
            }
            else
            {
                int end = text.IndexOfAny([',', '\r', '"'], at);
                cell = text[at..end];
                at = end;
            }

            row.Add(cell);
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            text.Substring(at, 2).ShouldBe("\r\n");
            at += 2;
            rows.Add(row);
            row = [];
        }

        return rows;
    }
}
