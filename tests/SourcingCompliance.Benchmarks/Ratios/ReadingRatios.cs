using SourcingCompliance.Benchmarks.Inputs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>
/// Reading against the floor (a bare XmlReader pass over the same parts) and against ExcelDataReader. A large workbook inflates on a thread
/// of its own, so the bounds are on the time that passes, and processor time is told beside it.
/// </summary>
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
        IReadOnlyList<(double Processor, double Wall)> times = report.Times(
            7,
            1,
            ("bare XmlReader pass over sheet and shared strings", () => ReadingWorks.BareXmlPass(workbook)),
            ("xlsx into rows", () => ReadingWorks.Read(workbook)),
            ("csv into rows", () => ReadingWorks.Read(list)),
            ("ExcelDataReader over the same xlsx", () => ReadingWorks.ExcelDataReaderPass(workbook)));
        report.AtMost("xlsx, times a bare XmlReader pass", times[1].Wall / times[0].Wall, 1.5, "x");
        report.AtLeast("xlsx, times faster than ExcelDataReader", times[3].Wall / times[1].Wall, 4, "x");
        report.AtMost("csv, times a bare XmlReader pass over the same table as xlsx", times[2].Wall / times[0].Wall, 1.5, "x");
        report.SayProcessor(times[1].Processor / times[0].Processor, times[3].Processor / times[1].Processor, times[2].Processor / times[0].Processor);

        report.Say($"1,000,000 x {Columns}, peak working set of the whole process:");
        string longList = files.Csv(1_000_000);
        report.AtMost("csv", ChildWork.PeakMebibytes("read", longList), 100, "MiB");
        string longWorkbook = files.Xlsx(1_000_000);
        report.AtMost("xlsx with 1,000,000 distinct shared strings and more", ChildWork.PeakMebibytes("read", longWorkbook), 250, "MiB");
        report.Say($"  (the bare runtime: {ChildWork.PeakMebibytes("nothing", longList):0} MiB)");
    }
}
