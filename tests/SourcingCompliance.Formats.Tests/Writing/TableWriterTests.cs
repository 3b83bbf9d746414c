using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Csv;
using SourcingCompliance.Formats.Writing.Markdown;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class TableWriterTests
{
    [Fact]
    public void Findings_of_the_sample_report() => new FindingsCsvWriter().Text().ShouldMatchGolden("csv");

    [Fact]
    public void Lines_of_the_sample_report() => new LinesCsvWriter().Text().ShouldMatchGolden("csv");

    [Fact]
    public void Markdown_of_the_sample_report() => MarkdownReportWriter.Document().Text().ShouldMatchGolden("md");

    [Theory]
    [InlineData("=SUM(A1:A3)", "'=SUM(A1:A3)")]
    [InlineData("+49-110", "'+49-110")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("@lloys", "'@lloys")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("MAG-22", "MAG-22")]
    [InlineData("2=2", "2=2")]
    [InlineData("", "")]
    public void A_text_that_would_be_a_formula_is_defused(string text, string safe) => SpreadsheetText.Defuse(text).ShouldBe(safe);

    [Theory]
    [InlineData("a;=1+1", "a;'=1+1")]
    [InlineData("a\t@x", "a\t'@x")]
    [InlineData("a|-2+3", "a|'-2+3")]
    [InlineData("a,+1", "a,'+1")]
    [InlineData("a;\"=1", "a;\"'=1")]
    [InlineData("a\n=1", "a\n'=1")]
    [InlineData(";;＝1", ";;'＝1")]
    [InlineData("=a;=b", "'=a;'=b")]
    [InlineData("Resistor 10k, +/-5 %; -40 °C", "Resistor 10k, +/-5 %; -40 °C")]
    [InlineData("A-1=B", "A-1=B")]
    public void A_formula_behind_any_separator_is_defused(string text, string safe) => SpreadsheetText.DefuseForCsv(text).ShouldBe(safe);

    [Fact]
    public void No_cell_begins_like_a_formula_whichever_separator_the_spreadsheet_uses() =>
        Prop.ForAll(Gen.Elements("a", "=1", "+", "-2", "@x", ";", ",", "\t", "|", "\"", "＝", "\n", " ").ListOf().Select(string.Concat).ToArbitrary(), text =>
    {
        using var output = new MemoryStream();
        using (var table = new CsvTable(output, "h"))
        {
            table.Text("first").Text(text).End();
        }

        string row = Encoding.UTF8.GetString(output.ToArray())["\uFEFFh\r\n".Length..];
        // Taken apart without regard to quotation marks, which only count in the one dialect that the file was written in.
        return row.Split(',', ';', '\t', '|', '\r', '\n')
            .All(part => part.TrimStart('"') is not { Length: > 0 } cell || !"=+-@＝".Contains(cell[0], StringComparison.Ordinal));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_text_of_any_length_fits_into_a_cell() => Prop.ForAll(Gen.Choose(0, 40_000).ToArbitrary(), length =>
    {
        string text = string.Concat(Enumerable.Repeat("😀", length / 2)) + (length % 2 == 1 ? "=" : "");
        string cell = SpreadsheetText.ForCell("a" + text);

        return cell.Length <= SpreadsheetText.LongestCell && (cell == "a" + text) == (text.Length < SpreadsheetText.LongestCell)
            && !cell.EnumerateRunes().Contains(Rune.ReplacementChar);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Theory]
    [InlineData("Würth 😀\t\n\uFFFD", "Würth 😀\t\n\uFFFD")]
    [InlineData("a\u0000b\u001F\u007F\uFFFE", "a\uFFFDb\uFFFD\u007F\uFFFD")]
    public void A_character_that_xml_cannot_hold_is_told_of(string text, string clean) => XmlText.Clean(text).ShouldBe(clean);

    [Fact]
    public void Half_of_a_surrogate_pair_is_told_of() => (XmlText.Clean("\uD83D!"), XmlText.Clean("!\uDE00")).ShouldBe(("\uFFFD!", "!\uFFFD"));

    [Fact]
    public void No_cell_of_a_csv_begins_like_a_formula()
    {
        foreach (string row in new[] { new FindingsCsvWriter().Text(), new LinesCsvWriter().Text() }.SelectMany(text => text.TrimStart('\uFEFF').Split("\r\n")))
        {
            row.Split(',').ShouldAllBe(cell => cell.Length == 0 || !"=+-@\t".Contains(cell.TrimStart('"').PadRight(1)[0], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Cells_with_commas_quotes_and_line_ends_are_quoted_and_numbers_are_not_defused()
    {
        using var output = new MemoryStream();
        using (var table = new CsvTable(output, "a", "b", "c"))
        {
            table.Text("1,2").Text("say \"so\"\nnow").Number(-2.5m).End();
        }

        System.Text.Encoding.UTF8.GetString(output.ToArray()).ShouldBe("\uFEFFa,b,c\r\n\"1,2\",\"say \"\"so\"\"\nnow\",-2.5\r\n");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a | b\n# c", "a \\| b \\# c")]
    [InlineData("[x](http://e.vil) *b* _i_ `c`", "\\[x\\](http&#58;//e.vil) \\*b\\* \\_i\\_ \\`c\\`")]
    [InlineData("@octocat &lt;", "&#64;octocat &amp;lt;")]
    public void A_text_from_a_cell_is_plain_words_in_markdown(string text, string escaped) => MarkdownText.Escape(text).ShouldBe(escaped);

    [Fact]
    public void Every_row_of_a_markdown_table_has_as_many_cells_as_its_head()
    {
        string[] lines = MarkdownReportWriter.Document().Text().Split('\n');
        int cells = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            int bars = lines[i].Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|');
            cells = bars == 0 ? 0 : cells == 0 ? bars : cells;
            bars.ShouldBe(cells, lines[i]);
        }
    }

    [Fact]
    public void Markdown_of_a_long_list_has_three_hundred_rows_of_a_table_and_counts_the_rest()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        file = file with { Findings = [.. Enumerable.Repeat(file.Findings[0], 1000)] };
        string[] parts = [.. Enumerable.Range(0, 5000).Select(at => FormattableString.Invariant($"part-{at}"))];

        string text = MarkdownReportWriter.Document().Text(report with { Files = [file], Actions = [SamplePlan.Actions[0] with { Parts = [.. parts] }] });

        text.Split('\n').Count(line => line.StartsWith("| ■ Violation | boms", StringComparison.Ordinal)).ShouldBe(300);
        text.ShouldContain("\nAnd 700 more (700 Violation). The html and json formats contain all of them.\n");
        text.ShouldContain("part-19 and 4,980 more |");
    }

    [Fact]
    public void A_summary_that_is_too_long_is_cut_on_a_row_and_says_what_is_left_out()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        file = file with { Findings = [.. Enumerable.Repeat(file.Findings[0], 500)] };
        const int limit = 60_000;

        byte[] bytes = MarkdownReportWriter.Limited(limit).Bytes(report with { Files = [file] });

        string text = System.Text.Encoding.UTF8.GetString(bytes);
        bytes.Length.ShouldBeInRange(limit / 2, limit);
        int rows = text.Split('\n').Count(line => line.StartsWith("| ■ Violation | boms", StringComparison.Ordinal));
        text.ShouldContain($"\nAnd {500 - rows} more ({500 - rows} Violation). The html and json formats contain all of them.\n");
        text.ShouldContain("Not legal advice.");
    }
}
