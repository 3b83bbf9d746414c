using System.Globalization;
using SourcingCompliance.Benchmarks.Inputs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>
/// The whole check, from file to written json and sarif, against the floors of merely looking at the input. One line in a thousand of the
/// lists carries a covered material: the floor says nothing of the work and the pages that a finding costs.
/// </summary>
public static class CheckRatios
{
    /// <summary>Measures and prints.</summary>
    public static void Run(RatioReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var files = new BomFiles(motorsOneIn: 1000);
        string workbook = files.Xlsx(100_000);
        report.Say("100,000 x 15, all steps, json and sarif written:");
        IReadOnlyList<double> seconds = report.Medians(
            3,
            ("bare XmlReader pass over sheet and shared strings", () => ReadingWorks.BareXmlPass(workbook)),
            ("check of the xlsx", () => CheckWorks.Check(workbook)),
            ("ExcelDataReader merely reading it", () => ReadingWorks.ExcelDataReaderPass(workbook)));
        report.AtMost("check of xlsx, times a bare XmlReader pass", seconds[1] / seconds[0], 2.5, "x");
        report.AtLeast("check of xlsx, times faster than ExcelDataReader reading", seconds[2] / seconds[1], 3, "x");

        string list = files.Csv(1_000_000);
        report.Say("1,000,000 x 15:");
        IReadOnlyList<double> csv = report.Medians(
            1,
            ("bare line split", () => CheckWorks.BareSplit(list)),
            ("check of the csv", () => CheckWorks.Check(list)));
        report.AtMost("check of csv, times a bare line split", csv[1] / csv[0], 4, "x");
        report.AtMost("peak working set of the whole process", ChildWork.PeakMebibytes("check", list), 250, "MiB");

        report.Say("1,000 files of 200 lines:");
        string folder = files.Folder(1_000, 200);
        double one = CheckWorks.WallOfCores(folder, 1);
        double two = CheckWorks.WallOfCores(folder, 2);
        report.Say(string.Create(CultureInfo.InvariantCulture, $"  one core {one:0.0} s, two {two:0.0} s by the wall clock; a loaded machine shows less"));
        report.AtLeast("two cores, times faster than one", one / two, 1.8, "x");
    }
}
