using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>The PDF of a thousand findings: seconds, memory, and how it compares with writing the same report as JSON.</summary>
public static class PdfRatios
{
    private const int Findings = 1_000;

    /// <summary>Measures and prints.</summary>
    public static void Run(RatioReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ComplianceReport large = LargeReport();
        report.Say($"a report of {Findings:N0} findings:");
        IReadOnlyList<double> seconds = report.Medians(
            5,
            ("as JSON", () => Write(new JsonReportWriter(), large)),
            ("as PDF", () => Write(new PdfReportWriter(), large)));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Write(new PdfReportWriter(), large);
        double allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / 1048576.0;
        report.AtMost("PDF, seconds of processor time", seconds[1], 1, "s");
        report.AtMost("PDF, allocated in all", allocated, 200, "MiB");
        report.Say(string.Create(CultureInfo.InvariantCulture, $"  (PDF takes {seconds[1] / seconds[0]:0.0} times as long as JSON)"));
    }

    private static void Write(IReportWriter writer, ComplianceReport report)
    {
        using var output = new MemoryStream();
        writer.Write(report, output);
    }

    private static ComplianceReport LargeReport()
    {
        string path = Path.Combine(Path.GetTempPath(), "sourcing-pdf-ratio.csv");
        var list = new StringBuilder("Part Number,Description,Qty,Manufacturer,Country of Origin\n");
        string[] origins = ["China", "Japan", "", "Germany", "China?"];
        for (int number = 0; number < Findings; number++)
        {
            list.Append(CultureInfo.InvariantCulture,
                $"MAG-{number:0000},\"Magnet, sintered NdFeB N42SH, lot {number}\",2,Maker {number % 40},{origins[number % origins.Length]}\n");
        }

        File.WriteAllText(path, list.ToString());
        try
        {
            return CheckRunner.Run(new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22) }, null, CancellationToken.None);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
