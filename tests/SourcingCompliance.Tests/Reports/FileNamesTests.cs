using SourcingCompliance.Reports;

namespace SourcingCompliance.Tests.Reports;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("no two alike", "a/x.csv b/y.csv", "x.csv y.csv")]
    [InlineData("two alike", "p/1/bom.csv p/2/bom.csv p/other.csv", "1/bom.csv 2/bom.csv other.csv")]
    [InlineData("alike for two folders", "p/1/b/bom.csv p/2/b/bom.csv p/2/c/bom.csv", "1/b/bom.csv 2/b/bom.csv c/bom.csv")]
    [InlineData("one at the top", "bom.csv a/bom.csv", "bom.csv a/bom.csv")]
    [InlineData("from the root", "/bom.csv /a/bom.csv", "bom.csv a/bom.csv")]
    [InlineData("the same twice", "a/bom.csv a/bom.csv", "bom.csv bom.csv")]
    public void A_file_is_called_so_that_it_is_told_from_the_others(string what, string paths, string expected)
    {
        string[] all = paths.Split(' ');
        var names = new FileNames(all);

        string.Join(' ', all.Select(names.Get)).ShouldBe(expected, what);
    }

    [Fact]
    public void A_file_of_another_report_is_called_by_its_name() => new FileNames([]).Get("a/b.csv").ShouldBe("b.csv");

    [Fact]
    public void A_diagnostic_of_the_whole_run_has_no_file_and_no_name() => new FileNames(["a/b.csv", "c.csv"]).Get("").ShouldBe("");
}
