using SourcingCompliance.Benchmarks.Inputs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>Reading against the floor (a bare XmlReader pass over the same parts) and against ExcelDataReader.</summary>
public static class ReadingRatios
{
    private const int Columns = BomFiles.Columns;

    /// <summary>Measures and prints.</summary>
    public static void Run(RatioReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var files = new BomFiles();
        string workbook = files.Xlsx(100_000);
        string list = files.Csv(100_000);
        report.Say($"100,000 x {Columns}:");
        IReadOnlyList<double> seconds = report.Medians(
            7,
            ("bare XmlReader pass over sheet and shared strings", () => ReadingWorks.BareXmlPass(workbook)),
            ("xlsx into rows", () => ReadingWorks.Read(workbook)),
            ("csv into rows", () => ReadingWorks.Read(list)),
            ("ExcelDataReader over the same xlsx", () => ReadingWorks.ExcelDataReaderPass(workbook)));
        report.AtMost("xlsx, times a bare XmlReader pass", seconds[1] / seconds[0], 1.5, "x");
        report.AtLeast("xlsx, times faster than ExcelDataReader", seconds[3] / seconds[1], 4, "x");
        report.AtMost("csv, times a bare XmlReader pass over the same table as xlsx", seconds[2] / seconds[0], 1.5, "x");

        report.Say($"1,000,000 x {Columns}, peak working set of the whole process:");
        string longList = files.Csv(1_000_000);
        report.AtMost("csv", ChildWork.PeakMebibytes("read", longList), 100, "MiB");
        string longWorkbook = files.Xlsx(1_000_000);
        report.AtMost("xlsx with 1,000,000 distinct shared strings and more", ChildWork.PeakMebibytes("read", longWorkbook), 250, "MiB");
        report.Say($"  (the bare runtime: {ChildWork.PeakMebibytes("nothing", longList):0} MiB)");
    }
}
