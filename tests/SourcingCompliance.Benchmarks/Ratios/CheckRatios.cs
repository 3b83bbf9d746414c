using System.Globalization;
using SourcingCompliance.Benchmarks.Inputs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>
/// The whole check, from file to written json and sarif, against the floors of merely looking at the input. One line in a thousand of the
/// lists carries a covered material: the floor says nothing of the work and the pages that a finding costs. The bounds are on the time that
/// passes; processor time is told beside it.
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
        IReadOnlyList<(double Processor, double Wall)> times = report.Times(
            5,
            3,
            ("bare XmlReader pass over sheet and shared strings", () => ReadingWorks.BareXmlPass(workbook)),
            ("check of the xlsx", () => CheckWorks.Check(workbook)),
            ("ExcelDataReader merely reading it", () => ReadingWorks.ExcelDataReaderPass(workbook)));
        report.AtMost("check of xlsx, times a bare XmlReader pass", times[1].Wall / times[0].Wall, 2.0, "x");
        report.AtLeast("check of xlsx, times faster than ExcelDataReader reading", times[2].Wall / times[1].Wall, 3, "x");
        report.SayProcessor(times[1].Processor / times[0].Processor, times[2].Processor / times[1].Processor);

        string list = files.Csv(1_000_000);
        report.Say("1,000,000 x 15:");
        IReadOnlyList<(double Processor, double Wall)> csv = report.Times(
            4,
            3,
            ("bare line split", () => CheckWorks.BareSplit(list)),
            ("check of the csv", () => CheckWorks.Check(list)));
        report.AtMost("check of csv, times a bare line split", csv[1].Wall / csv[0].Wall, 6, "x");
        report.SayProcessor(csv[1].Processor / csv[0].Processor);
        report.AtMost("peak working set of the whole process", ChildWork.PeakMebibytes("check", list), 250, "MiB");

        report.Say("1,000 files of 200 lines:");
        string folder = files.Folder(1_000, 200);
        (double one, double two) = OneCoreAndTwo(cores => ChildWork.ProcessorOf("check-first", folder, cores), 3);
        report.AtMost("processor time on two cores, times one", two / one, 1.15, "x");
        (double oneWall, double twoWall) = OneCoreAndTwo(cores => ChildWork.CountOf("check-first", folder, cores), 1);
        (double oneWarm, double twoWarm) = OneCoreAndTwo(cores => ChildWork.CountOf("check-warm", folder, cores), 1);
        report.Say(string.Create(CultureInfo.InvariantCulture, $"  without a bound, by the clock: one core {oneWall:0.00} s, two {twoWall:0.00} s; the code "
            + $"warm {oneWarm:0.00} s and {twoWarm:0.00} s"));
    }

    // Whole runs take turns, as everything that is compared; the least of each counts.
    private static (double One, double Two) OneCoreAndTwo(Func<int, long> measure, int turns)
    {
        double one = double.MaxValue;
        double two = double.MaxValue;
        for (int turn = 0; turn < turns; turn++)
        {
            one = Math.Min(one, measure(1) / 1000.0);
            two = Math.Min(two, measure(2) / 1000.0);
        }

        return (one, two);
    }
}
