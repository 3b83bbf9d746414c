using System.Globalization;
using SourcingCompliance.Benchmarks.Inputs;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>What covered lines cost: lists of which every second line is a magnet, beside the same lists with one covered line in a thousand.</summary>
public static class DenseRatios
{
    private const int Covered = 50_000;
    private const int Findings = 2_500;

    /// <summary>Measures and prints.</summary>
    public static void Run(RatioReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var sparse = new BomFiles(motorsOneIn: 1000);
        using var dense = new BomFiles(motorsOneIn: 1000, magnetsOneIn: 2);
        RunWhole(report, sparse.Csv(2 * Covered), dense.Csv(2 * Covered));
        RunReports(report, dense);
        RunGrowth(report, dense);
    }

    private static void RunWhole(RatioReport report, string few, string many)
    {
        report.Say("100,000 lines, all steps, json and sarif written:");
        IReadOnlyList<(double Processor, double Wall)> times = report.Times(
            3,
            1,
            ("one line in a thousand covered", () => CheckWorks.Check(few)),
            ("every second line covered", () => CheckWorks.Check(many)));
        report.AtMost("half of the lines covered, times one in a thousand", times[1].Wall / times[0].Wall, 2.5, "x");
        report.SayProcessor(times[1].Processor / times[0].Processor);
        report.AtMost("peak working set of the whole process", ChildWork.PeakMebibytes("check", many), 300, "MiB");
        report.AtMost("JSON, bytes for each covered line", CheckWorks.Write(many, "json") / (double)Covered, 1_500, "bytes");
    }

    private static void RunReports(RatioReport report, BomFiles files)
    {
        report.Say(string.Create(CultureInfo.InvariantCulture, $"5,000 lines with {Findings} findings:"));
        string list = files.Csv(2 * Findings);
        string workbook = files.Xlsx(2 * Findings);
        CheckResult result = CheckRunner.Check(Job(list), null, CancellationToken.None);
        CheckResult ofWorkbook = CheckRunner.Check(Job(workbook), null, CancellationToken.None);
        using var html = new MemoryStream();
        CheckWorks.Write(result, list, "html", html);
        report.AtMost("html", html.Length / 1e6, 4, "MB");
        IReadOnlyList<(double Processor, double Wall)> times = report.Times(
            3,
            1,
            ("PDF", () => Write(result, list, "pdf")),
            ("copy of the workbook", () => Write(ofWorkbook, workbook, "xlsx")));
        report.AtMost("PDF, seconds by the clock", times[0].Wall, 1.5, "s");
        report.AtMost("PDF, peak working set of the whole process", ChildWork.PeakMebibytes("check-pdf", list), 200, "MiB");
        report.AtMost("copy of the workbook, seconds by the clock", times[1].Wall, 1.5, "s");
        report.AtMost("copy, peak working set of the whole process", ChildWork.PeakMebibytes("check-xlsx", workbook), 200, "MiB");
    }

    private static void RunGrowth(RatioReport report, BomFiles files)
    {
        report.Say("covered lines, json and sarif written:");
        string[] lists = [.. new[] { 1_000, 10_000, 100_000 }.Select(covered => files.Csv(2 * covered))];
        IReadOnlyList<(double Processor, double Wall)> times = report.Times(
            2, 1, ("1,000", () => CheckWorks.Check(lists[0])), ("10,000", () => CheckWorks.Check(lists[1])), ("100,000", () => CheckWorks.Check(lists[2])));
        report.AtMost("10,000 covered lines, times 1,000", times[1].Wall / times[0].Wall, 10.5, "x");
        report.AtMost("100,000 covered lines, times 10,000", times[2].Wall / times[1].Wall, 10.5, "x");
    }

    private static void Write(CheckResult result, string path, string format)
    {
        using var output = new MemoryStream();
        CheckWorks.Write(result, path, format, output);
    }

    private static CheckJob Job(string path) => new() { Paths = [path], AsOf = new DateOnly(2026, 11, 22) };
}
