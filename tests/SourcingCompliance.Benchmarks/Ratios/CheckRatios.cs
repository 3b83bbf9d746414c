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
        (double one, double two) = OneCoreAndTwo("check-first", folder, 3);
        (double oneWarm, double twoWarm) = OneCoreAndTwo("check-warm", folder, 1);
        report.Say(string.Create(CultureInfo.InvariantCulture, $"  in a new process one core {one:0.00} s, two {two:0.00} s by the clock; a loaded "
            + $"machine shows less"));
        report.AtLeast("two cores, times faster than one", one / two, 1.8, "x");
        report.Say(string.Create(CultureInfo.InvariantCulture, $"  without a bound, the code warm: one core {oneWarm:0.00} s, two {twoWarm:0.00} s, "
            + $"{oneWarm / twoWarm:0.0} times faster"));
    }

    // Whole runs take turns, as everything that is compared; the least of each counts.
    private static (double One, double Two) OneCoreAndTwo(string work, string folder, int turns)
    {
        double one = double.MaxValue;
        double two = double.MaxValue;
        for (int turn = 0; turn < turns; turn++)
        {
            one = Math.Min(one, ChildWork.CountOf(work, folder, 1) / 1000.0);
            two = Math.Min(two, ChildWork.CountOf(work, folder, 2) / 1000.0);
        }

        return (one, two);
    }
}
