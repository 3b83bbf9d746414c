using System.Text.Json;
using SourcingCompliance.Formats;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Tests.Reports;

/// <summary>A build system opens a csv at a line of the text, which is not the number of the record once a quoted cell holds a line end.</summary>
public sealed class RecordLinesTests : IDisposable
{
    // Records: 1 heads, 2 screw (lines 2 to 4), 3 magnet (line 5), 4 magnet (lines 6 and 7), 5 magnet (line 8).
    private const string List = "Part Number,Description,Country of Origin\nSCR-1,\"Screw,\nM3,\nsteel\",China\nMAG-1,NdFeB magnet,China\nMAG-2,\"NdFeB "
        + "magnet\r\nN42\",China\nMAG-3,NdFeB magnet,China\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("record-lines-").FullName;
    private readonly ComplianceReport _report;

    public RecordLinesTests()
    {
        string path = Path.Combine(_folder, "bom.csv");
        File.WriteAllText(path, List);
        _report = CheckRunner.Run(new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22) }, null, CancellationToken.None);
    }

    [Fact]
    public void The_cell_of_a_finding_stays_that_of_the_list() =>
        _report.Findings.Select(finding => finding.Cell.Address).ShouldBe(["C3", "C4", "C5"]);

    [Theory]
    [InlineData("sarif")]
    [InlineData("sarif-strict")]
    public void Code_scanning_points_at_the_line_of_the_text(string format)
    {
        using JsonDocument sarif = JsonDocument.Parse(ReportWriters.Find(format).ShouldNotBeNull().Bytes(_report));

        sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("kind").GetString() == "fail")
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32())
            .ShouldBe([5, 6, 8]);
    }

    [Theory]
    [InlineData("github", "line=5,")]
    [InlineData("github", "line=8,")]
    [InlineData("azure", "linenumber=6;")]
    [InlineData("gitlab", "\"begin\": 8")]
    public void So_does_every_build_system(string format, string place) =>
        System.Text.Encoding.UTF8.GetString(ReportWriters.Find(format).ShouldNotBeNull().Bytes(_report)).ShouldContain(place);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
